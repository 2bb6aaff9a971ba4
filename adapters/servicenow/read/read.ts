import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Page, Plan } from '../../../src/contract/index.ts';
import { get } from '../get.ts';
import { MOST_ROWS_PER_PAGE } from '../plan.ts';
import type { Handle } from '../plan.ts';
import { recordsOf } from '../result.ts';
import { nextOffset } from './link.ts';
import { listPath } from './path.ts';
import { rowReader } from './rows.ts';

/** Where a page starts, and how many rows the pages before it gave: they can be fewer than the offset, where rows are hidden. */
interface Place {
  readonly offset: number;
  readonly given: number;
}

/** One page. `resume` is the `next` of the page before. With a limit, the pages together hold no more rows than that. */
export async function readPage(
  table: BoundTable,
  plan: Plan<Handle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  const { object, query, fields, select, limit: most } = plan.handle;
  const { offset, given } = placeOf(resume);
  const wanted = most === null ? MOST_ROWS_PER_PAGE : Math.min(most - given, MOST_ROWS_PER_PAGE);
  if (query === null || wanted < 1) return { rows: [], next: null };
  const answer = await get(listPath({ object, query, fields, limit: wanted, offset }), call);
  const records = recordsOf(answer, { verb: 'read', name: table.name, object });
  const there = given + records.length;
  const next = there === most ? null : nextOffset(answer.headers, offset);
  return {
    rows: records.map(rowReader(table, select)),
    next: next === null ? null : `${next}.${there}`,
    instance: answer.instance,
  };
}

function placeOf(resume: string | undefined): Place {
  if (resume === undefined) return { offset: 0, given: 0 };
  const [, offset, given] = /^(\d{1,9})\.(\d{1,9})$/.exec(resume) ?? [];
  if (offset !== undefined && given !== undefined) return { offset: Number(offset), given: Number(given) };
  throw new CasegraphError(
    'invalid-input',
    'The cursor does not belong to this list. Start again without it.',
  );
}
