import type { Row } from '../store/row.ts';
import type { Store } from '../store/store.ts';
import type { Caller } from './caller.ts';

/** Callers by user, worked out again after any write: a write may have changed roles, groups or domains. */
export class Callers {
  readonly #store: Store;
  readonly #known = new Map<string, Caller>();
  #version = -1;

  constructor(store: Store) {
    this.#store = store;
  }

  of(user: Row, make: () => Caller): Caller {
    if (this.#version !== this.#store.version) this.#known.clear();
    this.#version = this.#store.version;
    const caller = this.#known.get(user.values.sys_id) ?? make();
    this.#known.set(user.values.sys_id, caller);
    return caller;
  }
}
