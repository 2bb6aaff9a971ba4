import type { Domain, DomainTree } from '../access/domains.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Adapter, Call, Send } from '../contract/index.ts';
import type { TableDefinition } from './definition.ts';
import { StaleReads } from './freshness.ts';
import type { Standing } from './standing.ts';

/** How the engine reaches systems, without knowing any: handed in by the gateway. */
export interface Upstreams {
  adapter(connection: string): Adapter;
  /** `send` of a connection for one viewer; the signal is that of the work, which may outlive one client. */
  send(
    connection: string,
    caller: {
      viewer: Viewer;
      requestId: string;
      signal: AbortSignal;
      /** See {@link Scope}. */
      together?: boolean;
    },
  ): Send;
  /** Names the address and identity that this viewer's rows of a connection are read under: part of every cache and flight key. */
  identity(connection: string, viewer: Viewer): string;
  /** Whether that identity is the gateway's own, so that only the engine's conditions stand between the viewer and its rows. */
  sharesRows(connection: string, viewer: Viewer): boolean;
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
  /** Seconds that rows may be old; 0: reads go to the upstream even where memory could answer, as for what a mutation decides on. */
  readonly maxAge: number;
  /** Where what is answered beyond its time is noted. */
  readonly stale: StaleReads;
  /** Few requests count for more than quick ones: what is read in one tick travels together where the system can. */
  readonly together?: true;
  /** Set where a change is decided on what is read. */
  readonly standing?: Standing;
}

export function createScope(
  tree: DomainTree,
  asks: { viewer: Viewer; signal: AbortSignal; requestId: string },
  maxAge = Infinity,
): Scope {
  const domains = tree.visible(asks.viewer);
  return {
    ...asks,
    domains,
    domainIds: domains.map(({ id }) => id),
    domainPaths: new Set(domains.map(({ path }) => path)),
    maxAge,
    stale: new StaleReads(),
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
  const together = scope.together === true;
  return { send: upstreams.send(connection, { viewer, requestId, signal, together }), signal, now };
}
