import { parseConfig, type Config } from '../../config/index.ts';
import { createConnections } from '../../connections/index.ts';
import type { Adapter, Call, ObjectDescription } from '../../contract/index.ts';
import { CasegraphError } from '../../contract/index.ts';
import { ADAPTERS, adaptersOf } from '../../gateway/adapters.ts';
import { nearestOf } from '../../wording/nearest.ts';
import { ImportError } from './import-error.ts';

/** The system that is imported from. */
export interface Upstream {
  /** Name of the connection that the declaration will use. */
  readonly connection: string;
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** Throws ImportError. */
  describe(object: string): Promise<ObjectDescription>;
  close(): Promise<void>;
}

/** Metadata of large systems takes its time; the connection's own deadline bounds each request. */
const PATIENCE = 120_000;

/** Opens the system behind a connection of the configuration. */
export function openUpstream(config: Config, connection: string): Upstream {
  const adapters = adaptersOf(config);
  const adapter = adapters.get(connection);
  if (adapter === undefined) throw new ImportError(`There is no connection ${connection}.`);
  const connections = createConnections(config.connections, {
    now: Date.now,
    random: Math.random,
    publish: () => undefined,
  });
  const signal = AbortSignal.timeout(PATIENCE);
  const caller = { domain: 'global', subject: null, signal, requestId: 'import' };
  const call: Call = { send: connections.sender(connection, caller), signal, now: Date.now };
  return {
    connection,
    adapters,
    describe: (object) => describe(adapter, connection, object, call),
    close: () => connections.close(),
  };
}

async function describe(
  adapter: Adapter,
  connection: string,
  object: string,
  call: Call,
): Promise<ObjectDescription> {
  if (adapter.describe === undefined)
    throw new ImportError(`The adapter ${adapter.kind} has no metadata to import from.`);
  try {
    return await adapter.describe(object, call);
  } catch (error) {
    if (!(error instanceof CasegraphError)) throw error;
    throw new ImportError(await explain(error, adapter, connection, object, call), { cause: error });
  }
}

const ADVICE: Partial<Record<CasegraphError['kind'], string>> = {
  'upstream-unavailable':
    'Check the address of the connection, and that the system is up and reachable from here.',
  'upstream-timeout': 'Try again, or raise limits.deadline of the connection.',
  'upstream-unauthorized': "Check the connection's credential, and what its account may read.",
  'upstream-rate-limited': 'Try again later.',
};

async function explain(
  error: CasegraphError,
  adapter: Adapter,
  connection: string,
  object: string,
  call: Call,
): Promise<string> {
  if (error.kind === 'not-found') return unknownObject(adapter, connection, object, call);
  const parts = [error.message, ADVICE[error.kind], error.detail && `(It said: ${error.detail})`];
  return `${connection}: ${parts.filter(Boolean).join(' ')}`;
}

async function unknownObject(
  adapter: Adapter,
  connection: string,
  object: string,
  call: Call,
): Promise<string> {
  const names = await (adapter.objects?.(call) ?? Promise.resolve([])).catch(() => []);
  const near = nearestOf(object, names, 3);
  const start = `${connection} has no ${JSON.stringify(object)}, or the account of the connection may not see it.`;
  if (near.length > 0) return `${start} Did you mean ${near.join(', or ')}?`;
  if (names.length > 0 && names.length <= 20) return `${start} There are: ${names.join(', ')}.`;
  return `${start} Give the name that the system's own API uses.`;
}

/** A configuration of one system that needs no credential: for what is imported by its address alone. */
export function configOfAddress(adapter: string, connection: string, address: URL): Config {
  const path = address.pathname.replace(/\/+$/, '');
  const unused = 'https://unused.invalid';
  const settings = {
    identity: { issuer: unused, audience: 'unused', jwks: `${unused}/jwks` },
    domains: { tree: [] },
    connections: {
      [connection]: {
        adapter,
        url: address.origin,
        auth: { grant: 'none' },
        ...(path === '' ? {} : { options: { path } }),
      },
    },
  };
  return parseConfig(
    JSON.stringify(settings),
    `casegraph import ${adapter}`,
    {},
    { adapters: Object.keys(ADAPTERS) },
  );
}
