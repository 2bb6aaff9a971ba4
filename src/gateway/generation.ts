import {
  createAuthenticator,
  type Authenticator,
  type AuthenticatorOptions,
} from '../access/authenticate.ts';
import { DomainDirectory } from '../access/domain-directory.ts';
import { DomainTree } from '../access/domains.ts';
import { RoleDirectory } from '../access/role-directory.ts';
import type { Config } from '../config/index.ts';
import {
  ConnectionHealth,
  createConnections,
  sameSettings,
  viewerClaims,
  type Connections,
  type Deps,
} from '../connections/index.ts';
import { CasegraphError } from '../contract/index.ts';
import type { CacheEvent } from '../engine/cache-event.ts';
import type { TableDefinition } from '../engine/definition.ts';
import { Engine } from '../engine/engine.ts';
import { isOutage } from '../engine/outcome.ts';
import type { Generations as Writes } from '../engine/generations.ts';
import type { Catalog, Upstreams } from '../engine/scope.ts';
import type { GraphContext } from '../graphql/context.ts';
import { buildCatalog } from '../graphql/declaration/catalog.ts';
import { buildGraph } from '../graphql/schema.ts';
import type { PersonaToken, ReadyGeneration, ReadyReport, ServiceOptions } from '../http/index.ts';
import type { CallLog } from '../observe/call-log/call-log.ts';
import type { Log } from '../observe/log.ts';
import type { Ingress } from '../sync/events/ingress.ts';
import type { Hints } from '../sync/hints.ts';
import { adaptersOf } from './adapters.ts';
import { callLogSettings } from './call-log-settings.ts';
import { readDeclarations } from './declarations.ts';
import { describe } from './describe.ts';
import { createForwarding, together } from './forwarding.ts';
import { healthOptions } from './health-options.ts';
import { readDomains } from './read-domains.ts';
import { readRoles } from './read-roles.ts';
import { serviceOptions, type ServiceParts } from './service-options.ts';
import { createSync, type Sync } from './sync.ts';
import { upstreamsOf } from './upstreams.ts';

/** What all generations of a gateway share. */
export interface Lifetime {
  readonly log: Log;
  readonly personas?: (() => Promise<readonly PersonaToken[]>) | undefined;
  readonly connections: Deps;
  /** Where it is heard that something may have changed. */
  readonly hints: Hints;
  /** What is remembered of event sources. */
  readonly ingress: Ingress;
  readonly calls: CallLog;
  /** A write that ends on an old generation must be seen by the new one's memory. */
  readonly writes: Writes;
}

/** All that follows from one reading of configuration and declarations: replaced as a whole, never changed. */
export interface Generation {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly connections: Connections;
  readonly authenticator: Authenticator;
  readonly directory: DomainDirectory;
  readonly checks: () => Promise<ReadyReport['checks']>;
  /** Follows changes upstream from its start on, while the generation answers requests. */
  readonly sync: Sync;
  /** `status` names the generation where readiness is told. */
  service(status: () => ReadyGeneration): ServiceOptions<GraphContext>;
  /** Lets go of all that no successor has taken over. Call it when the last request has ended. */
  close(): Promise<void>;
}

/** Who asks: by the token alone, or with the roles that ServiceNow has for them now. */
function authentication(
  { authenticator, config }: Pick<Generation, 'authenticator' | 'config'>,
  forItself: Engine,
): ServiceParts['authenticate'] {
  const { roleLookup } = config.identity;
  if (roleLookup === undefined) return (header) => authenticator.authenticate(header);
  const read = (subject: string) => readRoles(forItself, subject);
  const roles = new RoleDirectory({ read, keep: roleLookup.keep, now: Date.now });
  return async (header) => roles.withRoles(await authenticator.authenticate(header));
}

/** How often the domain tree is read anew, and tried again while it has never been read; milliseconds. */
const DOMAIN_REFRESH = 300_000;
const DOMAIN_RETRY = 2_000;

/**
 * Builds a generation beside the one that serves; nothing of that one changes. Connections whose settings are the same are shared with it.
 * Throws DeclarationError, CasegraphError for settings that cannot be; leaves nothing open then.
 */
export async function buildGeneration(
  config: Config,
  lifetime: Lifetime,
  before: Generation | null,
): Promise<Generation> {
  const documents = await readDeclarations(config);
  const adapters = adaptersOf(config);
  const catalog = buildCatalog(
    documents,
    [...adapters.keys()],
    (bound) => adapters.get(bound.connection)?.check(bound) ?? [],
  );
  const schema = buildGraph(documents, catalog);
  const authenticator = authenticatorOf(config, before);
  const connections = createConnections(config.connections, lifetime.connections, before?.connections);
  const upstreams = upstreamsOf(adapters, connections);
  const { engine, forItself, directory } = enginesOf(config, catalog, upstreams, lifetime);
  const following = { ...lifetime, config, adapters, upstreams, wrote: tellWrites(lifetime) };
  const forwarding = createForwarding(following);
  const sync = together(createSync(following), forwarding);
  const built = { config, catalog, connections, authenticator, directory };
  await loadDomains(built, lifetime.log, before);
  const checks = () => checksOf(built);
  const forget = forgetHinted(lifetime, catalog);
  const health = new ConnectionHealth(healthOptions(built, adapters));
  return {
    ...built,
    checks,
    sync,
    service: (status) => {
      lifetime.calls.configure(callLogSettings(config));
      return serviceOptions({
        ...lifetime,
        config,
        engine,
        health,
        changes: { hints: lifetime.hints, watch: () => sync.watch() },
        forwarding: forwarding ?? undefined,
        authenticate: authentication(built, forItself),
        schema,
        ready: () => report(checks, status),
      });
    },
    close: async () => {
      forget();
      await sync.close();
      directory.close();
      engine.close();
      forItself.close();
      await connections.close();
    },
  };
}

