import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Call, SendRequest, SendResponse } from '../../src/contract/index.ts';
import { failureOf } from './answer/failure.ts';
import type { Block } from './answer/page.ts';
import { blockOf } from './answer/page.ts';
import { notOData } from './answer/shape.ts';
import type { Service } from './service.ts';

/** Sends one request; throws for everything but a success. */
export async function ask(
  service: Service,
  call: Call,
  table: BoundTable | null,
  request: SendRequest,
): Promise<SendResponse> {
  const headers = { ...headersOf(service), ...request.headers };
  const response = await call.send({ ...request, headers });
  if (response.status < 200 || response.status > 299) throw failureOf(response, table);
  return response;
}

/** IEEE754Compatible: large and decimal numbers as text, so that no parser rounds them (OData-JSON 4.0, 3.2). */
function headersOf({ version, pageSize }: Service): Record<string, string> {
  if (version === 2) return { accept: 'application/json', maxdataserviceversion: '2.0' };
  return {
    accept: 'application/json;odata.metadata=minimal;IEEE754Compatible=true',
    'odata-maxversion': '4.01',
    prefer: `odata.maxpagesize=${pageSize}`,
  };
}

/** Records that one lookup may lead to: far more than the engine takes, and few enough to hold. */
const MOST_RECORDS = 50_000;
const MOST_EMPTY = 20;

export interface Answered extends Block {
  readonly instance: string;
}

export async function askBlock(
  service: Service,
  call: Call,
  table: BoundTable,
  path: string,
): Promise<Answered> {
  const response = await ask(service, call, table, { method: 'GET', path });
  const block = blockOf(service, table, response);
  if (block.next === path) throw notOData(table, 'the link to the next page leads back to this one');
  return { ...block, instance: response.instance };
}

/** The pages of a request until there are no more. A service that goes in circles is cut off. */
export async function* askBlocks(
  service: Service,
  call: Call,
  table: BoundTable,
  path: string,
): AsyncGenerator<Answered> {
  const seen = new Set<string>();
  let next: string | null = path;
  let records = 0;
  while (next !== null) {
    if (seen.has(next)) throw notOData(table, 'the pages do not come to an end');
    seen.add(next);
    const block: Answered = await askFilledBlock(service, call, table, next);
    next = block.next;
    records += block.records.length;
    if (records > MOST_RECORDS) throw tooMany(table);
    yield block;
  }
}

/** The first page from a path on that holds rows, or the last. Empty pages cost time and give nothing that would bound them. */
export async function askFilledBlock(
  service: Service,
  call: Call,
  table: BoundTable,
  path: string,
): Promise<Answered> {
  let block = await askBlock(service, call, table, path);
  for (let empty = 1; block.records.length === 0 && block.next !== null; empty += 1) {
    if (empty >= MOST_EMPTY) throw notOData(table, `${empty} pages without a row promise more`);
    block = await askBlock(service, call, table, block.next);
  }
  return block;
}

function tooMany(table: BoundTable): CasegraphError {
  return new CasegraphError(
    'too-complex',
    `${table.name}: the service gives more than ${MOST_RECORDS} rows for one lookup; ask for fewer at once`,
    { connection: table.connection },
  );
}

/** The error of a request that would be longer than the service takes. `column` names what makes it long. */
export function tooLong(table: BoundTable, column: string | null): CasegraphError {
  const what = column === null ? 'the filter' : `the filter on ${column}`;
  return new CasegraphError(
    'too-complex',
    `${table.name}: ${what} makes the request longer than the service takes; ask for less at once`,
    { connection: table.connection },
  );
}
