/** The worker that keeps the media folder clean: at the start and every hour, beside the requests of this process. */
import { log } from '../log.ts';
import { ruimUploadsOp } from '../media/hervatten.server.ts';
import { ruimOp } from '../media/opslag.server.ts';

const RONDE_MS = 3_600_000;

/** Starts the worker. @returns a function that stops it */
export function startMediaCleanup(): () => void {
  const ronde = async () => {
    try {
      const aantal = (await ruimOp(Date.now())) + (await ruimUploadsOp());
      if (aantal > 0) log.info({ aantal }, 'mediabestanden opgeruimd');
    } catch (error) {
      log.error({ fout: error instanceof Error ? error.stack : String(error) }, 'media opruimen mislukt');
    }
  };
  void ronde();
  const timer = setInterval(() => { void ronde(); }, RONDE_MS);
  timer.unref();
  return () => clearInterval(timer);
}
