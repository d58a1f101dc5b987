/** One frame of a film: the words on paper above, the scene in a window below, and a soft change between scenes. Pure. */
import { BREED, HOOG, KLEUR, blok, n, plaats, voortgang, type Tafereel, type Zetter } from './doek.ts';

/** A scene with its words already broken into at most two lines. */
export interface Filmdeel { seconden: number; kop: string; regels: readonly string[]; tafereel: Tafereel }

/** The size that every film is drawn in; a smaller film is this one made smaller. */
export const KADER = { breed: 1280, hoog: 720 } as const;
/** Size of the words, and the room they have. */
export const LETTERS = { maat: 54, breedte: 1150, regels: 2 } as const;

/** How long one scene takes to become the next, in seconds. */
const WISSEL = 0.5;
const RAND = (KADER.breed - BREED) / 2;
const BOVEN = KADER.hoog - HOOG - 22;

/**
 * The picture at a moment.
 * @param tijd seconds since the film began; past the end the last picture stays
 * @returns a whole SVG of 1280 by 720
 */
export function filmbeeld(delen: readonly Filmdeel[], tijd: number, zet: Zetter): string {
  let begin = 0;
  let nr = 0;
  while (nr < delen.length - 1 && tijd >= begin + delen[nr]!.seconden) begin += delen[nr++]!.seconden;
  const t = tijd - begin;
  const nu = delen[nr]!;
  const vorige = delen[nr - 1];
  const deel = vorige ? voortgang(t, 0, WISSEL) : 1;
  const doek = (stuk: Filmdeel, moment: number, dekking: number) => plaats(stuk.tafereel.teken(moment, zet), { dekking });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${KADER.breed} ${KADER.hoog}">`
    + `<defs><clipPath id="venster"><rect width="${BREED}" height="${HOOG}" rx="36"/></clipPath></defs>`
    + blok(0, 0, KADER.breed, KADER.hoog, KLEUR.papier)
    // The old words are gone before the new ones come: two texts over each other cannot be read.
    + (vorige && t < WISSEL / 2 ? woorden(vorige, 1 - voortgang(t, 0, WISSEL / 2), zet) : woorden(nu, vorige ? voortgang(t, WISSEL / 2, WISSEL) : 1, zet))
    + `<g transform="translate(${RAND} ${BOVEN})"><g clip-path="url(#venster)">${vorige && deel < 1 ? doek(vorige, vorige.seconden + t, 1) : ''}${doek(nu, t, deel)}</g>`
    + `<rect x="1.5" y="1.5" width="${BREED - 3}" height="${HOOG - 3}" rx="35" fill="none" stroke="${KLEUR.lijn}" stroke-width="3"/></g>${stippen(delen, nr)}</svg>`;
}

function woorden({ kop, regels }: Filmdeel, dekking: number, zet: Zetter): string {
  const begin = regels.length === 1 ? 152 : 124;
  return plaats(zet(kop, { x: RAND + 4, y: 58, maat: 30, kleur: KLEUR.teal, vet: true })
    + zet(regels.join('\n'), { x: RAND + 2, y: begin, maat: LETTERS.maat, kleur: KLEUR.inkt, vet: true, regelhoogte: 1.16 }), { dekking });
}

/** How far the film is: a dot per scene. */
function stippen(delen: readonly Filmdeel[], nr: number): string {
  if (delen.length === 1) return '';
  const x = KADER.breed - RAND - delen.length * 22;
  return delen.map((_, i) => `<circle cx="${n(x + i * 22 + 11)}" cy="48" r="${i === nr ? 7 : 5}" fill="${i === nr ? KLEUR.abrikoos : i < nr ? KLEUR.teal : KLEUR.steenDonker}"/>`).join('');
}
