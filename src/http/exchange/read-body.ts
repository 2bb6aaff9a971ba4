import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './refusal.ts';

/** The request's body as JSON. Throws HttpRefusal: 415 for anything but plain JSON, 413 beyond the limit, 400 for what is not JSON. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  checkType(request);
  const bytes = await readBytes(request, limit);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpRefusal(400, 'BAD_USER_INPUT', 'The body is not JSON. Send {"query": "…"} in UTF-8.');
  }
}

function checkType(request: IncomingMessage): void {
  const encoding = request.headers['content-encoding'];
  // 44 KB of gzip can stand for 45 MB: nothing that legitimate clients send needs packing.
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw unsupported('Compressed bodies are not taken. Send the body as it is, without content-encoding.');
  }
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw unsupported('POST needs the header "content-type: application/json".');
  }
  const charset = parameters
    .map((text) => text.trim().toLowerCase())
    .find((text) => text.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw unsupported('The body must be encoded in UTF-8.');
  }
}

/** The body as it came. Throws HttpRefusal: 413 beyond the limit, as soon as that is known. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop must not close the socket: the refusal is still to be written to it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function tooLarge(limit: number): HttpRefusal {
  const message = `The body is larger than ${limit} bytes.`;
  return new HttpRefusal(413, 'QUERY_TOO_COMPLEX', message);
}

function unsupported(message: string): HttpRefusal {
  return new HttpRefusal(415, 'BAD_USER_INPUT', message);
}
