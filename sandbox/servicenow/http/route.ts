/** What a path asks for. `base` is `/api/now` with the version, if one was given. */
export type Route =
  | { readonly kind: 'table'; readonly base: string; readonly table: string; readonly sysId?: string }
  | { readonly kind: 'stats'; readonly base: string; readonly table: string }
  | { readonly kind: 'batch' }
  | { readonly kind: 'unknown' };

const PATH = /^(\/api\/now(?:\/v[12])?)\/(table|stats|batch)(?:\/([^/]+))?(?:\/([^/]+))?\/?$/;

export function routeOf(path: string): Route {
  const [, base = '', kind, table, sysId] = PATH.exec(path) ?? [];
  if (kind === 'batch' && table === undefined) return { kind };
  if (kind === 'stats' && table !== undefined && sysId === undefined) return { kind, base, table };
  if (kind === 'table' && table !== undefined)
    return { kind, base, table, ...(sysId === undefined ? {} : { sysId }) };
  return { kind: 'unknown' };
}
