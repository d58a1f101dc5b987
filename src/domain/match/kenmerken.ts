/**
 * What the score may read of a kandidaat and of a vacature, and that same thing prepared for fast comparing.
 * The types are the first lock on neutrality: name, age, sex, origin, benefit, loonwaarde, profiel,
 * doelgroepregister, notes and photo are no fields here, so no rule can read them. Pure.
 */
import type { Begeleiding, Dagdeel, Denkniveau, Ervaring, Rijbewijs, Taal, Vervoer, Werkvorm } from '../kandidaat/kandidaat.ts';
import { isPersonal, withoutPersonal } from '../kandidaat/persoonlijk.ts';
import type { Punt } from '../plaats/plaats.ts';
import type { Biedt } from '../vacature/vacature.ts';
import { MEEST as BEELD, inARow, levelOf, readKring, surround, widen, type Aandelen, type Kring } from './beeld.ts';
import { reachOf } from './bereik.ts';
import { dagdeelBits } from './dagdelen.ts';
import { readNabij, type Nabij } from './nabij.ts';
import { arrangedBy } from './regelen.ts';
import { Woordlijst, isCovered } from './stammen.ts';
import type { Zegt } from '../woorden/aansluiting.ts';
import { fold } from '../woorden/analyse.ts';
import type { Beeld } from '../woorden/beelden.ts';
import { ZEKERHEID } from '../woorden/namen.ts';
import { wishesIn, withoutDenied } from '../woorden/wens.ts';
import type { Gevonden, Woordenboek } from '../woorden/woorden.ts';

export type KandidaatProfiel = {
  kop: string; presentatie: string; wensberoepen: string[]; ervaring: Ervaring[]; vaardigheden: string[];
  certificaten: string[] | null; rijbewijzen: Rijbewijs[] | null; talen: Taal[] | null; denkniveau: Denkniveau | null;
  sectoren: string[]; urenMin: number; urenMax: number; dagdelen: Dagdeel[] | null; beschikbaarVanaf: string | null;
  plaats: string; punt: Punt | null; reisafstandKm: number | null; vervoer: Vervoer[] | null; nodig: string[];
  begeleiding: Begeleiding | null; werkvormen: Werkvorm[];
};

export type VacatureProfiel = {
  titel: string; beroep: string | null; omschrijving: string; taken: string[];
  vaardighedenVereist: string[]; vaardighedenGewenst: string[]; certificatenVereist: string[]; certificatenGewenst: string[];
  rijbewijzen: Rijbewijs[]; talen: Taal[]; denkniveau: Denkniveau | null; sector: string | null;
  urenMin: number; urenMax: number; dagdelen: Dagdeel[] | null; plaats: string; punt: Punt | null;
  startdatum: string | null; werkvorm: Werkvorm; biedt: Biedt[];
};

/** A skill or a task: its number in the vocabulary, or -1 for a word that is not in it, and the places of its stems in `lijst`. */
export type Term = Papier & { stammen: number[] };
/** A certificate: its number in the vocabulary, or -1. */
export type Papier = { naam: string; nr: number };
/** Where an occupation of a kandidaat comes from. A wish counts as much as experience. */
export type BeroepVan = { nr: number; bron: 'wens' | 'ervaring'; naam: string; maanden: number | null; zekerheid: number };

export type KandidaatKenmerken = {
  profiel: KandidaatProfiel;
  beroepen: BeroepVan[];
  /** Names of wishes and of earlier work that the vocabulary does not know, folded. */
  onbekend: string[];
  /** Skills named by the person, and (weaker) skills that go with an occupation someone did. */
  vaardigheden: Set<number>;
  afgeleid: Set<number>;
  certificaten: Set<number> | null;
  sectoren: Set<string>;
  /** Sectors that someone wants to work in, whatever the work: "bouw", "iets technisch". */
  wensSectoren: Set<string>;
  /** Parts of the week (dagdelen.ts), and how far someone travels in km; null when that is unknown. */
  dagdelen: number;
  reikKm: number | null;
  /** What someone needs, and the offers that would arrange it. */
  nodig: { naam: string; door: ReturnType<typeof arrangedBy> }[];
  /** Numbers of the stems of everything someone can or did; for words that are in no vocabulary. */
  stammen: Uint32Array;
  /** What work somebody's wishes, experience and own words call up; the same without the experience, and without the wishes; in a row. */
  vertelt: Beeld;
  /** What lies around the first two of these with the occupations that are named, in a row as well; and the level of each. */
  kring: Beeld;
  niveaus: number[];
  /** Ids of what each skill calls up. */
  beelden: number[];
  leeg: boolean;
};

