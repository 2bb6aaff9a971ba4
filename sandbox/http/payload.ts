import { constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { SandboxResponse } from './service.ts';

/** A response ready for the socket. Header names are kept as the service wrote them. */
export interface Payload {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const GZIP_FROM_BYTES = 1024;
const compress = promisify(gzip);

export function toPayload(response: SandboxResponse): Payload {
  const { body } = response;
  const headers = { ...response.headers };
  if (body === undefined) return { status: response.status, headers, body: Buffer.alloc(0) };
  if (Buffer.isBuffer(body)) return { status: response.status, headers, body };
  if (typeof body === 'string') return { status: response.status, headers, body: Buffer.from(body) };
  if (!has(headers, 'content-type')) headers['Content-Type'] = 'application/json;charset=UTF-8';
  return { status: response.status, headers, body: Buffer.from(JSON.stringify(body)) };
}

/** Compresses bodies above 1 KB where the client takes gzip, as both real systems do. */
export async function encode(payload: Payload, acceptEncoding: string | undefined): Promise<Payload> {
  if (payload.body.length <= GZIP_FROM_BYTES || has(payload.headers, 'content-encoding')) return payload;
  const headers = { ...payload.headers };
  if (!has(headers, 'vary')) headers['Vary'] = 'Accept-Encoding';
  if (!acceptsGzip(acceptEncoding)) return { ...payload, headers };
  const body = await compress(payload.body, { level: constants.Z_BEST_SPEED });
  return { status: payload.status, headers: { ...headers, 'Content-Encoding': 'gzip' }, body };
}

export function acceptsGzip(header: string | undefined): boolean {
  const entry = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(';'))
    .find(([coding]) => coding === 'gzip' || coding === '*');
  if (!entry) return false;
  const quality = entry.slice(1).find((parameter) => parameter.trim().startsWith('q='));
  return quality === undefined || Number(quality.trim().slice(2)) > 0;
}

function has(headers: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.keys(headers).some((key) => key.toLowerCase() === name);
}
