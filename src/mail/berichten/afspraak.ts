/** Mail about the appointment of a kennismaking, each with its calendar file. First names only; notes stay behind the sign-in. Pure. */
import type { Bericht } from '../mail.ts';
import { maakBericht, type Afzender } from './opmaak.ts';

/** What happened with the appointment. */
export type AfspraakStap = 'gepland' | 'verzet' | 'afgezegd';
/**
 * `met` goes on after the word kennismaking (" met Samira", ": Van Dijk en Samira"); `wanneer` and `waar` are in words; `url` is the reader's own page. A kandidaat reads
 * "je" and the name of the organisation.
 */
export type AfspraakWoorden = { naam: string; met: string; wanneer: string; waar: string; url: string; kandidaat: boolean };

/** Planned, moved or called off, in the words of who reads it. */
export function afspraakBericht(afzender: Afzender, stap: AfspraakStap, { naam, met, wanneer, waar, url, kandidaat }: AfspraakWoorden): Bericht {
  const aanspreek = kandidaat ? 'je' : 'u';
  const [uw, kunt] = kandidaat ? ['je', 'Kun je niet?'] : ['uw', 'Kunt u niet?'];
  const punten = { punten: [{ tekst: `Wanneer: ${wanneer}` }, { tekst: `Waar: ${waar}` }] };
  const knop = kandidaat ? { knop: 'Naar mijn eigen pagina', url } : { knop: 'Bekijk de afspraak', url };
  const onderwerp = { gepland: `Kennismaking${met}`, verzet: `Veranderd: kennismaking${met}`, afgezegd: `Gaat niet door: kennismaking${met}` }[stap];
  const blokken = {
    gepland: [`Er is een afspraak voor een kennismaking${met}.`, punten, `Zet de afspraak in ${uw} agenda met de bijlage.`, `${kunt} Bel ons dan.`, knop],
    verzet: [`Er is iets veranderd aan de kennismaking${met}.`, 'Dit geldt nu:', punten, `De bijlage verandert de afspraak in ${uw} agenda.`, `${kunt} Bel ons dan.`, knop],
    afgezegd: [`De kennismaking${met} gaat niet door.`, 'Dit was de afspraak:', punten, `De bijlage haalt de afspraak uit ${uw} agenda.`, kandidaat ? 'Wij nemen contact met je op.' : 'Wij nemen contact met u op.', knop],
  }[stap];
  return maakBericht(afzender, { onderwerp, naam, blokken, aanspreek });
}
