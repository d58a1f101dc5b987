/** The four steps in which an employer writes a vacature: what each asks and how it is checked. Pure. */
import { z } from 'zod';
import { DAGEN, DELEN, DENKNIVEAUS, RIJBEWIJZEN, TAALNIVEAUS, WERKVORMEN, type Dagdeel } from '../kandidaat/kandidaat.ts';
import { BIEDT } from './vacature.ts';

const line = (max: number) => z.string().trim().max(max, `Gebruik hoogstens ${max} tekens.`);
/** A text area with one item per line; empty lines and bullets do not count. */
const lines = (count: number, max: number) => z.string().default('').transform((value) => value.split(/\r?\n|;/).map((item) => item.replace(/^[\s•*-]+/, '').trim()).filter((item) => item !== ''))
  .pipe(z.array(z.string().max(max, `Een regel mag hoogstens ${max} tekens lang zijn.`)).max(count, `Noem hoogstens ${count} regels.`));
const many = <const T extends readonly [string, ...string[]]>(values: T) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(values, 'Kies uit de lijst.')));
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' || value === undefined ? null : value), z.union([z.null(), schema]));
const hours = (text: string) => z.preprocess((value) => (typeof value === 'string' ? Number(value.replace(',', '.').trim() || Number.NaN) : value), z.number(text).min(0, 'Het aantal uren kan niet onder 0 liggen.').max(48, 'Een werkweek heeft hoogstens 48 uur.'));
const date = z.iso.date('Vul een datum in die bestaat, als dag, maand en jaar.');

const DAGDELEN = DAGEN.flatMap((dag) => DELEN.map((deel) => `${dag}-${deel}`)) as unknown as readonly [Dagdeel, ...Dagdeel[]];

const werk = z.object({
  titel: line(160).min(1, 'Vul een titel in, bijvoorbeeld "Medewerker magazijn".'),
  beroep: optional(line(120)),
  sector: optional(line(80)),
  omschrijving: line(20_000).default(''),
  taken: lines(40, 200).refine((taken) => taken.length > 0, 'Noem ten minste één taak.'),
  werkvorm: z.enum(WERKVORMEN, 'Kies een vorm van werk.').default('betaald werk'),
  plekken: z.coerce.number('Vul een aantal in.').int('Vul een heel aantal in.').min(1, 'Er is ten minste één plek nodig.').max(500, 'Vul hoogstens 500 plekken in.').default(1),
});
const tijd = z.object({
  plaats: line(80).min(1, 'Vul de plaats in waar het werk is.'),
  urenMin: hours('Vul het minste aantal uren per week in.'),
  urenMax: hours('Vul het meeste aantal uren per week in.').refine((value) => value >= 1, 'Vul ten minste 1 uur in.'),
  dagdelen: many(DAGDELEN).transform((delen) => (delen.length === 0 ? null : delen)),
  startdatum: optional(date),
  sluitingsdatum: optional(date),
}).refine((value) => value.urenMin <= value.urenMax, { message: 'Het minste aantal uren is groter dan het meeste.', path: ['urenMin'] });
const eisen = z.object({
  vaardighedenVereist: lines(30, 120), vaardighedenGewenst: lines(30, 120), certificatenVereist: lines(20, 120), certificatenGewenst: lines(20, 120),
  rijbewijzen: many(RIJBEWIJZEN),
  denkniveau: optional(z.enum(DENKNIVEAUS, 'Kies een niveau uit de lijst.')),
  nederlands: optional(z.enum(TAALNIVEAUS, 'Kies een niveau uit de lijst.')),
}).transform(({ nederlands, ...rest }) => ({ ...rest, talen: nederlands ? [{ taal: 'nl', niveau: nederlands }] : [] }));
const aanbod = z.object({ biedt: many(BIEDT) });

export const STAPPEN = [
  { nummer: 1, titel: 'Het werk', schema: werk },
  { nummer: 2, titel: 'Waar en wanneer', schema: tijd },
  { nummer: 3, titel: 'Wat is nodig', schema: eisen },
  { nummer: 4, titel: 'Wat kunt u regelen', schema: aanbod },
] as const;
export type StapNummer = 1 | 2 | 3 | 4;
export type StapInvoer = z.output<typeof werk> | z.output<typeof tijd> | z.output<typeof eisen> | z.output<typeof aanbod>;
