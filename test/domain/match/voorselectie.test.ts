/** Stage 1 and the number without words: both must agree with the score that people read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKandidaat, readVacature } from '#src/domain/match/kenmerken.ts';
import { scoreNumber, scorePair } from '#src/domain/match/score.ts';
import { Voorselectie } from '#src/domain/match/voorselectie.ts';
import { woordenboek } from '#src/domain/woorden/woorden.ts';
import { BAS, GRONINGEN, ORDERPICKER, SAMIRA, VANDAAG } from './paren.ts';
import { baan, persoon } from './willekeurig.ts';

const woorden = woordenboek();
const job = readVacature(ORDERPICKER, woorden);

type Persoon = Parameters<typeof readKandidaat>[0];
/** A choice from these people, by their place in the list. */
const choose = (people: Persoon[], vacature = job, count = 500) => chooser(people.map((person) => readKandidaat(person, woorden)))(vacature, count);

/** The same for many vacatures, with everybody prepared once. */
function chooser(people: ReturnType<typeof readKandidaat>[]) {
  const voorselectie = new Voorselectie();
  for (const [row, person] of people.entries()) voorselectie.put(row, person);
  return (vacature: typeof job, count: number) => voorselectie.select(vacature, Int32Array.from(people.keys()), count, woorden);
}

describe('the number without words', () => {
  it('is the score of the explanation for every pair, and tells as well who drops out', () => {
    fc.assert(fc.property(persoon, baan, (kandidaat, vacature) => {
      const [v, k] = [readVacature(vacature, woorden), readKandidaat(kandidaat, woorden)];
      const { score, afgevallen } = scorePair(v, k, woorden, VANDAAG);
      expect(scoreNumber(v, k, woorden, VANDAAG)).toEqual({ score, afgevallen: afgevallen !== null });
    }), { seed: 20_261_122, numRuns: 400 });
  });
});

describe('stage 1', () => {
  it('takes Samira before Bas for orderpicking, and leaves out who lives in Groningen and who wants other hours', () => {
    const chosen = choose([BAS, SAMIRA, { ...SAMIRA, punt: GRONINGEN }, { ...SAMIRA, urenMin: 4, urenMax: 8 }]);
    expect(chosen.rows).toEqual([1, 0]);
    expect([...chosen.afgevallen].sort()).toEqual([2, 3]);
    expect([chosen.past, chosen.vallenAf]).toEqual([2, 2]);
  });

  it('counts everybody and keeps no more than asked, the best first', () => {
    const chosen = choose([...Array.from({ length: 30 }, () => BAS), ...Array.from({ length: 10 }, () => SAMIRA)], job, 12);
    expect([chosen.rows.length, chosen.past]).toEqual([12, 40]);
    expect(chosen.rows.slice(0, 10).every((row) => row >= 30)).toBe(true);
  });

  it('drops nobody whom the score keeps', () => {
    fc.assert(fc.property(fc.array(persoon, { minLength: 1, maxLength: 8 }), baan, (people, vacature) => {
      const v = readVacature(vacature, woorden);
      for (const row of choose(people, v).afgevallen) expect(scoreNumber(v, readKandidaat(people[row]!, woorden), woorden, VANDAAG).afgevallen).toBe(true);
    }), { seed: 20_261_122, numRuns: 200 });
  });

  it('has the best five of two hundred random people among its first sixty', () => {
    const people = fc.sample(fc.array(persoon, { minLength: 200, maxLength: 200 }), { seed: 7, numRuns: 1 })[0]!.map((person) => readKandidaat(person, woorden));
    const chooseFor = chooser(people);
    let wanted = 0;
    let found = 0;
    for (const vacature of fc.sample(baan, { seed: 8, numRuns: 40 })) {
      const v = readVacature(vacature, woorden);
      const scored = people.map((person, row) => ({ row, ...scoreNumber(v, person, woorden, VANDAAG) })).filter(({ afgevallen }) => !afgevallen).sort((a, b) => b.score - a.score);
      const kept = new Set(chooseFor(v, 60).rows);
      for (const { row } of scored.slice(0, 5)) { wanted++; if (kept.has(row)) found++; }
    }
    expect(wanted).toBeGreaterThan(100);
    expect(found / wanted).toBeGreaterThanOrEqual(0.98);
  });

  it('forgets who a row was when somebody else gets it', () => {
    const voorselectie = new Voorselectie();
    voorselectie.put(0, readKandidaat(SAMIRA, woorden));
    voorselectie.put(0, readKandidaat({ ...BAS, urenMin: 2, urenMax: 4 }, woorden));
    expect(voorselectie.select(job, Int32Array.of(0), 5, woorden)).toMatchObject({ rows: [], afgevallen: [0] });
  });
});
