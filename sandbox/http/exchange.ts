import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import type { Recording } from './recording.ts';
import type { SandboxRequest, SandboxResponse, Service } from './service.ts';
import type { Watch } from './watch.ts';
import { readBody } from './body.ts';
import { applyFault } from './breaking.ts';
import { CONTROL_PREFIX, control } from './control.ts';
import { encode, toPayload } from './payload.ts';
import { record } from './recording.ts';
import { splitTarget } from './target.ts';
import { WATCHED_BODY_CHARACTERS } from './watch.ts';
import { send } from './wire.ts';

/** What one service carries through all its listeners. */
export interface Harness {
  readonly service: Service;
  readonly watch: Watch;
  readonly faults: Faults;
}

const TOO_LARGE: SandboxResponse = {
  status: 413,
  headers: { Connection: 'close' },
  body: { error: 'The body is larger than 32 MB.' },
};

/** One request from arrival to the last byte: recorded, broken if a fault says so, handled, answered. */
export async function exchange(
  harness: Harness,
  message: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  const { path, rawQuery } = splitTarget(message.url ?? '/');
  const method = message.method ?? 'GET';
  const recording = path.startsWith(CONTROL_PREFIX)
    ? undefined
    : record(harness.watch.begin(method, path, rawQuery), response);
  const body = await readBody(message);
  if (body === 'gone') return;
  const headers = plainHeaders(message);
  const query = new URLSearchParams(rawQuery);
  const exact = {
    method,
    target: message.url ?? '/',
    path,
    query,
    headers,
    origin: originOf(message, address),
  };
  if (body === 'too large')
    return answer({ ...exact, body: Buffer.alloc(0) }, response, TOO_LARGE, recording);
  const request: SandboxRequest = { ...exact, body };
  if (!recording) {
    const own = harness.service.control?.(request);
    return answer(request, response, own ?? control(request, harness.watch, harness.faults));
  }
  recording.watched.requestBody = body.toString('utf8', 0, WATCHED_BODY_CHARACTERS);
  return serve(harness, request, response, recording);
}

async function serve(
  harness: Harness,
  request: SandboxRequest,
  response: ServerResponse,
  recording: Recording,
): Promise<void> {
  const handle = async (): Promise<SandboxResponse> => {
    const handled = await harness.service.handle(request);
    if (handled.user !== undefined) recording.watched.user = handled.user;
    return handled;
  };
  const reply = (reached: SandboxResponse): Promise<void> => answer(request, response, reached, recording);
  const fault = harness.faults.take(request.method, request.path);
  if (!fault) return reply(await handle());
  recording.watched.fault = fault.id;
  return applyFault(fault, { response, recording, handle, answer: reply });
}

async function answer(
  request: SandboxRequest,
  response: ServerResponse,
  reached: SandboxResponse,
  recording?: Recording,
): Promise<void> {
  const payload = toPayload(reached);
  const encoded = await encode(payload, request.headers['accept-encoding']);
  if (response.destroyed) return;
  if (recording && request.method !== 'HEAD') recording.watched.bytes = payload.body.length;
  send(response, encoded);
}

function plainHeaders(message: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return headers;
}

function originOf(message: IncomingMessage, address: string): string {
  const host = message.headers.host;
  if (host === undefined) return address;
  return `${address.slice(0, address.indexOf(':'))}://${host}`;
}
