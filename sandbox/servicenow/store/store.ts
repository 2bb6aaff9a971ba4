import type { SnRecord } from '../../world/world.ts';
import type { TableDefinition } from '../dictionary/column.ts';
import { extendsTable } from '../dictionary/dictionary.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { Indexes } from './indexes.ts';
import { bySysId } from './row.ts';
import type { Row } from './row.ts';

/**
 * All records, by class. Reading a parent class gives the records of its subclasses too. Indexes on columns and the
 * sorted list of a table are made when first asked for, and kept true by writes. The records handed in are never changed.
 */
export class Store {
  readonly dictionary: Dictionary;
  readonly #byRoot = new Map<string, Map<string, Row>>();
  readonly #indexes = new Map<string, Indexes>();
  readonly #sorted = new Map<string, readonly Row[]>();
  readonly #counters = new Map<string, number>();
  readonly #versions = new Map<string, number>();
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

  /** Grows with every write to one of these tables or to others of their hierarchies. */
  versionOf(tables: readonly string[]): number {
    let sum = 0;
    for (const name of tables) sum += this.#versions.get(this.dictionary.get(name)?.root ?? name) ?? 0;
    return sum;
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
    const rows = [...this.#of(table, [...this.#hierarchy(table.root).values()])].sort(bySysId);
    this.#sorted.set(table.name, rows);
    return rows;
  }

  /** Records whose column has the value, case ignored, in no order. */
  lookup(table: TableDefinition, column: string, value: string): readonly Row[] {
    return this.#of(table, this.#indexesOf(table.root).value(column).get(value));
  }

  /** Records whose date column holds this moment (`YYYY-MM-DD HH:MM:SS`) or a later one, oldest first. */
  since(table: TableDefinition, column: string, date: string): readonly Row[] {
    return this.#of(table, this.#indexesOf(table.root).date(column).since(date));
  }

  #of(table: TableDefinition, rows: readonly Row[]): readonly Row[] {
    return rows.filter((row) => row.table === table || extendsTable(row.table, table.name));
  }

  #indexesOf(root: string): Indexes {
    const indexes = this.#indexes.get(root) ?? new Indexes(() => this.#hierarchy(root).values());
    this.#indexes.set(root, indexes);
    return indexes;
  }

  insert(table: TableDefinition, values: SnRecord): Row {
    const row: Row = { table, values };
    this.#hierarchy(table.root).set(values.sys_id, row);
    this.#indexes.get(table.root)?.added(row);
    this.#changed(table, true);
    return row;
  }

  update(row: Row, changes: Readonly<Record<string, string>>): void {
    const before = row.values;
    row.values = { ...before, ...changes };
    this.#indexes.get(row.table.root)?.updated(row, before);
    this.#changed(row.table, false);
  }

  remove(row: Row): void {
    this.#hierarchy(row.table.root).delete(row.values.sys_id);
    this.#indexes.get(row.table.root)?.removed(row);
    this.#changed(row.table, true);
  }

  #changed(table: TableDefinition, structure: boolean): void {
    this.#version += 1;
    this.#versions.set(table.root, (this.#versions.get(table.root) ?? 0) + 1);
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
