import type { BoundTable, Column, ColumnType, Join } from '../../../src/contract/index.ts';

/** Tables as a declaration would bind them. */

interface Spec {
  readonly type: ColumnType;
  readonly upstream: string;
  readonly references?: { table: string; column: string };
  readonly writable?: boolean;
}

export function tableOf(
  name: string,
  columns: Readonly<Record<string, Spec>>,
  more: Partial<Omit<BoundTable, 'name' | 'columns'>> = {},
): BoundTable {
  return {
    name,
    connection: 'salesforce',
    object: name,
    key: 'id',
    columns: new Map(
      Object.entries(columns).map(([column, spec]): [string, Column] => [column, { name: column, ...spec }]),
    ),
    joins: new Map(),
    options: {},
    ...more,
  };
}

export const users = tableOf('User', {
  id: { type: 'id', upstream: 'Id' },
  name: { type: 'string', upstream: 'Name' },
});

const toUser: Join = { column: 'ownerId', table: () => users };

export const accounts = tableOf(
  'Account',
  {
    id: { type: 'id', upstream: 'Id' },
    name: { type: 'string', upstream: 'Name' },
    ownerId: { type: 'reference', upstream: 'OwnerId', references: { table: 'User', column: 'id' } },
    type: { type: 'choice', upstream: 'Type' },
    employees: { type: 'integer', upstream: 'NumberOfEmployees' },
    billing: { type: 'json', upstream: 'BillingAddress' },
    latitude: { type: 'decimal', upstream: 'BillingLatitude' },
    description: { type: 'text', upstream: 'Description' },
    deleted: { type: 'boolean', upstream: 'IsDeleted' },
    website: { type: 'url', upstream: 'Website' },
    modified: { type: 'datetime', upstream: 'LastModifiedDate' },
    since: { type: 'date', upstream: 'playgroundorg__Custom_Date_Field__c' },
  },
  { joins: new Map([['owner', toUser]]) },
);

export const opportunities = tableOf(
  'Opportunity',
  {
    id: { type: 'id', upstream: 'Id' },
    name: { type: 'string', upstream: 'Name', writable: true },
    stage: { type: 'choice', upstream: 'StageName', writable: true },
    amount: { type: 'decimal', upstream: 'Amount', writable: true },
    year: { type: 'integer', upstream: 'FiscalYear' },
    closeDate: { type: 'date', upstream: 'CloseDate', writable: true },
    created: { type: 'datetime', upstream: 'CreatedDate' },
    closed: { type: 'boolean', upstream: 'IsClosed' },
    description: { type: 'text', upstream: 'Description', writable: true },
    regions: { type: 'list', upstream: 'Regions__c', writable: true },
    link: { type: 'url', upstream: 'Link__c' },
    callAt: { type: 'time', upstream: 'Call_At__c', writable: true },
    accountId: {
      type: 'reference',
      upstream: 'AccountId',
      references: { table: 'Account', column: 'id' },
      writable: true,
    },
    accountName: { type: 'string', upstream: 'Account.Name' },
    accountActive: { type: 'boolean', upstream: 'Account.Active__c' },
    partnerId: { type: 'reference', upstream: 'Partner__c', references: { table: 'Account', column: 'id' } },
  },
  {
    joins: new Map<string, Join>([
      ['account', { column: 'accountId', table: () => accounts }],
      ['partner', { column: 'partnerId', table: () => accounts }],
    ]),
  },
);

/** The custom object of restforce's recorded answers, whose fields carry no suffix there. */
export const whizbangs = tableOf(
  'Whizbang',
  {
    id: { type: 'id', upstream: 'Id' },
    ticked: { type: 'boolean', upstream: 'Checkbox_Label' },
    text: { type: 'string', upstream: 'Text_Label' },
    day: { type: 'date', upstream: 'Date_Label' },
    at: { type: 'datetime', upstream: 'DateTime_Label' },
    otherAt: { type: 'datetime', upstream: 'OtherDateTime_Label' },
    price: { type: 'decimal', upstream: 'Currency_Label' },
    number: { type: 'integer', upstream: 'Number_Label' },
    share: { type: 'decimal', upstream: 'Percent_Label' },
    pick: { type: 'choice', upstream: 'Picklist_Label' },
    picks: { type: 'list', upstream: 'Picklist_Multiselect_Label' },
    area: { type: 'text', upstream: 'TextArea_Label' },
    link: { type: 'url', upstream: 'URL_Label' },
    missing: { type: 'string', upstream: 'Not_There__c' },
    parentId: {
      type: 'reference',
      upstream: 'ParentWhizbang__c',
      references: { table: 'Whizbang', column: 'id' },
    },
  },
  { joins: new Map([['parent', { column: 'parentId', table: (): BoundTable => whizbangs }]]) },
);
