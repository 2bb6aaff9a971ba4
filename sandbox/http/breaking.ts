import { setTimeout as wait } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { Payload } from './payload.ts';
import type { Recording } from './recording.ts';
import type { SandboxResponse } from './service.ts';
import { toPayload } from './payload.ts';
import { send, sendEndless, sendTruncated } from './wire.ts';

const HTML = `<!DOCTYPE html><html><head><title>Instance hibernating</title></head>
<body><h1>This instance is hibernating</h1><p>Sign in to wake it.</p></body></html>`;

/** The running request, as far as a fault needs it. */
export interface Breakable {
  readonly response: ServerResponse;
  readonly recording: Recording;
  /** Runs the service. */
  handle(): Promise<SandboxResponse>;
  /** Answers as if nothing were wrong. */
  answer(response: SandboxResponse): Promise<void>;
}

/** Carries out one fault; what each part of it means stands with `FaultInput`. */
export async function applyFault(fault: Fault, request: Breakable): Promise<void> {
  const { response, recording } = request;
  if (fault.delayMs !== undefined) await pause(fault.delayMs, response);
  // A client that left during the delay is not served: nothing takes effect.
  if (response.destroyed) return;
  if (fault.drop === 'before') return recording.drop();
  if (fault.corrupt === 'endless') return sendEndless(response, fault.status ?? 200, recording);
  if (fault.corrupt === 'html') return request.answer(htmlPage(fault));
  const handled =
    fault.status === undefined ? await request.handle() : { status: fault.status, body: fault.body };
  if (fault.drop === 'after') return recording.drop();
  const answer = { ...handled, headers: { ...handled.headers, ...fault.headers } };
  if (fault.corrupt === undefined) return request.answer(answer);
  sendCorrupt(fault, request, toPayload(answer));
}

function sendCorrupt(fault: Fault, { response, recording }: Breakable, payload: Payload): void {
  if (fault.corrupt === 'truncated') return sendTruncated(response, payload, recording);
  const body = malformed(payload.body);
  recording.watched.bytes = body.length;
  send(response, { ...payload, status: fault.status ?? 200, body });
}

/** The first half of the body and an open string: no JSON text ends like that. */
function malformed(body: Buffer): Buffer {
  return Buffer.concat([body.subarray(0, Math.floor(body.length / 2)), Buffer.from('}]{"broken')]);
}

function htmlPage(fault: Fault): SandboxResponse {
  const headers = { 'Content-Type': 'text/html;charset=UTF-8', ...fault.headers };
  const body = typeof fault.body === 'string' ? fault.body : HTML;
  return { status: fault.status ?? 200, headers, body };
}

async function pause(ms: number, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once('close', leave);
  await wait(ms, undefined, { signal: gone.signal }).catch(() => undefined);
  response.off('close', leave);
}