export type VacatureKenmerken = {
  profiel: VacatureProfiel;
  beroepen: { nr: number; zekerheid: number }[];
  /** The name of the work where the vocabulary does not know it, folded. */
  onbekend: string | null;
  nabij: Nabij;
  /** What work the vacature calls up, and what lies near to it; and the work around that and around the occupations it asks. */
  beeld: Aandelen;
  kring: Kring;
  vereist: Term[];
  gewenst: Term[];
  /** True when the vacature names no skills and those of the occupation stand in. */
  vaardighedenAfgeleid: boolean;
  /** The tasks; an everyday one of the occupation is `gewoon`. */
  taken: (Term & { gewoon: boolean })[];
  certificatenVereist: Papier[];
  certificatenGewenst: Papier[];
  sector: string | null;
  dagdelen: number;
  /** All stems that are compared with those of people; below by their places in this list. */
  lijst: Woordlijst;
  /** Everything the vacature says, with how much each stem is worth in somebody's own words; from 1 on these fit in full. */
  woorden: { stammen: number[]; gewichten: number[] };
  titelStammen: number[];
  beroepStammen: number[];
};

/** What somebody's headline and story count beside wishes and experience: the one says it shortest, the other tells of the person too. */
const KOP = 2;
const PRESENTATIE = 0.5;

/** Prepares one kandidaat; costs some tenths of a ms, so keep the outcome as long as the profile does not change. */
export function readKandidaat(profiel: KandidaatProfiel, woorden: Woordenboek): KandidaatKenmerken {
  const wensen = profiel.wensberoepen.map(withoutDenied);
  const beroepen = wensen.flatMap((wens, at) => readWens(wens, wens !== profiel.wensberoepen[at], woorden));
  for (const { beroep, maanden } of profiel.ervaring) {
    const found = woorden.findBeroep(beroep);
    if (found) beroepen.push({ nr: found.nr, bron: 'ervaring', naam: beroep, maanden: maanden ?? null, zekerheid: found.zekerheid });
  }
  const onbekend = [...wensen, ...profiel.ervaring.map(({ beroep }) => beroep)].filter((naam) => naam !== '' && woorden.findBeroep(naam) === undefined).map(fold);
  const vaardigheden = new Set<number>();
  const stammen = new Set<string>();
  for (const naam of profiel.vaardigheden) {
    const found = woorden.findVaardigheid(naam);
    if (found) vaardigheden.add(found.nr);
    for (const stam of woorden.analyse(naam)) stammen.add(stam);
  }
  const afgeleid = new Set<number>();
  for (const beroep of beroepen) if (beroep.bron === 'ervaring') for (const nr of woorden.kern[beroep.nr]!) afgeleid.add(nr);
  const zegt = readZegt(wensen, profiel, woorden);
  for (const stam of [...zegt.wens, ...zegt.deed]) stammen.add(stam);
  // Someone who only says hello is still unknown; what is said counts beside what is known.
  const leeg = beroepen.length === 0 && stammen.size === 0;
  for (const stam of [...zegt.kop, ...zegt.presentatie]) stammen.add(stam);
  const sectoren = new Set(profiel.sectoren.map((naam) => woorden.findSector(naam)?.id ?? naam.toLowerCase()));
  for (const beroep of beroepen) { const { sector } = woorden.beroepen[beroep.nr]!; if (sector) sectoren.add(sector); }
  const wensSectoren = new Set(wensen.flatMap((wens) => [wens, ...wishesIn(wens)]).map((naam) => woorden.findSector(naam)?.id).filter((id) => id !== undefined));
  for (const id of wensSectoren) sectoren.add(id);
  return {
    profiel, beroepen, onbekend, vaardigheden, afgeleid, stammen: Uint32Array.from(stammen, (stam) => woorden.nummers.of(stam)), ...readVertelt(zegt, beroepen, woorden), beelden: profiel.vaardigheden.map((naam) => woorden.imageId(naam)), sectoren, wensSectoren, dagdelen: dagdeelBits(profiel.dagdelen), reikKm: reachOf(profiel),
    certificaten: profiel.certificaten && new Set(profiel.certificaten.flatMap((naam) => woorden.papersIn(naam))),
    nodig: profiel.nodig.map((naam) => ({ naam, door: arrangedBy(naam) })),
    leeg,
  };
}

/**
 * The occupations that a wish names: the one that all of it is, else those of the things it names one by one, else what it
 * looks like. A sector stands for its commonest work ("horeca"), unless the wish said what it is not (`denies`).
 */
function readWens(wens: string, denies: boolean, woorden: Woordenboek): BeroepVan[] {
  const find = (naam: string): BeroepVan[] => {
    const found = denies && woorden.findSector(naam) ? undefined : woorden.findBeroep(naam);
    return found ? [{ nr: found.nr, bron: 'wens', naam, maanden: null, zekerheid: found.zekerheid }] : [];
  };
  const whole = find(wens);
  if (whole.some(({ zekerheid }) => zekerheid >= ZEKERHEID.stam)) return whole;
  const each = wishesIn(wens).flatMap(find).filter(({ zekerheid }) => zekerheid >= ZEKERHEID.woorden);
  return each.length > 0 ? each : whole;
}

