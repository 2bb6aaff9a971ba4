import { createServiceNowAdapter } from '../../adapters/servicenow/index.ts';
import { createServiceNow } from '../../sandbox/servicenow/index.ts';
import { createWorld, DEFAULT_NOW } from '../../sandbox/world/create.ts';
import { ADMIN_USER, demoPassword } from '../../sandbox/world/credentials.ts';
import type { BoundTable, Call } from '../../src/contract/index.ts';
import { basic, callsTo } from './direct-send.ts';
import { serviceNowRows } from './servicenow-rows.ts';
import { contractSuite, type Target } from './suite.ts';
import { boundTable } from './tables.ts';

const world = createWorld({ cases: 60 });
const now = (): number => DEFAULT_NOW;

/** An instance that gives at most 17 rows per page, so that lists have several. Only where the reader follows pages: not where it counts on one. */
function inSmallPages(call: Call): Call {
  return {
    ...call,
    send: (request) => {
      const isOnePage = request.path.includes('sysparm_suppress_pagination_header=true');
      const path = request.path.replace(
        /sysparm_limit=(\d+)/,
        (_all, limit) => `sysparm_limit=${Math.min(Number(limit), 17)}`,
      );
      return call.send(isOnePage ? request : { ...request, path });
    },
  };
}

function openInstance(): (signal?: AbortSignal) => Call {
  const service = createServiceNow(world, { now, jwtPublicKeyPem: '', clients: [] });
  return callsTo(service, basic(ADMIN_USER, demoPassword(ADMIN_USER)), now);
}

/** Paths of 8,000 bytes stay within a request line of 8,182; 100 lists run within the 30 seconds of a batch. */
const batches = { call: openInstance(), targetBytes: 8_000, keysInBody: 100 };

function target(table: BoundTable): Target {
  const call = openInstance();
  return { adapter: createServiceNowAdapter(), table, call: (signal) => inSmallPages(call(signal)) };
}

const account = boundTable('Account', 'customer_account', {
  id: ['id', 'sys_id'],
  name: ['string', 'name'],
  website: ['url', 'website'],
});

const incident = boundTable('Incident', 'incident', {
  id: ['id', 'sys_id'],
  number: ['string', 'number'],
  state: ['choice', 'state'],
});

const cases = boundTable(
  'Case',
  'sn_customerservice_case',
  {
    id: ['id', 'sys_id'],
    number: ['string', 'number'],
    shortDescription: ['string', 'short_description'],
    description: ['text', 'description'],
    state: ['choice', 'state'],
    priority: ['choice', 'priority'],
    contactType: ['choice', 'contact_type'],
    active: ['boolean', 'active'],
    openedAt: ['datetime', 'opened_at'],
    closedAt: ['datetime', 'closed_at'],
    changes: ['integer', 'sys_mod_count'],
    accountId: ['reference', 'account', () => account],
    incidentId: ['reference', 'incident', () => incident],
  },
  ['shortDescription', 'description', 'priority', 'accountId'],
);

const item = boundTable('RequestedItem', 'sc_req_item', {
  id: ['id', 'sys_id'],
  number: ['string', 'number'],
  price: ['decimal', 'price'],
  quantity: ['integer', 'quantity'],
  state: ['choice', 'state'],
  requestId: ['reference', 'request'],
  openedAt: ['datetime', 'opened_at'],
});

const unknownKey = (number: number): string => number.toString(16).padStart(32, '0');

contractSuite({
  name: 'servicenow, cases',
  ...target(cases),
  rows: serviceNowRows(world, cases),
  joined: { account: serviceNowRows(world, account), incident: serviceNowRows(world, incident) },
  lookups: [{ column: 'number' }, { column: 'accountId', via: 'customer_account.sn_customerservice_case' }],
  unknownKey,
  runs: 40,
  batches,
  writable: {
    open: () => target(cases),
    newKey: () => 'c0ffee00c0ffee00c0ffee00c0ffee00',
    create: {
      shortDescription: 'A case\'s "story", 5 % ^ done',
      description: 'Line 1\nLine 2',
      priority: '2',
    },
    update: { shortDescription: 'Another story', description: null },
  },
});

contractSuite({
  name: 'servicenow, requested items',
  ...target(item),
  rows: serviceNowRows(world, item),
  lookups: [{ column: 'requestId', via: 'sc_request.sc_req_item' }],
  unknownKey,
  runs: 40,
  batches,
});
