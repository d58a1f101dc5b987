/** The golden set is whole, and the ranking does not fall below what it reached on it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { findPlaats } from '#src/domain/plaats/plaats.server.ts';
import { tokenize } from '#src/domain/woorden/analyse.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { useDatabase } from '../support/database.ts';
import { deelOf, judge, readFunctienamen, readGolden } from './data.ts';
import { DOELEN, importGolden, measure, measureNames, missedTargets, summarize, type VacatureMeting } from './measure.ts';
import { renderTable, renderVacature } from './report.ts';

useDatabase();
const golden = readGolden();
let metingen: VacatureMeting[] = [];
beforeAll(async () => {
  await importGolden(golden);
  metingen = measure(golden);
}, 60_000);

describe('the set', () => {
  test('has 192 vacatures and 320 kandidaten, each with a ref of its own, and a sheet for all but the vacatures by others', () => {
    expect([golden.vacatures.length, golden.kandidaten.length]).toEqual([192, 320]);
    expect(new Set(golden.vacatures.map(({ ref }) => ref)).size).toBe(192);
    expect([...golden.bladen.keys()].sort()).toEqual(golden.kandidaten.map(({ ref }) => ref).sort());
    expect([...golden.vacatureBladen.keys()].sort()).toEqual(golden.vacatures.slice(0, 64).map(({ ref }) => ref).sort());
  });

  test('was read by three where there is no rule, by two where there is: every vacature, and the same people on each sheet', () => {
    const [a, b, c] = golden.lezingen;
    for (const { ref } of golden.vacatures) {
      expect(Object.keys(a!.get(ref)!), ref).toEqual(Object.keys(b!.get(ref)!));
      if (!golden.vacatureBladen.has(ref)) expect(Object.keys(c!.get(ref)!), ref).toEqual(Object.keys(a!.get(ref)!));
      expect(Object.keys(a!.get(ref)!).length, ref).toBeGreaterThanOrEqual(20);
      for (const kandidaat of Object.keys(a!.get(ref)!)) expect(golden.bladen.has(kandidaat), kandidaat).toBe(true);
    }
  });

  test('reports half of the vacatures of the author, half of the first that others wrote, and a third of the later ones', () => {
    expect(golden.vacatures.filter(({ ref }) => deelOf(golden, ref) === 'rapport')).toHaveLength(32 + 16 + 32);
  });

  test('tells of every kandidaat what he or she wants, did or says', () => {
    for (const { ref, kop, wensberoepen, ervaring, presentatie } of golden.kandidaten) expect([kop, ...(wensberoepen ?? []), ...(ervaring ?? []), presentatie].filter(Boolean).length, ref).toBeGreaterThanOrEqual(2);
  });

  test('has two vacatures for tuning and two to report in each of the sixteen sectors', () => {
    const delen = golden.vacatures.slice(0, 64).map(({ ref }) => golden.vacatureBladen.get(ref)!.deel);
    for (let sector = 0; sector < 16; sector++) expect(delen.slice(sector * 4, sector * 4 + 4).filter((deel) => deel === 'rapport'), `vacatures from number ${sector * 4 + 1}`).toHaveLength(2);
  });

  test('names only kinds of work that are known', () => {
    const known = Object.keys(golden.kennis.soorten);
    const near = new Set([...known, ...Object.values(golden.kennis.soorten).flat()]);
    const used = [...golden.bladen.values()].flatMap(({ nu, leren, nee }) => [...nu, ...leren, ...nee]);
    const asked = [...golden.vacatureBladen.values()].flatMap(({ soort }) => soort);
    expect([...used, ...asked].filter((soort) => !near.has(soort))).toEqual([]);
  });

  test('judges every pair, each grade more than a hundred times, and has somebody for every vacature but one', () => {
    const oordelen = judge(golden, findPlaats);
    const all = [...oordelen.values()].flatMap((own) => [...own.values()].map(({ graad }) => graad));
    expect(all).toHaveLength(192 * 320);
    for (const graad of [0, 1, 2, 3]) expect(all.filter((item) => item === graad).length, `grade ${graad}`).toBeGreaterThan(100);
    // Of the vacatures by others one has nobody in this region, as it goes: gv-116 asks for a drogist.
    expect([...oordelen].filter(([, own]) => ![...own.values()].some(({ graad }) => graad >= 1)).map(([ref]) => ref)).toEqual(['gv-116']);
  });

  test('has at least sixty pairs that were judged by hand, once each, about people that exist', () => {
    expect(golden.uitzonderingen.length).toBeGreaterThanOrEqual(60);
    expect(new Set(golden.uitzonderingen.map(({ vacature, kandidaat }) => `${vacature} ${kandidaat}`)).size).toBe(golden.uitzonderingen.length);
    for (const { vacature, kandidaat } of golden.uitzonderingen) expect(golden.vacatureBladen.has(vacature) && golden.bladen.has(kandidaat), `${vacature} ${kandidaat}`).toBe(true);
  });
});

describe('job names', () => {
  const woorden = woordenboek();

  test.each(['synoniemen', 'vrij'] as const)('of the list %s lead to an occupation that exists', (soort) => {
    expect(readFunctienamen(soort).map(({ beroep }) => beroep).filter((beroep) => !woorden.beroepen.some(({ naam }) => naam === beroep))).toEqual([]);
  });

  test('at least 200 have a listed synonym of that occupation in them, and not its own name', () => {
    const namen = readFunctienamen('synoniemen');
    expect(namen.length).toBeGreaterThanOrEqual(200);
    for (const { naam, beroep } of namen) {
      const words = ` ${tokenize(naam).join(' ')} `;
      const found = woorden.beroepen.find((item) => item.naam === beroep)!;
      expect(found.synoniemen.some((term) => words.includes(` ${tokenize(term).join(' ')} `)), naam).toBe(true);
      expect(tokenize(naam), naam).not.toEqual(tokenize(beroep));
    }
  });

  test('that the vocabulary lists as a synonym lead to the right occupation', () => {
    const { goed, aantal } = measureNames('synoniemen');
    expect(goed / aantal).toBeGreaterThanOrEqual(DOELEN.synoniemen);
  });
});

describe('the ranking', () => {
  // Floors under what was measured, where that is lower than the target: see README.md for both.
  test.each([['afstemmen', 0.89, 0.98], ['rapport', DOELEN.ndcg10, DOELEN.recall50]] as const)('stays above its floors on the half %s, and above both baselines', (deel, floor, recallFloor) => {
    const { cijfers, verhouding, recall50 } = summarize(metingen, deel);
    expect(cijfers.ranking.ndcg10).toBeGreaterThanOrEqual(floor);
    expect(verhouding).toBeGreaterThanOrEqual(DOELEN.verhouding);
    expect(cijfers.ranking.ndcg10).toBeGreaterThan(cijfers.skills.ndcg10);
    expect(recall50).toBeGreaterThanOrEqual(recallFloor);
  });

  test('names each target that was missed, and none that was reached', () => {
    const rapport = { ...summarize(metingen, 'rapport'), recall50: 0.5, verhouding: 1.3 };
    rapport.cijfers.ranking.ndcg10 = 0.95;
    expect(missedTargets(rapport, { aantal: 100, goed: 90, fout: [] })).toEqual(['recall@50 of stage 1 0.500, wanted 0.98', 'occupation of a synonym 0.900, wanted 0.95']);
  });

  test('is reported per half and ranking, and per vacature with the people it missed', () => {
    const synoniemen = measureNames('synoniemen');
    const table = renderTable({ delen: { afstemmen: summarize(metingen, 'afstemmen'), rapport: summarize(metingen, 'rapport') }, synoniemen, vrij: synoniemen, vacatures: metingen }, 'everyone');
    expect(table.match(/^\| (for tuning|reported) /gm)).toHaveLength(6);
    expect(table).toContain('Stage 1: everyone; without who drops out');
    const text = renderVacature({ ...metingen[0]!, gemist: [{ ref: 'gk-016', graad: 3, plaats: null, reden: 'te ver weg' }] });
    expect(text).toContain(metingen[0]!.titel);
    expect(text).toContain('missed: gk-016 grade 3, dropped out: te ver weg');
  });
});
