/**
 * The grade of one pair, from the judging sheets and the plain facts of the two records. The rule stands in words in
 * README.md; it knows neither the vocabulary nor the score. Pure.
 */
import { z } from 'zod';
import { TAALNIVEAUS, type KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import type { VacatureInvoer } from '#src/domain/vacature/vacature.ts';

const ref = z.string().min(1);
const soort = z.string().regex(/^[a-z]+$/);
const graad = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
/** What work asks of a body or a day, and what someone cannot do. */
const BELASTING = ['tillen', 'staan', 'knielen', 'hoogte', 'buiten', 'kou', 'lawaai', 'stof', 'klanten', 'nacht', 'ploegen'] as const;
const belasting = z.array(z.enum(BELASTING));

/** Sheet of a kandidaat: kinds of work someone could do tomorrow, could learn on the way, refuses; what cannot be. */
export const bladKandidaat = z.strictObject({ ref, nu: z.array(soort), leren: z.array(soort), nee: z.array(soort), kanNiet: belasting });
/** Sheet of a vacature: its half, its kinds of work, what the work asks, and which papers are hard. */
export const bladVacature = z.strictObject({ ref, deel: z.enum(['afstemmen', 'rapport']), soort: z.array(soort).min(1), vraagt: belasting, hard: z.array(z.enum(['rijbewijzen', 'certificaten'])) });
/** A pair that was judged by hand, against the rule. */
export const uitzondering = z.strictObject({ vacature: ref, kandidaat: ref, graad, reden: z.string().min(10) });

/** What a reader of the sheets of leesbladen.ts gave everybody on one of them. */
export const lezing = z.strictObject({ vacature: ref, graden: z.record(ref, graad) });

export type BladKandidaat = z.infer<typeof bladKandidaat>;
export type BladVacature = z.infer<typeof bladVacature>;
/** 3 would present tomorrow, 2 good with one bridge, 1 conceivable with effort, 0 no. */
export type Graad = 0 | 1 | 2 | 3;
export type Oordeel = { graad: Graad; waarom: string[] };
/** Kind of work → kinds it borders on; asked certificate → names that count as having it. */
export type Kennis = { soorten: Readonly<Record<string, readonly string[]>>; papieren: Readonly<Record<string, readonly string[]>> };
/** How far apart the two are in km, null where a place is unknown. */
export type Paar = { vacature: VacatureInvoer; blad: BladVacature; kandidaat: KandidaatInvoer; eigen: BladKandidaat; km: number | null };

/** What stands in the way: "weg" ends it, a number lowers the grade by that much. */
type Drempel = { wat: string; kost: number | 'weg' };

/** The grade that the rule gives, with what lowered it. */
export function gradePair(paar: Paar, kennis: Kennis): Oordeel {
  const basis = gradeWork(paar, kennis);
  if (basis.graad === 0) return basis;
  const drempels = [...reisDrempels(paar), ...tijdDrempels(paar), ...papierDrempels(paar, kennis), ...taalDrempels(paar), ...werkplekDrempels(paar)];
  const waarom = [...basis.waarom, ...drempels.map(({ wat }) => wat)];
  if (drempels.some(({ kost }) => kost === 'weg')) return { graad: 0, waarom };
  const lower = drempels.reduce((sum, { kost }) => sum + Number(kost), 0);
  return { graad: Math.max(0, basis.graad - lower) as Graad, waarom };
}

function gradeWork({ blad, eigen }: Paar, { soorten }: Kennis): Oordeel {
  const asked = blad.soort.filter((item) => !eigen.nee.includes(item));
  if (asked.some((item) => eigen.nu.includes(item))) return { graad: 3, waarom: ['kan dit werk nu'] };
  if (asked.some((item) => eigen.leren.includes(item))) return { graad: 2, waarom: ['kan dit werk leren'] };
  if (eigen.nu.some((own) => soorten[own]?.some((near) => asked.includes(near)))) return { graad: 1, waarom: ['doet werk dat eraan grenst'] };
  return { graad: 0, waarom: ['ander werk'] };
}

const REIKWIJDTE_KM = { lopend: 3, fiets: 12, brommer: 20, ov: 25, auto: 35 } as const;
/** As the crow flies is shorter than the road; and nobody says no for the last two km. */
const SPELING_KM = 2;

function reisDrempels({ kandidaat, km }: Paar): Drempel[] {
  if (km === null) return [];
  const ways = kandidaat.vervoer ?? [];
  const reach = kandidaat.reisafstandKm ?? (ways.length > 0 ? Math.max(...ways.map((way) => REIKWIJDTE_KM[way])) : null);
  if (reach === null) return km > 20 ? [{ wat: 'ver, reisafstand onbekend', kost: 1 }] : [];
  if (km <= reach + SPELING_KM) return [];
  return km <= reach * 1.5 + SPELING_KM ? [{ wat: 'net te ver', kost: 1 }] : [{ wat: 'te ver', kost: 'weg' }];
}

/** Blocks of the week that people have or do not have: a day, an evening, a night, a weekend. */
const blok = (deel: string) => (/^(za|zo)/.test(deel) ? 'weekend' : /avond$/.test(deel) ? 'avond' : /nacht$/.test(deel) ? 'nacht' : 'overdag');

function tijdDrempels({ vacature, kandidaat }: Paar): Drempel[] {
  if (kandidaat.uren.max < vacature.uren.min || kandidaat.uren.min > vacature.uren.max) return [{ wat: 'uren overlappen niet', kost: 'weg' }];
  const asked = vacature.dagdelen ?? [];
  const own = kandidaat.dagdelen;
  if (asked.length === 0 || own === undefined) return [];
  const both = asked.filter((deel) => own.includes(deel));
  if (both.length === 0) return [{ wat: 'geen enkel dagdeel', kost: 'weg' }];
  const misses = new Set(asked.map(blok)).size > new Set(both.map(blok)).size;
  return misses || both.length < asked.length / 2 ? [{ wat: 'dagdelen passen maar deels', kost: 1 }] : [];
}

/** Licences that stand for another one. */
const RIJBEWIJS: Readonly<Record<string, readonly string[]>> = { B: ['B', 'BE', 'C', 'CE', 'D'], C: ['C', 'CE'] };

function papierDrempels({ vacature, blad, kandidaat }: Paar, { papieren }: Kennis): Drempel[] {
  const found: Drempel[] = [];
  const check = (kind: 'rijbewijzen' | 'certificaten', own: readonly string[] | undefined, names: readonly string[]) => {
    const hard = blad.hard.includes(kind);
    if (own === undefined) { if (hard) found.push({ wat: `${names[0]} onbekend`, kost: 1 }); }
    else if (!names.some((name) => own.includes(name))) found.push({ wat: `mist ${names[0]}`, kost: hard ? 'weg' : 1 });
  };
  for (const asked of vacature.rijbewijzen ?? []) check('rijbewijzen', kandidaat.rijbewijzen, RIJBEWIJS[asked] ?? [asked]);
  for (const asked of vacature.certificaten?.vereist ?? []) check('certificaten', kandidaat.certificaten, papieren[asked] ?? [asked]);
  return found;
}

function taalDrempels({ vacature, kandidaat }: Paar): Drempel[] {
  if (!kandidaat.talen) return [];
  return (vacature.talen ?? []).flatMap(({ taal, niveau }) => {
    const own = kandidaat.talen!.find((item) => item.taal === taal);
    // A language that is not named may still be spoken; Dutch that is not named is asked about on the phone.
    if (!own) return taal === 'nl' ? [] : [{ wat: `${taal} niet genoemd`, kost: 1 }];
    const short = TAALNIVEAUS.indexOf(niveau) - TAALNIVEAUS.indexOf(own.niveau);
    return short <= 0 ? [] : [{ wat: `${taal} ${niveau} (nu ${own.niveau})`, kost: short === 1 ? 1 : 2 }];
  });
}

function werkplekDrempels({ vacature, blad, kandidaat, eigen }: Paar): Drempel[] {
  const biedt = vacature.biedt ?? [];
  const guided: Drempel[] = kandidaat.begeleiding === 'intensief' && !biedt.includes('begeleiding') ? [{ wat: 'veel begeleiding nodig, niet geboden', kost: 1 }] : [];
  const eased = biedt.includes('aangepaste werkplek') || biedt.includes('taken splitsen');
  return [...guided, ...eigen.kanNiet.filter((item) => blad.vraagt.includes(item)).map((item) => ({ wat: `kan niet: ${item}`, kost: eased ? 1 : 2 }))];
}
