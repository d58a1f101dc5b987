/** Measures the golden set: every vacature by three rankings, stage 1, and the occupation behind job names. */
import { importFile } from '#src/jobs/import.server.ts';
import { rankKandidaten, vacatureByRef, type Uitslag } from '#src/domain/match/ranglijst.server.ts';
import { findPlaats } from '#src/domain/plaats/plaats.server.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { indexFulltext, rankFulltext, rankSkills } from './baselines.ts';
import { VACATURES, dataFile, deelOf, judge, judgeByReader, judgeByRule, readFunctienamen, type Golden, type Oordelen } from './data.ts';
import type { BladVacature, Oordeel } from './grade.ts';
import { mean, ndcg, precision, recall } from './metrics.ts';
import { retrieve } from './stage1.ts';

/** The day on which everything is scored, so that the outcome is the same every day. */
export const VANDAAG = '2026-11-23';
export const SYSTEMEN = ['ranking', 'fulltext', 'skills'] as const;
export type Systeem = (typeof SYSTEMEN)[number];
export type Deel = BladVacature['deel'];
export type Cijfers = { ndcg10: number; precision5: number };
export type Plek = { ref: string; score: number; graad: number; waarom: string[]; werk: string };
export type Gemist = { ref: string; graad: number; plaats: number | null; reden: string };
export type VacatureMeting = { ref: string; titel: string; deel: Deel; cijfers: Record<Systeem, Cijfers>; perOordeel: Record<Oordelaar, number | null>; recall50: number; recallZonderAfvallers: number; top: Plek[]; gemist: Gemist[] };
/** nDCG@10 of this ranking by one judge alone; `lezers`: of the order of one reader, by the grades of the other. */
export const OORDELAARS = ['regel', 'lezer a', 'lezer b', 'lezers'] as const;
export type Oordelaar = (typeof OORDELAARS)[number];
export type DeelMeting = { vacatures: number; cijfers: Record<Systeem, Cijfers>; perOordeel: Record<Oordelaar, number>; recall50: number; recallZonderAfvallers: number; verhouding: number };
export type Namen = { aantal: number; goed: number; fout: { naam: string; verwacht: string; gevonden: string | null }[] };

/** What the reported half has to reach. */
export const DOELEN = { ndcg10: 0.9, verhouding: 1.25, recall50: 0.98, synoniemen: 0.95 } as const;

/** Brings the set into the open, empty database, by the same import that partners use. @throws when a line is rejected */
export async function importGolden(golden: Golden): Promise<void> {
  const files = [['kandidaten', 'kandidaten.jsonl'], ...VACATURES.map((name) => ['vacatures', name] as const)] as const;
  for (const [soort, name] of files) {
    const verslag = await importFile({ rol: 'systeem' }, soort, dataFile(name), { dryRun: false });
    if (verslag.afgewezenRegels > 0 || verslag.onbekendePlaatsen.size > 0) throw new Error(`${soort}: ${JSON.stringify([...verslag.afgewezen, ...verslag.onbekendePlaatsen.keys()])}`);
  }
  indexFulltext(golden.kandidaten);
}

/** Measures all vacatures of an imported set. @param report called after each vacature with the number done */
export function measure(golden: Golden, report: (done: number) => void = () => {}): VacatureMeting[] {
  const oordelen = judge(golden, findPlaats);
  const [regel, a, b] = [judgeByRule(golden, findPlaats), judgeByReader(golden, 0), judgeByReader(golden, 1)];
  return golden.vacatures.map((vacature, at) => {
    const row = vacatureByRef(vacature.ref)!;
    const lijst = rankKandidaten(row, VANDAAG);
    const retrieved = retrieve(row);
    const own = oordelen.get(vacature.ref)!;
    const best = [...own].filter(([, { graad }]) => graad >= 2).sort((a, b) => b[1].graad - a[1].graad).slice(0, 50).map(([ref]) => ref);
    const ndcgBy = (by: Oordelen, refs: readonly string[]) => { const grades = by.get(vacature.ref)!; return ndcg(refs.map((ref) => grades.get(ref)!.graad), [...grades.values()].map(({ graad }) => graad), 10); };
    const cijfersOf = (refs: readonly string[]): Cijfers => ({ ndcg10: ndcgBy(oordelen, refs), precision5: precision(refs.map((ref) => own.get(ref)!.graad), 5) });
    const ranked = lijst.resultaten.map(({ ref }) => ref);
    const byA = [...a.get(vacature.ref)!].sort((one, other) => other[1].graad - one[1].graad).map(([ref]) => ref);
    report(at + 1);
    return {
      perOordeel: { regel: golden.vacatureBladen.has(vacature.ref) ? ndcgBy(regel, ranked) : null, 'lezer a': ndcgBy(a, ranked), 'lezer b': ndcgBy(b, ranked), lezers: ndcgBy(b, byA) },
      ref: vacature.ref, titel: vacature.titel, deel: deelOf(golden, vacature.ref),
      cijfers: { ranking: cijfersOf(ranked), fulltext: cijfersOf(rankFulltext(vacature)), skills: cijfersOf(rankSkills(vacature, golden.kandidaten)) },
      recall50: recall(retrieved.gezien, best), recallZonderAfvallers: recall(retrieved.past, best),
      top: lijst.resultaten.slice(0, 10).map((item) => describe(item, own.get(item.ref)!)),
      gemist: findMissed(lijst, own),
    };
  });
}

