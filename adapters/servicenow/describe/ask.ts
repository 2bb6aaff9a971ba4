import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call } from '../../../src/contract/index.ts';
import { get } from '../get.ts';
import { listPath } from '../read/path.ts';
import { recordsOf } from '../result.ts';
import { readCell } from '../values/cell.ts';

/** One record as plain texts: empty where there is no value; a field that the account may not see is not there. */
export type Texts = Readonly<Record<string, string>>;

/** A dictionary of one table and those above it has some hundred entries; the Table API gives 10,000 rows at once. */
const MOST_ROWS = 10_000;

/** Records of one of the platform's own tables. Throws CasegraphError. */
export async function askRecords(
  call: Call,
  object: string,
  query: string,
  fields: readonly string[],
): Promise<readonly Texts[]> {
  const path = listPath({ object, query, fields, limit: MOST_ROWS, whole: true });
  const records = recordsOf(await get(path, call), { verb: 'read', name: object, object });
  return records.map((record) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const cell = readCell(record[field]);
        return cell === undefined ? [] : [[field, cell.value] as const];
      }),
    ),
  );
}

/**
 * The same, or null where the account may not read them: refused, or rows that hold none of what was asked for. Whatever else goes wrong
 * is thrown.
 */
export async function askIfAllowed(
  call: Call,
  object: string,
  query: string,
  fields: readonly string[],
): Promise<readonly Texts[] | null> {
  try {
    const records = await askRecords(call, object, query, fields);
    const [first = ''] = fields;
    return records.every((record) => record[first] !== undefined) ? records : null;
  } catch (error) {
    if (error instanceof CasegraphError && error.kind === 'upstream-unauthorized') return null;
    throw error;
  }
}
