import { OWN_TABLES, type FollowedObject } from '../own-tables.ts';
import type { OwnRows } from '../own-rows.ts';
import type { Label } from './note.ts';

/** Choice columns whose values notes name. */
const NAMED: readonly (readonly [FollowedObject, readonly string[]])[] = [
  ['incident', ['state', 'hold_reason', 'close_code']],
  ['problem', ['state']],
  ['change_request', ['state', 'type', 'close_code']],
  ['sc_request', ['state', 'request_state']],
];

/** What the instance calls the values of choices. Lists that cannot be read leave the value as it is. */
export async function readLabels(rows: OwnRows): Promise<Label> {
  const labels = new Map<string, string>();
  const columns = NAMED.flatMap(([object, names]) => names.map((column) => ({ object, column })));
  await Promise.all(
    columns.map(async ({ object, column }) => {
      const { options } = await rows.choices(OWN_TABLES[object], column);
      for (const { value, label } of options) labels.set(`${object} ${column} ${value}`, label);
    }),
  );
  return (object, column, value) =>
    labels.get(`${object} ${column} ${value}`) ?? (value === '' ? 'none' : value);
}