function describe({ ref, uitleg }: Uitslag, { graad, waarom }: Oordeel): Plek {
  return { ref, score: uitleg.score, graad, waarom, werk: uitleg.onderdelen[0]!.reden };
}

/** Good people (grade 2 or 3) below place 10 although someone with a lower grade stands above it. */
function findMissed({ resultaten, afgevallen }: ReturnType<typeof rankKandidaten>, own: ReadonlyMap<string, Oordeel>): Gemist[] {
  const lowest = Math.min(3, ...resultaten.slice(0, 10).map(({ ref }) => own.get(ref)!.graad));
  const plaats = new Map(resultaten.map(({ ref }, at) => [ref, at + 1]));
  return [...resultaten.slice(10), ...afgevallen].flatMap(({ ref, uitleg }) => {
    const { graad } = own.get(ref)!;
    if (graad < 2 || graad <= lowest) return [];
    return [{ ref, graad, plaats: plaats.get(ref) ?? null, reden: uitleg.afgevallen ?? uitleg.onderdelen.map((deel) => `${deel.naam} ${deel.bijdrage.toFixed(1)}: ${deel.reden}`).join(' | ') }];
  });
}

/** The means of one half. */
export function summarize(metingen: readonly VacatureMeting[], deel: Deel): DeelMeting {
  const own = metingen.filter((item) => item.deel === deel);
  const meanOf = (systeem: Systeem): Cijfers => ({ ndcg10: mean(own.map(({ cijfers }) => cijfers[systeem].ndcg10)), precision5: mean(own.map(({ cijfers }) => cijfers[systeem].precision5)) });
  const cijfers = { ranking: meanOf('ranking'), fulltext: meanOf('fulltext'), skills: meanOf('skills') };
  const perOordeel = Object.fromEntries(OORDELAARS.map((naam) => [naam, mean(own.map((item) => item.perOordeel[naam]).filter((value) => value !== null))])) as Record<Oordelaar, number>;
  return { vacatures: own.length, cijfers, perOordeel, recall50: mean(own.map(({ recall50 }) => recall50)), recallZonderAfvallers: mean(own.map((item) => item.recallZonderAfvallers)), verhouding: cijfers.ranking.ndcg10 / cijfers.fulltext.ndcg10 };
}

/** How many job names lead to the right occupation at once. */
export function measureNames(soort: 'synoniemen' | 'vrij'): Namen {
  const woorden = woordenboek();
  const namen = readFunctienamen(soort);
  const fout = namen.flatMap(({ naam, beroep }) => {
    const found = woorden.findBeroep(naam);
    const gevonden = found ? woorden.beroepen[found.nr]!.naam : null;
    return gevonden === beroep ? [] : [{ naam, verwacht: beroep, gevonden }];
  });
  return { aantal: namen.length, goed: namen.length - fout.length, fout };
}

/** The targets that were missed, in words; empty when all were reached. */
export function missedTargets(rapport: DeelMeting, synoniemen: Namen): string[] {
  const reached: [string, number, number][] = [
    ['nDCG@10', rapport.cijfers.ranking.ndcg10, DOELEN.ndcg10], ['nDCG@10 against full text', rapport.verhouding, DOELEN.verhouding],
    ['recall@50 of stage 1', rapport.recall50, DOELEN.recall50], ['occupation of a synonym', synoniemen.goed / synoniemen.aantal, DOELEN.synoniemen],
  ];
  return reached.filter(([, value, target]) => value < target).map(([name, value, target]) => `${name} ${value.toFixed(3)}, wanted ${target}`);
}