/** Stems of what somebody wants (`wensen`), did and says, without what is denied (who does not want to weld does not tell of welding) and without what only tells who somebody is. */
export function readZegt(wensen: readonly string[], { kop, presentatie, ervaring }: KandidaatProfiel, woorden: Woordenboek): Zegt {
  const stems = (texts: readonly string[]) => texts.flatMap((text) => woorden.analyse(withoutPersonal(text))).filter((stam) => !isPersonal(stam));
  return { wens: stems(wensen), deed: stems(ervaring.flatMap(({ beroep, omschrijving }) => [beroep, omschrijving ?? ''])), kop: stems([withoutDenied(kop)]), presentatie: stems([withoutDenied(presentatie)]) };
}

/**
 * The image of all that somebody tells; where there are wishes as well as experience, also without the experience and without
 * the wishes, so that nobody gains by leaving one of them out. With the first two the circle of work around them: what somebody
 * did draws none of its own, since who wants something else would be proposed for the old work.
 */
function readVertelt(zegt: Zegt, beroepen: readonly BeroepVan[], woorden: Woordenboek): Pick<KandidaatKenmerken, 'vertelt' | 'kring' | 'niveaus'> {
  const { beelden } = woorden;
  const image = ({ wens, deed, kop, presentatie }: Zegt) => {
    const weights = new Map<string, number>();
    for (const [stems, weight] of [[presentatie, PRESENTATIE], [wens, 1], [deed, 1], [kop, KOP]] as const) for (const stam of stems) weights.set(stam, weight);
    return beelden.image(beelden.strengths(weights), BEELD.verhaal);
  };
  const read = (own: Zegt, named: readonly BeroepVan[]) => { const beeld = image(own); return { beeld, kring: readKring(beeld, named, own, woorden) }; };
  const rond = [read(zegt, beroepen)];
  const losse: Beeld[] = [];
  if (zegt.wens.length > 0 && zegt.deed.length > 0) {
    rond.push(read({ ...zegt, deed: [] }, beroepen.filter(({ bron }) => bron === 'wens')));
    losse.push(image({ ...zegt, wens: [] }));
  }
  return { vertelt: inARow([...rond.map(({ beeld }) => beeld), ...losse], BEELD.verhaal), kring: inARow(rond.map(({ kring }) => kring), BEELD.kring), niveaus: rond.map(({ kring }) => levelOf(kring, woorden)) };
}

/** Prepares one vacature. The occupation comes from `beroep`, else from the title, else from the text. */
export function readVacature(profiel: VacatureProfiel, woorden: Woordenboek): VacatureKenmerken {
  const { beroepen, beeld } = readWerk(profiel, woorden);
  const found = beroepen[0];
  const lijst = new Woordlijst();
  const places = (text: string) => lijst.placesOf(woorden.analyse(text));
  const term = (naam: string): Term => ({ naam, nr: woorden.findVaardigheid(naam)?.nr ?? -1, stammen: places(naam) });
  const proof = (naam: string): Papier => ({ naam, nr: woorden.findCertificaat(naam)?.nr ?? -1 });
  const taken = profiel.taken.map(term);
  const everyday = found && woorden.tasks(found.nr);
  const gewoon = lijst.stammen.map((stam) => (everyday?.has(stam) ? 1 : 0));
  const words = weighWords(profiel, woorden);
  // "medewerker" stands in half of all titles and says nothing about the work.
  const title = (text: string) => lijst.placesOf(woorden.analyse(text).filter((stam) => stam !== 'medewerker'));
  const afgeleid = profiel.vaardighedenVereist.length + profiel.vaardighedenGewenst.length === 0 && found !== undefined;
  const own = afgeleid ? woorden.beroepen[found.nr]!.kern : [];
  return {
    profiel, beroepen, onbekend: nameUnknown(profiel, woorden), nabij: readNabij(beroepen, woorden), beeld: widen(beeld, woorden), kring: surround(beeld, beroepen, woorden),
    vereist: profiel.vaardighedenVereist.map(term),
    gewenst: (afgeleid ? own : profiel.vaardighedenGewenst).map(term),
    vaardighedenAfgeleid: afgeleid,
    taken: taken.map((taak) => ({ ...taak, gewoon: isCovered(taak.stammen, gewoon) })),
    certificatenVereist: profiel.certificatenVereist.map(proof),
    certificatenGewenst: profiel.certificatenGewenst.map(proof),
    sector: (profiel.sector && woorden.findSector(profiel.sector)?.id) ?? (found ? woorden.beroepen[found.nr]!.sector : null),
    dagdelen: dagdeelBits(profiel.dagdelen),
    lijst,
    woorden: { stammen: lijst.placesOf(words.map(({ stam }) => stam)), gewichten: words.map(({ gewicht }) => gewicht) },
    titelStammen: title(profiel.titel),
    beroepStammen: title(profiel.beroep ?? ''),
  };
}

