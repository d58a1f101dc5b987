/** What is remembered of free text from outside, at most: it must not be able to fill the memory. */
export const CEILING = 50_000;

/** A map that is emptied when it is full. */
export class CappedMap<V> extends Map<string, V> {
  override set(key: string, value: V): this {
    if (this.size >= CEILING) this.clear();
    return super.set(key, value);
  }
}
