/** A small hand-written org for the tests beside it: every expected answer can be read off this page. */
import type { SfRecord, World } from '../world/world.ts';
import { makeId } from './ids.ts';
import { NO_ALL_QUIET } from '../world/allquiet-records.ts';
import { NO_INCIDENT_IO } from '../world/incidentio-records.ts';

/** Wednesday. */
export const NOW = Date.UTC(2026, 3, 15, 10, 30);

export const ID = {
  acme: makeId('001', 1),
  bolt: makeId('001', 2),
  crux: makeId('001', 3),
  ann: makeId('005', 1),
  bob: makeId('005', 2),
  eve: makeId('005', 3),
  campaign: makeId('701', 1),
  o1: makeId('006', 1),
  o2: makeId('006', 2),
  o3: makeId('006', 3),
  o4: makeId('006', 4),
  o5: makeId('006', 5),
  gone: makeId('006', 9),
  c1: makeId('003', 1),
  c2: makeId('003', 2),
  t1: makeId('00T', 1),
  t2: makeId('00T', 2),
} as const;

const created = {
  CreatedDate: '2026-04-01T08:00:00.000+0000',
  LastModifiedDate: '2026-04-14T23:30:00.000+0000',
};

const user = (Id: string, FirstName: string, LastName: string, more: Partial<SfRecord> = {}): SfRecord => ({
  Id,
  Username: `${FirstName.toLowerCase()}@acme.test`,
  FirstName,
  LastName,
  Email: `${FirstName.toLowerCase()}@mail.test`,
  IsActive: true,
  ...created,
  ...more,
});

const opportunity = (
  Id: string,
  Name: string,
  more: Record<string, string | number | boolean | null>,
): SfRecord => ({
  Id,
  Name,
  AccountId: ID.acme,
  OwnerId: ID.ann,
  StageName: 'Prospecting',
  Amount: null,
  Probability: 10,
  CloseDate: '2026-05-01',
  Competitors__c: null,
  ...created,
  ...more,
});

const users = (): SfRecord[] => [
  user(ID.ann, 'Ann', 'Able'),
  user(ID.bob, 'Bob', 'Baker', { ManagerId: ID.ann }),
  user(ID.eve, 'Eve', 'Ender', { IsActive: false }),
];

const accounts = (): SfRecord[] => [
  {
    Id: ID.acme,
    Name: 'Acme',
    Industry: 'Energy',
    Rating: 'Hot',
    OwnerId: ID.ann,
    BillingCity: 'Oslo',
    ...created,
  },
  {
    Id: ID.bolt,
    Name: "Bolt's 100%",
    Industry: 'banking',
    Rating: 'Cold',
    OwnerId: ID.bob,
    ParentId: ID.acme,
    ...created,
  },
  {
    Id: ID.crux,
    Name: 'crux_1',
    Industry: null,
    Rating: 'Warm',
    OwnerId: ID.bob,
    ParentId: ID.bolt,
    ...created,
  },
];

const contacts = (): SfRecord[] => [
  { Id: ID.c1, FirstName: 'Cleo', LastName: 'Cole', AccountId: ID.acme, OwnerId: ID.ann, ...created },
  { Id: ID.c2, FirstName: null, LastName: 'Dunn', AccountId: null, OwnerId: ID.ann, ...created },
];

const opportunities = (): SfRecord[] => [
  opportunity(ID.o1, 'One', { Amount: 100.1, Competitors__c: 'A;B', CampaignId: ID.campaign }),
  opportunity(ID.o2, 'Two', {
    Amount: 200.2,
    StageName: 'Closed Won',
    Probability: 100,
    CloseDate: '2026-04-15',
    Competitors__c: 'C',
  }),
  opportunity(ID.o3, 'three', {
    Amount: null,
    StageName: 'Closed Lost',
    Probability: 0,
    CloseDate: '2026-04-08',
    OwnerId: ID.bob,
  }),
  opportunity(ID.o4, 'Four', {
    AccountId: ID.bolt,
    Amount: 50,
    StageName: 'Value Proposition',
    Probability: 50,
    CloseDate: '2025-12-31',
    Competitors__c: 'A',
  }),
  opportunity(ID.o5, 'Five', {
    AccountId: null,
    Amount: 0,
    StageName: 'Qualification',
    CloseDate: '2026-04-14',
  }),
  opportunity(ID.gone, 'Gone', { IsDeleted: true }),
];

const tasks = (): SfRecord[] => [
  {
    Id: ID.t1,
    Subject: 'Call',
    WhatId: ID.acme,
    WhoId: ID.c1,
    OwnerId: ID.ann,
    Status: 'Open',
    Priority: 'Low',
  },
  {
    Id: ID.t2,
    Subject: 'Mail',
    WhatId: ID.o2,
    WhoId: null,
    OwnerId: ID.bob,
    Status: 'Open',
    Priority: 'Low',
  },
];

export function testWorld(): World {
  const salesforce = new Map<string, SfRecord[]>([
    ['Organization', [{ Id: makeId('00D', 1), Name: 'Test Org', IsSandbox: true }]],
    ['User', users()],
    ['Campaign', [{ Id: ID.campaign, Name: 'Spring', OwnerId: ID.bob }]],
    ['Account', accounts()],
    ['Contact', contacts()],
    ['Opportunity', opportunities()],
    ['Task', tasks()],
  ]);
  return {
    seed: 'test',
    servicenow: new Map(),
    logins: [],
    salesforce,
    erp: new Map(),
    shipments: [],
    incidentio: NO_INCIDENT_IO,
    allquiet: NO_ALL_QUIET,
    personas: [],
  };
}
