import type { Filter } from '../../contract/index.ts';
import { cell, oneOf, type OwnRows } from '../own-rows.ts';
import { referenceIn, REFERENCE_MARK } from '../reference.ts';

/** References of the notes that cases have, by the case's key. A note is never older than what it tells of, so older ones need not be read. */
export async function readNoted(
  rows: OwnRows,
  cases: Iterable<string>,
  since: string,
): Promise<ReadonlyMap<string, Set<string>>> {
  const noted = new Map([...cases].map((key) => [key, new Set<string>()]));
  const records = oneOf('element_id', noted.keys());
  if (records === null) return noted;
  const all: Filter[] = [
    records,
    { op: 'eq', column: 'element', value: 'work_notes' },
    { op: 'contains', column: 'value', value: REFERENCE_MARK },
    { op: 'gte', column: 'sys_created_on', value: since },
  ];
  for (const row of await rows.list('SyncJournal', {
    filter: { op: 'and', all },
    columns: ['element_id', 'value'],
  })) {
    const reference = referenceIn(cell(row, 'value'));
    if (reference !== null) noted.get(cell(row, 'element_id'))?.add(reference);
  }
  return noted;
}
