/** The worker that turns changes into suggestions, beside the requests of this process. */
import { refreshSuggestions } from '../domain/match/voorstellen.server.ts';
import { followEsco } from '../domain/woorden/esco.server.ts';
import { log } from '../log.ts';

const INTERVAL_MS = 1000;

/** Looks in the outbox every second. @returns a function that stops it */
export function startSuggestions(): () => void {
  const timer = setInterval(() => {
    try {
      followEsco();
      const done = refreshSuggestions();
      if (done > 0) log.info({ aantal: done }, 'voorstellen ververst');
    } catch (error) {
      log.error({ fout: error instanceof Error ? error.stack : String(error) }, 'voorstellen verversen mislukt');
    }
  }, INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
