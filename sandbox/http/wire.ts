import { once } from 'node:events';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Payload } from './payload.ts';
import type { Recording } from './recording.ts';

const ENDLESS_BYTES = 1024 * 1024 * 1024;
const ENDLESS_CHUNK = Buffer.from(
  '{"sys_id":"00000000000000000000000000000000","Id":"000000000000000AAA"},'.repeat(900),
);

/** Writes a whole answer. */
export function send(response: ServerResponse, payload: Payload): void {
  response.writeHead(payload.status, headersOf(payload));
  if (isBodiless(payload.status)) response.end();
  else response.end(payload.body);
}

/** Promises the whole body, sends half of it and ends the connection. */
export function sendTruncated(response: ServerResponse, payload: Payload, recording: Recording): void {
  const half = payload.body.subarray(0, Math.floor(payload.body.length / 2));
  recording.watched.bytes = half.length;
  response.writeHead(payload.status, headersOf(payload));
  response.flushHeaders();
  response.write(half, () => recording.drop());
}

/** Sends JSON that never ends, at the client's pace, until the client goes or 1 GB is sent; then ends the connection. */
export async function sendEndless(
  response: ServerResponse,
  status: number,
  recording: Recording,
): Promise<void> {
  response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' });
  response.write('{"result":[');
  for (let sent = 0; sent < ENDLESS_BYTES && !response.destroyed; sent += ENDLESS_CHUNK.length) {
    const flowing = response.write(ENDLESS_CHUNK);
    recording.watched.bytes += ENDLESS_CHUNK.length;
    if (flowing) await new Promise((resolve) => setImmediate(resolve));
    else await drained(response);
  }
  if (!response.destroyed) recording.drop();
}

async function drained(response: ServerResponse): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  const either = [once(response, 'drain', { signal }), once(response, 'close', { signal })];
  await Promise.race(either);
  settled.abort();
  await Promise.allSettled(either);
}

function headersOf(payload: Payload): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const names = new Set<string>();
  for (const [name, value] of Object.entries(payload.headers)) {
    headers[name] = typeof value === 'string' ? value : [...value];
    names.add(name.toLowerCase());
  }
  const counted = names.has('content-length') || names.has('transfer-encoding');
  if (!counted && !isBodiless(payload.status)) headers['Content-Length'] = payload.body.length;
  return headers;
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}
