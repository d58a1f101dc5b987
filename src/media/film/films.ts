/** Which drawings belong to which film, and a film's scenes made ready for the frame. */
import type { Filmtafereel } from '../../domain/verhaal/film.ts';
import type { Tafereel } from './doek.ts';
import { DEMO_TAFERELEN } from './demo.ts';
import { LETTERS, type Filmdeel } from './kader.ts';
import { TAFEL_DEKKEN } from './tafel-dekken.ts';
import { ZES_WEKEN } from './zes-weken.ts';

/** Drawings per story (its id), and those of the demo films. */
export const TEKENINGEN: Record<string, Record<string, Tafereel>> = {
  'zes-weken-tussen-de-stellingen': ZES_WEKEN,
  'tafel-dekken-voor-acht': TAFEL_DEKKEN,
  demo: DEMO_TAFERELEN,
};

/** Breaks a text into lines: size and width as in `LETTERS`. */
export type Afbreker = (tekst: string, maat: number, breedte: number, vet: boolean) => string[];

/**
 * A film ready to be drawn.
 * @param reeks key of `TEKENINGEN`
 * @throws Error that names the scene, when its drawing does not exist or its words need more than two lines
 */
export function bereidVoor(reeks: string, film: readonly Pick<Filmtafereel, 'tekening' | 'seconden' | 'kop' | 'tekst'>[], breekAf: Afbreker): Filmdeel[] {
  return film.map(({ tekening, seconden, kop, tekst }) => {
    const tafereel = TEKENINGEN[reeks]?.[tekening];
    if (!tafereel) throw new Error(`${reeks}: de tekening "${tekening}" bestaat niet.`);
    const regels = inRegels(tekst, breekAf);
    if (regels.length > LETTERS.regels) throw new Error(`${reeks}: de tekst bij "${tekening}" past niet op ${LETTERS.regels} regels.`);
    return { seconden, kop, regels, tafereel };
  });
}

/** One line where it fits; else between two sentences, where a reader pauses; else where the lines are about as long. */
function inRegels(tekst: string, breekAf: Afbreker): string[] {
  const passend = (deel: string) => breekAf(deel, LETTERS.maat, LETTERS.breedte, true);
  if (passend(tekst).length === 1) return [tekst];
  const zinnen = /^(.+?[.?!]’?) (.+)$/.exec(tekst)?.slice(1) ?? [];
  return zinnen.length === 2 && zinnen.every((zin) => passend(zin).length === 1) ? zinnen : passend(tekst);
}
