import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { Viewer } from '../../access/viewer.ts';
import { CasegraphError } from '../../contract/index.ts';
import type { HttpOptions, HttpServer, OperationInput } from '../options.ts';
import { startHttp } from '../start.ts';

export const TOKEN = 'good';

const VIEWER: Viewer = {
  subject: 'abel.tuter',
  name: 'Abel Tuter',
  kind: 'agent',
  roles: new Set(['sn_customerservice_agent']),
  domain: 'TOP/ACME',
  domains: [],
};

/** What the resolvers of the test schema saw. */
export interface Seen {
  operations: OperationInput[];
  aborted: unknown[];
}

const typeDefs = /* GraphQL */ `
  type Query {
    hello(name: String): String!
    number(value: Int!): Int
    slow(ms: Int!): String
    deaf(ms: Int!): String
    fails: String
    big(bytes: Int!): String
    cases(first: Int): [Case!]!
  }
  type Case {
    number: String!
    account: Account
  }
  type Account {
    name: String!
    cases: [Case!]!
  }
  type Mutation {
    close(number: String!): Boolean!
  }
`;

const CASES = [
  { number: 'CS0001001', account: { name: 'Boxeo', cases: [] } },
  { number: 'CS0001002', account: null },
];

function schemaSeeing(seen: Seen) {
  const wait = (ms: number, signal?: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve('done'), ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        seen.aborted.push(signal.reason);
        reject(signal.reason as Error);
      });
    });
  const Query = {
    hello: (_: unknown, { name }: { name?: string }) => `Hello, ${name ?? 'world'}`,
    number: (_: unknown, { value }: { value: number }) => value,
    slow: (_: unknown, { ms }: { ms: number }, { signal }: OperationInput) => wait(ms, signal),
    deaf: (_: unknown, { ms }: { ms: number }) => wait(ms),
    fails: () => {
      throw new Error('connect ECONNREFUSED 10.1.2.3:5432 password=hunter2');
    },
    big: (_: unknown, { bytes }: { bytes: number }) => 'x'.repeat(bytes),
    cases: () => CASES,
  };
  return makeExecutableSchema({ typeDefs, resolvers: { Query, Mutation: { close: () => true } } });
}

// As the gateway words errors: ours as they are, anything else as a fixed text.
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof CasegraphError) return { ...formatted, extensions: { code: original.code } };
  if (formatted.extensions?.['code'] === 'INTERNAL')
    return { ...formatted, message: 'Something went wrong.' };
  return formatted;
}

export interface TestServer extends HttpServer {
  readonly seen: Seen;
  readonly logged: string[];
  /** POSTs an operation with the good token. */
  readonly post: (body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

/** A gateway's listener over a small schema, on a free port; the token `good` is the only one. */
export async function startTestServer(
  options: Partial<HttpOptions<OperationInput>> = {},
): Promise<TestServer> {
  const seen: Seen = { operations: [], aborted: [] };
  const logged: string[] = [];
  const log = (details: object, message: string) => void logged.push(`${message} ${JSON.stringify(details)}`);
  const server = await startHttp<OperationInput>({
    host: '127.0.0.1',
    port: 0,
    schema: schemaSeeing(seen),
    async authenticate(header) {
      if (header !== `Bearer ${TOKEN}`)
        throw new CasegraphError('unauthenticated', 'An access token is needed.');
      return VIEWER;
    },
    createContext(input) {
      seen.operations.push(input);
      return input;
    },
    formatError,
    mayIntrospect: () => false,
    mode: 'production',
    playground: false,
    ready: async () => ({ ok: true, checks: [{ name: 'identity', ok: true }] }),
    log: { info: log, warn: log, error: log },
    ...options,
  });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { ...server, seen, logged, post };
}
