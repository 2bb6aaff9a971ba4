import type { Adapter } from '../../src/contract/index.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { describe, objects } from './describe/describe.ts';
import { readByKeys } from './keyed/read-by-keys.ts';
import { packingOf } from './packing.ts';
import { ping } from './ping.ts';
import { readChoices } from './metadata/choices.ts';
import type { QueryHandle } from './plan.ts';
import { plan } from './plan.ts';
import { explainLogin, probe } from './probe.ts';
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
    packing: packingOf(settings),
    check,
    capabilities,
    plan,
    read: (table, planned, call, resume) => read(settings, table, planned, call, resume),
    readByKeys: (table, request, keys, call) => readByKeys(settings, table, request, keys, call),
    count: (table, planned, call) => count(settings, table, planned, call),
    write: (table, change, call) => write(settings, table, change, call),
    choices: (table, call) => readChoices(settings, table, call),
    describe: (object, call) => describe(settings, object, call),
    objects: (call) => objects(settings, call),
    probe: (table, call) => probe(settings, table, call),
    explainLogin,
    ping,
  };
}
