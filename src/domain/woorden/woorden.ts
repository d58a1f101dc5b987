/**
 * The vocabulary: occupations, skills, certificates and sectors with everything people call them, and the look-ups.
 * Our own words lie in gegevens/*.json, one file per sector; those of ESCO join where an operator imported them.
 */
import { MAX_TITLE, cleanTitle, fold, splitCompound, stem, stemsOf, tokenize } from './analyse.ts';
import { flatten, readWoorden, type Beroep, type Certificaat, type Sector, type SectorBestand, type Vaardigheid } from './bestand.ts';
import { joinEsco, type EscoGegevens } from './esco.ts';
import { MAX_ANDERE, Namen, ZEKERHEID, type Gevonden } from './namen.ts';
import { relate } from './verwant.ts';
import { womensForms } from './vormen.ts';

export { editDistance } from './afstand.ts';
export { readWoorden } from './bestand.ts';
export type { Gevonden } from './namen.ts';

/** Below this share of the words a title says too little about an occupation. */
const GENOEG_WOORDEN = 0.2;
/** A text that shares less with every occupation is about none of them: one telling word, or two that tell little. */
const GENOEG_GEMEEN = 0.25;
/** What a paper is called after the thing it is for. */
const PAPIER = ['certificaat', ' certificaat', 'diploma', 'bewijs'] as const;

export class Woordenboek {
  readonly beroepen: readonly Beroep[];
  readonly vaardigheden: readonly Vaardigheid[];
  readonly certificaten: readonly Certificaat[];
  readonly sectoren: readonly Sector[];
  /** Words that compounds may be made of. */
  readonly bekend = new Set<string>();
  /** Own names of occupations of 3 letters, that compounds may end in: "restaurantkok". */
  readonly kort = new Set<string>();
  /** verwant[a].get(b) = how near occupation b is to a, 0–1. Symmetric. */
  readonly verwant: readonly ReadonlyMap<number, number>[];
  /** Skills (nr) that belong to an occupation, core first; the core with what ESCO calls essential. */
  readonly kern: readonly number[][];
  readonly extra: readonly number[][];
  private readonly namen = { beroep: new Namen(), vaardigheid: new Namen(), certificaat: new Namen() };
  private readonly byStemPart = new Map<string, Set<number>>();
  private readonly taskStems: Set<string>[] = [];
  /** Per stem the occupations that it tells of, and per occupation how many stems it has. */
  private about: { uses: ReadonlyMap<string, { nr: number; telt: number }[]>; sizes: readonly number[] } | undefined;
  private sectorByName: ReadonlyMap<string, Sector> | undefined;
  private readonly byId: ReadonlyMap<string, number>;
  private readonly cache = new Map<string, Gevonden | undefined>();
  private readonly stammen = new Map<string, readonly string[]>();

  /** @param esco what was imported from ESCO, joined to the files */
  constructor(bestanden: readonly SectorBestand[], esco?: EscoGegevens) {
    const eigen = flatten(bestanden);
    const lijst = esco ? joinEsco(eigen, esco) : eigen;
    ({ beroepen: this.beroepen, vaardigheden: this.vaardigheden, certificaten: this.certificaten, sectoren: this.sectoren } = lijst);
    this.byId = new Map(this.beroepen.map(({ id, nr }) => [id, nr]));
    for (const word of lijst.delen.flatMap(tokenize)) if (word.length >= 3) this.bekend.add(word).add(stem(word));
    for (const kind of ['beroep', 'vaardigheid', 'certificaat'] as const) {
      const items: readonly { nr: number; naam: string; synoniemen: readonly string[] }[] = { beroep: this.beroepen, vaardigheid: this.vaardigheden, certificaat: this.certificaten }[kind];
      for (const { nr, naam, synoniemen } of items) for (const name of [naam, ...synoniemen]) this.namen[kind].add(nr, name);
    }
    // After all names that are written down: what another occupation is called goes before a form by rule.
    for (const { nr, naam, synoniemen, bron } of this.beroepen) for (const form of (bron === 'eigen' ? [naam, ...synoniemen] : [naam]).flatMap(womensForms)) this.namen.beroep.add(nr, form);
    for (const { naam, synoniemen } of eigen.beroepen) for (const name of [naam, ...synoniemen]) if (/^\p{L}{3}$/u.test(fold(name))) this.kort.add(fold(name));
    for (const beroep of this.beroepen) if (beroep.bron === 'eigen') this.registerWords(beroep);
    const byName = new Map(this.vaardigheden.map(({ naam, nr }) => [naam, nr]));
    const numbers = (names: readonly string[]) => names.map((name) => byName.get(name)).filter((nr) => nr !== undefined);
    const own = this.beroepen.map(({ kern }) => numbers(kern));
    this.kern = this.beroepen.map(({ kern, escoKern }) => numbers([...kern, ...escoKern]));
    this.extra = this.beroepen.map(({ extra }) => numbers(extra));
    this.verwant = relate(this.beroepen, own, this.kern);
  }

