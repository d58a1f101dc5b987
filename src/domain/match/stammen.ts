/** Which words of a vacature come back with somebody: found once for a pair, for everything that compares words. Pure. */
import type { Nummers } from '../woorden/nummers.ts';

const EMPTY = -1;
/** Even, so that each pair begins at an even place; scatters numbers that follow each other. */
const SPREAD = 38;

/** The different stems of a vacature, each at its place in the list. */
export class Woordlijst {
  readonly stammen: string[] = [];
  private readonly places = new Map<string, number>();
  /**
   * By the number of a stem its place, as pairs in a table with many holes: hundreds of millions of these look-ups are
   * made when all meet all, and with a Map a whole score takes a tenth longer. A stem that nobody used so far has no number.
   */
  private table = new Int32Array(0);
  private located = 0;
  private heeft = new Uint8Array(0);

  /** The places of stems; new ones are added. */
  placesOf(stammen: readonly string[]): number[] {
    return stammen.map((stam) => {
      let place = this.places.get(stam);
      if (place === undefined) {
        place = this.stammen.push(stam) - 1;
        this.places.set(stam, place);
      }
      return place;
    });
  }

  /**
   * Which of the stems somebody uses.
   * @param own numbers of that person's stems
   * @returns per place 1 or 0; the same array at the next call, since a pair takes microseconds
   */
  heldBy(own: Uint32Array, nummers: Nummers): Uint8Array {
    if (this.located !== nummers.size || this.heeft.length !== this.stammen.length) this.locate(nummers);
    const { heeft, table } = this;
    const mask = table.length - 2;
    heeft.fill(0);
    for (let i = 0; i < own.length; i++) {
      const nr = own[i]!;
      for (let at = (nr * SPREAD) & mask; table[at] !== EMPTY; at = (at + 2) & mask) if (table[at] === nr) { heeft[table[at + 1]!] = 1; break; }
    }
    return heeft;
  }

  private locate(nummers: Nummers): void {
    const size = 2 ** Math.ceil(Math.log2(this.stammen.length * 4 + 2));
    this.table = new Int32Array(size).fill(EMPTY);
    for (const [place, stam] of this.stammen.entries()) {
      const nr = nummers.find(stam);
      if (nr === undefined) continue;
      let at = (nr * SPREAD) & (size - 2);
      while (this.table[at] !== EMPTY) at = (at + 2) & (size - 2);
      this.table[at] = nr;
      this.table[at + 1] = place;
    }
    this.located = nummers.size;
    this.heeft = new Uint8Array(this.stammen.length);
  }
}

/** How many of these places are held, 0–1; 0 of nothing. */
export function shareOf(places: readonly number[], heeft: ArrayLike<number>): number {
  let has = 0;
  for (let i = 0; i < places.length; i++) has += heeft[places[i]!]!;
  return places.length === 0 ? 0 : has / places.length;
}

/** Whether at least half of what a task says is held. */
export const isCovered = (places: readonly number[], heeft: ArrayLike<number>): boolean => shareOf(places, heeft) >= 0.5;
