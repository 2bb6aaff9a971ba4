import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Call, SendRequest, SendResponse } from '../../src/contract/index.ts';
import { failureOf } from './answer/failure.ts';
import type { Block } from './answer/page.ts';
import { blockOf } from './answer/page.ts';
import { notSalesforce } from './answer/shape.ts';

/** Sends one request; throws for everything but a success. */
export async function ask(call: Call, table: BoundTable | null, request: SendRequest): Promise<SendResponse> {
  const response = await call.send(request);
  if (response.status < 200 || response.status > 299) throw failureOf(response, table);
  return response;
}

export interface Answered extends Block {
  readonly instance: string;
}

/** One block of a query: its first, by a query target, or a later one, by its locator. */
export async function askBlock(call: Call, table: BoundTable, path: string): Promise<Answered> {
  const response = await ask(call, table, { method: 'GET', path });
  return { ...blockOf(response.json, table), instance: response.instance };
}

/** Blocks of one query; each has 200 records at least, but for the last. */
const MOST_BLOCKS = 500;

/**
 * The blocks of a query until it is done. An upstream that goes in circles is cut off: a place that was read already, a block without records
 * that promises more, more records than it said there were, or blocks without end.
 */
export async function* askBlocks(call: Call, table: BoundTable, path: string): AsyncGenerator<Answered> {
  let next: string | null = path;
  let total: number | null = null;
  let seen = 0;
  const read = new Set<string>();
  while (next !== null) {
    read.add(next);
    const block: Answered = await askBlock(call, table, next);
    total ??= block.totalSize;
    seen += block.records.length;
    next = block.next;
    if (next === null) yield block;
    else if (block.records.length === 0 || seen >= total || read.has(next) || read.size >= MOST_BLOCKS) {
      throw notSalesforce(table, 'query: the pages do not come to an end');
    } else yield block;
  }
}

/** The error of a request that would be longer than Salesforce takes. `column` names what makes it long. */
export function tooLong(table: BoundTable, column: string | null, values: number): CasegraphError {
  const what = column === null ? 'the filter' : `the list of ${values} values for ${column}`;
  return new CasegraphError(
    'too-complex',
    `${table.name}: ${what} makes the request longer than Salesforce takes; ask for fewer at once`,
    { connection: table.connection },
  );
}
