/**
 * The measures of a ranking against graded judgements (0–3). Pure.
 * Sources: nDCG with gain 2^grade − 1 and discount log2(rank + 1), Burges et al. 2005; precision and recall at a depth.
 */

/** Discounted cumulative gain of the first `depth` grades, in ranked order. */
export function dcg(grades: readonly number[], depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

/**
 * DCG as a share of the best DCG that any order of all judged items could give.
 * @param ranked grades in ranked order @param judged grades of everything that was judged, in any order
 * @returns 0–1; 1 when nothing judged has a grade above 0, for then no order is wrong
 */
export function ndcg(ranked: readonly number[], judged: readonly number[], depth: number): number {
  const best = dcg([...judged].sort((a, b) => b - a), depth);
  return best === 0 ? 1 : dcg(ranked, depth) / best;
}

/** Share of the first `depth` places that holds a grade of at least `from`; an empty place counts as a miss. */
export function precision(ranked: readonly number[], depth: number, from = 2): number {
  return ranked.slice(0, depth).filter((grade) => grade >= from).length / depth;
}

/**
 * Share of the wanted items that is among what was found, in any order.
 * @returns 0–1; 1 when nothing is wanted
 */
export function recall<T>(found: ReadonlySet<T>, wanted: readonly T[]): number {
  return wanted.length === 0 ? 1 : wanted.filter((item) => found.has(item)).length / wanted.length;
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
