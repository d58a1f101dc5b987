/** The columns of the ESCO files as ESCO publishes them, and what one line must hold. Pure. */
import { z } from 'zod';

const MAX_NAAM = 300;

const uri = z.string().trim().max(MAX_NAAM, 'is te lang').regex(/^https?:\/\/\S+$/, 'moet een webadres zijn, zoals http://data.europa.eu/esco/occupation/…');
const naam = z.string().trim().min(1, 'is leeg').max(MAX_NAAM, `is te lang (hoogstens ${MAX_NAAM} tekens)`);
/** Names under each other in one field; a name that is no name by its length is left out, for it names nothing. */
const namen = z.string().transform((text) => [...new Set(text.split(/\r?\n/).map((name) => name.trim()).filter((name) => name !== '' && name.length <= MAX_NAAM))]);
const soort = (verwacht: string) => z.literal(verwacht, { error: `moet "${verwacht}" zijn; is dit het juiste bestand?` }).optional();
/** ESCO writes "released" for what is in force; anything else is on its way in or out. */
const geldig = z.string().default('released').transform((status) => ['', 'released'].includes(status.trim().toLowerCase()));
/** Four digits of ISCO-08; some editions put a C before them. */
const isco = z.string().trim().regex(/^C?\d{4}$/, 'moet een ISCO-code van vier cijfers zijn').transform((code) => code.slice(-4));

const beroep = z.object({ conceptType: soort('Occupation'), conceptUri: uri, iscoGroup: isco, preferredLabel: naam, altLabels: namen, hiddenLabels: namen.default([]), status: geldig });
const vaardigheid = z.object({ conceptType: soort('KnowledgeSkillCompetence'), conceptUri: uri, preferredLabel: naam, altLabels: namen, hiddenLabels: namen.default([]), status: geldig });
const relatie = z.object({ occupationUri: uri, skillUri: uri, relationType: z.enum(['essential', 'optional'], { error: 'moet essential of optional zijn' }) });
const groep = z.object({ code: z.string().trim().regex(/^C?\d{1,4}$/, 'moet een ISCO-code zijn').transform((code) => code.replace('C', '')) });

/** A file by name, what a line of it must hold, and the columns that may be there and are not used. */
const bestand = <T extends z.ZodObject>(bestand: string, schema: T, ongebruikt: string) => ({
  bestand, schema, kolommen: [...Object.keys(schema.shape), ...ongebruikt.split(' ')],
  nodig: Object.keys(schema.shape).filter((kolom) => !(schema.shape[kolom] as z.ZodType).safeParse(undefined).success),
});

export const ESCO = {
  beroepen: bestand('occupations_nl.csv', beroep, 'modifiedDate regulatedProfessionNote scopeNote definition inScheme description code naceCode'),
  vaardigheden: bestand('skills_nl.csv', vaardigheid, 'skillType reuseLevel modifiedDate scopeNote definition inScheme description'),
  relaties: bestand('occupationSkillRelations_nl.csv', relatie, 'skillType occupationLabel skillLabel'),
  groepen: bestand('ISCOGroups_nl.csv', groep, 'conceptType conceptUri preferredLabel status altLabels inScheme description'),
} as const;

export type EscoSoort = keyof typeof ESCO;
export type EscoRij<K extends EscoSoort> = z.output<(typeof ESCO)[K]['schema']>;

/** Columns that must be there and are not, and columns that ESCO does not have. */
export function compareColumns(soort: EscoSoort, gevonden: readonly string[]): { ontbreekt: string[]; onbekend: string[] } {
  const { nodig, kolommen } = ESCO[soort];
  return { ontbreekt: nodig.filter((kolom) => !gevonden.includes(kolom)), onbekend: gevonden.filter((kolom) => !kolommen.includes(kolom)) };
}
