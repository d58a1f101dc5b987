/**
 * The kandidaat: what may be in a profile, its states, and the border where profiles come in.
 * Pure: no database, no clock.
 */
import { z } from 'zod';
import { addDays } from '../kalender/werkdagen.ts';

export const RIJBEWIJZEN = ['AM', 'A', 'B', 'BE', 'C', 'CE', 'D', 'T'] as const;
/** Lowest first, here and below: the score counts the steps between two levels. */
export const TAALNIVEAUS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const DENKNIVEAUS = ['elementair', 'laag', 'middelbaar', 'hoger'] as const;
export const VERVOER = ['lopend', 'fiets', 'ov', 'brommer', 'auto'] as const;
export const BEGELEIDING = ['geen', 'licht', 'intensief'] as const;
export const WERKVORMEN = ['betaald werk', 'leerwerkplek', 'werkervaringsplaats', 'proefplaatsing', 'detachering', 'groepsdetachering', 'vrijwilligerswerk'] as const;
/** How someone is shown in the etalage; a film costs more of the region's budget than a photo. */
export const PRESENTATIEVORMEN = ['foto', 'korte film', 'lange film'] as const;
export type Presentatievorm = (typeof PRESENTATIEVORMEN)[number];
export const TOESTEMMING_ITEMS = ['profiel', 'voornaam', 'foto', 'film', 'woonplaats'] as const;
export const DAGEN = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const;
export const DELEN = ['ochtend', 'middag', 'avond', 'nacht'] as const;

export type Rijbewijs = (typeof RIJBEWIJZEN)[number];
export type Taalniveau = (typeof TAALNIVEAUS)[number];
export type Taal = { taal: string; niveau: Taalniveau };
export type Denkniveau = (typeof DENKNIVEAUS)[number];
export type Vervoer = (typeof VERVOER)[number];
export type Begeleiding = (typeof BEGELEIDING)[number];
export type Werkvorm = (typeof WERKVORMEN)[number];
export type ToestemmingItem = (typeof TOESTEMMING_ITEMS)[number];
export type Dagdeel = `${(typeof DAGEN)[number]}-${(typeof DELEN)[number]}`;
export type Ervaring = { beroep: string; maanden?: number | undefined; omschrijving?: string | undefined };

/** Version of the consent text that is in use now; stored with every toestemming. */
export const TOESTEMMING_TEKSTVERSIE = '2026-11';

export const PROFIEL_STATUSSEN = ['concept', 'ter curatie', 'gepubliceerd', 'gepauzeerd', 'geplaatst', 'ingetrokken'] as const;
export type ProfielStatus = (typeof PROFIEL_STATUSSEN)[number];

/** The verbs of a profile and the states they lead from and to; what is not here cannot happen. */
export const PROFIEL_OVERGANGEN = {
  'dien in': { van: ['concept'], naar: 'ter curatie' },
  'stuur terug': { van: ['ter curatie'], naar: 'concept', reden: true },
  publiceer: { van: ['ter curatie'], naar: 'gepubliceerd' },
  pauzeer: { van: ['gepubliceerd'], naar: 'gepauzeerd' },
  hervat: { van: ['gepauzeerd'], naar: 'gepubliceerd' },
  herzie: { van: ['gepubliceerd', 'gepauzeerd'], naar: 'concept' },
  plaats: { van: ['concept', 'ter curatie', 'gepubliceerd', 'gepauzeerd'], naar: 'geplaatst' },
  'trek in': { van: ['concept', 'ter curatie', 'gepubliceerd', 'gepauzeerd', 'geplaatst'], naar: 'ingetrokken' },
  'keer terug': { van: ['geplaatst'], naar: 'concept' },
} as const satisfies Record<string, { van: readonly ProfielStatus[]; naar: ProfielStatus; reden?: true }>;
export type ProfielVerb = keyof typeof PROFIEL_OVERGANGEN;

/** Days after which a profile that nobody confirmed leaves the etalage. Source: product rule, configurable per region. */
export const VERSHEIDSTERMIJN_DAGEN = 90;

const text = (max: number) => z.string().trim().max(max, `mag hoogstens ${max} tekens lang zijn`);
const texts = (items: number, max: number) => z.array(text(max).min(1, 'mag niet leeg zijn')).max(items, `mag hoogstens ${items} waarden hebben`);

/** A calendar date that exists, as yyyy-mm-dd. */
export const datum = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'moet een datum zijn als 2026-12-01', abort: true }).refine((value) => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}, 'deze datum bestaat niet');

