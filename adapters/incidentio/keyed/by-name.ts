import { canonicalOf } from '../../../src/contract/index.ts';
import type { KeyedOutcome, Operand } from '../../../src/contract/index.ts';
import { cellOf } from '../column/cell.ts';
import type { Key, Lookup } from './lookup.ts';
import { grouped } from './lookup.ts';
import { recordsByName } from './records-by-name.ts';

/** Rows of records by a name that the API finds them by. */
export async function byName(
  lookup: Lookup,
  keys: readonly Key[],
  nameOf: (operand: Operand) => string,
): Promise<KeyedOutcome> {
  const { call, table, object, column } = lookup;
  const recognise = (record: object): string | null =>
    canonicalOf(column.type, cellOf(table, column, record));
  const found = await recordsByName(
    { call, about: table, object, recognise },
    keys.map(({ canonical, operand }) => ({ canonical, name: nameOf(operand) })),
  );
  const { byKey } = grouped(lookup, keys, [...found.records.values()], found.instance);
  return { byKey: new Map([...byKey, ...found.errors]), instance: found.instance };
}
