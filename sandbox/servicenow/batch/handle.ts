import { STATUS_CODES } from 'node:http';
import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { badJson } from '../http/api-error.ts';
import { json } from '../http/answer.ts';
import { isObject, readJsonBody } from '../http/json-body.ts';

/** Largest request body and answer body of one item, bytes (facts 3.1). */
const MAX_INPUT = 5_000_000;
const MAX_OUTPUT = 10_000_000;

interface Item {
  readonly id: string;
  readonly request: SandboxRequest;
  readonly excludeHeaders: boolean;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function headersOf(value: unknown): Record<string, string> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return Object.fromEntries(
    list.filter(isObject).map(({ name, value: held }) => [text(name).toLowerCase(), text(held)]),
  );
}

/** Throws 400 for an address that is none. */
function locate(target: string, origin: string): { path: string; query: URLSearchParams } {
  try {
    const { pathname, searchParams } = new URL(target, origin);
    return { path: decodeURIComponent(pathname), query: searchParams };
  } catch {
    throw badJson(`url ${target} cannot be read`);
  }
}

/** The url is relative; the body is base64, possibly broken over lines. */
function readItem(outer: SandboxRequest, value: unknown): Item {
  if (!isObject(value)) throw badJson('rest_requests must hold objects');
  const url = text(value.url);
  const target = url.startsWith('/') ? url : `/${url}`;
  const request: SandboxRequest = {
    method: (text(value.method) || 'GET').toUpperCase(),
    target,
    ...locate(target, outer.origin),
    headers: headersOf(value.headers),
    body: Buffer.from(text(value.body).replace(/\s+/g, ''), 'base64'),
    origin: outer.origin,
  };
  return { id: text(value.id), request, excludeHeaders: value.exclude_response_headers === true };
}

function pairsOf(headers: SandboxResponse['headers']): { name: string; value: string }[] {
  return Object.entries(headers ?? {}).flatMap(([name, held]) =>
    (typeof held === 'string' ? [held] : held).map((value) => ({ name, value })),
  );
}

function bytes(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(
    body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    'utf8',
  );
}

/**
 * POST /api/now/v1/batch: items run one after another as the batch's user, each with its own status; an item's failure
 * is not the batch's. An item beyond a size bound is named in unserviced_requests. `run` answers one item; each counts as
 * one request for rate limits, which the facts leave open.
 */
export function handleBatch(
  outer: SandboxRequest,
  run: (item: SandboxRequest) => SandboxResponse,
  now: () => number,
): SandboxResponse {
  const body = readJsonBody(outer);
  if (!isObject(body) || !Array.isArray(body.rest_requests)) throw badJson('rest_requests is missing');
  const lowered = Number(outer.headers['x-batchrequest-max-output-size'] ?? MAX_OUTPUT);
  const bound = Math.min(Number.isFinite(lowered) ? lowered : MAX_OUTPUT, MAX_OUTPUT);
  const serviced: unknown[] = [];
  const unserviced: string[] = [];
  for (const item of body.rest_requests.map((value: unknown) => readItem(outer, value))) {
    const started = now();
    const answer = item.request.body.length > MAX_INPUT ? undefined : run(item.request);
    const content = bytes(answer?.body);
    if (!answer || content.length > bound) {
      unserviced.push(item.id);
      continue;
    }
    serviced.push({
      id: item.id,
      body: content.toString('base64'),
      status_code: answer.status,
      status_text: STATUS_CODES[answer.status] ?? '',
      headers: item.excludeHeaders ? [] : pairsOf(answer.headers),
      execution_time: Math.max(0, Math.round(now() - started)),
    });
  }
  return json(200, {
    batch_request_id: text(body.batch_request_id),
    serviced_requests: serviced,
    unserviced_requests: unserviced,
  });
}
