/**
 * Made-up ESCO files, in the columns and the manner of the real ones: several names under each other in one field,
 * commas and quotes in descriptions, male and female forms. The same numbers give the same files everywhere.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '#db/seed/random.ts';

export type EscoBestand = { naam: string; kolommen: readonly string[]; regels: Record<string, string>[] };

const BEROEP = 'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code'.split(',');
const VAARDIGHEID = 'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description'.split(',');
const RELATIE = 'occupationUri,relationType,skillType,skillUri'.split(',');
const GROEP = 'conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description'.split(',');

export const beroepUri = (id: string | number) => `http://data.europa.eu/esco/occupation/${id}`;
export const vaardigheidUri = (id: string | number) => `http://data.europa.eu/esco/skill/${id}`;

/** A line of occupations_nl.csv; fields that are not given are as ESCO fills them. */
export function beroepRegel(id: string | number, naam: string, isco: string, altLabels: readonly string[] = [], extra: Record<string, string> = {}): Record<string, string> {
  return { conceptType: 'Occupation', conceptUri: beroepUri(id), iscoGroup: isco, preferredLabel: naam, altLabels: altLabels.join('\n'), status: 'released', inScheme: 'http://data.europa.eu/esco/concept-scheme/occupations', description: `Wie dit doet, werkt met "zorg", netjes, en op tijd.\nHet werk is gevarieerd.`, code: isco, ...extra };
}

/** A line of skills_nl.csv. */
export function vaardigheidRegel(id: string | number, naam: string, altLabels: readonly string[] = [], extra: Record<string, string> = {}): Record<string, string> {
  return { conceptType: 'KnowledgeSkillCompetence', conceptUri: vaardigheidUri(id), skillType: 'skill/competence', reuseLevel: 'cross-sector', preferredLabel: naam, altLabels: altLabels.join('\n'), status: 'released', description: `Kunnen ${naam}, ook onder tijdsdruk.`, ...extra };
}

/** A line of occupationSkillRelations_nl.csv. */
export function relatieRegel(beroep: string | number, vaardigheid: string | number, soort: 'essential' | 'optional' = 'essential'): Record<string, string> {
  return { occupationUri: beroepUri(beroep), relationType: soort, skillType: 'skill/competence', skillUri: vaardigheidUri(vaardigheid) };
}

/** Writes the files into a folder; ISCO groups are made of the occupations. */
export function writeEsco(folder: string, inhoud: { beroepen: Record<string, string>[]; vaardigheden: Record<string, string>[]; relaties: Record<string, string>[] }): void {
  const codes = [...new Set(inhoud.beroepen.map((regel) => regel.iscoGroup!))];
  writeCsv(folder, 'occupations_nl.csv', BEROEP, inhoud.beroepen);
  writeCsv(folder, 'skills_nl.csv', VAARDIGHEID, inhoud.vaardigheden);
  writeCsv(folder, 'occupationSkillRelations_nl.csv', RELATIE, inhoud.relaties);
  writeCsv(folder, 'ISCOGroups_nl.csv', GROEP, codes.map((code) => ({ conceptType: 'ISCOGroup', conceptUri: `http://data.europa.eu/esco/isco/C${code}`, code, preferredLabel: `groep ${code}`, status: 'released' })));
}

/** Writes one file with the fields in the order of the columns, quoted where CSV needs it. */
export function writeCsv(folder: string, naam: string, kolommen: readonly string[], regels: readonly Record<string, string>[]): void {
  const field = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  writeFileSync(join(folder, naam), [kolommen.join(','), ...regels.map((regel) => kolommen.map((kolom) => field(regel[kolom] ?? '')).join(','))].map((line) => `${line}\n`).join(''));
}

const STOF = 'hout metaal glas steen papier textiel leer kunststof rubber beton vlees vis kaas brood fruit groente bloemen planten bomen vee auto schip trein vliegtuig lift machine pomp motor kabel leiding net scherm kaart boek archief kantoor winkel hotel keuken bar school kliniek laboratorium museum theater sport tuin bos water gas stroom warmte verf lijm gips tegel dak vloer gevel raam deur'.split(' ');
const DOEN = 'controleren onderhouden herstellen bouwen verkopen inkopen plannen meten ontwerpen reinigen vervoeren verpakken sorteren bedienen monteren testen snijden lassen vormen mengen drogen koelen verwarmen bewaken registreren tellen keuren smeren slijpen polijsten'.split(' ');
const WIE = 'bediende monteur bewerker operator technicus adviseur inspecteur planner ontwerper controleur opzichter instructeur verkoper inkoper laborant specialist hulp chef'.split(' ');

/**
 * Files as large as the real ones.
 * @param beroepen how many occupations @param vaardigheden how many skills @param relaties how many relations
 */
export function writeLargeEsco(folder: string, { beroepen, vaardigheden, relaties }: { beroepen: number; vaardigheden: number; relaties: number }, seed = 2026): void {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const work = Array.from({ length: beroepen }, (_, nr) => {
    const naam = `${pick(STOF)}${pick(WIE)} ${pick(STOF)} ${nr}`;
    return beroepRegel(nr, naam, `${1 + Math.floor(random() * 9)}${1 + Math.floor(random() * 4)}${1 + Math.floor(random() * 5)}${1 + Math.floor(random() * 5)}`, Array.from({ length: 8 }, () => `${pick(WIE)} ${pick(STOF)} en ${pick(STOF)} ${nr}`));
  });
  const skills = Array.from({ length: vaardigheden }, (_, nr) => vaardigheidRegel(nr, `${pick(STOF)} ${pick(DOEN)} ${nr}`, Array.from({ length: 4 }, () => `${pick(DOEN)} van ${pick(STOF)} ${nr}`)));
  const links = Array.from({ length: relaties }, (_, nr) => relatieRegel(nr % beroepen, Math.floor(random() * random() * vaardigheden), random() < 0.5 ? 'essential' : 'optional'));
  writeEsco(folder, { beroepen: work, vaardigheden: skills, relaties: links });
}
