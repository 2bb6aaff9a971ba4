import type { BoundTable, Column, ColumnType, Join } from '../../../src/contract/index.ts';

type Columns = Readonly<Record<string, readonly [ColumnType, string]>>;

function table(
  name: string,
  object: string,
  columns: Columns,
  joins: Readonly<Record<string, Join>> = {},
): BoundTable {
  const all = Object.entries(columns).map(([key, [type, upstream]]): [string, Column] => [
    key,
    { name: key, type, upstream, writable: true },
  ]);
  return {
    name,
    connection: 'servicenow',
    object,
    key: 'id',
    columns: new Map(all),
    joins: new Map(Object.entries(joins)),
    options: {},
  };
}

export const ACCOUNT = table('Account', 'customer_account', {
  id: ['id', 'sys_id'],
  sysId: ['id', 'sys_id'],
  name: ['string', 'name'],
  salesforceAccountId: ['id', 'u_salesforce_account_id'],
});

export const CONTACT: BoundTable = table(
  'Contact',
  'customer_contact',
  { id: ['id', 'sys_id'], email: ['string', 'email'], accountId: ['reference', 'account'] },
  { account: { column: 'accountId', table: () => ACCOUNT } },
);

/** A case with a column of each type. */
export const CASE: BoundTable = table(
  'Case',
  'sn_customerservice_case',
  {
    id: ['id', 'sys_id'],
    number: ['string', 'number'],
    description: ['text', 'description'],
    state: ['choice', 'state'],
    category: ['choice', 'category'],
    active: ['boolean', 'active'],
    reopened: ['integer', 'reopen_count'],
    cost: ['decimal', 'u_cost'],
    openedAt: ['datetime', 'opened_at'],
    due: ['date', 'due_date'],
    at: ['time', 'u_at'],
    worked: ['duration', 'business_duration'],
    watchers: ['list', 'watch_list'],
    data: ['json', 'u_data'],
    link: ['url', 'u_link'],
    domain: ['reference', 'sys_domain'],
    accountId: ['reference', 'account'],
    contactId: ['reference', 'contact'],
  },
  {
    account: { column: 'accountId', table: () => ACCOUNT },
    contact: { column: 'contactId', table: () => CONTACT },
  },
);

/** The columns of the documentation's samples of problem and incident. */
export const TASK: BoundTable = table('Problem', 'problem', {
  id: ['id', 'sys_id'],
  number: ['string', 'number'],
  state: ['choice', 'state'],
  priority: ['choice', 'priority'],
  active: ['boolean', 'active'],
  openedAt: ['datetime', 'opened_at'],
  dueAt: ['datetime', 'due_date'],
  calendarDuration: ['duration', 'calendar_duration'],
  ciId: ['reference', 'cmdb_ci'],
  openedById: ['reference', 'opened_by'],
  domain: ['reference', 'sys_domain'],
  companyId: ['reference', 'company'],
  changes: ['integer', 'sys_mod_count'],
  watchers: ['list', 'watch_list'],
});

/** A sys_id with the given number in it. */
export function sysId(number: number): string {
  return number.toString(16).padStart(32, '0');
}
