import type { Adapter } from '../../src/contract/index.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { describe, objects } from './describe/describe.ts';
import { readByKeys } from './keyed/read-by-keys.ts';
import { ping } from './ping.ts';
import type { GraphQLHandle } from './plan.ts';
import { plan } from './plan.ts';
import { count, read } from './read.ts';
import type { GraphQLOptions } from './settings.ts';
import { settingsOf } from './settings.ts';

export type { GraphQLHandle } from './plan.ts';
export type { GraphQLOptions } from './settings.ts';

/** Another GraphQL service as a source of tables, by declaration only. Reads. Throws RangeError for options that cannot be. */
export function createGraphQLAdapter(options: GraphQLOptions = {}): Adapter<GraphQLHandle> {
  const settings = settingsOf(options);
  return {
    kind: 'graphql',
    check,
    capabilities,
    plan,
    read: (table, planned, call, resume) => read(settings, table, planned, call, resume),
    readByKeys: (table, request, keys, call) => readByKeys(settings, table, request, keys, call),
    count: (table, planned, call) => count(settings, table, planned, call),
    describe: (object, call) => describe(settings, object, call),
    objects: (call) => objects(settings, call),
    ping: (call) => ping(settings, call),
  };
}
