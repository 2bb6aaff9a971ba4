import { ApiError } from '../http/api-error.ts';

/** A REST API Auth Scope record: what tokens with this scope may call (facts 4.4). */
export interface AuthScope {
  readonly scope: string;
  /** HTTP method, or `*`. */
  readonly method: string;
  /** Beginning of the path: `/api/now/table/incident`. */
  readonly path: string;
}

/**
 * Throws when a token's scopes do not reach the API. `useraccount` reaches all; no scope at all reaches none. A client
 * with other scopes needs a record that binds one of them.
 */
export function checkScope(scope: string, method: string, path: string, records: readonly AuthScope[]): void {
  const held = scope.split(' ').filter((item) => item !== '');
  if (held.length === 0)
    throw new ApiError(403, 'User Not Authorized', 'Access to unscoped api is not allowed');
  if (held.includes('useraccount')) return;
  const unversioned = path.replace(/^\/api\/now\/v\d+\//, '/api/now/');
  const bound = records.some(
    (record) =>
      held.includes(record.scope) &&
      (record.method === '*' || record.method === method) &&
      (unversioned === record.path || unversioned.startsWith(`${record.path}/`)),
  );
  if (!bound) throw new ApiError(403, 'Missing required api access scope', null);
}
