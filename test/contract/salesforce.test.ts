import { createSalesforceAdapter } from '../../adapters/salesforce/index.ts';
import { makeId } from '../../sandbox/salesforce/ids.ts';
import { createSalesforce } from '../../sandbox/salesforce/index.ts';
import { createWorld, DEFAULT_NOW } from '../../sandbox/world/create.ts';
import { SALESFORCE_CLIENT } from '../../sandbox/world/credentials.ts';
import type { BoundTable, Call } from '../../src/contract/index.ts';
import { bearer, callsTo } from './direct-send.ts';
import { salesforceRows } from './salesforce-rows.ts';
import { contractSuite, type Target } from './suite.ts';
import { boundTable } from './tables.ts';

const world = createWorld({ cases: 135 });
const now = (): number => DEFAULT_NOW;
const { clientId, clientSecret, username } = SALESFORCE_CLIENT;

async function openOrg(): Promise<(signal?: AbortSignal) => Call> {
  const options = { now, publicKeyPem: '', consumerKey: clientId, consumerSecret: clientSecret, username };
  const service = createSalesforce(world, options);
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  return callsTo(service, await bearer(service, '/services/oauth2/token', form), now);
}

async function target(table: BoundTable): Promise<Target> {
  const call = await openOrg();
  return { adapter: createSalesforceAdapter(), table, call: (signal) => inSmallPages(call(signal)) };
}

/** 16,384 bytes of address and headers, of which the adapter keeps 2,560 for headers; 2,000 ids in a body. */
const batches = {
  call: await openOrg(),
  targetBytes: 16_384 - 2_560 - 'GET  HTTP/1.1\r\n'.length,
  keysInBody: 2_000,
};

/** An org that gives its smallest pages, 200 rows, so that lists have several. */
function inSmallPages(call: Call): Call {
  const small = { 'sforce-query-options': 'batchSize=200' };
  return { ...call, send: (request) => call.send({ ...request, headers: { ...request.headers, ...small } }) };
}

const account = boundTable('SalesforceAccount', 'Account', {
  id: ['id', 'Id'],
  name: ['string', 'Name'],
  industry: ['choice', 'Industry'],
  city: ['string', 'BillingCity'],
  employees: ['integer', 'NumberOfEmployees'],
  revenue: ['decimal', 'AnnualRevenue'],
  createdAt: ['datetime', 'CreatedDate'],
});

const opportunity = boundTable(
  'Opportunity',
  'Opportunity',
  {
    id: ['id', 'Id'],
    name: ['string', 'Name'],
    stage: ['choice', 'StageName'],
    amount: ['decimal', 'Amount'],
    probability: ['decimal', 'Probability'],
    closeDate: ['date', 'CloseDate'],
    isClosed: ['boolean', 'IsClosed'],
    nextStep: ['string', 'NextStep'],
    description: ['text', 'Description'],
    fiscalYear: ['integer', 'FiscalYear'],
    updatedAt: ['datetime', 'LastModifiedDate'],
    accountId: ['reference', 'AccountId', () => account],
  },
  ['name', 'stage', 'amount', 'closeDate', 'nextStep', 'description'],
);

contractSuite({
  name: 'salesforce, opportunities',
  ...(await target(opportunity)),
  rows: salesforceRows(world, opportunity),
  joined: { account: salesforceRows(world, account) },
  lookups: [{ column: 'accountId', via: 'Account.Opportunities' }, { column: 'name' }],
  unknownKey: (number) => makeId('001', 900_000 + number),
  runs: 40,
  batches,
  writable: {
    open: () => target(opportunity),
    newKey: () => null,
    create: { name: "O'Brien \\ 50 %", stage: 'Prospecting', amount: '12345.67', closeDate: '2026-12-24' },
    update: { amount: null, nextStep: 'Call "them"' },
  },
});

contractSuite({
  name: 'salesforce, accounts',
  ...(await target(account)),
  rows: salesforceRows(world, account),
  unknownKey: (number) => makeId('001', 900_000 + number),
  runs: 40,
  batches,
});
