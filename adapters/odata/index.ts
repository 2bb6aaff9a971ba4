import type { Adapter } from '../../src/contract/index.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { describe, objects } from './describe/describe.ts';
import { readByKeys } from './keyed/read-by-keys.ts';
import { ping } from './ping.ts';
import type { ODataHandle } from './plan.ts';
import { plan } from './plan.ts';
import { count, read } from './read.ts';
import { pingedService, serviceOf } from './service.ts';
import type { ODataOptions } from './settings.ts';
import { settingsOf } from './settings.ts';
import { write } from './write.ts';

export type { ODataOptions } from './settings.ts';
export type { ODataHandle } from './plan.ts';

/** Entity sets of any OData 4 service, and of OData 2 by `version: 2`. Keeps nothing between calls. Throws RangeError for options that cannot be. */
export function createODataAdapter(options: ODataOptions = {}): Adapter<ODataHandle> {
  const settings = settingsOf(options);
  return {
    kind: 'odata',
    check: (table) => check(serviceOf(settings, table), table),
    capabilities: (table) => capabilities(serviceOf(settings, table), table),
    plan: (table, request) => plan(serviceOf(settings, table), table, request),
    read: (table, planned, call, resume) => read(serviceOf(settings, table), table, planned, call, resume),
    readByKeys: (table, request, keys, call) =>
      readByKeys(serviceOf(settings, table), table, request, keys, call),
    count: (table, planned, call) => count(serviceOf(settings, table), table, planned, call),
    write: (table, change, call) => write(serviceOf(settings, table), table, change, call),
    describe: (object, call) => describe(pingedService(settings), object, call),
    objects: (call) => objects(pingedService(settings), call),
    ping: (call) => ping(pingedService(settings), call),
  };
}
