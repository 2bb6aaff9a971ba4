import { LRUCache } from 'lru-cache';
import type { Remembered } from './cache-policy.ts';

/** One remembered answer. Its value is shared and must not be changed. */
export interface Entry extends Remembered {
  readonly value: object;
  /** Not read anew in the background before this moment (milliseconds): the last try has just failed. */
  quietUntil: number;
}

/** Answers by name, bounded by their size in bytes; the least recently used go first. Zero bytes: nothing is remembered. */
export class RowMemory {
  readonly #entries: LRUCache<string, Entry> | null;

  constructor(maxBytes: number) {
    this.#entries =
      maxBytes === 0
        ? null
        : new LRUCache({
            maxSize: maxBytes,
            sizeCalculation: ({ value }, name) => ENTRY_BYTES + name.length + sizeOf(value),
          });
  }

  get(name: string): Entry | undefined {
    return this.#entries?.get(name);
  }

  /** An answer that was asked for earlier never replaces one that was asked for later. */
  set(name: string, entry: Entry): void {
    const known = this.#entries?.peek(name);
    if (known === undefined || known.born <= entry.born) this.#entries?.set(name, entry);
  }

  delete(name: string): void {
    this.#entries?.delete(name);
  }

  get bytes(): number {
    return this.#entries?.calculatedSize ?? 0;
  }

  get entries(): number {
    return this.#entries?.size ?? 0;
  }
}

/** What an entry costs besides its value: its place in the list and its own fields. */
const ENTRY_BYTES = 120;
const CELL_BYTES = 48;

/** A rough size in bytes, two for each character: what bounds the memory, not an account of it. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return CELL_BYTES + 2 * value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + sizeOf(part), CELL_BYTES);
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part), CELL_BYTES);
  }
  return CELL_BYTES;
}
