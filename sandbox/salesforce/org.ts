import { randomBytes } from 'node:crypto';
import type { SfRecord, World } from '../world/world.ts';
import { Store } from './data/store.ts';
import { createDictionary } from './dictionary/dictionary.ts';
import { makeId } from './ids.ts';
import { Sessions } from './oauth/sessions.ts';
import type { SalesforceOptions } from './options.ts';
import { ApiUsage } from './rest/api-usage.ts';
import { Cursors } from './rest/cursors.ts';
import { datetimeText } from './soql/dates.ts';

/** The org: its data, and what lives as long as the server does. */
export interface Org {
  readonly options: SalesforceOptions;
  readonly store: Store;
  /** 18 characters. */
  readonly id: string;
  readonly sessions: Sessions;
  readonly cursors: Cursors;
  readonly usage: ApiUsage;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

const DAY = 86_400_000;

export function createOrg(world: World, options: SalesforceOptions): Org {
  const store = new Store(world, createDictionary(world));
  const { now } = options;
  const random = options.random ?? randomBytes;
  addUser(store, options);
  return {
    options,
    store,
    id: organization(store, now()).Id,
    sessions: new Sessions(now, random, options.sessionTimeout ?? DAY / 12),
    cursors: new Cursors(now, random),
    usage: new ApiUsage(now, options.dailyLimit ?? 5_000_000),
    now,
    random,
  };
}

/** Clients ask who the org is before anything else: there must be exactly one. */
function organization(store: Store, now: number): SfRecord {
  const existing = store.table('Organization').live[0];
  if (existing !== undefined) return existing;
  const record: SfRecord = {
    Id: makeId('00D', 1),
    Name: 'Casegraph Sandbox',
    InstanceName: 'SBX1',
    IsSandbox: false,
    OrganizationType: 'Developer Edition',
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: 'GMT',
    FiscalYearStartMonth: 1,
    CreatedDate: datetimeText(now),
    LastModifiedDate: datetimeText(now),
  };
  store.put('Organization', record);
  return record;
}

/** The integration user exists even when the data has no such person. */
function addUser(store: Store, { username, now }: SalesforceOptions): void {
  if (findUser(store, username) !== undefined) return;
  store.put('User', {
    Id: makeId('005', 999_999),
    Username: username,
    LastName: 'Integration',
    FirstName: 'Casegraph',
    Name: 'Casegraph Integration',
    Email: username,
    Alias: 'casegr',
    IsActive: true,
    UserType: 'Standard',
    LanguageLocaleKey: 'en_US',
    LocaleSidKey: 'en_US',
    TimeZoneSidKey: 'GMT',
    CreatedDate: datetimeText(now()),
    LastModifiedDate: datetimeText(now()),
  });
}

export function findUser(store: Store, username: string): SfRecord | undefined {
  const wanted = username.toLowerCase();
  return store.table('User').live.find((user) => String(user['Username'] ?? '').toLowerCase() === wanted);
}
