import { createHash } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from '../http/service.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

export function jsonAnswer(body: unknown): SandboxResponse {
  return { status: 200, headers: { 'Content-Type': JSON_TYPE }, body: JSON.stringify(body) };
}

/**
 * An answer with a weak ETag, or a 304 where the client has it. `lastModified` (milliseconds since 1970) adds a Last-Modified
 * header; If-Modified-Since counts only where no If-None-Match is sent.
 */
export function cachedAnswer(
  { headers }: SandboxRequest,
  body: unknown,
  lastModified?: number,
): SandboxResponse {
  const text = JSON.stringify(body);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const seconds = lastModified === undefined ? undefined : Math.floor(lastModified / 1000) * 1000;
  const cache = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    ...(seconds !== undefined && { 'Last-Modified': new Date(seconds).toUTCString() }),
  };
  if (isKnown(headers, etag, seconds)) return { status: 304, headers: cache };
  return { status: 200, headers: { 'Content-Type': JSON_TYPE, ...cache }, body: text };
}

function isKnown(headers: SandboxRequest['headers'], etag: string, seconds: number | undefined): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return seconds !== undefined && since >= seconds;
}

/** Weak comparison (RFC 9110, section 8.8.3.2): whether a tag is weak makes no difference. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
