import { createGraphQLAdapter } from '../adapters/graphql/index.ts';
import { createODataAdapter } from '../adapters/odata/index.ts';
import { createRestAdapter } from '../adapters/rest/index.ts';
import { createSalesforceAdapter } from '../adapters/salesforce/index.ts';
import { createServiceNowAdapter } from '../adapters/servicenow/index.ts';
import { createAuthenticator, type Authenticator } from './access/authenticate.ts';
import { DomainDirectory, domainsFrom } from './access/domain-directory.ts';
import { DomainTree, type Domain } from './access/domains.ts';
import type { Viewer } from './access/viewer.ts';
import { CaseActions } from './cases/case-actions.ts';
import type { Config } from './config/index.ts';
import { createConnections, type Connections } from './connections/index.ts';
import { CasegraphError, type Adapter } from './contract/index.ts';
import { cellText } from './engine/cell-text.ts';
import { Engine } from './engine/engine.ts';
import { ROW, type Select } from './engine/query.ts';
import type { Catalog, Upstreams } from './engine/scope.ts';
import type { GraphContext } from './graphql/context.ts';
import { buildCatalog } from './graphql/declaration/catalog.ts';
import { readSchemaFolder } from './graphql/declaration/read.ts';
import { explainInput, presentError, stampErrors, thrownBy } from './graphql/errors.ts';
import { executeOperation } from './graphql/execution/execute.ts';
import { buildGraph } from './graphql/schema.ts';
import {
  GRAPHQL_PATH,
  PLAYGROUND_PATH,
  startHttp,
  type HttpOptions,
  type PersonaToken,
  type ReadyReport,
} from './http/index.ts';
import type { Log } from './observe/log.ts';
import { packageRoot } from './config/package-root.ts';

/** Which adapter speaks to each kind of system that a connection can name. */
export const ADAPTERS: Readonly<Record<string, (options: Readonly<Record<string, unknown>>) => Adapter>> = {
  graphql: createGraphQLAdapter,
  odata: createODataAdapter,
  rest: createRestAdapter,
  salesforce: createSalesforceAdapter,
  servicenow: createServiceNowAdapter,
};

export interface GatewayOptions {
  readonly config: Config;
  readonly log: Log;
  /** Who can be acted as in the playground; only looked at in dev mode. */
  readonly personas?: () => Promise<readonly PersonaToken[]>;
}

export interface Gateway {
  readonly graphql: string;
  /** `null` where it is not served. */
  readonly playground: string | null;
  readonly health: string;
  close(): Promise<void>;
}

/** How often the domain tree is read anew, and tried again while it has never been read; milliseconds. */
const DOMAIN_REFRESH = 300_000;
const DOMAIN_RETRY = 2_000;

/** Puts the parts together and listens. Throws DeclarationError, or what keeps the port from being had. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, log } = options;
  const documents = await readSchemaFolder(config.tables.schema ?? `${packageRoot()}/schema`);
  const adapters = new Map(
    config.connections.map(({ name, adapter, options: own }) => [name, adapterOf(adapter, own)]),
  );
  const catalog = buildCatalog(
    documents,
    [...adapters.keys()],
    (bound) => adapters.get(bound.connection)?.check(bound) ?? [],
  );
  const connections = createConnections(config.connections, {
    now: Date.now,
    random: Math.random,
    publish: (event) => log.debug(event, event.kind),
  });
  const engine = engineOf(config, catalog, upstreamsOf(adapters, connections));
  const { directory } = engine;
  const failed = (error: unknown): void =>
    log.warn({ error: describe(error) }, 'the domains could not be read');
  await directory.refresh().catch(failed);
  directory.keepFresh(DOMAIN_REFRESH, DOMAIN_RETRY, failed);
  const http = await startHttp(
    httpOptions(options, engine.engine, directory, buildGraph(documents, catalog)),
  );
  return {
    graphql: `${http.url}${GRAPHQL_PATH}`,
    playground: config.server.playground ? `${http.url}${PLAYGROUND_PATH}` : null,
    health: `${http.url}/health/ready`,
    close: async () => {
      directory.close();
      await http.close();
      await connections.close();
    },
  };
}

function adapterOf(kind: string, options: Readonly<Record<string, unknown>> | undefined): Adapter {
  const create = ADAPTERS[kind];
  if (create === undefined)
    throw new Error(`there is no adapter ${kind}: ${Object.keys(ADAPTERS).join(', ')}`);
  return create(options ?? {});
}

function upstreamsOf(adapters: ReadonlyMap<string, Adapter>, connections: Connections): Upstreams {
  const subjectOf = (viewer: Viewer): string | null => (viewer === GATEWAY_ITSELF ? null : viewer.subject);
  return {
    adapter: (connection) => {
      const adapter = adapters.get(connection);
      if (adapter === undefined) throw new Error(`there is no connection ${connection}`);
      return adapter;
    },
    send: (connection, { viewer, requestId, signal }) =>
      connections.sender(connection, {
        domain: viewer.domain,
        subject: subjectOf(viewer),
        signal,
        requestId,
      }),
    identity: (connection, viewer) =>
      connections.identityOf(connection, { domain: viewer.domain, subject: subjectOf(viewer) }),
  };
}

function engineOf(
  config: Config,
  catalog: Catalog,
  upstreams: Upstreams,
): { engine: Engine; directory: DomainDirectory } {
  const shared = {
    catalog,
    upstreams,
    now: Date.now,
    scanRows: config.limits.scanRows,
    cacheBytes: config.cache.maxBytes,
  };
  const { tree } = config.domains;
  const forItself = new Engine({ ...shared, domains: () => new DomainTree([]) });
  const directory = new DomainDirectory(() =>
    tree === undefined
      ? readDomains(forItself)
      : Promise.resolve(tree.map(({ path, id = path }) => ({ path, id }))),
  );
  return { engine: new Engine({ ...shared, domains: () => directory.tree }), directory };
}

/** The gateway as a viewer: reads what its own rules need, and nothing else is open to it. */
const GATEWAY_ITSELF: Viewer = {
  subject: 'casegraph',
  name: 'Casegraph',
  kind: 'service',
  roles: new Set(['casegraph']),
  domain: 'global',
  domains: [],
};
const START_DEADLINE = 15_000;

