/**
 * The memory in which sql.js keeps the file of a database, held by us: an image is there without asking for it, and
 * what changed since the last one is known. sql.js has no call for this. It copies the bytes of a file with `slice` when
 * it opens them, and then writes each page with `set`: both are methods of what it was given. Should it ever do otherwise,
 * or move to memory of its own (as it does when the file outgrows this one), `counter` stands still at a commit, and
 * whoever holds the connection sees that this is the file no more.
 */

/** What is copied and digested anew as a whole where something in it changed; pages never cross its bounds. */
export const blockBytes = 16 * 1024;

const leastSpare = 1024 * 1024;

export class FileMemory extends Uint8Array {
  /** Views of it are plain arrays. */
  static get [Symbol.species](): Uint8ArrayConstructor {
    return Uint8Array;
  }

  /** Which blocks were written to since they were last taken; null stands for all. */
  private touched: Set<number> | null = null;

  /** Memory for a file of `bytes`, which are copied, with room to grow. */
  static holding(bytes: Uint8Array): FileMemory {
    const memory = new FileMemory(bytes.length + Math.max(leastSpare, bytes.length >>> 3));
    Uint8Array.prototype.set.call(memory, bytes);
    return memory;
  }

  override set(bytes: ArrayLike<number>, position = 0): void {
    super.set(bytes, position);
    if (this.touched === null) return;
    const last = Math.floor((position + bytes.length - 1) / blockBytes);
    for (let block = Math.floor(position / blockBytes); block <= last; block += 1) this.touched.add(block);
  }

  /** What sql.js is to be given to open the first `length` bytes: its copy of them will be this memory. */
  asFile(length: number): Uint8Array {
    return Object.assign(new Uint8Array(this.buffer, 0, length), { slice: () => this });
  }

  /**
   * SQLite counts in the header every transaction that changed something, and notes there the count at which the number
   * of pages was right (https://www.sqlite.org/fileformat2.html#file_change_counter). Null when the two differ, or the
   * pages have no room here: then some of them were written elsewhere.
   */
  counter(): number | null {
    const counter = this.numberAt(24);
    return counter === this.numberAt(92) && this.imageLength() <= this.length ? counter : null;
  }

  /** The database as it stands in the file: a view, which changes with it. */
  image(): Uint8Array {
    return this.subarray(0, this.imageLength());
  }

  /** The blocks written to since the last call, null for all. */
  takeTouched(): ReadonlySet<number> | null {
    const { touched } = this;
    this.touched = new Set();
    return touched;
  }

  private imageLength(): number {
    const pageBytes = (this[16] ?? 0) * 256 + (this[17] ?? 0);
    return (pageBytes === 1 ? 65_536 : pageBytes) * this.numberAt(28);
  }

  private numberAt(offset: number): number {
    return new DataView(this.buffer).getUint32(offset);
  }
}
