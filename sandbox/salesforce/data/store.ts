import type { SfRecord, World } from '../../world/world.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { ObjectInfo } from '../dictionary/object-info.ts';
import { Table } from './table.ts';

export interface Located {
  readonly object: ObjectInfo;
  readonly record: SfRecord;
}

/** The org's data: a table per object, plus a journal that can take back what a failed transaction wrote. */
export class Store {
  readonly dictionary: Dictionary;
  readonly #tables = new Map<string, Table>();
  #journal: (() => void)[] | undefined;

  constructor(world: World, dictionary: Dictionary) {
    this.dictionary = dictionary;
    for (const [name, records] of world.salesforce) this.#tables.set(name, new Table(records));
  }

  table(object: string): Table {
    let table = this.#tables.get(object);
    if (table === undefined) this.#tables.set(object, (table = new Table([])));
    return table;
  }

  /** The record behind an id of any object. */
  locate(id: string): Located | undefined {
    const object = this.dictionary.byPrefix.get(id.slice(0, 3));
    const record = object && this.table(object.name).find(id);
    return object && record && { object, record };
  }

  put(object: string, record: SfRecord): void {
    const table = this.table(object);
    const before = table.find(record.Id);
    table.put(record);
    this.#journal?.push(() => (before === undefined ? table.remove(record.Id) : table.put(before)));
  }

  remove(object: string, record: SfRecord, asDeleted: SfRecord): void {
    const table = this.table(object);
    table.remove(record.Id, asDeleted);
    this.#journal?.push(() => table.restore(record));
  }

  /** Runs the work; when it answers false, or throws, everything it wrote is taken back. */
  transaction<T>(work: () => { readonly keep: boolean; readonly result: T }): T {
    const outer = this.#journal;
    const journal: (() => void)[] = [];
    this.#journal = journal;
    let kept = false;
    try {
      const { keep, result } = work();
      kept = keep;
      return result;
    } finally {
      this.#journal = outer;
      if (kept) outer?.push(...journal);
      else for (const undo of journal.reverse()) undo();
    }
  }
}
