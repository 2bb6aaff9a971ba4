import { CasegraphError, columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Row, Selection, Value } from '../../../src/contract/index.ts';
import { KEY } from '../names.ts';
import { readCell } from '../values/cell.ts';
import type { Cell } from '../values/cell.ts';
import { readValue } from '../values/read-value.ts';

/** A record of an answer, by upstream name (dotted for joined rows). */
export type Upstream = Readonly<Record<string, unknown>>;

/** Turns records into rows. Made once per answer, so that names are put together once and not per row. */
export function rowReader(table: BoundTable, select: Selection): (record: Upstream) => Row {
  const values = select.columns.map((name) => cellReader(table, name, ''));
  const joins = joinReaders(table, select, '');
  return (record) => {
    const row = { values: valuesOf(values, record) };
    if (row.values[table.key] === null) throw withoutKey(table);
    return joins.length === 0 ? row : { ...row, joined: joinedOf(joins, record) };
  };
}

function withoutKey({ name, object }: BoundTable): CasegraphError {
  return new CasegraphError(
    'upstream-unauthorized',
    `ServiceNow gave rows of ${name} without their sys_id. The gateway's account needs read access to it.`,
    { detail: `${object}: a record without sys_id` },
  );
}

interface CellReader {
  readonly name: string;
  readonly field: string;
  readonly read: (cell: Cell | undefined) => Value;
}

interface JoinReader {
  readonly name: string;
  readonly read: (record: Upstream) => Row | null;
}

function cellReader(table: BoundTable, name: string, prefix: string): CellReader {
  const { upstream, type } = columnOf(table, name);
  return { name, field: prefix + upstream, read: (cell) => readValue(type, cell) };
}

function joinReaders(table: BoundTable, select: Selection, prefix: string): JoinReader[] {
  return Object.entries(select.joins).map(([name, below]) => {
    const join = joinOf(table, name);
    const reference = prefix + columnOf(table, join.column).upstream;
    return { name, read: joinReader(join.table(), below, reference) };
  });
}

function joinReader(
  target: BoundTable,
  select: Selection,
  reference: string,
): (record: Upstream) => Row | null {
  const prefix = `${reference}.`;
  const isKey = (name: string) => columnOf(target, name).upstream === KEY;
  const keys = select.columns.filter(isKey);
  const cells = select.columns.filter((name) => !isKey(name)).map((name) => cellReader(target, name, prefix));
  const joins = joinReaders(target, select, prefix);
  return (record) => {
    const own = readCell(record[reference]);
    if (own === undefined || own.value === '') return null;
    const values = valuesOf(cells, record);
    const joined = joinedOf(joins, record);
    if (!isThere(own, values, joined)) return null;
    for (const key of keys) values[key] = own.value;
    return joins.length === 0 ? { values } : { values, joined };
  };
}

/**
 * Whether the reference leads to a row that can be read. Where it does not, all fields behind it are empty, and so is its display value
 * (a record in a domain that the account does not see shows none). A row whose wanted fields are all empty still has one.
 */
function isThere(
  reference: Cell,
  values: Record<string, Value>,
  joined: Record<string, Row | null>,
): boolean {
  if (Object.values(values).some((value) => value !== null)) return true;
  if (Object.values(joined).some((row) => row !== null)) return true;
  return reference.display !== undefined && reference.display !== '';
}

function valuesOf(readers: readonly CellReader[], record: Upstream): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const { name, field, read } of readers) values[name] = read(readCell(record[field]));
  return values;
}

function joinedOf(readers: readonly JoinReader[], record: Upstream): Record<string, Row | null> {
  const joined: Record<string, Row | null> = {};
  for (const { name, read } of readers) joined[name] = read(record);
  return joined;
}
