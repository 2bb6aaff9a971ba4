import type { Adapter } from '../../src/contract/index.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { readByKeys } from './keyed/read-by-keys.ts';
import { ping } from './ping.ts';
import type { QueryHandle } from './plan.ts';
import { plan } from './plan.ts';
import { count, read } from './read.ts';
import type { SalesforceOptions } from './settings.ts';
import { settingsOf } from './settings.ts';
import { write } from './write.ts';

export type { SalesforceOptions } from './settings.ts';
export type { QueryHandle } from './plan.ts';

/** Salesforce objects over the REST API, read by SOQL. Keeps nothing between calls. Throws RangeError for options that cannot be. */
export function createSalesforceAdapter(options: SalesforceOptions = {}): Adapter<QueryHandle> {
  const settings = settingsOf(options);
  return {
    kind: 'salesforce',
    check,
    capabilities,
    plan,
    read: (table, planned, call, resume) => read(settings, table, planned, call, resume),
    readByKeys: (table, request, keys, call) => readByKeys(settings, table, request, keys, call),
    count: (table, planned, call) => count(settings, table, planned, call),
    write: (table, change, call) => write(settings, table, change, call),
    ping,
  };
}
