import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Page, Plan } from '../../../src/contract/index.ts';
import { get } from '../get.ts';
import { MOST_ROWS_PER_PAGE } from '../plan.ts';
import type { Handle } from '../plan.ts';
import { recordsOf } from '../result.ts';
import { nextOffset } from './link.ts';
import { listPath } from './path.ts';
import { rowReader } from './rows.ts';

/**
 * Where a page starts, how many rows the pages before it gave (they can be fewer than the offset, where rows are hidden), and how many of them
 * at the end gave none.
 */
interface Place {
  readonly offset: number;
  readonly given: number;
  readonly empty: number;
}

/** Pages in a row that may be empty, each of them {@link MOST_ROWS_PER_PAGE} rows that the account may not see. */
const MOST_EMPTY_PAGES = 50;

/** One page. `resume` is the `next` of the page before. With a limit, the pages together hold no more rows than that. */
export async function readPage(
  table: BoundTable,
  plan: Plan<Handle>,
  call: Call,
  resume?: string,
): Promise<Page> {
  const { object, query, fields, labels, select, limit: most } = plan.handle;
  const { offset, given, empty } = placeOf(resume);
  const wanted = most === null ? MOST_ROWS_PER_PAGE : Math.min(most - given, MOST_ROWS_PER_PAGE);
  if (query === null || wanted < 1) return { rows: [], next: null };
  // That there is a further page at all means that rows are hidden: so few of many are looked for in large pages.
  const limit = offset === 0 ? wanted : MOST_ROWS_PER_PAGE;
  const answer = await get(listPath({ object, query, fields, labels, limit, offset }), call);
  const records = recordsOf(answer, { verb: 'read', name: table.name, object }).slice(0, wanted);
  const there = given + records.length;
  const next = there === most ? null : nextOffset(answer.headers, offset);
  const silent = records.length === 0 ? empty + 1 : 0;
  if (next !== null && silent > MOST_EMPTY_PAGES) throw mostlyHidden(table);
  return {
    rows: records.map(rowReader(table, select)),
    next: next === null ? null : `${next}.${there}.${silent}`,
    instance: answer.instance,
  };
}

function mostlyHidden({ name }: BoundTable): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `ServiceNow went through a great many rows of ${name} that the gateway's account may not see. Filter on further columns.`,
  );
}

function placeOf(resume: string | undefined): Place {
  if (resume === undefined) return { offset: 0, given: 0, empty: 0 };
  const [, offset, given, empty] = /^(\d{1,9})\.(\d{1,9})\.(\d{1,2})$/.exec(resume) ?? [];
  if (empty !== undefined) return { offset: Number(offset), given: Number(given), empty: Number(empty) };
  throw new CasegraphError(
    'invalid-input',
    'The cursor does not belong to this list. Start again without it.',
  );
}
