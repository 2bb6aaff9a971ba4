import type { ServerResponse } from 'node:http';

/** On every answer; a page sets its own content security policy over this one. */
const ALWAYS: readonly (readonly [string, string])[] = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of ALWAYS) response.setHeader(name, value);
}
