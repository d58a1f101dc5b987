/** Names of one kind (occupations, skills or certificates) and the ways in which a text can lead to one. Pure. */
import { editDistance } from './afstand.ts';
import { nameKeys, stem, stemKey, tokenize } from './analyse.ts';

/** What a text means: 1 = the very name, lower = found by a looser way; `andere` are other things it could be. */
export type Gevonden = { nr: number; zekerheid: number; andere: number[] };

/** How sure each way of finding is. */
export const ZEKERHEID = { naam: 1, stam: 0.9, inTekst: 0.8, spreektaal: 0.8, samenstelling: 0.6, typefout: 0.5, woorden: 0.5 } as const;

/** At most this many other meanings: more is no help to choose from. */
export const MAX_ANDERE = 3;

export class Namen {
  private readonly terms = new Map<string, number>();
  private readonly stems = new Map<string, number[]>();
  /** The same terms by first letter: a typing mistake rarely hits that one. Made at the first mistake. */
  private byLetter: ReadonlyMap<string, [string, number][]> | undefined;

  /** Takes a name up; the first to have it keeps it. */
  add(nr: number, name: string): void {
    const { term, stammen } = nameKeys(name);
    if (term === '' || this.terms.has(term)) return;
    this.terms.set(term, nr);
    const same = this.stems.get(stammen);
    if (!same) this.stems.set(stammen, [nr]);
    else if (!same.includes(nr)) same.push(nr);
    this.byLetter = undefined;
  }

  /** The number of exactly this name, whatever its case, accents and signs. */
  exact(text: string): number | undefined {
    return this.terms.get(tokenize(text).join(' '));
  }

  /** The number of a name of the same word parts, joined or in other forms. */
  ofParts(parts: readonly string[]): number | undefined {
    return this.terms.get(parts.join('')) ?? this.stems.get(parts.map(stem).sort().join(' '))?.[0] ?? this.stems.get(stem(parts.join('')))?.[0];
  }

  /**
   * The name itself, the same stems, or a name inside the text, in that order.
   * @param raw the text as it was typed @param text the same without noise
   */
  find(raw: string, text: string): Gevonden | undefined {
    return this.whole(raw, text) ?? this.inside(text);
  }

  /** The name that the whole of a text is, as written or by its stems; the same arguments as `find`. */
  whole(raw: string, text: string): Gevonden | undefined {
    const words = tokenize(text);
    const exact = this.exact(raw) ?? this.terms.get(words.join(' ')) ?? this.terms.get(words.join(''));
    if (exact !== undefined) return { nr: exact, zekerheid: ZEKERHEID.naam, andere: [] };
    const [same, ...others] = this.stems.get(stemKey(text)) ?? [];
    return same === undefined ? undefined : { nr: same, zekerheid: ZEKERHEID.stam, andere: others.slice(0, MAX_ANDERE) };
  }

  /** A name with one typing mistake, or two from nine letters; the nearest first. */
  typo(text: string): Gevonden | undefined {
    const wanted = tokenize(text).join(' ');
    if (wanted.length < 5 || wanted.length > 60) return undefined;
    const allowed = wanted.length >= 9 ? 2 : 1;
    const near = new Map<number, number>();
    this.byLetter ??= Map.groupBy(this.terms, ([term]) => term[0]!);
    for (const [term, nr] of this.byLetter.get(wanted[0]!) ?? []) {
      if (Math.abs(term.length - wanted.length) > allowed) continue;
      const distance = editDistance(term, wanted, allowed);
      if (distance <= allowed && distance < (near.get(nr) ?? Infinity)) near.set(nr, distance);
    }
    const [best, ...rest] = [...near].sort((a, b) => a[1] - b[1]).map(([nr]) => nr);
    return best === undefined ? undefined : { nr: best, zekerheid: ZEKERHEID.typefout, andere: rest.slice(0, MAX_ANDERE) };
  }

  /** The longest known name inside a text; of equal length the later one, since Dutch puts the head last. */
  inside(text: string): Gevonden | undefined {
    const words = tokenize(text);
    const hits = new Set<number>();
    for (let length = Math.min(5, words.length - 1); length >= 1; length--) {
      for (let at = words.length - length; at >= 0; at--) {
        const part = words.slice(at, at + length);
        const nr = this.terms.get(part.join(' ')) ?? (length > 1 ? this.stems.get(part.map(stem).sort().join(' '))?.[0] : undefined);
        if (nr !== undefined) hits.add(nr);
      }
    }
    const [first, ...rest] = hits;
    return first === undefined ? undefined : { nr: first, zekerheid: ZEKERHEID.inTekst, andere: rest };
  }
}
