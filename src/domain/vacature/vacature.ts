/** The vacature: its fields, its states, and the border where vacatures come in. Pure. */
import { z } from 'zod';
import { DENKNIVEAUS, RIJBEWIJZEN, WERKVORMEN, dagdeelSchema, datum, keuze, taalSchema, urenSchema } from '../kandidaat/kandidaat.ts';

export const BIEDT = ['proefplaatsing', 'begeleiding', 'taken splitsen', 'scholing', 'aangepaste werkplek', 'flexibele tijden'] as const;
export type Biedt = (typeof BIEDT)[number];

export const VACATURE_STATUSSEN = ['concept', 'ingediend', 'open', 'gepauzeerd', 'vervuld', 'gesloten'] as const;
export type VacatureStatus = (typeof VACATURE_STATUSSEN)[number];

export const AFLOPEN = ['vervuld via ons', 'op een andere manier vervuld', 'ingetrokken'] as const;
export type Afloop = (typeof AFLOPEN)[number];

/** The verbs of a vacature; "verlopen" is no state but follows from the sluitingsdatum. */
export const VACATURE_OVERGANGEN = {
  'dien in': { van: ['concept'], naar: 'ingediend' },
  open: { van: ['ingediend'], naar: 'open' },
  pauzeer: { van: ['open'], naar: 'gepauzeerd' },
  hervat: { van: ['gepauzeerd'], naar: 'open' },
  vervul: { van: ['open', 'gepauzeerd'], naar: 'vervuld' },
  sluit: { van: ['concept', 'ingediend', 'open', 'gepauzeerd'], naar: 'gesloten', reden: true },
  heropen: { van: ['vervuld', 'gesloten'], naar: 'open', reden: true },
} as const satisfies Record<string, { van: readonly VacatureStatus[]; naar: VacatureStatus; reden?: true }>;
export type VacatureVerb = keyof typeof VACATURE_OVERGANGEN;

const text = (max: number) => z.string().trim().max(max, `mag hoogstens ${max} tekens lang zijn`);
const texts = (max: number) => z.array(text(max).min(1, 'mag niet leeg zijn'));
const eisen = z.strictObject({ vereist: texts(120).optional(), gewenst: texts(120).optional() });

/** One line of a JSON Lines file with vacatures. */
export const vacatureInvoer = z.strictObject({
  ref: text(64).min(1, 'mag niet leeg zijn'),
  bron: text(40).optional(),
  werkgever: z.strictObject({
    naam: text(120).min(1, 'mag niet leeg zijn'),
    kvk: z.string().regex(/^[0-9]{8}$/, 'moet uit 8 cijfers bestaan').optional(),
  }),
  titel: text(160).min(1, 'mag niet leeg zijn'),
  beroep: text(120).optional(),
  omschrijving: text(20_000).optional(),
  taken: texts(200).max(40, 'mag hoogstens 40 waarden hebben').optional(),
  vaardigheden: eisen.optional(),
  certificaten: eisen.optional(),
  rijbewijzen: z.array(keuze(RIJBEWIJZEN)).optional(),
  talen: z.array(taalSchema).optional(),
  denkniveau: keuze(DENKNIVEAUS).optional(),
  sector: text(80).optional(),
  uren: urenSchema,
  dagdelen: z.array(dagdeelSchema).optional(),
  plaats: text(80),
  startdatum: datum.optional(),
  sluitingsdatum: datum.optional(),
  plekken: z.int('moet een heel getal zijn').min(1, 'moet 1 of meer zijn').max(500, 'mag hoogstens 500 zijn').optional(),
  werkvorm: keuze(WERKVORMEN).optional(),
  biedt: z.array(keuze(BIEDT)).optional(),
});
export type VacatureInvoer = z.infer<typeof vacatureInvoer>;

/** What one may do with a vacature from here. */
export function vacatureVerbs(status: VacatureStatus): VacatureVerb[] {
  return (Object.keys(VACATURE_OVERGANGEN) as VacatureVerb[]).filter((verb) => (VACATURE_OVERGANGEN[verb].van as readonly string[]).includes(status));
}

/** Whether the closing date has passed on `today` (yyyy-mm-dd); derived, never stored. */
export function isVerlopen(vacature: { status: VacatureStatus; sluitingsdatum: string | null }, today: string): boolean {
  return (vacature.status === 'open' || vacature.status === 'gepauzeerd') && vacature.sluitingsdatum !== null && vacature.sluitingsdatum < today;
}