/** What the gateway itself writes is heard of at once, not only when the owner or a look there tells. */
function tellWrites({ hints }: Lifetime) {
  return ({ sources }: TableDefinition, key: string): void => {
    for (const { bound } of sources)
      hints.tell({ connection: bound.connection, object: bound.object, key, at: Date.now(), via: 'write' });
  };
}

/** Rows of a table of which a record may have changed are not answered from memory any more. Ends with the function that it answers. */
function forgetHinted({ hints, writes }: Lifetime, { tables }: Catalog): () => void {
  return hints.listen(({ connection, object }) => {
    for (const table of tables.values())
      if (table.sources.some(({ bound }) => bound.connection === connection && bound.object === object))
        writes.written(table);
  });
}

/** The same authenticator where nothing has changed for it: the identity provider's keys are at hand, even while it is down. */
function authenticatorOf(config: Config, before: Generation | null): Authenticator {
  const options = authenticatorOptions(config);
  if (before !== null && sameSettings(options, authenticatorOptions(before.config)))
    return before.authenticator;
  return createAuthenticator(options, { now: Date.now, fetch });
}

function authenticatorOptions({ identity, connections }: Config): AuthenticatorOptions {
  const { jwks, roleLookup: _, ...rest } = identity;
  const claims = { ...rest.claims, names: viewerClaims(connections) };
  return { ...rest, claims, jwksUrl: jwks };
}

function enginesOf(config: Config, catalog: Catalog, upstreams: Upstreams, lifetime: Lifetime) {
  const { writes, log, calls } = lifetime;
  const shared = {
    catalog,
    upstreams,
    writes,
    now: Date.now,
    scanRows: config.limits.scanRows,
    cacheBytes: config.cache.maxBytes,
    refreshDeadline: config.limits.operationDeadline * 1000,
    wrote: tellWrites(lifetime),
    publish: (event: CacheEvent) => {
      log.debug(event, event.kind);
      calls.read(event, event.viewer);
    },
  };
  const { tree } = config.domains;
  const forItself = new Engine({ ...shared, domains: () => new DomainTree([]) });
  const directory = new DomainDirectory(() =>
    tree === undefined
      ? readDomains(forItself)
      : Promise.resolve(tree.map(({ path, id = path }) => ({ path, id }))),
  );
  return { engine: new Engine({ ...shared, domains: () => directory.tree }), forItself, directory };
}

type Built = Pick<Generation, 'config' | 'catalog' | 'connections' | 'authenticator' | 'directory'>;

async function loadDomains(built: Built, log: Log, before: Generation | null): Promise<void> {
  const { directory } = built;
  const failed = domainsFailed(log);
  await directory.refresh().catch((error: unknown) => {
    failed(error);
    if (before?.directory.loaded === true && isAway(error) && readsAsBefore(built, before))
      directory.adopt(before.directory.tree);
  });
  directory.keepFresh(DOMAIN_REFRESH, DOMAIN_RETRY, failed);
}

/** Made apart, since it lives as long as the generation: a closure above would keep the predecessor in memory as well. */
function domainsFailed(log: Log): (error: unknown) => void {
  return (error) => log.warn({ error: describe(error) }, 'the domains could not be read');
}

/** The system is away for a while, which says nothing about what has changed here. */
function isAway(error: unknown): boolean {
  return error instanceof CasegraphError && isOutage(error);
}

function readsAsBefore({ config, catalog, connections }: Built, before: Generation): boolean {
  const sources = catalog.tables.get('Domain')?.sources ?? [];
  return (
    sameSettings(config.domains, before.config.domains) &&
    sources.every(({ bound }) => connections.kept.includes(bound.connection))
  );
}

async function checksOf({ authenticator, directory }: Built): Promise<ReadyReport['checks']> {
  const identity = await authenticator.ready().then(
    () => true,
    () => false,
  );
  return [
    { name: 'identity', ok: identity },
    { name: 'domains', ok: directory.loaded },
  ];
}

async function report(checks: Generation['checks'], status: () => ReadyGeneration): Promise<ReadyReport> {
  const all = await checks();
  return { ok: all.every(({ ok }) => ok), checks: all, generation: status() };
}
