import type { Settings } from './settings.ts';

/** Request targets are ASCII once encoded, so their length is their size in bytes. */
export function queryTarget(settings: Settings, soql: string): string {
  return `${settings.base}/query?q=${encodeURIComponent(soql)}`;
}

export function fits(settings: Settings, target: string): boolean {
  return target.length <= settings.targetBytes;
}

/**
 * Cuts a list of literals so that each piece, written between commas into the query that `compose` makes, keeps the request target within
 * its bound. Counted in encoded bytes, since one character of a value can become nine of an address. A literal that is too long for any
 * request stands in a piece of its own, which then does not fit.
 */
export function chunked(
  settings: Settings,
  literals: readonly string[],
  compose: (list: string) => string,
): readonly (readonly string[])[] {
  const room = settings.targetBytes - queryTarget(settings, compose('')).length;
  const comma = encodeURIComponent(',').length;
  const chunks: string[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const literal of literals) {
    const bytes = encodeURIComponent(literal).length;
    if (used + comma + bytes > room) {
      chunks.push([]);
      used = -comma;
    }
    chunks.at(-1)?.push(literal);
    used += comma + bytes;
  }
  return chunks;
}
