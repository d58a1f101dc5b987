/** How far two spellings are apart. Pure. */

/**
 * Edits (insert, delete, replace, swap of neighbours) between two words, up to a limit.
 * @returns the number of edits, or max + 1 when there are more
 */
export function editDistance(a: string, b: string, max: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let low = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      low = Math.min(low, value);
    }
    if (low > max) return max + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
