import type { SendRequest } from '../../../src/contract/index.ts';
import type { RequestBytes } from '../settings.ts';
import type { Key } from './lookup.ts';

/** Targets are ASCII once encoded, so that their length is their size in bytes. */
export function bytesOf({ path, json }: SendRequest): RequestBytes {
  return { target: path.length, body: json === undefined ? 0 : Buffer.byteLength(JSON.stringify(json)) };
}

export function fits(bytes: RequestBytes, bounds: RequestBytes): boolean {
  return bytes.target <= bounds.target && bytes.body <= bounds.body;
}

/**
 * Keys in the order given, as many at once as one request's bounds and `most` allow. `compose` makes the request for some keys; each further key
 * adds the same to it wherever it stands, so that it is measured once. A key that is too long for any request stands alone.
 */
export function chunksOf(
  keys: readonly Key[],
  most: number,
  bounds: RequestBytes,
  compose: (values: readonly string[]) => SendRequest,
): readonly (readonly Key[])[] {
  const sizeOf = (...some: readonly Key[]): RequestBytes =>
    bytesOf(compose(some.map(({ operand }) => String(operand))));
  const chunks: Key[][] = [];
  let used: RequestBytes = { target: 0, body: 0 };
  for (const key of keys) {
    const last = chunks.at(-1);
    const alone = sizeOf(key);
    const both = sizeOf(key, key);
    const grown = {
      target: used.target + both.target - alone.target,
      body: used.body + both.body - alone.body,
    };
    if (last === undefined || last.length >= most || !fits(grown, bounds)) {
      chunks.push([key]);
      used = alone;
    } else {
      last.push(key);
      used = grown;
    }
  }
  return chunks;
}