async function readDomains(engine: Engine): Promise<readonly Domain[]> {
  const table = engine.catalog.tables.get('Domain');
  if (table === undefined)
    throw new CasegraphError('internal', 'No table Domain is declared; give the tree in the configuration.');
  const signal = AbortSignal.timeout(START_DEADLINE);
  const reader = engine.reader({ viewer: GATEWAY_ITSELF, signal, requestId: 'domains' }, true);
  const select: Select = { columns: new Set(['name', 'parentId']), relations: new Map() };
  const order = [{ column: table.key, direction: 'asc' as const }];
  const { nodes, hasNextPage } = await reader.list(
    table,
    { filter: null, order, first: 10_000, after: null, count: false },
    select,
  );
  if (hasNextPage)
    throw new CasegraphError(
      'too-complex',
      'There are more than 10,000 domains; give the tree in the configuration.',
    );
  return domainsFrom(
    nodes.map(({ [ROW]: row }) => ({
      id: cellText(row, table.key) ?? '',
      name: cellText(row, 'name') ?? '',
      parent: cellText(row, 'parentId'),
    })),
  );
}

function httpOptions(
  { config, log, personas }: GatewayOptions,
  engine: Engine,
  directory: DomainDirectory,
  schema: HttpOptions['schema'],
): HttpOptions<GraphContext> {
  const { server } = config;
  const authenticator = authenticatorOf(config);
  const cases = new CaseActions(engine, { dataLookup: config.cases.dataLookup, now: Date.now });
  const limits = { page: config.limits.rows, rows: config.limits.rows * 10 };
  return {
    host: server.host,
    port: server.port,
    mode: server.mode,
    playground: server.playground,
    limits: { ...config.limits, operationDeadline: config.limits.operationDeadline * 1000 },
    schema,
    execute: async (request) =>
      stampErrors(await executeOperation(request), (request.context as GraphContext).requestId),
    authenticate: (header) => authenticator.authenticate(header),
    createContext: ({ viewer, signal, requestId }) => {
      const asks = { viewer, signal, requestId };
      return {
        ...asks,
        engine,
        cases,
        limits,
        reader: engine.reader(asks),
        asked: { rows: 0 },
        slots: new Map(),
      };
    },
    formatError: (formatted, error) => {
      const defect = thrownBy(error);
      if (defect !== null) log.error({ error: describe(defect) }, 'a defect: the client saw INTERNAL');
      return presentError(explainInput(schema, formatted), error);
    },
    mayIntrospect: (viewer) => server.introspection.some((role) => viewer.roles.has(role)),
    ...(personas === undefined ? {} : { personas }),
    ready: () => readiness(authenticator, directory),
    log,
  };
}

function authenticatorOf({ identity }: Config): Authenticator {
  const { jwks, ...rest } = identity;
  return createAuthenticator({ ...rest, jwksUrl: jwks }, { now: Date.now, fetch });
}

async function readiness(authenticator: Authenticator, directory: DomainDirectory): Promise<ReadyReport> {
  const identity = await authenticator.ready().then(
    () => true,
    () => false,
  );
  const checks = [
    { name: 'identity', ok: identity },
    { name: 'domains', ok: directory.loaded },
  ];
  return { ok: checks.every(({ ok }) => ok), checks };
}

/** For the operator's log; the log scrubs secrets. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack, cause } = error;
  const detail =
    error instanceof CasegraphError
      ? { kind: error.kind, detail: error.detail, connection: error.connection }
      : { stack };
  return { message, ...detail, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}