  /**
   * The occupation that a title or a wish names. Ways, from sure to loose: the name or synonym itself (1), the same
   * stems (0.9), a synonym inside the text (0.8), the head of a compound (0.6), a typing mistake or most of the
   * words (0.5).
   * @returns undefined when nothing is near; `andere` are other occupations it could be
   */
  findBeroep(text: string): Gevonden | undefined {
    return this.remember(`b:${text}`, () => this.lookupBeroep(text));
  }

  /** The skill that a text names, by name, stems or a synonym inside the text. */
  findVaardigheid(text: string): Gevonden | undefined {
    return this.remember(`v:${text}`, () => this.namen.vaardigheid.find(text, text));
  }

  /** The certificate that a text in a field for certificates names; who writes "reachtruck" there means the paper, not the machine. */
  findCertificaat(text: string): Gevonden | undefined {
    const names = this.namen.certificaat;
    return this.remember(`c:${text}`, () => names.find(text, text) ?? this.findPapier(text.trim()) ?? names.typo(text));
  }

  /** The numbers of what somebody has who names this certificate: that one, and those it includes. */
  papersIn(text: string): number[] {
    const found = this.findCertificaat(text);
    return found ? [found.nr, ...this.certificaten[found.nr]!.omvat.flatMap((naam) => this.findCertificaat(naam)?.nr ?? [])] : [];
  }

  private findPapier(thing: string): Gevonden | undefined {
    return thing === '' ? undefined : PAPIER.map((woord) => this.namen.certificaat.find(thing + woord, thing + woord)).find((found) => found !== undefined);
  }

  /** The sector with this id, name or synonym. */
  findSector(text: string): Sector | undefined {
    this.sectorByName ??= new Map(this.sectoren.toReversed().flatMap((sector) => [sector.id, sector.naam, ...sector.synoniemen].map((term) => [fold(term), sector])));
    return this.sectorByName.get(fold(text).trim());
  }

  /** Stems of the everyday tasks and skills of an occupation. */
  tasks(nr: number): ReadonlySet<string> {
    const { taken, kern, escoKern, extra } = this.beroepen[nr]!;
    return (this.taskStems[nr] ??= new Set([...taken, ...kern, ...escoKern, ...extra].flatMap((text) => this.analyse(text))));
  }

  /** How much a stem tells about the work: most when few occupations use it or none that we know, nothing when all do. */
  rarity(stam: string): number {
    const { uses } = (this.about ??= this.readAbout());
    return Math.log((this.beroepen.length + 1) / ((uses.get(stam)?.length ?? 0) + 1)) / Math.log(this.beroepen.length + 1);
  }

  /**
   * The occupations whose names, tasks and skills have most words in common with a text: what an advertisement is about
   * when its title says nothing ("Gezellige collega gezocht!"). A rare word tells more, a word of a name half as much again.
   * @param weights stems of the text with how much each counts, 0–1
   * @returns at most `max`, best first; `naast` is how near each comes to the best, 0–1; none when hardly a word is shared
   */
  likeBeroepen(weights: ReadonlyMap<string, number>, max: number): { nr: number; naast: number }[] {
    const { uses, sizes } = (this.about ??= this.readAbout());
    const sums = new Map<number, number>();
    for (const [stam, weight] of weights) for (const { nr, telt } of uses.get(stam) ?? []) sums.set(nr, (sums.get(nr) ?? 0) + weight * telt * this.rarity(stam));
    const ranked = [...sums].map(([nr, sum]) => ({ nr, sum: sum / Math.sqrt(sizes[nr]!) })).sort((a, b) => b.sum - a.sum || a.nr - b.nr).slice(0, max);
    return ranked[0] && ranked[0].sum >= GENOEG_GEMEEN ? ranked.map(({ nr, sum }) => ({ nr, naast: sum / ranked[0]!.sum })) : [];
  }

