import type { Domain, DomainTree } from '../access/domains.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Adapter, Call, Send } from '../contract/index.ts';
import type { TableDefinition } from './definition.ts';

/** How the engine reaches systems, without knowing any: handed in by the gateway. */
export interface Upstreams {
  adapter(connection: string): Adapter;
  /** `send` of a connection for one viewer; the signal is that of the work, which may outlive one client. */
  send(connection: string, caller: { viewer: Viewer; requestId: string; signal: AbortSignal }): Send;
  /** Names the address and identity that this viewer's rows of a connection are read under: part of every cache and flight key. */
  identity(connection: string, viewer: Viewer): string;
}

export interface Catalog {
  readonly tables: ReadonlyMap<string, TableDefinition>;
}

/** What one operation brings along: who asks, and until when. */
export interface Scope {
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly domains: readonly Domain[];
  /** Ids of the visible domains, as rows carry them. */
  readonly domainIds: readonly string[];
  readonly domainPaths: ReadonlySet<string>;
  /** Reads go to the upstream even where memory could answer: what a mutation decides on. */
  readonly fresh: boolean;
}

export function createScope(
  tree: DomainTree,
  asks: { viewer: Viewer; signal: AbortSignal; requestId: string },
  fresh = false,
): Scope {
  const domains = tree.visible(asks.viewer);
  return {
    ...asks,
    domains,
    domainIds: domains.map(({ id }) => id),
    domainPaths: new Set(domains.map(({ path }) => path)),
    fresh,
  };
}

/** What an adapter is handed for one call on behalf of a scope. */
export function callFor(
  upstreams: Upstreams,
  now: () => number,
  scope: Scope,
  connection: string,
  signal: AbortSignal,
): Call {
  const { viewer, requestId } = scope;
  return { send: upstreams.send(connection, { viewer, requestId, signal }), signal, now };
}
