/** A map that is emptied when it is full: what free text from outside leads to must not be able to fill the memory. */
export class Kept<V> extends Map<string, V> {
  private static readonly CEILING = 50_000;

  override set(key: string, value: V): this {
    if (this.size >= Kept.CEILING) this.clear();
    return super.set(key, value);
  }
}
