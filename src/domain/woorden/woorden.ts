/**
 * The vocabulary: occupations, skills, certificates and sectors with everything people call them, and the look-ups.
 * Our own words lie in gegevens/*.json, one file per sector; those of ESCO join where an operator imported them.
 */
import { CappedMap } from '../../cappedmap.ts';
import { DENKNIVEAUS } from '../kandidaat/kandidaat.ts';
import { Aansluiting } from './aansluiting.ts';
import geleerd from './aansluiting.json' with { type: 'json' };
import { MAX_TITLE, cleanTitle, fold, splitCompound, stem, stemsOf, tokenize } from './analyse.ts';
import { Beelden } from './beelden.ts';
import { flatten, readWoorden, type Beroep, type Certificaat, type Sector, type SectorBestand, type Vaardigheid } from './bestand.ts';
import { joinEsco, type EscoGegevens } from './esco.ts';
import { MAX_ANDERE, Namen, ZEKERHEID, type Gevonden } from './namen.ts';
import { Nummers } from './nummers.ts';
import spreektaal from './spreektaal.json' with { type: 'json' };
import { relate } from './verwant.ts';
import { womensForms } from './vormen.ts';

export { editDistance } from './afstand.ts';
export { readWoorden } from './bestand.ts';
export type { Gevonden } from './namen.ts';

