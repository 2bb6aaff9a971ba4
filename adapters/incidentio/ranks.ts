import { holds } from '../../src/contract/index.ts';
import type { BoundTable, Call, Filter } from '../../src/contract/index.ts';
import type { Parameter } from './ask.ts';
import { askPage } from './ask.ts';
import { memberOf } from './column/value-at.ts';
import { OBJECTS } from './objects.ts';

/**
 * The severities whose rank passes, as a parameter: the API compares ranks only with that of a severity that is named, so that a number is looked up
 * first. Null: no severity passes, and so no incident.
 */
export async function severitiesOf(
  table: BoundTable,
  ranks: readonly Filter[],
  call: Call,
): Promise<readonly Parameter[] | null> {
  if (ranks.length === 0) return [];
  const object = OBJECTS['severities'];
  if (object === undefined) return null;
  const { records } = await askPage(call, table, object, []);
  const passing = records.flatMap((record): Parameter[] => {
    const [id, rank] = [memberOf(record, 'id'), memberOf(record, 'rank')];
    const passes = ranks.every((part) => holds(table, part, () => (typeof rank === 'number' ? rank : null)));
    return passes && typeof id === 'string' ? [['severity[one_of]', id]] : [];
  });
  return passing.length === 0 ? null : passing;
}