/** What work a vacature is about: the occupations that it may mean, and what its text calls up. */
export function readWerk(profiel: VacatureProfiel, woorden: Woordenboek): { beroepen: VacatureKenmerken['beroepen']; beeld: Beeld } {
  const named = (profiel.beroep ? woorden.findBeroep(profiel.beroep) : undefined) ?? woorden.findBeroep(profiel.titel);
  const strengths = woorden.beelden.strengths(weighText(profiel, woorden));
  return { beroepen: findBeroepen(strengths, named, woorden), beeld: woorden.beelden.image(strengths, BEELD.vacature) };
}

/** What a word of the description counts for what work it is; it tells of the firm and the day too. */
const OMSCHRIJVING = 0.8;
/** Somebody's own words hold a few of those of a vacature. From this on they fit in full. */
const VOLUIT_WOORDEN = 0.28;
/** From this certainty on a title names an occupation; below it, it looks like one by a typing mistake or a word in common. */
const NOEMT = ZEKERHEID.samenstelling;
/** From this one on it does so literally. Otherwise the text must call up that work at least half as strongly as any other. */
const LETTERLIJK = ZEKERHEID.stam;
const BEAAMD = 0.5;
/** What the occupations that the text calls up count beside a title that names one. */
const NAAST_TITEL = 0.5;
/** A title that hardly names an occupation, with a text that calls up none. */
const GEGOKT = 0.4;
/** So many occupations that the text calls up are taken along. */
const MEEST = 5;

/**
 * What work a vacature is about. A title that names an occupation tells, if the text does not contradict it ("Yard
 * Operator", who rides a shovel); where it hardly names one, the text tells more ("Toppers gezocht!").
 * @param strengths how strongly the text calls up each occupation
 */
function findBeroepen(strengths: Float64Array, named: Gevonden | undefined, woorden: Woordenboek): VacatureKenmerken['beroepen'] {
  const byText = woorden.beelden.closest(strengths, MEEST);
  const believed = named !== undefined && (named.zekerheid >= LETTERLIJK || byText[0] === undefined || strengths[named.nr]! >= BEAAMD * strengths[byText[0].nr]!);
  if (named !== undefined && named.zekerheid >= NOEMT && believed) {
    return [{ nr: named.nr, zekerheid: named.zekerheid }, ...byText.filter(({ nr }) => nr !== named.nr).map(({ nr, naast }) => ({ nr, zekerheid: NAAST_TITEL * naast }))];
  }
  if (byText.length > 0) return byText.map(({ nr, naast }) => ({ nr, zekerheid: naast }));
  return named ? [{ nr: named.nr, zekerheid: GEGOKT }] : [];
}

/** The name of the work, else the title, when the vocabulary does not know it. */
function nameUnknown({ beroep, titel }: VacatureProfiel, woorden: Woordenboek): string | null {
  const naam = beroep ?? titel;
  return naam === '' || woorden.findBeroep(naam) ? null : fold(naam);
}

/** What a vacature says of the work itself. */
function textsOf({ titel, beroep, taken, vaardighedenVereist, vaardighedenGewenst }: VacatureProfiel): string[] {
  return [titel, beroep ?? '', ...taken, ...vaardighedenVereist, ...vaardighedenGewenst];
}

/** Stems of all that a vacature says, with how much each counts for what work it is. */
function weighText(profiel: VacatureProfiel, woorden: Woordenboek): Map<string, number> {
  const weights = new Map(woorden.analyse(profiel.omschrijving).map((stam) => [stam, OMSCHRIJVING]));
  for (const text of textsOf(profiel)) for (const stam of woorden.analyse(text)) weights.set(stam, 1);
  return weights;
}

/** The words of a vacature with what each is worth; one that hardly anybody says tells more than one that all do. */
function weighWords(profiel: VacatureProfiel, woorden: Woordenboek): { stam: string; gewicht: number }[] {
  const words = [...weighText(profiel, woorden).keys()].map((stam) => ({ stam, rarity: woorden.aansluiting.rarity(stam) }));
  const length = Math.hypot(...words.map(({ rarity }) => rarity)) || 1;
  return words.map(({ stam, rarity }) => ({ stam, gewicht: rarity ** 2 / length / VOLUIT_WOORDEN }));
}
