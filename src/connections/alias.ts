import { DEFAULT_LIMITS } from './settings.ts';
import type { Auth, ChildSettings, ConnectionConfig, Identity, Limits } from './settings.ts';

/** A connection as one domain sees it. */
export interface Alias {
  /** Name of the connection. */
  readonly name: string;
  /** Kind of system. */
  readonly adapter: string;
  /** Path of the child alias that was taken, or `null` for the connection itself. */
  readonly domain: string | null;
  /** Tells apart what must not be shared (tokens, sockets, breakers): `salesforce` or `salesforce@TOP/ACME`. */
  readonly key: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly ca: string | undefined;
  readonly auth: Auth;
  readonly identity: Identity;
  /** Claim with the viewer's name there; `null`: the viewer's subject. */
  readonly viewerClaim: string | null;
  readonly limits: Limits;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The domain and its ancestors, the nearest first: `TOP/ACME/EMEA`, `TOP/ACME`, `TOP`. */
export function ancestry(domain: string): string[] {
  const parts = domain.split('/').filter((part) => part !== '');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** The domain whose child alias a caller of `domain` gets, or `null` for the connection itself. */
export function childDomain(config: ConnectionConfig, domain: string): string | null {
  const children = config.domains ?? {};
  return ancestry(domain).find((path) => Object.hasOwn(children, path)) ?? null;
}

/**
 * What the connection is for a caller of `domain`. A child alias inherits from the child alias of the domain above it, and in the end from
 * the connection. A credential is inherited or replaced as a whole: half of one and half of another is never meant.
 */
export function resolveAlias(config: ConnectionConfig, domain: string): Alias {
  const children = config.domains ?? {};
  const taken = childDomain(config, domain);
  const layers: ChildSettings[] = [config];
  for (const path of taken === null ? [] : ancestry(taken).reverse()) {
    const child = Object.hasOwn(children, path) ? children[path] : undefined;
    if (child) layers.push(child);
  }
  const last = <K extends keyof ChildSettings>(key: K) =>
    layers.findLast((layer) => layer[key] !== undefined)?.[key];
  return {
    name: config.name,
    adapter: config.adapter,
    domain: taken,
    key: taken === null ? config.name : `${config.name}@${taken}`,
    url: (last('url') ?? config.url).replace(/\/+$/, ''),
    ca: last('ca'),
    auth: last('auth') ?? config.auth,
    identity: last('identity') ?? 'service',
    viewerClaim: last('viewerClaim') ?? null,
    limits: layers.reduce<Limits>((limits, layer) => ({ ...limits, ...given(layer.limits) }), DEFAULT_LIMITS),
    options: Object.assign({}, ...layers.map((layer) => layer.options)) as Record<string, unknown>,
  };
}

/** Without the keys that are there but undefined, which would hide what is inherited. */
function given(limits: ChildSettings['limits']): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits ?? {}).filter(([, value]) => value !== undefined));
}

/** The connection itself and its child aliases, as they are configured. */
export function aliasesOf(config: ConnectionConfig): Alias[] {
  // No child is nearest to a domain without a name.
  return ['', ...Object.keys(config.domains ?? {})].map((domain) => resolveAlias(config, domain));
}

/** Claims that any of the connections takes the viewer's name from. */
export function viewerClaims(configs: readonly ConnectionConfig[]): string[] {
  const claims = configs.flatMap((config) =>
    [config, ...Object.values(config.domains ?? {})].flatMap(({ viewerClaim }) => viewerClaim ?? []),
  );
  return [...new Set(claims)];
}
