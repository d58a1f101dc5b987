/**
 * The first rows of an order, without sorting all: a heap of the best so far, the worst of them on top.
 * @param keys the key of each row of `rows`; smaller comes first
 * @param ids ids per row: among equal keys the lowest comes first
 * @returns at most `count` rows, in order
 */
export function firstOf(rows: Int32Array, keys: Float64Array, ids: Int32Array, count: number): number[] {
  const total = rows.length;
  const size = Math.min(count, total);
  if (size <= 0) return [];
  const before = (a: number, b: number): boolean => {
    const x = keys[a]!;
    const y = keys[b]!;
    return x < y || (x === y && ids[rows[a]!]! < ids[rows[b]!]!);
  };
  const heap = Int32Array.from({ length: size }, (_, i) => total - 1 - i);
  for (let i = (size >> 1) - 1; i >= 0; i--) sink(heap, i, before);
  let top = keys[heap[0]!]!;
  // The newest come last and mostly win: from the end on, hardly anybody still gets in.
  for (let next = total - 1 - size; next >= 0; next--) {
    if (keys[next]! > top || !before(next, heap[0]!)) continue;
    heap[0] = next;
    sink(heap, 0, before);
    top = keys[heap[0]!]!;
  }
  return Array.from(heap).sort((a, b) => (before(a, b) ? -1 : 1)).map((each) => rows[each]!);
}

/** Moves an element down until nothing below it comes later. */
function sink(heap: Int32Array, from: number, before: (a: number, b: number) => boolean): void {
  for (let at = from; ;) {
    let last = at;
    for (let child = 2 * at + 1; child <= 2 * at + 2 && child < heap.length; child++) if (before(heap[last]!, heap[child]!)) last = child;
    if (last === at) return;
    const held = heap[at]!;
    heap[at] = heap[last]!;
    heap[last] = held;
    at = last;
  }
}
