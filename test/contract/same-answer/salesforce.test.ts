import { createSalesforceAdapter } from '../../../adapters/salesforce/index.ts';
import { makeId } from '../../../sandbox/salesforce/ids.ts';
import { createSalesforce } from '../../../sandbox/salesforce/index.ts';
import { createWorld, DEFAULT_NOW } from '../../../sandbox/world/create.ts';
import { SALESFORCE_CLIENT } from '../../../sandbox/world/credentials.ts';
import type { Choice, Column, Value } from '../../../src/contract/index.ts';
import { bearer, callsTo } from '../direct-send.ts';
import { boundTable } from '../tables.ts';
import { randomRows } from './inputs.ts';
import { sameAnswer, SEED } from './property.ts';

const world = createWorld({ cases: 60 });
const now = (): number => DEFAULT_NOW;

const table = boundTable('Opportunity', 'Opportunity', {
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
  accountId: ['reference', 'AccountId'],
});
const records = world.salesforce.get('Opportunity')!;
records.splice(60);
const accounts = (world.salesforce.get('Account') ?? []).slice(0, 4).map(({ Id }) => Id);
const domains = {
  id: [makeId('006', 999_999)],
  stage: ['Prospecting', 'Closed Won', 'closed won', 'Negotiation/Review'],
  accountId: accounts,
};
const keys = records.map(({ Id }) => ({ id: Id }));
// A checkbox always holds something.
const rows = randomRows(table.columns.values(), keys, domains, ['isClosed'], SEED);
records.forEach((record, index) => {
  for (const column of table.columns.values())
    record[column.upstream] = stored(column, rows[index]?.values[column.name] ?? null);
  record['IsDeleted'] = false;
});

/** Facts 2.1 and 4: numbers and booleans are JSON's own, times have milliseconds and an offset. */
function stored(column: Column, value: Value): string | number | boolean | null {
  if (value === null) return null;
  if (column.type === 'decimal') return Number(value);
  if (column.type === 'datetime') return (value as string).replace('Z', '.000+0000');
  return typeof value === 'object' && 'value' in value
    ? (value as Choice).value
    : (value as string | number | boolean);
}

const { clientId, clientSecret, username } = SALESFORCE_CLIENT;
const service = createSalesforce(world, {
  now,
  publicKeyPem: '',
  consumerKey: clientId,
  consumerSecret: clientSecret,
  username,
});
const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
sameAnswer({
  name: 'salesforce',
  adapter: createSalesforceAdapter(),
  table,
  call: callsTo(service, await bearer(service, '/services/oauth2/token', form), now),
  rows,
  domains,
  pushed: 600,
});