/** Below this share of what its words tell, a title says too little about an occupation. */
const GENOEG_WOORDEN = 0.4;
/** From this share of the best on, it may as well be another occupation. */
const EVEN_GOED = 0.9;
/** Words that tell how or when someone works or is employed, not at what. */
const ZEGT_NIETS = new Set(('medewerker hulp assistent stage leerling vrijwilliger zaterdaghulp seizoen bijbaan baan werk werken ervaring ervaren iets alles zelfde soort doen worden leren blijven mag graag liefst weer terug eigen '
  + 'parttime fulltime deeltijd vast vaste contract flexibel uur uren dag dagen overdag ochtend ochtenden middag avond avonden nacht weekend dienst dagdienst ploeg ploegen team collega buurt thuis').split(' ').map(stem));
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
  /** Numbers of the stems that kandidaten use. */
  readonly nummers = new Nummers();
  /** Skills (nr) that belong to an occupation, core first; the core with what ESCO calls essential. */
  readonly kern: readonly number[][];
  readonly extra: readonly number[][];
  private readonly namen = { beroep: new Namen(), vaardigheid: new Namen(), certificaat: new Namen() };
  private phrases: Namen | undefined;
  private readonly taskStems: Set<string>[] = [];
  private readonly partsOf: string[][][] = [];
  private about: Beelden | undefined;
  private near: readonly ReadonlyMap<number, number>[] | undefined;
  private suits: Aansluiting | undefined;
  private levels: number[] | undefined;
  private sectorByName: ReadonlyMap<string, Sector> | undefined;
  private readonly byId: ReadonlyMap<string, number>;
  private readonly cache = new CappedMap<Gevonden | undefined>();
  private readonly stammen = new CappedMap<readonly string[]>();

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
    const numbers = this.numbersOf();
    this.kern = this.beroepen.map(({ kern, escoKern }) => numbers([...kern, ...escoKern]));
    this.extra = this.beroepen.map(({ extra }) => numbers(extra));
  }

  /**
   * The occupation that a title or a wish names. Ways, from sure to loose: the name or synonym itself (1), the same
   * stems (0.9), what people say for it or a synonym inside the text (0.8), the head of a compound (0.6), a typing mistake (0.5), what
   * its words belong to (up to 0.5).
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

  private numbersOf(): (names: readonly string[]) => number[] {
    const byName = new Map(this.vaardigheden.map(({ naam, nr }) => [naam, nr]));
    return (names) => names.map((name) => byName.get(name)).filter((nr) => nr !== undefined);
  }

  /** verwant[a].get(b) = how near occupation b is to a, 0–1. Symmetric. Made at its first use: an import needs only names. */
  get verwant(): readonly ReadonlyMap<number, number>[] {
    if (this.near === undefined) {
      const numbers = this.numbersOf();
      this.near = relate(this.beroepen, this.beroepen.map(({ kern }) => numbers(kern)), this.kern);
    }
    return this.near;
  }

  /** The level of each occupation, from 0 for elementary to 3 for higher. */
  get niveaus(): readonly number[] {
    return (this.levels ??= this.beroepen.map(({ niveau }) => DENKNIVEAUS.indexOf(niveau)));
  }

  /** What work suits whom. Made at its first use. */
  get aansluiting(): Aansluiting {
    return (this.suits ??= new Aansluiting(this.beroepen, this.verwant, geleerd));
  }

  /** What work texts call up, by the words of these occupations. Made at its first use: it takes some tenths of a second. */
  get beelden(): Beelden {
    return (this.about ??= this.readBeelden());
  }

  private readBeelden(): Beelden {
    const stems = (texts: readonly string[]) => new Set(texts.flatMap((text) => this.analyse(text)));
    return new Beelden(this.beroepen.map(({ nr, naam, synoniemen, woordveld }) => ({ namen: stems([naam, ...synoniemen]), taken: this.tasks(nr), woordveld: stems(woordveld) })));
  }

  /** The id of the image of the name of a skill. */
  imageId(naam: string): number {
    return this.beelden.idOf(naam, () => this.analyse(naam));
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
        this.stammen.set(word, stammen);
      }
      for (const stam of stammen) found.add(stam);
    }
    return [...found];
  }

  private lookupBeroep(text: string): Gevonden | undefined {
    const names = this.namen.beroep;
    const title = cleanTitle(text);
    // Longer than any title: what stands first decides, else the rest is read as it is.
    const isLong = text.trim().length > MAX_TITLE;
    return names.whole(text, title) ?? this.spoken(text, title) ?? names.inside(title) ?? (isLong ? names.find(text, text) : undefined) ?? this.compound(title) ?? names.typo(title) ?? this.mostWords(title);
  }

  /** What people say for it, as a whole: "bakkerij", "kamers schoonmaken". */
  private spoken(text: string, title: string): Gevonden | undefined {
    const found = (this.phrases ??= this.readPhrases()).whole(text, title);
    return found && { ...found, zekerheid: ZEKERHEID.spreektaal };
  }

  /** Read at the first text that is no name. */
  private readPhrases(): Namen {
    const names = new Namen();
    for (const [id, phrases] of Object.entries(spreektaal)) {
      const nr = this.byId.get(id);
      if (nr !== undefined) for (const phrase of phrases) names.add(nr, phrase);
    }
    return names;
  }

  private compound(text: string): Gevonden | undefined {
    for (const word of tokenize(text).reverse()) {
      const parts = splitCompound(word, this.bekend, this.kort);
      for (let from = 1; from < parts.length; from++) {
        const nr = this.namen.beroep.ofParts(parts.slice(from));
        if (nr !== undefined) return { nr, zekerheid: ZEKERHEID.samenstelling, andere: this.byWords(text).filter((other) => other.nr !== nr).slice(0, MAX_ANDERE).map((other) => other.nr) };
      }
    }
    return undefined;
  }

  private mostWords(text: string): Gevonden | undefined {
    const [best, ...rest] = this.byWords(text);
    return best === undefined || best.deel < GENOEG_WOORDEN ? undefined
      : { nr: best.nr, zekerheid: ZEKERHEID.woorden * best.deel, andere: rest.filter(({ deel }) => deel >= EVEN_GOED * best.deel).slice(0, MAX_ANDERE).map(({ nr }) => nr) };
  }

  /**
   * The occupations that the words of a title belong to, best first. Of those that have them as much, the one of which they
   * say most of a name comes first: "magazijn" is the magazijnmedewerker before the magazijnmedewerker of a hospital.
   */
  private byWords(text: string): { nr: number; deel: number }[] {
    const found = this.beelden.ofName(this.analyse(text).filter((stam) => !ZEGT_NIETS.has(stam)));
    const own = new Set(this.nameParts(text));
    const rarity = (stammen: readonly string[]) => stammen.reduce((sum, stam) => sum + this.beelden.rarity(stam), 0);
    const said = ({ nr }: { nr: number }) => Math.max(...this.namesInParts(nr).map((parts) => rarity(parts.filter((part) => own.has(part))) / (rarity(parts) || 1)));
    const alike = found.filter(({ deel }) => deel >= EVEN_GOED * found[0]!.deel).map((item) => ({ item, said: said(item) })).sort((a, b) => b.said - a.said).map(({ item }) => item);
    return [...alike, ...found.slice(alike.length)];
  }

  private namesInParts(nr: number): string[][] {
    const { naam, synoniemen } = this.beroepen[nr]!;
    return (this.partsOf[nr] ??= [naam, ...synoniemen].map((name) => this.nameParts(name)));
  }

  /** What a name says about the work: stems of its words, of compounds those of the parts. */
  private nameParts(name: string): string[] {
    return tokenize(name).flatMap((word) => { const all = stemsOf(word, this.bekend, this.kort); return all.length > 1 ? all.slice(1) : all; }).filter((stam) => !ZEGT_NIETS.has(stam));
  }

  private remember(key: string, find: () => Gevonden | undefined): Gevonden | undefined {
    if (key.length > 200) return find();
    if (!this.cache.has(key)) this.cache.set(key, find());
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
