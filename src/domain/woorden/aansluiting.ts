/**
 * What work suits whom, as numbers: for everybody who wants or did an occupation, and for every vacature that asks it,
 * how much each other occupation suits or does not. Learned from examples (test/aansluiting), since it is not what
 * occupations have in common: who worked as a plumber and asks for a shop wants the counter, not the pipes. Pure.
 */
import type { Beroep } from './bestand.ts';

/** Whether it is asked of somebody's occupation or of that of a vacature. */
export type Kant = 'mens' | 'vacature';

/**
 * The file: `beroepen` names the places that the rows speak of. A row holds pairs of a place and hundredths; an occupation
 * without one has itself and what is related, the square of the nearness, by `zelf` and `naast`.
 */
export type AansluitingBestand = Record<Kant, { zelf: number; naast: number; rijen: number[][] }> & { beroepen: string[]; voorbeelden: Record<Kant, number> };

type Rij = { nrs: Uint16Array; sterktes: Float32Array };

export class Aansluiting {
  private readonly rijen: Record<Kant, (Rij | undefined)[]>;
  private readonly verwant: readonly ReadonlyMap<number, number>[];
  private readonly bestand: AansluitingBestand;

  /**
   * @param verwant per occupation what is related
   * @param bestand what was learned; what is not in the vocabulary any more is left out
   */
  constructor(beroepen: readonly Beroep[], verwant: readonly ReadonlyMap<number, number>[], bestand: AansluitingBestand) {
    this.verwant = verwant;
    this.bestand = bestand;
    const byId = new Map(beroepen.map(({ id, nr }) => [id, nr]));
    const nrs = bestand.beroepen.map((id) => byId.get(id));
    const read = (kant: Kant) => {
      const rijen: (Rij | undefined)[] = beroepen.map(() => undefined);
      for (const [at, rij] of bestand[kant].rijen.entries()) {
        const nr = nrs[at];
        if (nr === undefined) continue;
        const parts = rij.flatMap((place, i) => (i % 2 === 0 && nrs[place] !== undefined ? [{ nr: nrs[place], sterkte: rij[i + 1]! / 100 }] : []));
        rijen[nr] = { nrs: Uint16Array.from(parts, (part) => part.nr), sterktes: Float32Array.from(parts, (part) => part.sterkte) };
      }
      return rijen;
    };
    this.rijen = { mens: read('mens'), vacature: read('vacature') };
  }

  /** Adds to `totalen`, per occupation, what suits so much (`telt`) of this occupation; what does not suit takes away. */
  add(totalen: Float64Array, kant: Kant, nr: number, telt: number): void {
    const { nrs, sterktes } = (this.rijen[kant][nr] ??= this.unlearned(kant, nr));
    for (let i = 0; i < nrs.length; i++) totalen[nrs[i]!]! += telt * sterktes[i]!;
  }

  private unlearned(kant: Kant, nr: number): Rij {
    const { zelf, naast } = this.bestand[kant];
    const near = [...this.verwant[nr]!];
    return { nrs: Uint16Array.from([nr, ...near.map(([other]) => other)]), sterktes: Float32Array.from([zelf, ...near.map(([, share]) => naast * share ** 2)]) };
  }
}
