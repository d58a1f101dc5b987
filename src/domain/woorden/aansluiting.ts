/**
 * What work suits whom, as numbers: for everybody who wants or did an occupation, for every word that somebody uses, and for
 * every vacature that asks an occupation, how much each other occupation suits or does not. Learned from examples
 * (test/aansluiting), since it is not what occupations have in common: who worked as a plumber and asks for a shop wants the
 * counter, not the pipes. Pure.
 */
import type { Beroep } from './bestand.ts';

/** Whether it is asked of somebody's occupation or of that of a vacature. */
export type Kant = 'mens' | 'vacature';

/** Where somebody says a word: the same word in a wish and in a past says another thing. */
export const BRONNEN = ['wens', 'deed', 'kop', 'presentatie'] as const;
export type Bron = (typeof BRONNEN)[number];
/** Something for each of these places, made in their order. */
export const perBron = <T>(make: (bron: Bron) => T): Record<Bron, T> => ({ wens: make('wens'), deed: make('deed'), kop: make('kop'), presentatie: make('presentatie') });
/** The stems of what somebody says, by where. */
export type Zegt = Readonly<Record<Bron, readonly string[]>>;

type Tabel = { zelf: number; naast: number; rijen: string[] };
type Woorden = { stammen: string[]; zeldzaamheid: number[]; rijen: string[] };

/**
 * The file: `beroepen` names the places that the rows speak of (see packRij). An occupation without a row has itself and what
 * is related, the square of the nearness, by `zelf` and `naast`. `zeldzaamheid` is in hundredths, more for a rarer word.
 * `gezegd` is how many people of the examples say a word, of words that more than a few say.
 */
export type AansluitingBestand = { beroepen: string[]; voorbeelden: Record<Kant, number>; gezegd: Record<string, number>; mens: Tabel & { woorden: Record<Bron, Woorden> }; vacature: Tabel };

/** A row of the file: per place and what suits in hundredths two numbers of two bytes, in base64; half a million of them in decimals are too long. */
export function packRij(parts: readonly { at: number; hundredths: number }[]): string {
  const bytes = Buffer.alloc(parts.length * 4);
  for (const [i, { at, hundredths }] of parts.entries()) { bytes.writeUInt16LE(at, i * 4); bytes.writeInt16LE(hundredths, i * 4 + 2); }
  return bytes.toString('base64');
}

/** What packRij packed. */
export function unpackRij(rij: string): { at: number; hundredths: number }[] {
  const bytes = Buffer.from(rij, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, i) => ({ at: bytes.readUInt16LE(i * 4), hundredths: bytes.readInt16LE(i * 4 + 2) }));
}

/** What the words of one place count, a rare one more; together of length 1, as an occupation has. */
export function weighWoorden<T extends { zeldzaamheid: number }>(woorden: readonly T[]): { woord: T; telt: number }[] {
  const length = Math.hypot(...woorden.map(({ zeldzaamheid }) => zeldzaamheid));
  return woorden.map((woord) => ({ woord, telt: woord.zeldzaamheid / length }));
}

type Rij = { nrs: Uint16Array; sterktes: Float32Array };
type Woord = { zeldzaamheid: number; rij: string | Rij };

export class Aansluiting {
  /** Rows are unpacked when they are first asked for. */
  private readonly rijen: Record<Kant, (string | Rij | undefined)[]>;
  private readonly woorden: Record<Bron, ReadonlyMap<string, Woord>>;
  private readonly nrs: readonly (number | undefined)[];
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
    this.nrs = bestand.beroepen.map((id) => byId.get(id));
    const placed = (kant: Kant) => {
      const rijen: (string | undefined)[] = beroepen.map(() => undefined);
      for (const [at, rij] of bestand[kant].rijen.entries()) { const nr = this.nrs[at]; if (nr !== undefined) rijen[nr] = rij; }
      return rijen;
    };
    this.rijen = { mens: placed('mens'), vacature: placed('vacature') };
    this.woorden = perBron((bron) => { const { stammen, zeldzaamheid, rijen } = bestand.mens.woorden[bron]; return new Map(stammen.map((stam, at) => [stam, { zeldzaamheid: zeldzaamheid[at]! / 100, rij: rijen[at]! }])); });
  }

  /** Adds to `totalen`, per occupation, what suits so much (`telt`) of this occupation; what does not suit takes away. */
  add(totalen: Float64Array, kant: Kant, nr: number, telt: number): void {
    const rij = this.rijen[kant][nr];
    this.addRij(totalen, typeof rij === 'object' ? rij : (this.rijen[kant][nr] = rij === undefined ? this.unlearned(kant, nr) : this.read(rij)), telt);
  }

  /** Adds what suits who says these words there, a rare one more; all words of one place together count as one occupation. */
  addWoorden(totalen: Float64Array, bron: Bron, stammen: readonly string[]): void {
    const found = [...new Set(stammen)].map((stam) => this.woorden[bron].get(stam)).filter((woord) => woord !== undefined);
    for (const { woord, telt } of weighWoorden(found)) {
      if (typeof woord.rij === 'string') woord.rij = this.read(woord.rij);
      this.addRij(totalen, woord.rij, telt);
    }
  }

  /** How much a word tells, 0–1: most when hardly anybody says it. */
  rarity(stam: string): number {
    const { gezegd, voorbeelden } = this.bestand;
    return 1 - Math.log(1 + (Object.hasOwn(gezegd, stam) ? gezegd[stam]! : 0)) / Math.log(voorbeelden.mens);
  }

  private addRij(totalen: Float64Array, { nrs, sterktes }: Rij, telt: number): void {
    for (let i = 0; i < nrs.length; i++) totalen[nrs[i]!]! += telt * sterktes[i]!;
  }

  private read(rij: string): Rij {
    const parts = unpackRij(rij).flatMap(({ at, hundredths }) => { const nr = this.nrs[at]; return nr === undefined ? [] : [{ nr, sterkte: hundredths / 100 }]; });
    return { nrs: Uint16Array.from(parts, ({ nr }) => nr), sterktes: Float32Array.from(parts, ({ sterkte }) => sterkte) };
  }

  private unlearned(kant: Kant, nr: number): Rij {
    const { zelf, naast } = this.bestand[kant];
    const near = [...this.verwant[nr]!];
    return { nrs: Uint16Array.from([nr, ...near.map(([other]) => other)]), sterktes: Float32Array.from([zelf, ...near.map(([, share]) => naast * share ** 2)]) };
  }
}
