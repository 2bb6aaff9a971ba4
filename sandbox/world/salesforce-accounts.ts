import type { Account } from './customers.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { SalesforceOrg } from './salesforce-org.ts';
import type { SfRecord } from './world.ts';
import { DAY } from './moment.ts';
import { audit } from './salesforce-audit.ts';

export function addSalesforceAccount(
  draft: Draft,
  org: SalesforceOrg,
  account: Account,
  owner: string,
  random: Random,
): SfRecord {
  const rows = draft.object('Account');
  const record: SfRecord = {
    Id: account.salesforceId,
    Name: account.name,
    Type: random.pick(['Customer - Direct', 'Customer - Channel', 'Technology Partner']),
    Industry: account.industry,
    BillingCity: account.place.city,
    BillingCountry: account.place.country,
    BillingPostalCode: account.place.zip,
    Phone: `+31 20 555 ${String(random.between(1000, 9999))}`,
    NumberOfEmployees: random.between(5, 20_000),
    AnnualRevenue: random.chance(0.8) ? random.between(1, 900) * 1_000_000 : null,
    OwnerId: owner,
  };
  // Every twelfth belongs to an account before it.
  const parent = rows[rows.length - 3];
  if (parent && rows.length % 12 === 7) record['ParentId'] = parent.Id;
  const created = draft.now - random.between(420, 900) * DAY;
  const modified = created + random.between(1, 400) * DAY;
  rows.push(audit(record, created, random.pick(org.owners), modified, account.link === 'deleted'));
  return record;
}

/** The first two of the account's contacts are known to sales as well. Returns their ids. */
export function addSalesforceContacts(
  draft: Draft,
  account: Account,
  owner: string,
  accountId: string,
  deleted: boolean,
): string[] {
  const makeId = draft.salesforceIds('003', 'Contact');
  const rows = draft.object('Contact');
  return account.contacts.slice(0, 2).map(({ name, email }) => {
    const record: SfRecord = {
      Id: makeId(rows.length),
      AccountId: accountId,
      FirstName: name.first,
      LastName: name.last,
      Name: name.full,
      Email: email,
      OwnerId: owner,
      HasOptedOutOfEmail: false,
      DoNotCall: false,
    };
    rows.push(audit(record, draft.now - 410 * DAY, owner, draft.now - 100 * DAY, deleted));
    return record.Id;
  });
}
