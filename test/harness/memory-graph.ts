import { execute, parse, Source, validate, type ExecutionResult } from 'graphql';
import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryOptions,
  type MemoryRecord,
} from '../../adapters/memory/index.ts';
import { DomainTree, type Domain } from '../../src/access/domains.ts';
import type { Viewer } from '../../src/access/viewer.ts';
import { CaseActions } from '../../src/cases/case-actions.ts';
import { Engine } from '../../src/engine/engine.ts';
import { executeOperation } from '../../src/graphql/execution/execute.ts';
import type { GraphContext } from '../../src/graphql/context.ts';
import { noteFreshness } from '../../src/graphql/freshness.ts';
import { buildCatalog } from '../../src/graphql/declaration/catalog.ts';
import { parseSources } from '../../src/graphql/declaration/read.ts';
import { presentError } from '../../src/graphql/errors.ts';
import { buildGraph } from '../../src/graphql/schema.ts';
import { readFileSync } from 'node:fs';

export const AGENT: Viewer = {
  subject: 'ada',
  name: 'Ada',
  kind: 'agent',
  roles: new Set(['agent']),
  domain: 'TOP/ACME',
  domains: [],
};

export interface MemoryGraphOptions {
  /** SDL of the tables; sources name the connections below. */
  readonly tables: string;
  /** Records by connection and object. */
  readonly records: Readonly<Record<string, Readonly<Record<string, readonly MemoryRecord[]>>>>;
  readonly adapters?: Readonly<Record<string, MemoryOptions>>;
  readonly domains?: readonly Domain[];
  readonly scanRows?: number;
  readonly now?: () => number;
  /** Default: all read under one identity. */
  readonly identity?: (connection: string, viewer: Viewer) => string;
  /** Bound of the memory; default 1,000,000. */
  readonly cacheBytes?: number;
}

export interface MemoryGraph {
  readonly adapters: Readonly<Record<string, MemoryAdapter>>;
  readonly engine: Engine;
  /** The answer of graphql-js's own executor. */
  reference(
    this: void,
    query: string,
    variables?: Record<string, unknown>,
    viewer?: Viewer,
  ): Promise<ExecutionResult>;
  run(
    this: void,
    query: string,
    variables?: Record<string, unknown>,
    viewer?: Viewer,
    signal?: AbortSignal,
  ): Promise<ExecutionResult>;
}

const ROOT = new URL('../../schema/', import.meta.url);
/** A graph over in-memory systems, executed by graphql-js as the gateway does, with errors as clients see them. */
export function memoryGraph(options: MemoryGraphOptions): MemoryGraph {
  const sources = [
    new Source(readFileSync(new URL('directives.graphql', ROOT), 'utf8'), 'directives.graphql'),
    new Source(readFileSync(new URL('roots.graphql', ROOT), 'utf8'), 'roots.graphql'),
    new Source(readFileSync(new URL('metadata.graphql', ROOT), 'utf8'), 'metadata.graphql'),
    new Source(options.tables, 'tables.graphql'),
  ];
  const documents = parseSources(sources);
  const adapters = Object.fromEntries(
    Object.entries(options.records).map(([connection, objects]) => [
      connection,
      createMemoryAdapter(new Map(Object.entries(objects)), options.adapters?.[connection]),
    ]),
  );
  const catalog = buildCatalog(documents, Object.keys(adapters));
  const schema = buildGraph(documents, catalog);
  const tree = new DomainTree(
    options.domains ?? [
      { path: 'TOP', id: 'top' },
      { path: 'TOP/ACME', id: 'acme' },
      { path: 'TOP/GLOBEX', id: 'globex' },
    ],
  );
  const engine = new Engine({
    catalog,
    upstreams: {
      adapter: (connection) => adapters[connection] as MemoryAdapter,
      send: () => () => Promise.reject(new Error('the memory adapter sends nothing')),
      identity: options.identity ?? (() => 'service'),
      sharesRows: () => options.identity === undefined,
    },
    domains: () => tree,
    now: options.now ?? Date.now,
    scanRows: options.scanRows ?? 10_000,
    cacheBytes: options.cacheBytes ?? 1_000_000,
  });
  const cases = new CaseActions(engine, { dataLookup: true, now: options.now ?? Date.now });
  const contextFor = (asks: Pick<GraphContext, 'viewer' | 'signal' | 'requestId'>): GraphContext => ({
    ...asks,
    engine,
    cases,
    reader: engine.reader(asks),
    limits: { page: 10_000, rows: 100_000, relationFilters: 5 },
    asked: { rows: 0 },
    slots: new Map(),
  });
  const presented = (result: ExecutionResult): ExecutionResult => ({
    ...result,
    ...(result.errors
      ? { errors: result.errors.map((error) => presentError(error.toJSON(), error)) as never }
      : {}),
  });
  return {
    adapters,
    engine,
    reference: async (query, variables = {}, viewer = AGENT) => {
      const asks = { viewer, signal: new AbortController().signal, requestId: 'test' };
      const contextValue = contextFor(asks);
      return presented(
        await execute({ schema, document: parse(query), variableValues: variables, contextValue }),
      );
    },
    run: async (query, variables = {}, viewer = AGENT, signal = new AbortController().signal) => {
      const asks = { viewer, signal, requestId: 'test' };
      const document = parse(query);
      const context = contextFor(asks);
      const invalid = validate(schema, document);
      const result =
        invalid.length > 0
          ? { errors: invalid }
          : noteFreshness(
              await executeOperation({ schema, document, operationName: null, variables, context }),
              context,
            );
      return presented(result);
    },
  };
}
