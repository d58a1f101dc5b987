/** The measures, on rankings small enough to do by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dcg, mean, ndcg, precision, recall } from './metrics.ts';

describe('nDCG', () => {
  test('gains 7, 3, 1 and 0 for the grades 3 to 0, less at every place', () => {
    // 7/log2(2) + 0/log2(3) + 3/log2(4) + 1/log2(5) = 7 + 0 + 1.5 + 0.43068
    expect(dcg([3, 0, 2, 1], 10)).toBeCloseTo(8.93068, 4);
    expect(dcg([3, 0, 2, 1], 2)).toBe(7);
  });

  test('compares with the best order of all who were judged, also of those who were not ranked', () => {
    // Best order 3, 2, 1: 7 + 3/log2(3) + 1/log2(4) = 9.39279; ranked only the 2 and the 1: 3 + 0.63093
    expect(ndcg([2, 1], [1, 2, 3, 0], 10)).toBeCloseTo(3.63093 / 9.39279, 4);
  });

  test('is 1 for the best order, and where nobody was good', () => {
    expect(ndcg([3, 2, 1, 0], [0, 1, 2, 3], 10)).toBe(1);
    expect(ndcg([0, 0], [0, 0, 0], 10)).toBe(1);
  });

  test('lies between 0 and 1, and no order of the same people beats the sorted one', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }), (grades) => {
      const value = ndcg(grades, grades, 10);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1 + 1e-12);
    }));
  });
});

describe('precision and recall', () => {
  test('precision counts grade 2 and 3 among the first five, and an empty place as a miss', () => {
    expect(precision([3, 1, 2, 0, 2, 3], 5)).toBe(3 / 5);
    expect(precision([3, 2], 5)).toBe(2 / 5);
  });

  test('recall is the share of the wanted that was found', () => {
    expect(recall(new Set(['Samira', 'Kees']), ['Samira', 'Piet', 'Kees', 'Fatma'])).toBe(0.5);
    expect(recall(new Set(['Samira']), [])).toBe(1);
  });

  test('the mean of nothing is 0', () => {
    expect(mean([0.5, 1])).toBe(0.75);
    expect(mean([])).toBe(0);
  });
});
