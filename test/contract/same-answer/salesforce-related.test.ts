import { createSalesforceAdapter } from '../../../adapters/salesforce/index.ts';
import { makeId } from '../../../sandbox/salesforce/ids.ts';
import { createSalesforce } from '../../../sandbox/salesforce/index.ts';
import { createWorld, DEFAULT_NOW } from '../../../sandbox/world/create.ts';
import { SALESFORCE_CLIENT } from '../../../sandbox/world/credentials.ts';
import type { Choice, ColumnType, Row, Value } from '../../../src/contract/index.ts';
import { bearer, callsTo } from '../direct-send.ts';
import { boundTable } from '../tables.ts';
import { randomRows } from './inputs.ts';
import { SEED } from './property.ts';
import { sameThroughRelations } from './related.ts';

const TABLES = `
type Opportunity @table(label: "Opportunity", plural: "opportunities") @source(connection: "up", object: "Opportunity") @access(read: ["agent"]) {
  id: ID! @key(column: "Id")
  name: String @column(name: "Name")
  stage: Choice @column(name: "StageName")
  amount: Decimal @column(name: "Amount")
  closeDate: Date @column(name: "CloseDate")
  isClosed: Boolean @column(name: "IsClosed")
  account: Account @reference(column: "AccountId")
}
type Account @table(label: "Account", plural: "accounts") @source(connection: "up", object: "Account") @access(read: ["agent"]) {
  id: ID! @key(column: "Id")
  name: String @column(name: "Name")
  industry: Choice @column(name: "Industry")
  employees: Int @column(name: "NumberOfEmployees")
  revenue: Decimal @column(name: "AnnualRevenue")
  city: String @column(name: "BillingCity")
  description: String @column(name: "Description", type: TEXT)
}`;

const world = createWorld({ cases: 60 });
const now = (): number => DEFAULT_NOW;

const account = boundTable('Account', 'Account', {
  id: ['id', 'Id'],
  name: ['string', 'Name'],
  industry: ['choice', 'Industry'],
  employees: ['integer', 'NumberOfEmployees'],
  revenue: ['decimal', 'AnnualRevenue'],
  city: ['string', 'BillingCity'],
  description: ['text', 'Description'],
});
const table = boundTable('Opportunity', 'Opportunity', {
  id: ['id', 'Id'],
  name: ['string', 'Name'],
  stage: ['choice', 'StageName'],
  amount: ['decimal', 'Amount'],
  closeDate: ['date', 'CloseDate'],
  isClosed: ['boolean', 'IsClosed'],
  accountId: ['reference', 'AccountId'],
});

world.salesforce.get('Opportunity')!.splice(60);
const ids = world.salesforce
  .get('Account')!
  .slice(0, 8)
  .map(({ Id }) => Id);
const relatedDomains = {
  id: [makeId('001', 999_999), ...ids],
  industry: ['Energy', 'energy', 'Banking', 'Other'],
};
const domains = {
  id: [makeId('006', 999_999)],
  stage: ['Prospecting', 'Closed Won', 'Negotiation/Review'],
  accountId: ids,
};

/** Puts random values into the records that the org holds. */
function filled(of: typeof table, values: typeof domains | typeof relatedDomains): Row[] {
  const records = world.salesforce.get(of.object)!;
  const keys = records.map(({ Id }) => ({ id: Id }));
  const rows = randomRows(of.columns.values(), keys, values, ['isClosed'], SEED);
  records.forEach((record, index) => {
    for (const column of of.columns.values())
      record[column.upstream] = stored(column.type, rows[index]?.values[column.name] ?? null);
    record['IsDeleted'] = false;
  });
  return rows;
}

function stored(type: ColumnType, value: Value): string | number | boolean | null {
  if (value === null) return null;
  if (type === 'decimal') return Number(value);
  return typeof value === 'object' ? (value as Choice).value : value;
}

const related = filled(account, relatedDomains);
const rows = filled(table, domains);
const { clientId, clientSecret, username } = SALESFORCE_CLIENT;
const service = createSalesforce(world, {
  now,
  publicKeyPem: '',
  consumerKey: clientId,
  consumerSecret: clientSecret,
  username,
});
const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
sameThroughRelations({
  name: 'salesforce',
  adapter: createSalesforceAdapter(),
  call: callsTo(service, await bearer(service, '/services/oauth2/token', form), now),
  tables: TABLES,
  from: 'Opportunity',
  relation: 'account',
  to: 'Account',
  reference: 'accountId',
  rows,
  related,
  domains,
  relatedDomains,
});
