import { columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Row, Selection, Value } from '../../../src/contract/index.ts';
import { declaredOf } from '../declaration/declaration.ts';
import { JOINED } from '../select.ts';
import { isObject, memberOf, notGraphQL } from './shape.ts';
import { cellOf } from './value.ts';

export function rowOf(table: BoundTable, select: Selection, raw: unknown): Row {
  if (!isObject(raw)) throw notGraphQL(table, `a row of ${table.object} is no object`);
  const values = Object.fromEntries(
    select.columns.map((name) => [name, columnIn(table, columnOf(table, name), raw)]),
  );
  const joined = Object.entries(select.joins).map(([name, below]): [string, Row | null] => {
    const target = memberOf(raw, `${JOINED}${name}`);
    if (target === undefined) throw notGraphQL(table, `${table.object} came without ${name}`);
    return [name, target === null ? null : rowOf(joinOf(table, name).table(), below, target)];
  });
  return joined.length === 0 ? { values } : { values, joined: Object.fromEntries(joined) };
}

/** The cell of one column. A key that is empty is no row. */
export function columnIn(table: BoundTable, column: Column, raw: unknown): Value {
  const found = valueAt(raw, column.upstream.split('.'));
  if (found === undefined) throw notGraphQL(table, `${table.object} came without ${column.upstream}`);
  const value = cellOf(table, column, declaredOf(table).choices.get(column.name), found);
  if (value === null && column.name === table.key)
    throw notGraphQL(table, `a row of ${table.object} has no key`);
  return value;
}

/** Lists of lists are no more than this deep in any schema; what is deeper would run out of stack. */
const MOST_LISTS = 10;

/** Null where the way leads through nothing, undefined where the answer lacks what was asked for. Lists on the way give lists. */
function valueAt(value: unknown, path: readonly string[], lists = 0): unknown {
  const [name, ...rest] = path;
  if (name === undefined || value === null) return value;
  if (!Array.isArray(value)) return valueAt(memberOf(value, name), rest, lists);
  if (lists >= MOST_LISTS) return undefined;
  const members = value.map((member: unknown) => valueAt(member, path, lists + 1));
  return members.includes(undefined) ? undefined : members;
}
