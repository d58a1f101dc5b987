/**
 * The vocabulary: occupations, skills, certificates and sectors with everything people call them.
 * Data lies in gegevens/*.json, one file per sector; this file reads, checks and looks up.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { DENKNIVEAUS } from '../kandidaat/kandidaat.ts';
import { MAX_TITLE, analyse, cleanTitle, fold, splitCompound, stem, stemKey, tokenize } from './analyse.ts';

const naam = z.string().trim().min(2);
const namen = z.array(naam);
const sectorBestand = z.strictObject({
  sector: z.strictObject({ id: naam, naam, synoniemen: namen.default([]) }),
  vaardigheden: z.array(z.strictObject({ naam, synoniemen: namen.default([]) })),
  certificaten: z.array(z.strictObject({ naam, synoniemen: namen.default([]), scholing: z.string().optional(), wettelijk: z.boolean().default(false) })).default([]),
  beroepen: z.array(z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/), naam, isco: z.string().regex(/^\d{4}$/), niveau: z.enum(DENKNIVEAUS),
    synoniemen: namen, kern: namen, extra: namen, taken: namen,
    verwant: z.array(z.strictObject({ id: z.string(), sterkte: z.number().min(0).max(1) })),
  })),
});
export type SectorBestand = z.infer<typeof sectorBestand>;
export type Beroep = SectorBestand['beroepen'][number] & { nr: number; sector: string };
export type Vaardigheid = { nr: number; naam: string; synoniemen: string[]; sector: string };
export type Certificaat = { nr: number; naam: string; synoniemen: string[]; scholing?: string | undefined; wettelijk: boolean };
export type Sector = { id: string; naam: string; synoniemen: string[] };

/** What a free text means. `zekerheid` 1 = the very name, lower = found by a looser way, see `findBeroep`. */
export type Gevonden = { nr: number; zekerheid: number; andere: number[] };

export class Woordenboek {
  readonly beroepen: Beroep[] = [];
  readonly vaardigheden: Vaardigheid[] = [];
  readonly certificaten: Certificaat[] = [];
  readonly sectoren: Sector[] = [];
  /** Words that compounds may be made of. */
  readonly bekend = new Set<string>();
  /** Names of occupations of 3 letters, that compounds may end in: "restaurantkok". */
  readonly kort = new Set<string>();
  /** verwant[a].get(b) = how near occupation b is to a, 0–1. Symmetric. */
  readonly verwant: Map<number, number>[] = [];
  /** Skills (nr) that belong to an occupation, core first. */
  readonly kern: number[][] = [];
  readonly extra: number[][] = [];
  private readonly byTerm = { beroep: new Map<string, number>(), vaardigheid: new Map<string, number>(), certificaat: new Map<string, number>() };
  private readonly byStem = { beroep: new Map<string, number>(), vaardigheid: new Map<string, number>(), certificaat: new Map<string, number>() };
  private readonly byStemPart = new Map<string, Set<number>>();
  private readonly taskStems: Set<string>[] = [];
  private readonly byId = new Map<string, number>();
  private readonly cache = new Map<string, unknown>();

  constructor(bestanden: SectorBestand[]) {
    for (const bestand of bestanden) this.add(bestand);
    this.relate();
  }

  /**
   * The occupation that a title or a wish names. Ways, from sure to loose: the name or synonym itself (1), the same
   * stems (0.9), a synonym inside the text (0.8), the head of a compound or most of the words (0.6), one typo (0.5).
   * @returns undefined when nothing is near; `andere` are other occupations it could be
   */
  findBeroep(text: string): Gevonden | undefined {
    return this.remember(`b:${text}`, () => this.lookupBeroep(text));
  }

  /** The skill that a text names, by name, stems or a synonym inside the text. */
  findVaardigheid(text: string): Gevonden | undefined {
    return this.remember(`v:${text}`, () => this.lookup('vaardigheid', text, text));
  }

  /** The certificate that a text names. */
  findCertificaat(text: string): Gevonden | undefined {
    return this.remember(`c:${text}`, () => this.lookup('certificaat', text, text) ?? this.typo('certificaat', text));
  }

  /** The sector with this id, name or synonym. */
  findSector(text: string): Sector | undefined {
    const wanted = fold(text).trim();
    return this.sectoren.find((sector) => [sector.id, sector.naam, ...sector.synoniemen].some((term) => fold(term) === wanted));
  }

