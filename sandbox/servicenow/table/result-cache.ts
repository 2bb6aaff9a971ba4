import type { Row } from '../store/row.ts';
import type { Store } from '../store/store.ts';

const KEPT = 64;

/** What recent queries found, until the next write: a client that pages asks the same question again and again. */
export class ResultCache {
  readonly #store: Store;
  readonly #found = new Map<string, readonly Row[]>();
  #version = -1;

  constructor(store: Store) {
    this.#store = store;
  }

  of(key: string, find: () => readonly Row[]): readonly Row[] {
    if (this.#version !== this.#store.version) this.#found.clear();
    this.#version = this.#store.version;
    const rows = this.#found.get(key) ?? find();
    this.#found.delete(key);
    this.#found.set(key, rows);
    const oldest = this.#found.size > KEPT ? this.#found.keys().next() : undefined;
    if (oldest?.done === false) this.#found.delete(oldest.value);
    return rows;
  }
}
