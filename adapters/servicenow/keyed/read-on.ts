import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call } from '../../../src/contract/index.ts';
import type { Answer, Doing } from '../errors.ts';
import { get } from '../get.ts';
import { nextOffset } from '../read/link.ts';
import { listPath } from '../read/path.ts';
import type { List } from '../read/path.ts';
import type { Upstream } from '../read/rows.ts';
import { recordsOf } from '../result.ts';

/** Pages that one list may take. Pages can be empty for a long time where the account may see few of a table's rows. */
const MOST_PAGES = 50;

/** A list that is to be read from its start until there is enough of it. */
export interface Wanted {
  readonly list: List;
  /** Which records belong to what was asked for. */
  readonly keep: (record: Upstream) => boolean;
  readonly enough: number;
  readonly doing: Doing;
}

/** The records from the first page's answer on, until there are `enough` or no more. */
export async function readOn(wanted: Wanted, first: Answer, call: Call): Promise<readonly Upstream[]> {
  const { list, keep, enough, doing } = wanted;
  let answer = first;
  let offset = list.offset ?? 0;
  const records: Upstream[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    records.push(...recordsOf(answer, doing).filter(keep));
    const next = records.length >= enough ? null : nextOffset(answer.headers, offset);
    if (next === null) return records;
    offset = next;
    answer = await get(listPath({ ...list, offset }), call);
  }
  throw new CasegraphError(
    'too-complex',
    `Too many rows of ${doing.name} have to be read. Filter on further columns.`,
  );
}