  /** Stems of the everyday tasks and skills of an occupation. */
  tasks(nr: number): ReadonlySet<string> {
    const beroep = this.beroepen[nr]!;
    return (this.taskStems[nr] ??= new Set([...beroep.taken, ...beroep.kern, ...beroep.extra].flatMap((text) => this.analyse(text))));
  }

  beroepById(id: string): Beroep | undefined {
    const nr = this.byId.get(id);
    return nr === undefined ? undefined : this.beroepen[nr];
  }

  /** Stems of a text, compounds split against the words of this vocabulary. */
  analyse(text: string): string[] {
    return analyse(text, this.bekend, this.kort);
  }

  private add(bestand: SectorBestand): void {
    if (bestand.sector.id !== 'algemeen') this.sectoren.push(bestand.sector);
    for (const item of bestand.vaardigheden) {
      const nr = this.vaardigheden.push({ ...item, nr: this.vaardigheden.length, sector: bestand.sector.id }) - 1;
      this.register('vaardigheid', nr, [item.naam, ...item.synoniemen]);
    }
    for (const item of bestand.certificaten) {
      const nr = this.certificaten.push({ ...item, nr: this.certificaten.length }) - 1;
      this.register('certificaat', nr, [item.naam, ...item.synoniemen]);
    }
    for (const item of bestand.beroepen) {
      const nr = this.beroepen.push({ ...item, nr: this.beroepen.length, sector: bestand.sector.id }) - 1;
      this.byId.set(item.id, nr);
      this.register('beroep', nr, [item.naam, ...item.synoniemen]);
    }
  }

  private register(kind: 'beroep' | 'vaardigheid' | 'certificaat', nr: number, terms: string[]): void {
    for (const term of terms) {
      const words = tokenize(term);
      const key = words.join(' ');
      if (!this.byTerm[kind].has(key)) this.byTerm[kind].set(key, nr);
      const stems = stemKey(term);
      if (!this.byStem[kind].has(stems)) this.byStem[kind].set(stems, nr);
      for (const word of words) if (word.length >= 3) this.bekend.add(word).add(stem(word));
      if (kind === 'beroep' && key.length === 3) this.kort.add(key);
      if (kind === 'beroep') for (const part of new Set(words.map(stem))) {
        const set = this.byStemPart.get(part) ?? new Set();
        this.byStemPart.set(part, set.add(nr));
      }
    }
  }

  /** Relations: those written down, both ways, and a little for equal ISCO groups and shared core skills. */
  private relate(): void {
    for (const beroep of this.beroepen) {
      this.kern.push(this.skillNumbers(beroep.kern));
      this.extra.push(this.skillNumbers(beroep.extra));
      this.verwant.push(new Map());
    }
    const set = (a: number, b: number, value: number) => {
      if (a === b) return;
      this.verwant[a]!.set(b, Math.max(value, this.verwant[a]!.get(b) ?? 0));
      this.verwant[b]!.set(a, Math.max(value, this.verwant[b]!.get(a) ?? 0));
    };
    for (const a of this.beroepen) {
      for (const { id, sterkte } of a.verwant) { const b = this.byId.get(id); if (b !== undefined) set(a.nr, b, sterkte); }
      for (const b of this.beroepen.slice(a.nr + 1)) {
        const shared = this.kern[a.nr]!.filter((skill) => this.kern[b.nr]!.includes(skill)).length;
        const overlap = shared / Math.max(1, Math.min(this.kern[a.nr]!.length, this.kern[b.nr]!.length));
        const near = (a.isco === b.isco ? 0.35 : a.isco.slice(0, 3) === b.isco.slice(0, 3) ? 0.15 : 0) + 0.4 * overlap;
        if (near >= 0.3) set(a.nr, b.nr, Math.min(0.75, near));
      }
    }
  }

  private skillNumbers(names: string[]): number[] {
    return names.map((name) => this.byTerm.vaardigheid.get(tokenize(name).join(' '))).filter((nr) => nr !== undefined);
  }

  private lookupBeroep(text: string): Gevonden | undefined {
    const title = cleanTitle(text);
    // Longer than any title: what stands first decides, else the rest is read as it is.
    const isLong = text.trim().length > MAX_TITLE;
    return this.lookup('beroep', text, title) ?? (isLong ? this.lookup('beroep', text, text) : undefined) ?? this.compound(title) ?? this.typo('beroep', title) ?? this.mostWords(title);
  }

