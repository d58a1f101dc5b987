/**
 * What the score may read of a kandidaat and of a vacature, and that same thing prepared for fast comparing.
 * The types are the first lock on neutrality: name, age, sex, origin, benefit, loonwaarde, profiel,
 * doelgroepregister, notes and photo are no fields here, so no rule can read them. Pure.
 */
import type { Begeleiding, Dagdeel, Denkniveau, Ervaring, Rijbewijs, Taal, Vervoer, Werkvorm } from '../kandidaat/kandidaat.ts';
import type { Punt } from '../plaats/plaats.ts';
import type { Biedt } from '../vacature/vacature.ts';
import { reachOf } from './bereik.ts';
import { dagdeelBits } from './dagdelen.ts';
import { readNabij, type Nabij } from './nabij.ts';
import { arrangedBy } from './regelen.ts';
import { isCovered } from './stammen.ts';
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

/** A skill or a certificate: its number in the vocabulary, or -1 for a word that is not in it, and its stems. */
export type Term = { naam: string; nr: number; stammen: string[] };
/** Where an occupation of a kandidaat comes from. A wish counts as much as experience. */
export type BeroepVan = { nr: number; bron: 'wens' | 'ervaring'; naam: string; maanden: number | null; zekerheid: number };

export type KandidaatKenmerken = {
  profiel: KandidaatProfiel;
  beroepen: BeroepVan[];
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
  /** Stems of everything someone can or did; for words that are in no vocabulary. */
  stammen: Set<string>;
  leeg: boolean;
};

export type VacatureKenmerken = {
  profiel: VacatureProfiel;
  beroepen: { nr: number; zekerheid: number }[];
  nabij: Nabij;
  vereist: Term[];
  gewenst: Term[];
  /** True when the vacature names no skills and those of the occupation stand in. */
  vaardighedenAfgeleid: boolean;
  /** The tasks; an everyday one of the occupation is `gewoon`. */
  taken: (Term & { gewoon: boolean })[];
  certificatenVereist: Term[];
  certificatenGewenst: Term[];
  sector: string | null;
  dagdelen: number;
  titelStammen: string[];
  /** Everything the vacature says about the work, as stems, with how much each tells; together 1. */
  woorden: { stam: string; gewicht: number }[];
  beroepStammen: string[];
};

/** Prepares one kandidaat; costs about 0.1 ms, so keep the outcome as long as the profile does not change. */
export function readKandidaat(profiel: KandidaatProfiel, woorden: Woordenboek): KandidaatKenmerken {
  const beroepen: BeroepVan[] = [];
  for (const naam of profiel.wensberoepen) {
    const found = woorden.findBeroep(naam);
    if (found) beroepen.push({ nr: found.nr, bron: 'wens', naam, maanden: null, zekerheid: found.zekerheid });
  }
  for (const { beroep, maanden } of profiel.ervaring) {
    const found = woorden.findBeroep(beroep);
    if (found) beroepen.push({ nr: found.nr, bron: 'ervaring', naam: beroep, maanden: maanden ?? null, zekerheid: found.zekerheid });
  }
  const vaardigheden = new Set<number>();
  const stammen = new Set<string>();
  for (const naam of profiel.vaardigheden) {
    const found = woorden.findVaardigheid(naam);
    if (found) vaardigheden.add(found.nr);
    for (const stam of woorden.analyse(naam)) stammen.add(stam);
  }
  const afgeleid = new Set<number>();
  for (const beroep of beroepen) if (beroep.bron === 'ervaring') for (const nr of woorden.kern[beroep.nr]!) afgeleid.add(nr);
  const texts = [...profiel.wensberoepen, ...profiel.ervaring.flatMap((item) => [item.beroep, item.omschrijving ?? ''])];
  for (const text of texts) for (const stam of woorden.analyse(text)) stammen.add(stam);
  // Someone who only says hello is still unknown; what is said counts beside what is known.
  const leeg = beroepen.length === 0 && stammen.size === 0;
  for (const text of [profiel.kop, profiel.presentatie]) for (const stam of woorden.analyse(text)) stammen.add(stam);
  const sectoren = new Set(profiel.sectoren.map((naam) => woorden.findSector(naam)?.id ?? naam.toLowerCase()));
  for (const beroep of beroepen) { const { sector } = woorden.beroepen[beroep.nr]!; if (sector) sectoren.add(sector); }
  const wensSectoren = new Set(profiel.wensberoepen.map((naam) => woorden.findSector(naam)?.id).filter((id) => id !== undefined));
  for (const id of wensSectoren) sectoren.add(id);
  return {
    profiel, beroepen, vaardigheden, afgeleid, stammen, sectoren, wensSectoren, dagdelen: dagdeelBits(profiel.dagdelen), reikKm: reachOf(profiel),
    certificaten: profiel.certificaten && new Set(profiel.certificaten.flatMap((naam) => woorden.papersIn(naam))),
    nodig: profiel.nodig.map((naam) => ({ naam, door: arrangedBy(naam) })),
    leeg,
  };
}

