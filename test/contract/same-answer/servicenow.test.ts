import { createServiceNowAdapter } from '../../../adapters/servicenow/index.ts';
import { createServiceNow } from '../../../sandbox/servicenow/index.ts';
import { createWorld, DEFAULT_NOW } from '../../../sandbox/world/create.ts';
import { ADMIN_USER, demoPassword } from '../../../sandbox/world/credentials.ts';
import type { Choice, Column, Value } from '../../../src/contract/index.ts';
import { basic, callsTo } from '../direct-send.ts';
import { boundTable } from '../tables.ts';
import { randomRows } from './inputs.ts';
import { sameAnswer, SEED } from './property.ts';

const world = createWorld({ cases: 60 });
const now = (): number => DEFAULT_NOW;

const table = boundTable('Case', 'sn_customerservice_case', {
  id: ['id', 'sys_id'],
  shortDescription: ['string', 'short_description'],
  description: ['text', 'description'],
  state: ['choice', 'state'],
  contactType: ['choice', 'contact_type'],
  active: ['boolean', 'active'],
  openedAt: ['datetime', 'opened_at'],
  changes: ['integer', 'sys_mod_count'],
  accountId: ['reference', 'account'],
});
const records = world.servicenow.get(table.object)!;
const accounts = (world.servicenow.get('customer_account') ?? []).slice(0, 4).map(({ sys_id }) => sys_id);
const domains = {
  id: ['0'.repeat(32)],
  state: ['1', '3', '10', '18'],
  contactType: ['web', 'phone', 'Chat'],
  accountId: accounts,
};
// A checkbox and the count of changes always hold something on an instance.
const required = ['active', 'changes'];
const keys = records.map(({ sys_id }) => ({ id: sys_id }));
const rows = randomRows(table.columns.values(), keys, domains, required, SEED);
records.forEach((record, index) => {
  for (const column of table.columns.values())
    record[column.upstream] = stored(column, rows[index]?.values[column.name] ?? null);
});

/** Facts 1.3: an instance stores text; no value is the empty one. */
function stored(column: Column, value: Value): string {
  if (value === null) return '';
  if (column.type === 'datetime') return (value as string).replace('T', ' ').replace('Z', '');
  return typeof value === 'object' ? (value as Choice).value : String(value);
}

const service = createServiceNow(world, { now, jwtPublicKeyPem: '', clients: [] });
sameAnswer({
  name: 'servicenow',
  adapter: createServiceNowAdapter(),
  table,
  call: callsTo(service, basic(ADMIN_USER, demoPassword(ADMIN_USER)), now),
  rows,
  domains,
  pushed: 500,
});
