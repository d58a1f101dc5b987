/**
 * Ridge regression by conjugate gradients (Hestenes & Stiefel, 1952), for thousands of examples with some tens of numbers
 * each and some hundreds of outcomes: a library for matrices takes all of it as full ones, and an hour.
 */

/** The columns of one example that are not 0, with their values. */
export type Kolommen = readonly { at: number; telt: number }[];

/** How much a number must be worth before it leaves 0: half of what it says when it counts in full in one example. */
const TERUGHOUDEND = 1;
/** More steps change nothing that the examples which were not seen would tell. */
const STEPS = { all: 20, kept: 12 } as const;

/**
 * The table of which an example's row times the table comes nearest to what is wanted, while its numbers stay small.
 * @param wanted per example the outcomes, `outcomes` each
 * @param size how many columns there are
 * @param begin where to begin, else at 0 @param kept per column which outcomes may have a number, else all
 * @param report called after each step
 * @returns per column a number for each outcome
 */
export function solveRidge(rows: readonly Kolommen[], wanted: readonly Float64Array[], size: number, outcomes: number, { begin, kept, report }: { begin?: readonly Float64Array[]; kept?: readonly ReadonlySet<number>[]; report: (done: number, of: number) => void }): Float64Array[] {
  const steps = kept ? STEPS.kept : STEPS.all;
  const empty = () => Array.from({ length: size }, () => new Float64Array(outcomes));
  const mask = (table: Float64Array[]) => { if (kept) for (const [at, row] of table.entries()) for (let o = 0; o < outcomes; o++) if (row[o] !== 0 && !kept[at]!.has(o)) row[o] = 0; return table; };
  /** Adds to `into`, for each example, its row times what there is for it. */
  const back = (into: Float64Array[], ofExample: (i: number) => Float64Array) => {
    for (const [i, row] of rows.entries()) {
      const values = ofExample(i);
      for (const { at, telt } of row) { const target = into[at]!; for (let o = 0; o < outcomes; o++) target[o]! += telt * values[o]!; }
    }
    return into;
  };
  const sums = new Float64Array(outcomes);
  const times = (table: readonly Float64Array[]) => mask(back(table.map((row) => row.map((value) => TERUGHOUDEND * value)), (i) => {
    sums.fill(0);
    for (const { at, telt } of rows[i]!) { const source = table[at]!; for (let o = 0; o < outcomes; o++) sums[o]! += telt * source[o]!; }
    return sums;
  }));
  /** Per outcome the product of two tables. */
  const dot = (a: readonly Float64Array[], b: readonly Float64Array[]) => {
    const total = new Float64Array(outcomes);
    for (const [at, row] of a.entries()) { const other = b[at]!; for (let o = 0; o < outcomes; o++) total[o]! += row[o]! * other[o]!; }
    return total;
  };
  const table = begin ? mask(begin.map((row) => row.slice())) : empty();
  const rest = mask(back(empty(), (i) => wanted[i]!));
  if (begin) for (const [at, row] of times(table).entries()) for (let o = 0; o < outcomes; o++) rest[at]![o]! -= row[o]!;
  const direction = rest.map((row) => row.slice());
  let size2 = dot(rest, rest);
  for (let step = 1; step <= steps; step++) {
    const turned = times(direction);
    const along = dot(direction, turned);
    const length = size2.map((value, o) => (along[o]! > 0 ? value / along[o]! : 0));
    for (let at = 0; at < size; at++) for (let o = 0; o < outcomes; o++) { table[at]![o]! += length[o]! * direction[at]![o]!; rest[at]![o]! -= length[o]! * turned[at]![o]!; }
    const left = dot(rest, rest);
    const turn = left.map((value, o) => (size2[o]! > 0 ? value / size2[o]! : 0));
    for (let at = 0; at < size; at++) for (let o = 0; o < outcomes; o++) direction[at]![o] = rest[at]![o]! + turn[o]! * direction[at]![o]!;
    size2 = left;
    report(step, steps);
  }
  return table;
}
