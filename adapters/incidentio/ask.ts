import type { About, Call, SendRequest, SendResponse } from '../../src/contract/index.ts';
import { isObject, memberOf } from './column/value-at.ts';
import { failureOf, notAsDocumented } from './failure.ts';
import type { ApiObject } from './objects.ts';

/** A parameter of the query string; one name may come several times. */
export type Parameter = readonly [name: string, value: string];

export interface ListPage {
  readonly records: readonly object[];
  /** Id to go on from; null: this was the last page. */
  readonly after: string | null;
  /** Records that match in all, where the answer says so. */
  readonly total: number | null;
  readonly instance: string;
}

/** Sends one request; throws for everything but a success. */
export async function ask(call: Call, about: About, request: SendRequest): Promise<SendResponse> {
  const response = await call.send(request);
  if (response.status < 200 || response.status > 299) throw failureOf(response, about);
  return response;
}

export async function askPage(
  call: Call,
  about: About,
  object: ApiObject,
  parameters: readonly Parameter[],
  after: string | null = null,
): Promise<ListPage> {
  const all = after === null ? parameters : [...parameters, ['after', after] as const];
  const { json, text, instance } = await ask(call, about, {
    method: 'GET',
    path: targetOf(object.path, all),
  });
  const records = memberOf(json, object.rows);
  if (!Array.isArray(records) || !records.every(isObject))
    throw notAsDocumented(about, `${object.rows} is no list of objects: ${text.slice(0, 200)}`);
  const meta = memberOf(json, 'pagination_meta');
  return {
    records,
    instance,
    after: nextOf(about, object, meta, after, records.length),
    total: totalOf(meta),
  };
}

/** One record by its id or number; null where there is none. */
export async function askOne(
  call: Call,
  about: About,
  { path, row = '' }: ApiObject,
  name: string,
): Promise<{ readonly record: object | null; readonly instance: string }> {
  const response = await call.send({ method: 'GET', path: `${path}/${encodeURIComponent(name)}` });
  const { status, json, instance } = response;
  if (status === 404) return { record: null, instance };
  if (status < 200 || status > 299) throw failureOf(response, about);
  const record = memberOf(json, row);
  if (!isObject(record)) throw notAsDocumented(about, `${row} is no object`);
  return { record, instance };
}

export function targetOf(path: string, parameters: readonly Parameter[]): string {
  const query = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** A page that leads to itself, or an empty one that promises more, would never end. */
function nextOf(
  about: About,
  { paged }: ApiObject,
  meta: unknown,
  at: string | null,
  rows: number,
): string | null {
  const after = memberOf(meta, 'after');
  if (!paged || after === undefined || after === null || after === '') return null;
  if (typeof after !== 'string' || after.length > 200 || after === at || rows === 0)
    throw notAsDocumented(about, 'pagination_meta.after leads nowhere');
  return after;
}

function totalOf(meta: unknown): number | null {
  const total = memberOf(meta, 'total_record_count');
  return typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : null;
}
