import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { ODataError } from './odata-error.ts';

const MOST = 100;

interface BatchRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** What a request inside a batch is answered by: the path and query below the service root, and its headers. */
export type Dispatch = (
  method: string,
  path: string,
  rawQuery: string,
  headers: Readonly<Record<string, string>>,
) => SandboxResponse;

/** `$batch` in its JSON format (OData JSON 4.01, section 19): each request is answered by itself, in order. */
export function answerBatch(request: SandboxRequest, root: string, dispatch: Dispatch): SandboxResponse {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new ODataError(415, 'UnsupportedMediaType', 'A batch is taken as application/json.');
  const requests = readRequests(request.body);
  const responses = requests.map(({ id, method, url, headers }) => {
    const [path = '', query = ''] = below(url, root).split(/\?(.*)/s);
    const own = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
    const answer = dispatch(
      method.toUpperCase(),
      path,
      query,
      Object.fromEntries(own) as Record<string, string>,
    );
    return { id, status: answer.status, headers: answer.headers ?? {}, body: answer.body };
  });
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json', 'OData-Version': '4.01' },
    body: { responses },
  };
}

/** URLs are absolute, absolute paths, or relative to the service root. */
function below(url: string, root: string): string {
  const rootPath = new URL(root).pathname;
  for (const prefix of [root, rootPath]) if (url.startsWith(prefix)) return url.slice(prefix.length);
  return url;
}

function readRequests(body: Buffer): readonly BatchRequest[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw new ODataError(400, 'InvalidBatch', 'The batch is no JSON.');
  }
  const requests: unknown =
    typeof parsed === 'object' && parsed !== null && 'requests' in parsed ? parsed.requests : undefined;
  if (!Array.isArray(requests) || !requests.every(isRequest))
    throw new ODataError(400, 'InvalidBatch', 'A batch is { "requests": [{ "id", "method", "url" }] }.');
  if (requests.length > MOST)
    throw new ODataError(413, 'BatchTooLarge', `A batch holds ${MOST} requests at most.`);
  if (new Set(requests.map(({ id }) => id)).size < requests.length)
    throw new ODataError(400, 'InvalidBatch', 'Two requests of the batch have the same id.');
  return requests;
}

function isRequest(value: unknown): value is BatchRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { id, method, url } = value as Record<string, unknown>;
  return [id, method, url].every((part) => typeof part === 'string');
}
