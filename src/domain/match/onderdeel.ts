/** What the parts of the score share: weights, the value of an unknown, and the shape of an explanation. Pure. */
import type { Brug } from './bruggen.ts';

/** Change the version with every change of a weight, a constant or a rule: decisions keep the version they saw. */
export const GEWICHTEN = { versie: '2026.11-11', werk: 45, eisen: 20, tijd: 20, bereikbaarheid: 15 } as const;
export type OnderdeelNaam = 'werk' | 'eisen' | 'tijd' | 'bereikbaarheid';

/**
 * Coverage of a field that is unknown, and the least coverage of a field that fits in part. Of the work it is what
 * somebody of the region has on the average: most people want and did other work.
 */
export const NEUTRAAL = { werk: 0.05, eis: 0.4, tijd: 0.5, afstand: 0.5 } as const;

export type Onderdeel = { naam: OnderdeelNaam; gewicht: number; dekking: number; bijdrage: number; reden: string; bewijs: string[] };
export type Tekort = { soort: 'beroep' | 'vaardigheid' | 'taken' | 'certificaat' | 'rijbewijs' | 'taal' | 'niveau' | 'uren' | 'dagdelen' | 'start' | 'afstand' | 'begeleiding' | 'nodig'; tekst: string; namen: string[] };
export type Onbekend = { veld: string; vraag: string };
export type Uitleg = {
  versie: string;
  /** 0–100 with two decimals; exactly the sum of the bijdragen. */
  score: number;
  onderdelen: Onderdeel[];
  tekorten: Tekort[];
  bruggen: Brug[];
  onbekend: Onbekend[];
  taken: { past: string[]; blijft: string[] };
  afstandKm: number | null;
  /** Why the pair drops out, or null. */
  afgevallen: string | null;
};

/** One part: coverage 0–1, why, and the evidence. */
export type Deel = { dekking: number; reden: string; bewijs: string[] };
/** What the parts find out on the way. Where only the number is asked the lists are null, and no words are made. */
export type Meting = { tekorten: Tekort[] | null; onbekend: Onbekend[] | null; afgevallen: string | null; taken: Uitleg['taken']; afstandKm: number | null };

/** A part that fits lies between neutral and full; nothing fits is zero. Keeps the score monotone. */
export const lift = (neutral: number, share: number): number => (share > 0 ? neutral + (1 - neutral) * Math.min(1, share) : 0);

/** What was weighed so far: no list, since this is counted for every pair. */
export class Weging {
  total = 0;
  private sum = 0;
  /** @param dekking coverage 0–1 */
  add(gewicht: number, dekking: number): void { this.total += gewicht; this.sum += gewicht * dekking; }
  /** Coverage of all together, 0–1; 1 of nothing. */
  get dekking(): number { return this.total === 0 ? 1 : this.sum / this.total; }
}
