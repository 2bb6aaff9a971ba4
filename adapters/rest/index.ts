import type { Adapter } from '../../src/contract/index.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { readByKeys } from './keyed/read-by-keys.ts';
import type { RestOptions } from './ping.ts';
import { ping } from './ping.ts';
import type { RestHandle } from './plan.ts';
import { plan } from './plan.ts';
import { count, read } from './read.ts';
import { settingsOf } from './settings.ts';

export { addressOf, describeOpenApi } from './openapi/describe.ts';
export type { RestHandle } from './plan.ts';
export type { RestOptions } from './ping.ts';

/**
 * Any REST service that speaks JSON, read as the declaration's `@source(options: …)` says. Reads only. Keeps nothing between calls. Throws
 * RangeError for options that cannot be.
 */
export function createRestAdapter(options: RestOptions = {}): Adapter<RestHandle> {
  const settings = settingsOf(options);
  return {
    kind: 'rest',
    check,
    capabilities,
    plan,
    read,
    readByKeys: (table, request, keys, call) => readByKeys(settings, table, request, keys, call),
    count,
    ping: (call) => ping(settings.probe, call),
  };
}
