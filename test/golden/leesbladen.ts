/**
 * npm run golden:lees -- <folder>: reading sheets for a judge who knows neither the score nor the rule. One file per
 * vacature: the vacature, then everybody who comes into question, in an order by chance, with what the record tells.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { KandidaatInvoer } from '#src/domain/kandidaat/kandidaat.ts';
import { rankKandidaten, vacatureByRef } from '#src/domain/match/ranglijst.server.ts';
import { distanceKm } from '#src/domain/plaats/plaats.ts';
import { findPlaats } from '#src/domain/plaats/plaats.server.ts';
import type { VacatureInvoer } from '#src/domain/vacature/vacature.ts';
import { rankFulltext, rankSkills } from './baselines.ts';
import { judgeByRule, readGolden, type Golden, type Oordelen } from './data.ts';
import { VANDAAG } from './measure.ts';
import { openGolden } from './regio.ts';

/** How many of each ranking are read (more where no rule says who else comes into question), and how many others by chance. */
const DIEPTE = { metRegel: 15, zonderRegel: 20 } as const;
const TOEVAL = 5;
/** Fixed, so that the sheets are the same for every judge and can be made again. */
const SEED = 20261122;

const map = process.argv[2];
if (map === undefined) { console.error('Say where the sheets go: npm run golden:lees -- <folder>'); process.exit(2); }
const golden = readGolden();
await openGolden(golden);
mkdirSync(map, { recursive: true });
const oordelen = judgeByRule(golden, findPlaats);
let total = 0;
golden.vacatures.forEach((vacature, at) => {
  const people = poolOf(golden, oordelen, vacature, SEED + at);
  total += people.length;
  writeFileSync(join(map, `${vacature.ref}.md`), `${describeVacature(vacature)}\n\n${people.map((person) => describeKandidaat(person, vacature)).join('\n\n')}\n`);
});
console.log(`${golden.vacatures.length} sheets with ${total} pairs in ${map}`);

/** Everybody with a grade or read before, the top of each ranking and a few others, shuffled. */
function poolOf({ kandidaten, vacatureBladen }: Golden, known: Oordelen, vacature: VacatureInvoer, seed: number): KandidaatInvoer[] {
  const graded = [...known.get(vacature.ref)!].filter(([, { graad }]) => graad > 0).map(([ref]) => ref);
  const top = rankKandidaten(vacatureByRef(vacature.ref)!, VANDAAG).resultaten.map(({ ref }) => ref);
  // Whom an earlier reader read is read by the next one too.
  const read = golden.lezingen.flatMap((lezing) => Object.keys(lezing.get(vacature.ref) ?? {}));
  const pool = new Set([...graded, ...[top, rankFulltext(vacature), rankSkills(vacature, kandidaten)].flatMap((refs) => refs.slice(0, vacatureBladen.has(vacature.ref) ? DIEPTE.metRegel : DIEPTE.zonderRegel))]);
  const [chance, order] = fc.sample(fc.shuffledSubarray(kandidaten.map(({ ref }) => ref), { minLength: kandidaten.length }), { seed, numRuns: 2 }) as [string[], string[]];
  for (const ref of chance.filter((item) => !pool.has(item)).slice(0, TOEVAL)) pool.add(ref);
  for (const ref of read) pool.add(ref);
  return order.filter((ref) => pool.has(ref)).map((ref) => kandidaten.find((person) => person.ref === ref)!);
}

function lines(...parts: (string | false)[]): string {
  return parts.filter((part) => part !== false).join('\n');
}
function listed(label: string, names: readonly string[] | undefined, empty = 'geen'): string {
  return `${label}: ${names === undefined ? 'onbekend' : names.length === 0 ? empty : names.join(', ')}`;
}
function spoken(talen: VacatureInvoer['talen']): string[] | undefined {
  return talen?.map(({ taal, niveau }) => `${taal} ${niveau}`);
}

function describeVacature(job: VacatureInvoer): string {
  return lines(
    `# ${job.ref}: ${job.titel}`, job.beroep !== undefined && `Beroep: ${job.beroep}`, job.omschrijving ?? false,
    listed('Taken', job.taken, 'niet genoemd'), listed('Vaardigheden vereist', job.vaardigheden?.vereist ?? []), listed('Vaardigheden gewenst', job.vaardigheden?.gewenst ?? []),
    listed('Certificaten vereist', job.certificaten?.vereist ?? []), listed('Certificaten gewenst', job.certificaten?.gewenst ?? []), listed('Rijbewijzen', job.rijbewijzen ?? []),
    listed('Talen', spoken(job.talen) ?? []), `Werkniveau: ${job.denkniveau ?? 'geen eis'}. Sector: ${job.sector ?? 'niet genoemd'}`,
    `Uren: ${job.uren.min}-${job.uren.max}. ${listed('Dagdelen', job.dagdelen ?? [], 'niet genoemd')}`, `Plaats: ${job.plaats}`, listed('Werkgever biedt', job.biedt ?? []),
  );
}

function describeKandidaat(person: KandidaatInvoer, job: VacatureInvoer): string {
  const [from, to] = [findPlaats(person.plaats), findPlaats(job.plaats)];
  return lines(
    `## ${person.ref} ${person.voornaam}`, person.kop !== undefined && `"${person.kop}"`, person.presentatie !== undefined && `"${person.presentatie}"`,
    listed('Wil', person.wensberoepen), listed('Ervaring', person.ervaring?.map(({ beroep, maanden, omschrijving }) => `${beroep}${maanden === undefined ? '' : ` (${maanden} mnd)`}${omschrijving === undefined ? '' : `: ${omschrijving}`}`)),
    listed('Kan', person.vaardigheden), listed('Sectoren', person.sectoren ?? []), listed('Certificaten', person.certificaten), listed('Rijbewijzen', person.rijbewijzen), listed('Talen', spoken(person.talen)),
    `Werkniveau: ${person.denkniveau ?? 'onbekend'}. Begeleiding: ${person.begeleiding ?? 'onbekend'}. ${listed('Nodig', person.nodig ?? [], 'niets genoemd')}`,
    `Uren: ${person.uren.min}-${person.uren.max}. ${listed('Dagdelen', person.dagdelen)}`,
    `${person.plaats}, ${from && to ? `${Math.round(distanceKm(from, to))} km van het werk` : 'afstand onbekend'}; reist tot ${person.reisafstandKm === undefined ? 'onbekend' : `${person.reisafstandKm} km`} (${person.vervoer?.join(', ') ?? 'vervoer onbekend'})`,
  );
}
