/**
 * What the score may read of a kandidaat and of a vacature, and that same thing prepared for fast comparing.
 * The types are the first lock on neutrality: name, age, sex, origin, benefit, loonwaarde, profiel,
 * doelgroepregister, notes and photo are no fields here, so no rule can read them. Pure.
 */
import type { Begeleiding, Dagdeel, Denkniveau, Ervaring, Rijbewijs, Taal, Vervoer, Werkvorm } from '../kandidaat/kandidaat.ts';
import type { Punt } from '../plaats/plaats.ts';
import type { Biedt } from '../vacature/vacature.ts';
import { arrangedBy } from './regelen.ts';
import type { Woordenboek } from '../woorden/woorden.ts';

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
  /** What someone needs, and the offers that would arrange it. */
  nodig: { naam: string; door: ReturnType<typeof arrangedBy> }[];
  /** Stems of everything someone can or did; for words that are in no vocabulary. */
  stammen: Set<string>;
  leeg: boolean;
};

export type VacatureKenmerken = {
  profiel: VacatureProfiel;
  beroepen: { nr: number; zekerheid: number }[];
  vereist: Term[];
  gewenst: Term[];
  /** True when the vacature names no skills and those of the occupation stand in. */
  vaardighedenAfgeleid: boolean;
  taken: { naam: string; vaardigheid: number; stammen: string[] }[];
  certificatenVereist: Term[];
  certificatenGewenst: Term[];
  sector: string | null;
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
  return {
    profiel, beroepen, vaardigheden, afgeleid, stammen, sectoren,
    certificaten: profiel.certificaten && new Set(profiel.certificaten.flatMap((naam) => woorden.papersIn(naam))),
    nodig: profiel.nodig.map((naam) => ({ naam, door: arrangedBy(naam) })),
    leeg,
  };
}

/** Prepares one vacature. The occupation comes from `beroep`, else from the title; other readings weigh less. */
export function readVacature(profiel: VacatureProfiel, woorden: Woordenboek): VacatureKenmerken {
  const found = (profiel.beroep ? woorden.findBeroep(profiel.beroep) : undefined) ?? woorden.findBeroep(profiel.titel);
  const beroepen = found ? [{ nr: found.nr, zekerheid: Math.max(0.7, found.zekerheid) }, ...found.andere.slice(0, 2).map((nr) => ({ nr, zekerheid: 0.5 }))] : [];
  const term = (naam: string): Term => ({ naam, nr: woorden.findVaardigheid(naam)?.nr ?? -1, stammen: woorden.analyse(naam) });
  const proof = (naam: string): Term => ({ naam, nr: woorden.findCertificaat(naam)?.nr ?? -1, stammen: woorden.analyse(naam) });
  const afgeleid = profiel.vaardighedenVereist.length + profiel.vaardighedenGewenst.length === 0 && found !== undefined;
  const own = afgeleid ? woorden.beroepen[found.nr]!.kern : [];
  return {
    profiel, beroepen,
    vereist: profiel.vaardighedenVereist.map(term),
    gewenst: (afgeleid ? own : profiel.vaardighedenGewenst).map(term),
    vaardighedenAfgeleid: afgeleid,
    taken: profiel.taken.map((naam) => ({ naam, vaardigheid: woorden.findVaardigheid(naam)?.nr ?? -1, stammen: woorden.analyse(naam) })),
    certificatenVereist: profiel.certificatenVereist.map(proof),
    certificatenGewenst: profiel.certificatenGewenst.map(proof),
    sector: (profiel.sector && woorden.findSector(profiel.sector)?.id) ?? (found ? woorden.beroepen[found.nr]!.sector : null),
    // "medewerker" stands in half of all titles and says nothing about the work.
    titelStammen: woorden.analyse(profiel.titel).filter((stam) => stam !== 'medewerker'),
    woorden: weighWords(profiel, woorden),
    beroepStammen: woorden.analyse(profiel.beroep ?? '').filter((stam) => stam !== 'medewerker'),
  };
}

/** The words of a vacature; one that few occupations use tells more than one that all do. */
function weighWords(profiel: VacatureProfiel, woorden: Woordenboek): { stam: string; gewicht: number }[] {
  const texts = [profiel.titel, profiel.beroep ?? '', ...profiel.taken, ...profiel.vaardighedenVereist, ...profiel.vaardighedenGewenst];
  const stammen = [...new Set(texts.flatMap((text) => woorden.analyse(text)))];
  const weights = stammen.map((stam) => woorden.rarity(stam));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return stammen.map((stam, at) => ({ stam, gewicht: weights[at]! / total }));
}
