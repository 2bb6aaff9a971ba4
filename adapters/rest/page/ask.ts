import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, SendRequest, SendResponse } from '../../../src/contract/index.ts';
import { failureOf, notAsDeclared } from '../answer/failure.ts';
import { recordsOf } from '../answer/records.ts';
import type { PageRule, RequestTemplate } from '../declaration/shape.ts';
import type { KeyValues, Parameter } from '../request/compose.ts';
import { compose, headersOf } from '../request/compose.ts';
import { isListPath } from './link.ts';
import { nextPosition } from './next.ts';
import { pageParameters } from './parameters.ts';
import type { Position } from './position.ts';
import { START } from './position.ts';

/** A request whose answer is a list, and how its pages follow each other. */
export interface ListRequest {
  readonly template: RequestTemplate;
  readonly rows: string | undefined;
  readonly page: PageRule;
  readonly parameters: readonly Parameter[];
  readonly size: number | null;
  readonly keys: KeyValues | null;
}

const MOST_EMPTY = 20;

export interface Answered {
  readonly records: readonly object[];
  readonly next: Position | null;
  readonly instance: string;
}

/** Sends one request; throws for everything but a success. */
export async function ask(call: Call, table: BoundTable, request: SendRequest): Promise<SendResponse> {
  const response = await call.send(request);
  if (response.status < 200 || response.status > 299) throw failureOf(response, table);
  return response;
}

export async function askPage(
  call: Call,
  table: BoundTable,
  list: ListRequest,
  position: Position,
): Promise<Answered> {
  const response = await ask(call, table, requestAt(table, list, position));
  const records = recordsOf(table, response, list.rows);
  const rule = { page: list.page, path: list.template.path, size: list.size };
  const next = nextPosition(table, rule, position, response, records.length);
  return { records, next, instance: response.instance };
}

/** The first page from a position on that holds rows, or the last. Empty pages cost time and give nothing that would bound them. */
export async function askFilledPage(
  call: Call,
  table: BoundTable,
  list: ListRequest,
  position: Position,
): Promise<Answered> {
  let answered = await askPage(call, table, list, position);
  for (let empty = 1; answered.records.length === 0 && answered.next !== null; empty += 1) {
    if (empty >= MOST_EMPTY) throw notAsDeclared(table, `${empty} pages without a row promise more`);
    answered = await askPage(call, table, list, answered.next);
  }
  return answered;
}

/** All pages of a list. */
export async function* askPages(call: Call, table: BoundTable, list: ListRequest): AsyncGenerator<Answered> {
  let position: Position | null = START;
  while (position !== null) {
    const answered: Answered = await askFilledPage(call, table, list, position);
    yield answered;
    position = answered.next;
  }
}

export function requestAt(table: BoundTable, list: ListRequest, position: Position): SendRequest {
  const { template, page, parameters, size, keys } = list;
  if (page.style !== 'link' || position.at === null)
    return compose(template, [...parameters, ...pageParameters(page, position, size)], keys);
  const path = String(position.at);
  if (isListPath(path.split('?', 1)[0] ?? '', template.path, page.under))
    return { method: 'GET', path, ...headersOf(template) };
  throw new CasegraphError(
    'invalid-input',
    `${table.name}: this is no place to go on from; ask for the list from its start`,
  );
}
