/** What the own pages of a kandidaat ask and say. Pure. */
import { z } from 'zod';
import { DAGEN, DELEN, datum, type Dagdeel, type ProfielStatus } from './kandidaat.ts';

const DAGDELEN = DAGEN.flatMap((dag) => DELEN.map((deel): Dagdeel => `${dag}-${deel}`));
const hours = (text: string) => z.string(text).transform((value) => Number(value.replace(',', '.').trim() || Number.NaN)).pipe(z.number(text).min(0, 'Vul 0 of meer uren in.').max(48, 'Een werkweek heeft hoogstens 48 uur.'));

/** Hours and availability, as the kandidaat fills them in. */
export const tijdInvoer = z.object({
  urenMin: hours('Hoeveel uur wil je minstens werken?'),
  urenMax: hours('Hoeveel uur wil je hoogstens werken?').refine((value) => value >= 1, 'Vul ten minste 1 uur in.'),
  dagdelen: z.array(z.enum(DAGDELEN, 'Kies uit de lijst.')).default([]),
  beschikbaarVanaf: z.string().default('').transform((value) => value.trim() || null).pipe(z.union([z.null(), datum], 'Vul een datum in die bestaat, of laat dit leeg.')),
}).refine((value) => value.urenMin <= value.urenMax, { message: 'Het minste aantal uren is groter dan het meeste.', path: ['urenMin'] });
export type TijdInvoer = z.output<typeof tijdInvoer>;

type Stand = { status: ProfielStatus; arbeidsfit: boolean; toont: boolean; vers: boolean };

/** Why nobody sees a profile now, to the person it is about. @param toont whether "profiel" is agreed to */
export function whyHidden({ status, arbeidsfit, toont, vers }: Stand): string {
  const perStatus: Partial<Record<ProfielStatus, string>> = {
    concept: 'Je begeleider maakt je profiel nog af.', 'ter curatie': 'Wij kijken je profiel nog na.', gepauzeerd: 'Je profiel staat op pauze.',
    geplaatst: 'Je hebt werk gevonden. Daarom staat je profiel niet meer in het venster.', ingetrokken: 'Je profiel is ingetrokken.',
  };
  if (perStatus[status]) return perStatus[status];
  if (!toont) return 'Je hebt gekozen om je profiel niet te laten zien.';
  if (!vers) return 'Je hebt lang niet gezegd of je nog werk zoekt.';
  return arbeidsfit ? 'Je profiel staat nu niet in het venster.' : 'Je begeleider heeft nog niet gezegd dat je kunt beginnen met werken.';
}
