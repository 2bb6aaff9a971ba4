import type { SfRecord } from '../../world/world.ts';
import { idKey } from '../ids.ts';

const NONE: readonly SfRecord[] = [];

/**
 * The records of one object. Records are never changed in place, a write puts a new record in the old one's
 * place: pages that are still being read keep what they began with, and the world the records came from stays
 * as it was.
 */
export class Table {
  #live: SfRecord[];
  #deleted: SfRecord[];
  readonly #position = new Map<string, number>();
  readonly #byReference = new Map<string, Map<string, SfRecord[]>>();

  constructor(records: readonly SfRecord[]) {
    this.#live = records.filter((record) => record['IsDeleted'] !== true);
    this.#deleted = records.filter((record) => record['IsDeleted'] === true);
    this.#index();
  }

  get live(): readonly SfRecord[] {
    return this.#live;
  }

  get deleted(): readonly SfRecord[] {
    return this.#deleted;
  }

  find(id: string): SfRecord | undefined {
    const at = this.#position.get(idKey(id));
    return at === undefined ? undefined : this.#live[at];
  }

  findDeleted(id: string): SfRecord | undefined {
    return this.#deleted.find((record) => idKey(record.Id) === idKey(id));
  }

  /** Live records whose field holds the id; the index is made when a field is first asked for. */
  referencing(field: string, id: string): readonly SfRecord[] {
    let index = this.#byReference.get(field);
    if (index === undefined) {
      index = groupBy(this.#live, field);
      this.#byReference.set(field, index);
    }
    return index.get(idKey(id)) ?? NONE;
  }

  /** Adds the record, or puts it in the place of the one with its id. */
  put(record: SfRecord): void {
    const at = this.#position.get(idKey(record.Id));
    if (at !== undefined) this.#live[at] = record;
    else this.#position.set(idKey(record.Id), this.#live.push(record) - 1);
    this.#byReference.clear();
  }

  /** Takes the record out; `asDeleted` is what queryAll shows of it from now on, undefined to leave no trace. */
  remove(id: string, asDeleted?: SfRecord): void {
    this.#live = this.#live.filter((record) => idKey(record.Id) !== idKey(id));
    if (asDeleted !== undefined) this.#deleted = [...this.#deleted, asDeleted];
    this.#index();
  }

  /** Undoes a removal. */
  restore(record: SfRecord): void {
    this.#deleted = this.#deleted.filter((gone) => idKey(gone.Id) !== idKey(record.Id));
    this.put(record);
  }

  #index(): void {
    this.#position.clear();
    this.#byReference.clear();
    for (const [at, record] of this.#live.entries()) this.#position.set(idKey(record.Id), at);
  }
}

function groupBy(records: readonly SfRecord[], field: string): Map<string, SfRecord[]> {
  const groups = new Map<string, SfRecord[]>();
  for (const record of records) {
    const value = record[field];
    if (typeof value !== 'string') continue;
    const group = groups.get(idKey(value));
    if (group === undefined) groups.set(idKey(value), [record]);
    else group.push(record);
  }
  return groups;
}
