/** The worker that turns changes into suggestions, beside the requests of this process. */
import { refreshPortion, requestOutdated } from '../domain/match/voorstellen.server.ts';
import { followEsco } from '../domain/woorden/esco.server.ts';
import { log } from '../log.ts';

/** How often to look when there was nothing to do. */
const INTERVAL_MS = 1000;
/** Work at most this long, then let requests go first for a moment: an import leaves thousands of rows. */
const BEURT_MS = 40;
const PAUZE_MS = 10;

/** Looks in the outbox every second, and works it off in short turns. @returns a function that stops it */
export function startSuggestions(): () => void {
  let timer: NodeJS.Timeout;
  const wait = (ms: number) => { timer = setTimeout(turn, ms); timer.unref(); };
  let asked = false;
  const turn = () => {
    let count = 0;
    try {
      followEsco();
      if (!asked && requestOutdated() > 0) log.info('voorstellen met andere gewichten: alle vacatures opnieuw');
      asked = true;
      const until = performance.now() + BEURT_MS;
      for (let done = refreshPortion(); done > 0; done = performance.now() < until ? refreshPortion() : 0) count += done;
      if (count > 0) log.info({ aantal: count }, 'voorstellen ververst');
    } catch (error) {
      log.error({ fout: error instanceof Error ? error.stack : String(error) }, 'voorstellen verversen mislukt');
    }
    wait(count > 0 ? PAUZE_MS : INTERVAL_MS);
  };
  wait(INTERVAL_MS);
  return () => clearTimeout(timer);
}
