import { CasegraphError } from '../../src/contract/index.ts';
import type { Call, SendRequest, SendResponse } from '../../src/contract/index.ts';
import { failureOf, notJson, unreadable } from './errors.ts';
import type { Answer } from './errors.ts';

const PATH = '/api/now/v1/batch';
const DOING = { verb: 'read', name: 'a batch', object: PATH } as const;

/**
 * Many GETs in one request, in the order given. The instance runs them one after another and cuts the whole off after 30 s; what it did not
 * come to is an error in its place. Throws CasegraphError for what fails all of them.
 */
export async function sendBatch(
  paths: readonly string[],
  call: Call,
): Promise<readonly (Answer | CasegraphError)[]> {
  const response = await call.send(batchOf(paths));
  return answersOf(response, paths.length);
}

/** The request that carries many GETs. */
export function batchOf(paths: readonly string[]): SendRequest {
  // Only reads are batched, so sending the POST again does no harm.
  return { method: 'POST', path: PATH, json: bodyOf(paths), idempotent: true };
}

/** What became of each of so many. Throws CasegraphError for an answer that is none. */
export function answersOf(response: SendResponse, count: number): readonly (Answer | CasegraphError)[] {
  const items = servicedOf(response);
  return Array.from({ length: count }, (_, index) => {
    const item = items.get(String(index));
    return item === undefined ? unserviced() : answerOf(item, response.instance);
  });
}

function bodyOf(paths: readonly string[]): unknown {
  const headers = [{ name: 'Accept', value: 'application/json' }];
  const requests = paths.map((url, index) => ({ id: String(index), method: 'GET', url, headers }));
  return { batch_request_id: '1', rest_requests: requests };
}

type Item = Readonly<Record<string, unknown>>;

function servicedOf(response: SendResponse): ReadonlyMap<string, Item> {
  if (response.status < 200 || response.status > 299) throw failureOf(response, DOING);
  if (response.json === undefined) throw notJson(response);
  const { serviced_requests: serviced } = (response.json ?? {}) as Record<string, unknown>;
  if (!Array.isArray(serviced)) throw unreadable('a batch answer without serviced_requests');
  const items = serviced.filter((item): item is Item => typeof item === 'object' && item !== null);
  return new Map(items.map((item) => [String(item['id']), item]));
}

function answerOf(item: Item, instance: string): Answer | CasegraphError {
  const status = Number(item['status_code']);
  if (status === 429)
    return new CasegraphError('upstream-rate-limited', 'ServiceNow limits how often it may be asked.');
  if (status === 401)
    return new CasegraphError('upstream-unauthorized', "ServiceNow refused the gateway's account.");
  if (!Number.isInteger(status) || status >= 500) {
    const detail = `batch item ${String(item['status_code'])}: ${String(item['error_message'])}`;
    return new CasegraphError('upstream-unavailable', 'ServiceNow could not answer a part of the request.', {
      detail,
    });
  }
  const text = decodeBody(item['body']);
  return {
    status,
    headers: headersOf(item['headers']),
    json: parse(text),
    text: text.slice(0, 4096),
    instance,
  };
}

/** Base64, in some answers with line breaks; Buffer skips white space. */
function decodeBody(body: unknown): string {
  return typeof body === 'string' ? Buffer.from(body, 'base64').toString('utf8') : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headersOf(list: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const header of Array.isArray(list) ? list : []) {
    const { name, value } = (header ?? {}) as Record<string, unknown>;
    if (typeof name === 'string' && typeof value === 'string') headers[name.toLowerCase()] = value;
  }
  return headers;
}

function unserviced(): CasegraphError {
  return new CasegraphError(
    'upstream-timeout',
    'ServiceNow did not come to this part of the request in time.',
    {
      detail: 'unserviced request of a batch',
    },
  );
}
