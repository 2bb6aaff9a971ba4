import type { SnRecord } from '../../world/world.ts';
import type { TableDefinition } from '../dictionary/column.ts';
import { extendsTable } from '../dictionary/dictionary.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { ColumnIndex } from './column-index.ts';
import { bySysId } from './row.ts';
import type { Row } from './row.ts';

/**
 * All records, by class. Reading a parent class gives the records of its subclasses too. Indexes on columns and the
 * sorted list of a table are made when first asked for, and kept true by writes. The records handed in are never changed.
 */
export class Store {
  readonly dictionary: Dictionary;
  readonly #byRoot = new Map<string, Map<string, Row>>();
  readonly #indexes = new Map<string, Map<string, ColumnIndex>>();
  readonly #sorted = new Map<string, readonly Row[]>();
  readonly #counters = new Map<string, number>();
  #version = 0;

  /** Tables that the dictionary does not know are left out. */
  constructor(dictionary: Dictionary, records: ReadonlyMap<string, readonly SnRecord[]>) {
    this.dictionary = dictionary;
    for (const [name, list] of records) {
      const table = dictionary.get(name);
      if (!table) continue;
      const rows = this.#hierarchy(table.root);
      for (const values of list) rows.set(values.sys_id, { table, values });
    }
  }

  /** Grows with every write: what was computed from the store is good while it stays the same. */
  get version(): number {
    return this.#version;
  }

  #hierarchy(root: string): Map<string, Row> {
    const rows = this.#byRoot.get(root) ?? new Map<string, Row>();
    this.#byRoot.set(root, rows);
    return rows;
  }

  /** The record of `table` or one of its subclasses. */
  get(table: TableDefinition, sysId: string): Row | undefined {
    const row = this.#byRoot.get(table.root)?.get(sysId);
    return row && (row.table === table || extendsTable(row.table, table.name)) ? row : undefined;
  }

  /** Whether any class of the table's hierarchy holds this sys_id. */
  holds(table: TableDefinition, sysId: string): boolean {
    return this.#byRoot.get(table.root)?.has(sysId) ?? false;
  }

  /** Every record of the table and its subclasses, by sys_id. */
  rows(table: TableDefinition): readonly Row[] {
    const ready = this.#sorted.get(table.name);
    if (ready) return ready;
    const all = [...this.#hierarchy(table.root).values()];
    const rows = all
      .filter((row) => row.table === table || extendsTable(row.table, table.name))
      .sort(bySysId);
    this.#sorted.set(table.name, rows);
    return rows;
  }

  /** Records whose column has the value, case ignored, in no order. */
  lookup(table: TableDefinition, column: string, value: string): readonly Row[] {
    const columns = this.#indexes.get(table.root) ?? new Map<string, ColumnIndex>();
    this.#indexes.set(table.root, columns);
    const index = columns.get(column) ?? new ColumnIndex(column, this.#hierarchy(table.root).values());
    columns.set(column, index);
    return index.get(value).filter((row) => row.table === table || extendsTable(row.table, table.name));
  }

  insert(table: TableDefinition, values: SnRecord): Row {
    const row: Row = { table, values };
    this.#hierarchy(table.root).set(values.sys_id, row);
    for (const index of this.#indexes.get(table.root)?.values() ?? []) index.add(row);
    this.#changed(table, true);
    return row;
  }

  update(row: Row, changes: Readonly<Record<string, string>>): void {
    const before = row.values;
    row.values = { ...before, ...changes };
    for (const [column, index] of this.#indexes.get(row.table.root) ?? []) {
      if (changes[column] === undefined || changes[column] === before[column]) continue;
      index.remove(row, before);
      index.add(row);
    }
    this.#changed(row.table, false);
  }

  remove(row: Row): void {
    this.#hierarchy(row.table.root).delete(row.values.sys_id);
    for (const index of this.#indexes.get(row.table.root)?.values() ?? []) index.remove(row, row.values);
    this.#changed(row.table, true);
  }

  #changed(table: TableDefinition, structure: boolean): void {
    this.#version += 1;
    if (!structure) return;
    for (const name of this.#sorted.keys())
      if (this.dictionary.get(name)?.root === table.root) this.#sorted.delete(name);
  }

  /** The next free number of a table: its prefix and at least seven digits. Empty for a table without numbers. */
  nextNumber(table: TableDefinition): string {
    const prefix = table.prefix;
    if (prefix === undefined) return '';
    const next = (this.#counters.get(table.name) ?? this.#highestNumber(table, prefix)) + 1;
    this.#counters.set(table.name, next);
    return prefix + String(next).padStart(7, '0');
  }

  #highestNumber(table: TableDefinition, prefix: string): number {
    let highest = 0;
    for (const { values } of this.rows(table)) {
      const number = values.number ?? '';
      if (number.startsWith(prefix)) highest = Math.max(highest, Number(number.slice(prefix.length)) || 0);
    }
    return highest;
  }
}
