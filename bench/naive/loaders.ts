import DataLoader from 'dataloader';
import type { OpportunityRow, TableRow, Upstream } from './upstream.ts';

const FIELDS = {
  customer_account: 'sys_id,name,u_salesforce_account_id',
  customer_contact: 'sys_id,name,email',
  incident: 'sys_id,number,state',
  problem: 'sys_id,number,state',
  change_request: 'sys_id,number,state',
} as const;

export type Table = keyof typeof FIELDS;

/** Opportunities are asked for per account and with whether closed ones count. */
export interface OpportunityKey {
  readonly account: string;
  readonly closed: boolean | undefined;
}

export interface Loaders {
  readonly table: Readonly<Record<Table, DataLoader<string, TableRow | null>>>;
  readonly opportunities: DataLoader<OpportunityKey, OpportunityRow[], string>;
}

/** One loader per table, made anew for each request, as dataloader's own advice has it. */
export function createLoaders(upstream: Upstream): Loaders {
  const table = Object.fromEntries(
    (Object.keys(FIELDS) as Table[]).map((name) => [
      name,
      new DataLoader((ids: readonly string[]) => byIds(upstream, name, ids)),
    ]),
  ) as Loaders['table'];
  const opportunities = new DataLoader((keys: readonly OpportunityKey[]) => byAccounts(upstream, keys), {
    cacheKeyFn: (key: OpportunityKey) => `${key.account} ${key.closed}`,
  });
  return { table, opportunities };
}

async function byIds(upstream: Upstream, table: Table, ids: readonly string[]): Promise<(TableRow | null)[]> {
  const rows = await upstream.table(table, {
    sysparm_query: `sys_idIN${ids.join(',')}`,
    sysparm_fields: FIELDS[table],
    sysparm_limit: String(ids.length),
  });
  const found = new Map(rows.map((row) => [row['sys_id']?.value, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** All opportunities of all accounts in one query; there is no limit per account without a child subquery, so the resolver cuts. */
async function byAccounts(upstream: Upstream, keys: readonly OpportunityKey[]): Promise<OpportunityRow[][]> {
  const accounts = [...new Set(keys.map((key) => `'${key.account}'`))].join(',');
  const closed = keys[0]?.closed;
  const condition = closed === undefined ? '' : ` AND IsClosed = ${closed}`;
  const rows = await upstream.soql(
    `SELECT Id, AccountId, Name, StageName, Amount, CloseDate FROM Opportunity WHERE AccountId IN (${accounts})${condition} ORDER BY CloseDate`,
  );
  return keys.map((key) => rows.filter((row) => row.AccountId === key.account));
}
