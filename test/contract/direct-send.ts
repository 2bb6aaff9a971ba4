import type { SandboxRequest, SandboxResponse, Service } from '../../sandbox/http/service.ts';
import { CasegraphError } from '../../src/contract/index.ts';
import type { Call, ErrorKind, SendRequest, SendResponse } from '../../src/contract/index.ts';

/** Where a service that is called in process pretends to be. */
const ORIGIN = 'https://instance.example';

/**
 * A call whose `send` hands each request straight to a sandbox service, with the promises of `Send`: it throws for what the real one gives
 * up on (5xx, 401, 429), answers the rest, and keeps to the signal.
 */
export function callsTo(
  service: Service,
  authorization: string,
  now: () => number,
): (signal?: AbortSignal) => Call {
  return (signal = new AbortController().signal) => ({
    signal,
    now,
    send: async (request) => {
      refuseAborted(signal);
      const response = await service.handle(asReceived(request, authorization));
      refuseAborted(signal);
      return asSent(response);
    },
  });
}

/** Basic credentials of a sandbox user. */
export function basic(userName: string, password: string): string {
  return `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
}

/** Asks a token endpoint of a sandbox service and gives the `authorization` header for its answer. */
export async function bearer(
  service: Service,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  const body = Buffer.from(new URLSearchParams(form).toString());
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const request: SandboxRequest = {
    method: 'POST',
    target: path,
    path,
    query: new URLSearchParams(),
    headers,
    body,
    origin: ORIGIN,
  };
  const { json } = asSent(await service.handle(request));
  const token =
    typeof json === 'object' && json !== null && 'access_token' in json ? json.access_token : undefined;
  if (typeof token !== 'string') throw new Error(`${service.name} gave no token: ${JSON.stringify(json)}`);
  return `Bearer ${token}`;
}

function asReceived(request: SendRequest, authorization: string): SandboxRequest {
  const [path = '', query = ''] = request.path.split('?');
  const body = request.json === undefined ? '' : JSON.stringify(request.json);
  const type: Record<string, string> =
    request.json === undefined ? {} : { 'content-type': 'application/json' };
  return {
    method: request.method,
    target: request.path,
    path: decodeURIComponent(path),
    query: new URLSearchParams(query),
    headers: { accept: 'application/json', ...type, ...request.headers, authorization },
    body: Buffer.from(body),
    origin: ORIGIN,
  };
}

function asSent({ status, headers = {}, body }: SandboxResponse): SendResponse {
  const kind = givenUp(status);
  const text =
    typeof body === 'string' ? body : Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body ?? null);
  if (kind !== null)
    throw new CasegraphError(kind, 'The upstream did not answer.', { detail: `${status} ${text}` });
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const json = body === undefined ? undefined : parsed(text);
  return {
    status,
    headers: lower,
    json,
    text: json === undefined ? text.slice(0, 4096) : '',
    instance: ORIGIN,
  };
}

function givenUp(status: number): ErrorKind | null {
  if (status === 401) return 'upstream-unauthorized';
  if (status === 429) return 'upstream-rate-limited';
  return status >= 500 ? 'upstream-unavailable' : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuseAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new CasegraphError('cancelled', 'The request was cancelled.');
}
