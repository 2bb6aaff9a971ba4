import type { Adapter } from '../../src/contract/index.ts';
import { capabilitiesOf } from './capabilities.ts';
import { checkTable } from './check.ts';
import { countRows } from './count.ts';
import { readKeys } from './keyed/read-by-keys.ts';
import { whoAmI } from './ping.ts';
import { planRead } from './plan.ts';
import type { Handle } from './plan.ts';
import { readPage } from './read/read.ts';
import { writeRow } from './write/write.ts';

export type { Handle as ServiceNowHandle } from './plan.ts';

/** ServiceNow through its Table, Aggregate and Batch APIs. Holds no state; README.md says what the account behind it needs. */
export function createServiceNowAdapter(): Adapter<Handle> {
  return {
    kind: 'servicenow',
    check: checkTable,
    capabilities: capabilitiesOf,
    plan: planRead,
    read: readPage,
    readByKeys: readKeys,
    count: countRows,
    write: writeRow,
    ping: whoAmI,
  };
}
