import { maskEncodedQuery, maskQuery } from './mask-query.ts';
import { MASK, maskText } from './mask-text.ts';
import type { Judge } from './personal-names.ts';

/** Parameters that list columns, whose names are not values. */
const COLUMN_LISTS: ReadonlySet<string> = new Set([
  'sysparm_fields',
  '$select',
  '$expand',
  '$orderby',
  'fields',
]);

/** A path with its query, percent-encoded as it was sent, without what is personal or secret in it. */
export function maskCallPath(path: string, judge: Judge): string {
  const at = path.indexOf('?');
  const before = at < 0 ? path : path.slice(0, at);
  const place = before
    .split('/')
    .map((part) => masked(part, maskText))
    .join('/');
  if (at < 0) return place;
  const pairs = path.slice(at + 1).split('&');
  return `${place}?${pairs.map((pair) => maskPair(pair, judge)).join('&')}`;
}

function maskPair(pair: string, judge: Judge): string {
  const at = pair.indexOf('=');
  if (at < 0) return masked(pair, maskText);
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  const plain = decoded(name) ?? '';
  if (COLUMN_LISTS.has(plain)) return pair;
  if (judge(plain) !== null) return `${name}=${MASK}`;
  const mask = plain === 'sysparm_query' ? maskEncodedQuery : maskQuery;
  return `${name}=${masked(value, (text) => mask(text, judge))}`;
}

/** As it was where nothing was masked. What cannot be decoded cannot be judged, and is not shown. */
function masked(encoded: string, mask: (text: string) => string): string {
  const text = decoded(encoded);
  if (text === null) return MASK;
  const after = mask(text);
  return after === text ? encoded : encodeURIComponent(after).replaceAll('%2F', '/').replaceAll('%20', '+');
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
