/** A list of whole numbers per row, close together in memory: one array for all values, one for where each list begins. */
export class Lists {
  private at = new Uint32Array(64);
  private sizes = new Uint16Array(64);
  private pool = new Uint32Array(256);
  private used = 0;
  private live = 0;

  /** Gives a row its values; what it had before is gone. Lists longer than 65,535 are cut. */
  set(row: number, values: ArrayLike<number>): void {
    if (row >= this.sizes.length) this.growRows(row + 1);
    const size = Math.min(values.length, 65_535);
    this.live += size - this.sizes[row]!;
    if (size > this.sizes[row]!) {
      if (this.used + size > this.pool.length) this.makeRoom(row, size);
      this.at[row] = this.used;
      this.used += size;
    }
    this.sizes[row] = size;
    const from = this.at[row]!;
    for (let i = 0; i < size; i++) this.pool[from + i] = values[i]!;
  }

  /** How many values a row has. */
  size(row: number): number { return this.sizes[row] ?? 0; }

  /** One value of a row, for `i` from 0 to its size. */
  value(row: number, i: number): number { return this.pool[this.at[row]! + i]!; }

  /** The arrays as they are now, for loops over many rows; void after the next `set`. */
  raw(): { at: Uint32Array; sizes: Uint16Array; pool: Uint32Array } { return { at: this.at, sizes: this.sizes, pool: this.pool }; }

  copy(): Lists {
    const copy = new Lists();
    copy.at = this.at.slice();
    copy.sizes = this.sizes.slice();
    copy.pool = this.pool.slice();
    copy.used = this.used;
    copy.live = this.live;
    return copy;
  }

  /** Gives back the room that was kept for growth; for when most of what comes has come. */
  trim(): void {
    this.pool = this.pool.slice(0, this.used);
  }

  private growRows(rows: number): void {
    const length = Math.max(rows, this.sizes.length * 2);
    const at = new Uint32Array(length);
    at.set(this.at);
    const sizes = new Uint16Array(length);
    sizes.set(this.sizes);
    this.at = at;
    this.sizes = sizes;
  }

  /** Makes the array larger, and moves all lists together when a good part of it is holes. */
  private makeRoom(row: number, size: number): void {
    this.sizes[row] = 0;
    if (this.used < (this.live + size) * 1.25) {
      const larger = new Uint32Array(Math.ceil((this.used + size) * 1.5));
      larger.set(this.pool);
      this.pool = larger;
      return;
    }
    const pool = new Uint32Array(Math.max(256, Math.ceil((this.live + size) * 1.5)));
    let used = 0;
    for (let each = 0; each < this.sizes.length; each++) {
      const from = this.at[each]!;
      pool.set(this.pool.subarray(from, from + this.sizes[each]!), used);
      this.at[each] = used;
      used += this.sizes[each]!;
    }
    this.pool = pool;
    this.used = used;
  }
}
