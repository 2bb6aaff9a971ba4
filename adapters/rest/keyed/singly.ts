import type { SendResponse } from '../../../src/contract/index.ts';
import { failureOf } from '../answer/failure.ts';
import { recordOf } from '../answer/records.ts';
import type { Single } from '../declaration/shape.ts';
import { compose } from '../request/compose.ts';
import { fitsPath } from '../request/path.ts';
import type { KeyedOutcome } from '../../../src/contract/index.ts';
import type { Key, Lookup } from './lookup.ts';
import { grouped, sideBySide, unaskable } from './lookup.ts';

/** One request per key. */
export function singly(lookup: Lookup, one: Single, keys: readonly Key[]): Promise<KeyedOutcome> {
  return sideBySide(
    keys.map((key) => [key]),
    (chunk) => readOne(lookup, one, chunk),
  );
}

async function readOne(lookup: Lookup, one: Single, chunk: readonly Key[]): Promise<KeyedOutcome> {
  const { table, call, column } = lookup;
  const values = chunk.map(({ operand }) => String(operand));
  if (!values.every(fitsPath)) throw unaskable(table, column);
  const response = await call.send(compose(one, [], { name: 'key', values, list: 'repeat' }));
  const { instance } = response;
  if (isMissing(one, response)) return { byKey: grouped(lookup, chunk, []), instance };
  if (response.status < 200 || response.status > 299) throw failureOf(response, table);
  // Some services also find rows by other names of theirs: a row that has another key is not the one asked for.
  return { byKey: grouped(lookup, chunk, [recordOf(table, response, one.row)]), instance };
}

function isMissing({ missing }: Single, { status }: SendResponse): boolean {
  return missing.includes(status);
}