/** Hours a week, from and to. */
export const urenSchema = z.strictObject({
  min: z.number('moet een getal zijn').min(0, 'moet 0 of meer zijn').max(48, 'mag hoogstens 48 zijn'),
  max: z.number('moet een getal zijn').min(1, 'moet 1 of meer zijn').max(48, 'mag hoogstens 48 zijn'),
}).refine((uren) => uren.min <= uren.max, { message: 'het minste aantal uren is groter dan het meeste', path: ['min'] });

export const dagdeelSchema = z.string().regex(/^(ma|di|wo|do|vr|za|zo)-(ochtend|middag|avond|nacht)$/, 'moet een dagdeel zijn als ma-ochtend').transform((value) => value as Dagdeel);
export const taalSchema = z.strictObject({
  taal: z.string().regex(/^[a-z]{2,3}$/, 'moet een taalcode zijn van 2 of 3 kleine letters'),
  niveau: z.enum(TAALNIVEAUS, `moet een van deze zijn: ${TAALNIVEAUS.join(', ')}`),
});
export const keuze = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `moet een van deze zijn: ${values.join(', ')}`);

/** One line of a JSON Lines file with kandidaten: the exchange format with the partners' own systems. */
export const kandidaatInvoer = z.strictObject({
  ref: text(64).min(1, 'mag niet leeg zijn'),
  voornaam: text(60).min(1, 'mag niet leeg zijn'),
  kop: text(120).optional(),
  presentatie: text(4000).optional(),
  wensberoepen: texts(10, 120).optional(),
  ervaring: z.array(z.strictObject({
    beroep: text(120).min(1, 'mag niet leeg zijn'),
    maanden: z.int('moet een heel getal zijn').min(0, 'moet 0 of meer zijn').max(720, 'mag hoogstens 720 zijn').optional(),
    omschrijving: text(1000).optional(),
  })).max(30, 'mag hoogstens 30 waarden hebben').optional(),
  vaardigheden: texts(60, 120).optional(),
  certificaten: texts(30, 120).optional(),
  rijbewijzen: z.array(keuze(RIJBEWIJZEN)).optional(),
  talen: z.array(taalSchema).optional(),
  denkniveau: keuze(DENKNIVEAUS).optional(),
  sectoren: z.array(text(80)).optional(),
  uren: urenSchema,
  dagdelen: z.array(dagdeelSchema).optional(),
  beschikbaarVanaf: datum.optional(),
  plaats: text(80),
  reisafstandKm: z.number('moet een getal zijn').min(0, 'moet 0 of meer zijn').max(200, 'mag hoogstens 200 zijn').optional(),
  vervoer: z.array(keuze(VERVOER)).optional(),
  nodig: texts(10, 160).optional(),
  begeleiding: keuze(BEGELEIDING).optional(),
  werkvormen: z.array(keuze(WERKVORMEN)).optional(),
  arbeidsfit: z.boolean('moet true of false zijn'),
  arbeidsfitSinds: datum.optional(),
  toestemming: z.array(keuze(TOESTEMMING_ITEMS)).optional(),
  aanmelder: text(80).optional(),
  werkmakelaar: z.email('moet een e-mailadres zijn').optional(),
  intern: z.strictObject({
    profiel: z.union([z.literal(1), z.literal(2), z.literal(3)], 'moet 1, 2 of 3 zijn').optional(),
    loonwaarde: z.int('moet een heel getal zijn').min(0, 'moet 0 of meer zijn').max(120, 'mag hoogstens 120 zijn').optional(),
    doelgroepregister: z.boolean('moet true of false zijn').optional(),
    notitie: text(4000).optional(),
  }).optional(),
});
export type KandidaatInvoer = z.infer<typeof kandidaatInvoer>;

/** What one may do from here, for buttons and for the check in the use case. */
export function profielVerbs(status: ProfielStatus): ProfielVerb[] {
  return (Object.keys(PROFIEL_OVERGANGEN) as ProfielVerb[]).filter((verb) => (PROFIEL_OVERGANGEN[verb].van as readonly string[]).includes(status));
}

/**
 * The first day a confirmation still counts on `today`.
 * @param today yyyy-mm-dd
 * @returns yyyy-mm-dd
 */
export function versSinds(today: string, termijnDagen = VERSHEIDSTERMIJN_DAGEN): string {
  return addDays(today, -termijnDagen);
}