  private lookup(kind: 'beroep' | 'vaardigheid' | 'certificaat', raw: string, text: string): Gevonden | undefined {
    const terms = this.byTerm[kind];
    const words = tokenize(text);
    const exact = terms.get(tokenize(raw).join(' ')) ?? terms.get(words.join(' ')) ?? terms.get(words.join(''));
    if (exact !== undefined) return { nr: exact, zekerheid: 1, andere: [] };
    const same = this.byStem[kind].get(stemKey(text));
    if (same !== undefined) return { nr: same, zekerheid: 0.9, andere: [] };
    // The longest known name inside the text; a later one wins, since Dutch puts the head last.
    const hits: { nr: number; length: number }[] = [];
    for (let length = Math.min(5, words.length - 1); length >= 1; length--) {
      for (let at = words.length - length; at >= 0; at--) {
        const part = words.slice(at, at + length);
        const nr = terms.get(part.join(' ')) ?? (length > 1 ? this.byStem[kind].get(part.map(stem).sort().join(' ')) : undefined);
        if (nr !== undefined && !hits.some((hit) => hit.nr === nr)) hits.push({ nr, length: part.join('').length });
      }
    }
    const [best, ...rest] = hits;
    return best && { nr: best.nr, zekerheid: 0.8, andere: rest.map((hit) => hit.nr) };
  }

  private compound(text: string): Gevonden | undefined {
    for (const word of tokenize(text).reverse()) {
      const parts = splitCompound(word, this.bekend, this.kort);
      for (let from = 1; from < parts.length; from++) {
        const nr = this.byTerm.beroep.get(parts.slice(from).join('')) ?? this.byStem.beroep.get(parts.map(stem).sort().join(' '));
        if (nr !== undefined) return { nr, zekerheid: 0.6, andere: [] };
      }
    }
    return undefined;
  }

  private mostWords(text: string): Gevonden | undefined {
    const parts = this.analyse(text).filter((part) => part !== 'medewerker');
    const counts = new Map<number, number>();
    for (const part of parts) for (const nr of this.byStemPart.get(part) ?? []) counts.set(nr, (counts.get(nr) ?? 0) + 1 / this.byStemPart.get(part)!.size);
    const [best, ...rest] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return best && best[1] >= 0.2 ? { nr: best[0], zekerheid: 0.5, andere: rest.slice(0, 3).map(([nr]) => nr) } : undefined;
  }

  private typo(kind: 'beroep' | 'certificaat', text: string): Gevonden | undefined {
    const wanted = tokenize(text).join(' ');
    if (wanted.length < 5 || wanted.length > 60) return undefined;
    const allowed = wanted.length >= 9 ? 2 : 1;
    let best: { nr: number; distance: number } | undefined;
    for (const [term, nr] of this.byTerm[kind]) {
      if (Math.abs(term.length - wanted.length) > allowed || term[0] !== wanted[0]) continue;
      const distance = editDistance(term, wanted, allowed);
      if (distance <= allowed && (!best || distance < best.distance)) best = { nr, distance };
    }
    return best && { nr: best.nr, zekerheid: 0.5, andere: [] };
  }

  private remember(key: string, find: () => Gevonden | undefined): Gevonden | undefined {
    if (key.length > 200) return find();
    if (!this.cache.has(key)) {
      if (this.cache.size > 50_000) this.cache.clear();
      this.cache.set(key, find());
    }
    return this.cache.get(key) as Gevonden | undefined;
  }
}

/**
 * Edits (insert, delete, replace, swap of neighbours) between two words, up to a limit.
 * @returns the number of edits, or max + 1 when there are more
 */
export function editDistance(a: string, b: string, max: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let low = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      low = Math.min(low, value);
    }
    if (low > max) return max + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** Reads and checks the sector files of a folder. @throws with the file's name when one does not fit the schema */
export function readWoorden(folder: URL): SectorBestand[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => {
    const parsed = sectorBestand.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!parsed.success) throw new Error(`Woordenlijst ${name}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

let shared: Woordenboek | undefined;

/** The vocabulary of this project, read once per process. */
export function woordenboek(): Woordenboek {
  return (shared ??= new Woordenboek(readWoorden(new URL('./gegevens/', import.meta.url))));
}
