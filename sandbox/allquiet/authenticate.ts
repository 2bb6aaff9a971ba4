import { timingSafeEqual } from 'node:crypto';
import type { SandboxRequest } from '../http/service.ts';
import type { ApiKey, Permission } from './options.ts';
import { PERMISSIONS } from './options.ts';
import { Problem } from './problem.ts';

/**
 * The key of a request. Three headers carry it: `Authorization: Bearer <key>` and `X-Api-Key: <key>` in the API's
 * description, `X-Authorization: <key>` in the vendor's Terraform provider. Where several are sent, the first of these counts.
 */
export function authenticate({ headers }: SandboxRequest, keys: readonly ApiKey[]): ApiKey {
  const bearer = /^bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  const shown = bearer ?? headers['x-api-key'] ?? headers['x-authorization'];
  const known = shown === undefined ? undefined : keys.find(({ key }) => same(key, shown));
  if (known !== undefined) return known;
  const detail =
    shown === undefined
      ? 'Send an API key: Authorization: Bearer <key>, or X-Api-Key: <key>.'
      : 'The API key is not known.';
  throw new Problem(401, detail, { 'WWW-Authenticate': 'Bearer' });
}

/** Throws a 403 that names the scope, where the key lacks it. */
export function demand(key: ApiKey, permission: Permission): void {
  if (permissionsOf(key).includes(permission)) return;
  throw new Problem(403, `The API key lacks the scope incidents:${permission}.`);
}

export function permissionsOf(key: ApiKey): readonly Permission[] {
  return key.permissions ?? PERMISSIONS;
}

export function same(right: string, shown: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(shown)];
  return a.length === b.length && timingSafeEqual(a, b);
}