/** Prepares one vacature. The occupation comes from `beroep`, else from the title; other readings weigh less. */
export function readVacature(profiel: VacatureProfiel, woorden: Woordenboek): VacatureKenmerken {
  const named = (profiel.beroep ? woorden.findBeroep(profiel.beroep) : undefined) ?? woorden.findBeroep(profiel.titel);
  const beroepen = findBeroepen(profiel, named, woorden);
  const found = beroepen[0];
  const term = (naam: string): Term => ({ naam, nr: woorden.findVaardigheid(naam)?.nr ?? -1, stammen: woorden.analyse(naam) });
  const proof = (naam: string): Term => ({ naam, nr: woorden.findCertificaat(naam)?.nr ?? -1, stammen: woorden.analyse(naam) });
  const afgeleid = profiel.vaardighedenVereist.length + profiel.vaardighedenGewenst.length === 0 && found !== undefined;
  const own = afgeleid ? woorden.beroepen[found.nr]!.kern : [];
  return {
    profiel, beroepen, nabij: readNabij(beroepen, woorden),
    vereist: profiel.vaardighedenVereist.map(term),
    gewenst: (afgeleid ? own : profiel.vaardighedenGewenst).map(term),
    vaardighedenAfgeleid: afgeleid,
    taken: profiel.taken.map(term).map((taak) => ({ ...taak, gewoon: found !== undefined && isCovered(taak.stammen, woorden.tasks(found.nr)) })),
    certificatenVereist: profiel.certificatenVereist.map(proof),
    certificatenGewenst: profiel.certificatenGewenst.map(proof),
    sector: (profiel.sector && woorden.findSector(profiel.sector)?.id) ?? (found ? woorden.beroepen[found.nr]!.sector : null),
    dagdelen: dagdeelBits(profiel.dagdelen),
    // "medewerker" stands in half of all titles and says nothing about the work.
    titelStammen: woorden.analyse(profiel.titel).filter((stam) => stam !== 'medewerker'),
    woorden: weighWords(profiel, woorden),
    beroepStammen: woorden.analyse(profiel.beroep ?? '').filter((stam) => stam !== 'medewerker'),
  };
}

/** What the text counts beside tasks and skills: it tells of the firm and the day as much as of the work. Without them it is all there is. */
const OMSCHRIJVING = { naast: { beroep: 0.3, woorden: 0.1 }, alleen: { beroep: 0.8, woorden: 0.5 } } as const;
const weightOfText = ({ taken, vaardighedenVereist, vaardighedenGewenst }: VacatureProfiel) => OMSCHRIJVING[taken.length + vaardighedenVereist.length + vaardighedenGewenst.length > 0 ? 'naast' : 'alleen'];
/** From this certainty on a title names an occupation; below it, it looks like one by a typing mistake or a word in common. */
const NOEMT = 0.6;

/**
 * What work a vacature is about. A title that names an occupation tells; where it hardly does, the tasks, the skills and
 * the text tell more ("Toppers gezocht!", "Member of the fresh team").
 */
function findBeroepen(profiel: VacatureProfiel, named: Gevonden | undefined, woorden: Woordenboek): VacatureKenmerken['beroepen'] {
  const ofText: number = weightOfText(profiel).beroep;
  const weights = new Map(woorden.analyse(profiel.omschrijving).map((stam) => [stam, ofText]));
  for (const text of textsOf(profiel)) for (const stam of woorden.analyse(text)) weights.set(stam, 1);
  const sure = named !== undefined && named.zekerheid >= NOEMT;
  const byText = woorden.likeBeroepen(weights, 5).map(({ nr, naast }) => ({ nr, zekerheid: (sure ? 0.5 : 0.8) * naast }));
  const byTitle = named ? [{ nr: named.nr, zekerheid: sure ? Math.max(0.7, named.zekerheid) : 0.4 }, ...named.andere.slice(0, 2).map((nr) => ({ nr, zekerheid: sure ? 0.5 : 0.3 }))] : [];
  const all = sure ? [...byTitle, ...byText] : [...byText, ...byTitle];
  return all.filter(({ nr }, at) => all.findIndex((other) => other.nr === nr) === at);
}

/** What a vacature says of the work itself. */
function textsOf({ titel, beroep, taken, vaardighedenVereist, vaardighedenGewenst }: VacatureProfiel): string[] {
  return [titel, beroep ?? '', ...taken, ...vaardighedenVereist, ...vaardighedenGewenst];
}

/** The words of a vacature; one that few occupations use tells more than one that all do. */
function weighWords(profiel: VacatureProfiel, woorden: Woordenboek): { stam: string; gewicht: number }[] {
  const ofText: number = weightOfText(profiel).woorden;
  const weights = new Map(woorden.analyse(profiel.omschrijving).map((stam) => [stam, ofText * woorden.rarity(stam)]));
  for (const text of textsOf(profiel)) for (const stam of woorden.analyse(text)) weights.set(stam, woorden.rarity(stam));
  const total = weights.values().reduce((sum, weight) => sum + weight, 0);
  return [...weights].map(([stam, weight]) => ({ stam, gewicht: weight / total }));
}
