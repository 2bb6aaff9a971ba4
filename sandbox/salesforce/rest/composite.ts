import { allowMethods, isRecord, jsonBody, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { fillIn } from './reference-id.ts';
import { badRequest } from './rest-error.ts';
import { versionOf } from './versions.ts';

/** Answers one request of a composite one. Throws nothing: a refusal is a reply too. */
export type Dispatch = (call: Call) => Reply;

const MOST = 25;
const MOST_QUERIES = 5;

interface Outcome {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** `POST …/composite`: up to 25 requests that can use each other's answers; one call against the limit. */
export function compositeResource(call: Call, dispatch: Dispatch): Reply {
  allowMethods(call, 'POST');
  const body = call.body();
  const requests = requestList(body, 'compositeRequest');
  const queries = requests.filter(({ url }) => /\/(query|queryAll|composite\/sobjects)\b/.test(text(url)));
  if (requests.length > MOST || queries.length > MOST_QUERIES) {
    const message = `A composite request can hold at most ${MOST} subrequests, ${MOST_QUERIES} of them queries or collections`;
    throw badRequest('LIMIT_EXCEEDED', message);
  }
  const allOrNone = isRecord(body) && body['allOrNone'] === true;
  const { store } = call.org;
  const compositeResponse = store.transaction(() => {
    const outcomes = runAll(call, requests, dispatch);
    const failed = outcomes.some(({ httpStatusCode }) => httpStatusCode >= 400);
    const keep = !allOrNone || !failed;
    return { keep, result: keep ? outcomes : outcomes.map(rolledBack) };
  });
  return ok({ compositeResponse });
}

function runAll(
  call: Call,
  requests: readonly Readonly<Record<string, unknown>>[],
  dispatch: Dispatch,
): Outcome[] {
  const known = new Map<string, unknown>();
  return requests.map((request): Outcome => {
    const referenceId = text(request['referenceId']);
    const reply = runOne(call, request, known, dispatch);
    if (reply.status < 400) known.set(referenceId, reply.body);
    return {
      body: reply.body ?? null,
      httpHeaders: reply.headers ?? {},
      httpStatusCode: reply.status,
      referenceId,
    };
  });
}

function runOne(
  call: Call,
  request: Readonly<Record<string, unknown>>,
  known: ReadonlyMap<string, unknown>,
  dispatch: Dispatch,
): Reply {
  const filled = fillIn({ url: request['url'], body: request['body'] }, known);
  if (filled.missing !== undefined) {
    const message = `Invalid reference specified. No value for ${filled.missing} found in the answers so far`;
    return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
  }
  const { url, body } = filled.value as { url: unknown; body: unknown };
  return dispatch(innerCall(call, { method: request['method'], url, body, headers: request['httpHeaders'] }));
}

function rolledBack(outcome: Outcome): Outcome {
  if (outcome.httpStatusCode >= 400) return outcome;
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return {
    ...outcome,
    body: [{ errorCode: 'PROCESSING_HALTED', message }],
    httpHeaders: {},
    httpStatusCode: 400,
  };
}

/** `POST …/composite/batch`: up to 25 independent requests, each counted against the limit. */
export function batchResource(call: Call, dispatch: Dispatch): Reply {
  allowMethods(call, 'POST');
  const body = call.body();
  const requests = requestList(body, 'batchRequests');
  if (requests.length > MOST) {
    throw badRequest('LIMIT_EXCEEDED', `A batch can hold at most ${MOST} subrequests`);
  }
  const haltOnError = isRecord(body) && body['haltOnError'] === true;
  let hasErrors = false;
  const results = requests.map((request) => {
    if (hasErrors && haltOnError) return { statusCode: 412, result: [batchHalted] };
    call.org.usage.count();
    const url = text(request['url']).replace(/^\/?(?=v\d)/, '/services/data/');
    const reply = dispatch(
      innerCall(call, { method: request['method'], url, body: request['richInput'], headers: {} }),
    );
    hasErrors ||= reply.status >= 400;
    return { statusCode: reply.status, result: reply.body ?? null };
  });
  return ok({ hasErrors, results });
}

const batchHalted = {
  errorCode: 'BATCH_PROCESSING_HALTED',
  message: 'Batch processing halted per request.',
};

function requestList(body: unknown, key: string): readonly Readonly<Record<string, unknown>>[] {
  const list: unknown = isRecord(body) ? body[key] : undefined;
  if (Array.isArray(list) && list.every(isRecord)) return list;
  throw badRequest('JSON_PARSER_ERROR', `${key} must be a list of requests`);
}

interface Inner {
  readonly method: unknown;
  readonly url: unknown;
  readonly body: unknown;
  readonly headers: unknown;
}

function innerCall(call: Call, { method, url, body, headers }: Inner): Call {
  const [path = '', query = ''] = text(url).split(/\?(.*)/s);
  const [services, data, segment = '', ...rest] = path.split('/').filter((part) => part !== '');
  const version = services === 'services' && data === 'data' ? versionOf(segment) : undefined;
  // Of composite requests only collections may stand inside another.
  const nested = rest[0] === 'composite' && rest[1] !== 'sobjects';
  const given = isRecord(headers) ? Object.entries(headers) : [];
  return {
    ...call,
    method: text(method).toUpperCase(),
    path: version === undefined || nested ? [NOWHERE] : rest.map(decoded),
    query: new URLSearchParams(query),
    headers: Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), text(value)])),
    version: version ?? call.version,
    body: () => (body === undefined || body === null ? jsonBody('')() : body),
  };
}

/** No resource has this name, so it answers 404 like any other unknown one. */
const NOWHERE = '-';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
