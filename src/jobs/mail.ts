/** The worker for mail, beside the requests of this process: writes what is due by the clock, and sends what waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import { config } from '../config.ts';
import { answerPasswordRequests } from '../domain/gebruiker/link.server.ts';
import { log } from '../log.ts';
import { mailZoekmeldingen } from '../mail/alerts.server.ts';
import { mailDagoverzichten } from '../mail/dagoverzicht.server.ts';
import { mailHerinneringen } from '../mail/herinneringen.server.ts';
import { bewaar } from './bewaren.ts';
import { runTaken, type Taak } from '../mail/taken.server.ts';
import { sendDue, smtpVerzender, type Verzender } from '../mail/versturen.server.ts';

/** What is written at which time of a working day, in the Netherlands. */
export const TAKEN: readonly Taak[] = [
  { naam: 'bewaren', tijd: '06:30', run: (_sinds, now) => bewaar(now) },
  { naam: 'dagoverzicht', tijd: '07:30', run: (sinds, now) => mailDagoverzichten(sinds, now) },
  { naam: 'zoekmeldingen', tijd: '08:00', run: (_sinds, now) => mailZoekmeldingen(now) },
  { naam: 'herinneringen', tijd: '09:00', run: (_sinds, now) => mailHerinneringen(now) },
];
const ROUND_MS = 2000;
/** While the mail server is out of reach, rounds come at longer and longer intervals, up to this. */
const MAX_PAUSE_MS = 300_000;
/** A message that is under way gets this long when the server is asked to stop. */
const GRACE_MS = 5000;

/** Starts the worker. @returns a function that stops it, after the message that is under way */
export function startMail(): () => Promise<void> {
  const { smtpUrl } = config().post;
  const verzender = smtpUrl === null ? null : smtpVerzender(smtpUrl);
  const stopping = new AbortController();
  const sending = new AbortController();
  const done = work(verzender, stopping.signal, sending.signal);
  return async () => {
    stopping.abort();
    const late = setTimeout(() => sending.abort(), GRACE_MS);
    await done;
    clearTimeout(late);
    verzender?.sluit();
  };
}

async function work(verzender: Verzender | null, stopping: AbortSignal, sending: AbortSignal): Promise<void> {
  let pause = ROUND_MS;
  let sendAfter = 0;
  while (!stopping.aborted) {
    try {
      answerPasswordRequests();
      await runTaken(TAKEN, new Date());
      if (verzender && Date.now() >= sendAfter) {
        const { verstuurd, storing } = await sendDue(verzender, { stopping, sending });
        if (verstuurd > 0) log.info({ aantal: verstuurd }, 'mail verstuurd');
        pause = storing ? Math.min(pause * 2, MAX_PAUSE_MS) : ROUND_MS;
        sendAfter = storing ? Date.now() + pause : 0;
      }
    } catch (error) {
      log.error({ fout: error instanceof Error ? error.stack : String(error) }, 'mail mislukt');
    }
    await sleep(ROUND_MS, undefined, { signal: stopping, ref: false }).catch(() => {});
  }
}
