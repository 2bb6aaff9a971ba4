import { createServiceNowAdapter } from '../../../adapters/servicenow/index.ts';
import { createServiceNow } from '../../../sandbox/servicenow/index.ts';
import { createWorld, DEFAULT_NOW } from '../../../sandbox/world/create.ts';
import { ADMIN_USER, demoPassword } from '../../../sandbox/world/credentials.ts';
import type { Choice, Row, Value } from '../../../src/contract/index.ts';
import { basic, callsTo } from '../direct-send.ts';
import { boundTable } from '../tables.ts';
import { randomRows } from './inputs.ts';
import { SEED } from './property.ts';
import { sameThroughRelations } from './related.ts';

const TABLES = `
type Case @table(label: "Case", plural: "cases") @source(connection: "up", object: "sn_customerservice_case") @access(read: ["agent"]) {
  id: ID! @key(column: "sys_id")
  shortDescription: String @column(name: "short_description")
  state: Choice @column(name: "state")
  openedAt: DateTime @column(name: "opened_at")
  changes: Int @column(name: "sys_mod_count")
  account: Account @reference(column: "account")
}
type Account @table(label: "Account", plural: "accounts") @source(connection: "up", object: "customer_account") @access(read: ["agent"]) {
  id: ID! @key(column: "sys_id")
  name: String @column(name: "name")
  city: String @column(name: "city")
  industry: String @column(name: "industry")
  partner: Boolean @column(name: "partner")
  changes: Int @column(name: "sys_mod_count")
  updatedAt: DateTime @column(name: "sys_updated_on")
}`;

const world = createWorld({ cases: 60 });
const now = (): number => DEFAULT_NOW;

const account = boundTable('Account', 'customer_account', {
  id: ['id', 'sys_id'],
  name: ['string', 'name'],
  city: ['string', 'city'],
  industry: ['string', 'industry'],
  partner: ['boolean', 'partner'],
  changes: ['integer', 'sys_mod_count'],
  updatedAt: ['datetime', 'sys_updated_on'],
});
const table = boundTable('Case', 'sn_customerservice_case', {
  id: ['id', 'sys_id'],
  shortDescription: ['string', 'short_description'],
  state: ['choice', 'state'],
  openedAt: ['datetime', 'opened_at'],
  changes: ['integer', 'sys_mod_count'],
  accountId: ['reference', 'account'],
});

const accounts = world.servicenow.get(account.object)!;
const ids = accounts.slice(0, 8).map(({ sys_id }) => sys_id);
const relatedDomains = { id: ['0'.repeat(32), ...ids] };
// References that lead to rows, to none, and are empty.
const domains = {
  id: ['0'.repeat(32)],
  state: ['1', '3', '10', '18'],
  accountId: [...ids, 'f'.repeat(32)],
};

/** Puts random values into the records that the instance holds. A checkbox, the count of changes and the time of the last always hold something. */
function filled(of: typeof table, values: typeof domains | typeof relatedDomains): Row[] {
  const records = world.servicenow.get(of.object)!;
  const keys = records.map(({ sys_id }) => ({ id: sys_id }));
  const required = ['changes', 'partner', 'updatedAt'];
  const rows = randomRows(of.columns.values(), keys, values, required, SEED);
  records.forEach((record, index) => {
    for (const column of of.columns.values())
      record[column.upstream] = stored(rows[index]?.values[column.name] ?? null);
  });
  return rows;
}

function stored(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return (value as Choice).value;
  return /^\d{4}-.*Z$/.test(String(value)) ? String(value).replace('T', ' ').replace('Z', '') : String(value);
}

const related = filled(account, relatedDomains);
const rows = filled(table, domains);
const service = createServiceNow(world, { now, jwtPublicKeyPem: '', clients: [] });
sameThroughRelations({
  name: 'servicenow',
  adapter: createServiceNowAdapter(),
  call: callsTo(service, basic(ADMIN_USER, demoPassword(ADMIN_USER)), now),
  tables: TABLES,
  from: 'Case',
  relation: 'account',
  to: 'Account',
  reference: 'accountId',
  rows,
  related,
  domains,
  relatedDomains,
});
