/** Everything that works beside the requests of this process. */
import { startSearchServer } from '#search/index.ts';
import { preparePoel } from '../domain/match/poel.server.ts';
import { log } from '../log.ts';
import { startMail } from './mail.ts';
import { startMediaCleanup } from './media.ts';
import { startSuggestions } from './suggestions.ts';

/** Starts the workers, and prepares the profiles for ranking. @returns a function that stops them, after what is under way */
export function startBeside(): () => Promise<void> {
  void preparePoel().catch((error: unknown) => log.error({ fout: String(error) }, 'profielen voorbereiden mislukt'));
  const stopSuggestions = startSuggestions();
  const stopMedia = startMediaCleanup();
  const [stopMail, stopSearchServer] = [startMail(), startSearchServer()];
  return async () => {
    stopSuggestions();
    stopMedia();
    await Promise.all([stopMail(), stopSearchServer()]);
  };
}
