import type { IncomingMessage } from 'node:http';

export const BODY_LIMIT = 32 * 1024 * 1024;

/** The request's body, or why there is none: it is larger than 32 MB, or the client went away in the middle. */
export async function readBody(message: IncomingMessage): Promise<Buffer | 'too large' | 'gone'> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // The stream is left alive when the bound is passed: the refusal still has to go out on its socket.
    for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > BODY_LIMIT) return 'too large';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
  } catch {
    return 'gone';
  }
}
