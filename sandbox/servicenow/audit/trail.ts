import type { Row } from '../store/row.ts';
import type { Store } from '../store/store.ts';
import type { AuditLine } from './lines.ts';

/** Lines that are kept; beyond that the oldest go. A line takes about half a kilobyte. */
export const AUDIT_LINES = 200_000;

/** Writes sys_audit. */
export class AuditTrail {
  readonly #store: Store;
  readonly #newSysId: () => string;
  readonly #bound: number;
  #written: Row[] = [];
  #gone = 0;

  constructor(store: Store, newSysId: () => string, bound = AUDIT_LINES) {
    this.#store = store;
    this.#newSysId = newSysId;
    this.#bound = bound;
  }

  /** `at`: `YYYY-MM-DD HH:MM:SS`. */
  write(lines: readonly AuditLine[], at: string): void {
    const table = this.#store.dictionary.get('sys_audit');
    if (!table) return;
    for (const line of lines) {
      const values = { ...line, reason: '', sys_created_on: at, sys_created_by: line.user };
      this.#written.push(this.#store.insert(table, { sys_id: this.#newSysId(), ...values }));
    }
    while (this.#written.length - this.#gone > this.#bound) this.#dropOldest();
  }

  #dropOldest(): void {
    const oldest = this.#written[this.#gone];
    if (oldest) this.#store.remove(oldest);
    this.#gone += 1;
    // Cut in blocks: a shift per line would move the whole list each time.
    if (this.#gone < this.#bound) return;
    this.#written = this.#written.slice(this.#gone);
    this.#gone = 0;
  }
}