  private readAbout(): NonNullable<Woordenboek['about']> {
    const uses = new Map<string, { nr: number; telt: number }[]>();
    const sizes = this.beroepen.map(({ nr, naam, synoniemen }) => {
      const names = new Set([naam, ...synoniemen].flatMap((name) => this.analyse(name)));
      const all = names.union(this.tasks(nr));
      for (const stam of all) { const list = uses.get(stam) ?? []; list.push({ nr, telt: names.has(stam) ? 1.5 : 1 }); uses.set(stam, list); }
      return all.size;
    });
    return { uses, sizes };
  }

  beroepById(id: string): Beroep | undefined {
    const nr = this.byId.get(id);
    return nr === undefined ? undefined : this.beroepen[nr];
  }

  /** Stems of a text, compounds split against the words of this vocabulary. */
  analyse(text: string): string[] {
    return this.analyseWords(tokenize(text));
  }

  /** The same of words that are folded already. People use the same words all the time, so each is taken apart once. */
  analyseWords(words: readonly string[]): string[] {
    const found = new Set<string>();
    for (const word of words) {
      let stammen = this.stammen.get(word);
      if (stammen === undefined) {
        stammen = stemsOf(word, this.bekend, this.kort);
        // A ceiling: free text from outside must not be able to fill the memory.
        if (this.stammen.size > 50_000) this.stammen.clear();
        this.stammen.set(word, stammen);
      }
      for (const stam of stammen) found.add(stam);
    }
    return [...found];
  }

  private registerWords({ nr, naam, synoniemen }: Beroep): void {
    for (const part of new Set([naam, ...synoniemen].flatMap(tokenize).map(stem))) {
      this.byStemPart.set(part, (this.byStemPart.get(part) ?? new Set()).add(nr));
    }
  }

  private lookupBeroep(text: string): Gevonden | undefined {
    const names = this.namen.beroep;
    const title = cleanTitle(text);
    // Longer than any title: what stands first decides, else the rest is read as it is.
    const isLong = text.trim().length > MAX_TITLE;
    return names.find(text, title) ?? (isLong ? names.find(text, text) : undefined) ?? this.compound(title) ?? names.typo(title) ?? this.mostWords(title);
  }

  private compound(text: string): Gevonden | undefined {
    for (const word of tokenize(text).reverse()) {
      const parts = splitCompound(word, this.bekend, this.kort);
      for (let from = 1; from < parts.length; from++) {
        const nr = this.namen.beroep.ofParts(parts.slice(from));
        if (nr !== undefined) return { nr, zekerheid: ZEKERHEID.samenstelling, andere: this.byWords(text).filter((other) => other !== nr).slice(0, MAX_ANDERE) };
      }
    }
    return undefined;
  }

  private mostWords(text: string): Gevonden | undefined {
    const [best, ...rest] = this.byWords(text);
    return best === undefined ? undefined : { nr: best, zekerheid: ZEKERHEID.woorden, andere: rest.slice(0, MAX_ANDERE) };
  }

  /** Own occupations with the words of a title, best first; a word that few of them have weighs more. */
  private byWords(text: string): number[] {
    const counts = new Map<number, number>();
    for (const part of this.analyse(text)) {
      // "medewerker" stands in half of all titles and says nothing about the work.
      const having = part === 'medewerker' ? [] : [...(this.byStemPart.get(part) ?? [])];
      for (const nr of having) counts.set(nr, (counts.get(nr) ?? 0) + 1 / having.length);
    }
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return (ranked[0]?.[1] ?? 0) >= GENOEG_WOORDEN ? ranked.map(([nr]) => nr) : [];
  }

  private remember(key: string, find: () => Gevonden | undefined): Gevonden | undefined {
    if (key.length > 200) return find();
    if (!this.cache.has(key)) {
      // A ceiling: free text from outside must not be able to fill the memory.
      if (this.cache.size > 50_000) this.cache.clear();
      this.cache.set(key, find());
    }
    return this.cache.get(key);
  }
}

let bestanden: SectorBestand[] | undefined;
let esco: EscoGegevens | undefined;
let shared: Woordenboek | undefined;

/** The vocabulary of this process, built at its first use. Another object than before means that the words changed. */
export function woordenboek(): Woordenboek {
  bestanden ??= readWoorden(new URL('./gegevens/', import.meta.url));
  return (shared ??= new Woordenboek(bestanden, esco));
}

/** Joins what was imported from ESCO to the vocabulary of this process, instead of what was joined before. */
export function setEsco(gegevens: EscoGegevens | undefined): void {
  if (gegevens === esco) return;
  esco = gegevens;
  shared = undefined;
}
