import type { BoundTable, Column, ColumnType, Join } from '../../src/contract/index.ts';

/** A declaration in few words: `name: [type, upstream]`, and for a reference the table it leads to. */
export type Columns = Readonly<Record<string, readonly [ColumnType, string, (() => BoundTable)?]>>;

/** A bound table as the schema room would make it: each reference that names its table becomes a join. */
export function boundTable(
  name: string,
  object: string,
  columns: Columns,
  writable: readonly string[] = [],
): BoundTable {
  const joins = new Map<string, Join>();
  const built = Object.entries(columns).map(([column, [type, upstream, to]]): Column => {
    const base = { name: column, type, upstream, writable: writable.includes(column) };
    if (to === undefined) return base;
    joins.set(column.replace(/Id$/, ''), { column, table: to });
    return { ...base, references: { table: to().name, column: to().key } };
  });
  return {
    name,
    connection: 'sandbox',
    object,
    key: 'id',
    columns: new Map(built.map((column) => [column.name, column])),
    joins,
    options: {},
  };
}
