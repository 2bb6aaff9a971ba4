import type { Row } from '../store/row.ts';
import type { Store } from '../store/store.ts';
import type { Caller } from './caller.ts';

/** What a caller is made of. */
const SOURCES = [
  'sys_user',
  'csm_consumer',
  'sys_user_role',
  'sys_user_has_role',
  'sys_user_grmember',
  'sys_user_visibility',
  'domain',
] as const;

/** Callers by user, worked out again after a write that may have changed roles, groups or domains. */
export class Callers {
  readonly #store: Store;
  readonly #known = new Map<string, Caller>();
  #version = -1;

  constructor(store: Store) {
    this.#store = store;
  }

  of(user: Row, make: () => Caller): Caller {
    const version = this.#store.versionOf(SOURCES);
    if (this.#version !== version) this.#known.clear();
    this.#version = version;
    const caller = this.#known.get(user.values.sys_id) ?? make();
    this.#known.set(user.values.sys_id, caller);
    return caller;
  }
}
