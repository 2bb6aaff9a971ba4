import type { Adapter } from '../../src/contract/index.ts';
import { capabilitiesOf } from './capabilities.ts';
import { checkTable } from './check.ts';
import { countRows } from './count.ts';
import { readChoices } from './metadata/choices.ts';
import { readLayout } from './metadata/layout.ts';
import { describe, objects } from './describe/describe.ts';
import { nameConnection, nameConnectionOfKeys } from './name-connection.ts';
import { readKeys } from './keyed/read-by-keys.ts';
import { PACKING } from './packing.ts';
import { whoAmI } from './ping.ts';
import { planRead } from './plan.ts';
import type { Handle } from './plan.ts';
import { explainLogin, probeTable } from './probe.ts';
import { readPage } from './read/read.ts';
import { writeRow } from './write/write.ts';

export type { Handle as ServiceNowHandle } from './plan.ts';

/** ServiceNow through its Table, Aggregate and Batch APIs. Holds no state; README.md says what the account behind it needs. */
export function createServiceNowAdapter(): Adapter<Handle> {
  return {
    kind: 'servicenow',
    packing: PACKING,
    check: checkTable,
    capabilities: capabilitiesOf,
    plan: planRead,
    read: (table, ...rest) => nameConnection(table.connection, readPage(table, ...rest)),
    readByKeys: (table, ...rest) => nameConnectionOfKeys(table.connection, readKeys(table, ...rest)),
    count: (table, ...rest) => nameConnection(table.connection, countRows(table, ...rest)),
    write: (table, ...rest) => nameConnection(table.connection, writeRow(table, ...rest)),
    choices: (table, call) => nameConnection(table.connection, readChoices(table, call)),
    layout: (table, call) => nameConnection(table.connection, readLayout(table, call)),
    describe,
    objects,
    probe: (table, call) => nameConnection(table.connection, probeTable(table, call)),
    explainLogin,
    ping: whoAmI,
  };
}
