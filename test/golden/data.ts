/** Reads the golden set: kandidaten and vacatures in the exchange format, the judging sheets, the exceptions. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { kandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { vacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { distanceKm, type Punt } from '#src/domain/plaats/plaats.ts';
import { readJsonl } from '../support/jsonl.ts';
import { bladKandidaat, bladVacature, gradePair, lezing, uitzondering, type BladVacature, type Kennis, type Oordeel } from './grade.ts';

const lijst = z.record(z.string(), z.array(z.string()));
const functienaam = z.strictObject({ naam: z.string().min(2), beroep: z.string().min(2) });

/** The path of a file of the set; the import reads the same files. */
export const dataFile = (name: string): string => fileURLToPath(new URL(`./gegevens/${name}`, import.meta.url));

const readLines = <T>(name: string, schema: z.ZodType<T>): T[] => readJsonl(dataFile(name), schema);
const readJson = <T>(name: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(readFileSync(dataFile(name), 'utf8')));

/** Who read the sheets of leesbladen.ts; the third in place of the rule, where there is none. */
export const LEZERS = ['a', 'b', 'c'] as const;

/** The vacatures of the author of the people, and those by others. */
export const VACATURES = ['vacatures.jsonl', 'vacatures-anderen.jsonl'] as const;

/** The whole set as it lies in gegevens/. @throws with file and line where a line does not fit its schema */
export function readGolden() {
  return {
    kandidaten: readLines('kandidaten.jsonl', kandidaatInvoer), vacatures: VACATURES.flatMap((name) => readLines(name, vacatureInvoer)),
    bladen: new Map(readLines('bladen-kandidaten.jsonl', bladKandidaat).map((blad) => [blad.ref, blad])),
    vacatureBladen: new Map(readLines('bladen-vacatures.jsonl', bladVacature).map((blad) => [blad.ref, blad])),
    uitzonderingen: readLines('uitzonderingen.jsonl', uitzondering),
    lezingen: LEZERS.map((lezer) => new Map(readLines(`lezing-${lezer}.jsonl`, lezing).map(({ vacature, graden }) => [vacature, graden]))),
    kennis: { soorten: readJson('soorten.json', lijst), papieren: readJson('papieren.json', lijst) } satisfies Kennis,
  };
}
export type Golden = ReturnType<typeof readGolden>;

/** Job names with the occupation they should lead to: those the vocabulary lists as a synonym, and free ones. */
export function readFunctienamen(soort: 'synoniemen' | 'vrij'): z.infer<typeof functienaam>[] {
  return readLines(`functienamen-${soort}.jsonl`, functienaam);
}

/**
 * The first 32 vacatures by others are shared out between the halves by even and odd. Of the later ones 32 are all for
 * tuning, since the half by others turned out hard; 32 are all reported, so that both halves are alike again; and the
 * last 32 are for tuning, since those turned out harder still.
 */
const VERDEELD_TOT = 97;
const GERAPPORTEERD = { van: 129, tot: 161 } as const;

/** Whether a vacature serves for tuning or is only reported: as its sheet says; by others, by its number. */
export function deelOf({ vacatureBladen }: Golden, ref: string): BladVacature['deel'] {
  const nr = Number(ref.slice(3));
  return vacatureBladen.get(ref)?.deel ?? ((nr < VERDEELD_TOT ? nr % 2 === 0 : nr >= GERAPPORTEERD.van && nr < GERAPPORTEERD.tot) ? 'rapport' : 'afstemmen');
}

/** Judgements per vacature and kandidaat (refs). */
export type Oordelen = ReadonlyMap<string, ReadonlyMap<string, Oordeel>>;

/**
 * Judges every pair by the middle one of three: the rule and two readers, or for a vacature by others, which has no rule,
 * three readers; of two the lower. What nobody read keeps the grade of the rule, else 0.
 * @param puntOf coordinates of a place name, undefined for an unknown one
 */
export function judge(golden: Golden, puntOf: (plaats: string) => Punt | undefined): Oordelen {
  return new Map([...judgeByRule(golden, puntOf)].map(([vacature, own]) => [vacature, new Map([...own].map(([kandidaat, oordeel]) => {
    const given = golden.lezingen.map((lezing) => lezing.get(vacature)?.[kandidaat]).filter((graad) => graad !== undefined);
    if (given.length === 0) return [kandidaat, oordeel] as const;
    const hasRule = golden.vacatureBladen.has(vacature);
    const graden = [...(hasRule ? [oordeel.graad] : []), ...given].sort((a, b) => a - b);
    const waarom = [...oordeel.waarom, ...(hasRule ? [`rule ${oordeel.graad}`] : []), `readers ${given.join(', ')}`];
    return [kandidaat, { graad: graden[(graden.length - 1) >> 1]!, waarom }] as const;
  }))]));
}

/** The grades of one reader alone; what was not read is 0. @param lezer 0 or 1 */
export function judgeByReader(golden: Golden, lezer: number): Oordelen {
  return new Map(golden.vacatures.map(({ ref }) => [ref, new Map(golden.kandidaten.map((kandidaat) => [kandidaat.ref, { graad: golden.lezingen[lezer]!.get(ref)?.[kandidaat.ref] ?? 0, waarom: [] }]))]));
}

/** Judges every pair by the rule, and by the author's hand where there is an exception; 0 where there is no sheet. */
export function judgeByRule(golden: Golden, puntOf: (plaats: string) => Punt | undefined): Oordelen {
  const byHand = new Map(golden.uitzonderingen.map((item) => [`${item.vacature} ${item.kandidaat}`, item]));
  const points = new Map([...golden.kandidaten, ...golden.vacatures].map(({ plaats }) => [plaats, puntOf(plaats)]));
  return new Map(golden.vacatures.map((vacature) => [vacature.ref, new Map(golden.kandidaten.map((kandidaat) => {
    const blad = golden.vacatureBladen.get(vacature.ref);
    if (!blad) return [kandidaat.ref, { graad: 0, waarom: [] }] as const;
    const hand = byHand.get(`${vacature.ref} ${kandidaat.ref}`);
    if (hand) return [kandidaat.ref, { graad: hand.graad, waarom: [hand.reden] }] as const;
    const [from, to] = [points.get(vacature.plaats), points.get(kandidaat.plaats)];
    const km = from && to ? distanceKm(from, to) : null;
    return [kandidaat.ref, gradePair({ vacature, blad, kandidaat, eigen: golden.bladen.get(kandidaat.ref)!, km }, golden.kennis)] as const;
  }))]));
}
