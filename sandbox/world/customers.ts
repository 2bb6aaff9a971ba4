import type { Domain, DomainName, Domains } from './domains.ts';
import type { Draft } from './draft.ts';
import type { Foundation } from './foundation.ts';
import type { PersonName } from './names.ts';
import type { Grant } from './roles.ts';
import type { SnRecord } from './world.ts';
import { CONTACT_ROLES } from './cast.ts';
import { within } from './domains.ts';
import { numbered, stamp } from './draft.ts';
import { DAY } from './moment.ts';
import { createCompanyNames } from './names.ts';
import { CITIES, INDUSTRIES, STREETS } from './vocabulary/companies.ts';
import { TITLES } from './vocabulary/people.ts';

/** Whether the account is known in Salesforce, and if so, whether that one still exists there. */
export type SalesforceLink = 'there' | 'none' | 'deleted' | 'gone';

export interface Contact {
  readonly id: string;
  readonly name: PersonName;
  readonly email: string;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly industry: string;
  readonly place: { readonly city: string; readonly country: string; readonly zip: string };
  readonly domain: Domain;
  readonly link: SalesforceLink;
  /** Empty when the account is not known in Salesforce. */
  readonly salesforceId: string;
  readonly contacts: readonly Contact[];
}

export type Accounts = Readonly<Record<CustomerDomain, readonly Account[]>>;
export type CustomerDomain = Exclude<DomainName, 'TOP' | 'TOP/DEFAULT'>;

/** Of any twenty accounts in a row: 9 in ACME, 7 in ACME EMEA, 4 in Globex. */
function domainOf(index: number): CustomerDomain {
  const slot = (index * 7) % 20;
  if (slot < 9) return 'TOP/ACME';
  return slot < 16 ? 'TOP/ACME/EMEA' : 'TOP/GLOBEX';
}

/** By the account's place within its domain. ACME has two of each sort early, so that small worlds show them too. */
function linkOf(domain: CustomerDomain, ordinal: number): SalesforceLink {
  if (domain === 'TOP/ACME' && (ordinal === 2 || ordinal === 4)) return 'none';
  if (domain === 'TOP/ACME' && ordinal === 3) return 'deleted';
  if (domain === 'TOP/ACME' && ordinal === 5) return 'gone';
  if (ordinal % 10 === 8) return 'none';
  if (ordinal % 40 === 5) return 'deleted';
  return ordinal % 40 === 25 ? 'gone' : 'there';
}

export function addCustomers(
  draft: Draft,
  domains: Domains,
  foundation: Foundation,
  grant: Grant,
  nextName: () => PersonName,
): Accounts {
  const count = Math.max(12, Math.round(draft.cases / 4));
  const random = draft.random('accounts');
  const companyName = createCompanyNames(random);
  const ids = draft.sysIds('customer_account');
  const salesforceIds = draft.salesforceIds('001', 'Account');
  const addContacts = createContacts(draft, foundation, grant, nextName);
  const accounts: Record<CustomerDomain, Account[]> = {
    'TOP/ACME': [],
    'TOP/ACME/EMEA': [],
    'TOP/GLOBEX': [],
  };
  for (let index = 0; index < count; index++) {
    const domainName = domainOf(index);
    const ordinal = accounts[domainName].length;
    const link = linkOf(domainName, ordinal);
    const name = companyName(index);
    const bare = {
      id: ids(index),
      name,
      industry: random.pick(INDUSTRIES),
      place: random.pick(CITIES),
      domain: domains[domainName],
      link,
      salesforceId: link === 'none' ? '' : salesforceIds(index),
    };
    const contacts = addContacts(bare, ordinal === 0 ? 4 : random.between(2, 3));
    const account = { ...bare, contacts };
    accounts[domainName].push(account);
    const created = draft.now - random.between(420, 700) * DAY;
    draft
      .table('customer_account')
      .push(stamp(accountRecord(account, index, random.pick(STREETS)), created, 'admin'));
  }
  return accounts;
}

function accountRecord(account: Account, index: number, street: string): SnRecord {
  const code = `~~~~${index + 1}`;
  const record: SnRecord = {
    sys_id: account.id,
    number: numbered('ACCT', index + 1),
    name: account.name,
    account_code: code,
    account_path: code,
    customer: 'true',
    partner: 'false',
    vendor: 'false',
    street: `${street} ${1 + (index % 180)}`,
    city: account.place.city,
    country: account.place.country,
    zip: account.place.zip,
    phone: `+31 20 555 ${String(1000 + (index % 9000))}`,
    website: `https://www.customer${index + 1}.example`,
    primary_contact: account.contacts[0]?.id ?? '',
    contact: account.contacts[0]?.id ?? '',
    u_salesforce_account_id: account.salesforceId,
    sys_class_name: 'customer_account',
  };
  return within(account.domain, record);
}

type AddContacts = (account: Omit<Account, 'contacts'>, count: number) => Contact[];

function createContacts(
  draft: Draft,
  foundation: Foundation,
  grant: Grant,
  nextName: () => PersonName,
): AddContacts {
  const makeId = draft.sysIds('customer_contact');
  const rows = draft.table('customer_contact');
  const random = draft.random('contacts');
  return (account, count) =>
    Array.from({ length: count }, () => {
      const name = nextName();
      const contact = { id: makeId(rows.length), name, email: `${name.userName}@customer.example` };
      const record: SnRecord = {
        sys_id: contact.id,
        user_name: name.userName,
        name: name.full,
        first_name: name.first,
        last_name: name.last,
        email: contact.email,
        title: random.pick(TITLES),
        phone: `+49 30 555 ${String(random.between(1000, 9999))}`,
        mobile_phone: `+49 170 555 ${String(random.between(1000, 9999))}`,
        account: account.id,
        company: account.id,
        location: random.pick(foundation.locations),
        active: 'true',
        locked_out: 'false',
        vip: random.chance(0.05) ? 'true' : 'false',
        time_zone: 'Europe/Berlin',
        sys_class_name: 'customer_contact',
      };
      rows.push(stamp(within(account.domain, record), draft.now - random.between(400, 690) * DAY, 'admin'));
      grant(contact.id, CONTACT_ROLES);
      return contact;
    });
}
