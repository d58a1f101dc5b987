/**
 * The first rows of an order, without sorting all: a heap of the best so far, the worst of them on top.
 * @param keys the key of each row of `rows`; smaller comes first
 * @param tie decides between equal keys; smaller comes first
 * @returns at most `count` rows, in order
 */
export function firstOf(rows: Int32Array, keys: Float64Array, tie: (row: number) => number, count: number): number[] {
  const size = Math.min(count, rows.length);
  if (size <= 0) return [];
  const before = (a: number, b: number): boolean => keys[a]! < keys[b]! || (keys[a] === keys[b] && tie(rows[a]!) < tie(rows[b]!));
  const heap = new Int32Array(size);
  for (let i = 0; i < size; i++) heap[i] = i;
  for (let i = (size >> 1) - 1; i >= 0; i--) sink(heap, i, before);
  for (let i = size; i < rows.length; i++) if (before(i, heap[0]!)) { heap[0] = i; sink(heap, 0, before); }
  return Array.from(heap).sort((a, b) => (before(a, b) ? -1 : 1)).map((at) => rows[at]!);
}

/** Moves an element down until nothing below it comes later. */
function sink(heap: Int32Array, at: number, before: (a: number, b: number) => boolean): void {
  for (;;) {
    let last = at;
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && before(heap[last]!, heap[child]!)) last = child;
    if (last === at) return;
    const held = heap[at]!;
    heap[at] = heap[last]!;
    heap[last] = held;
    at = last;
  }
}
