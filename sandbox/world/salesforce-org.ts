import type { Draft } from './draft.ts';
import type { SfRecord } from './world.ts';
import { SALESFORCE_CLIENT } from './credentials.ts';
import { DAY } from './moment.ts';
import { audit } from './salesforce-audit.ts';

export interface SalesforceOrg {
  /** User ids of the sales people. */
  readonly owners: readonly string[];
  readonly campaigns: readonly string[];
}

const SELLERS = [
  ['Marta', 'Holm'],
  ['Deepak', 'Rao'],
  ['Solène', 'Petit'],
  ['Gavin', "O'Shea"],
  ['Yuki', 'Mori'],
  ['Lena', 'Vogt'],
] as const;

/** The organization, its users (the integration user among them) and campaigns. */
export function addSalesforceOrg(draft: Draft): SalesforceOrg {
  const makeUserId = draft.salesforceIds('005', 'User');
  const integration = makeUserId(0);
  const created = draft.now - 800 * DAY;
  const organization: SfRecord = {
    Id: draft.salesforceIds('00D', 'Organization')(0),
    Name: 'Casegraph Sandbox',
    OrganizationType: 'Developer Edition',
    InstanceName: 'CS1',
    IsSandbox: true,
    LanguageLocaleKey: 'en_US',
    Country: 'NL',
    FiscalYearStartMonth: 1,
    UsesStartDateAsFiscalYearName: false,
  };
  draft.object('Organization').push(audit(organization, created, integration));
  const program = { first: 'Casegraph', last: 'Integration', username: SALESFORCE_CLIENT.username };
  draft.object('User').push(audit(userRecord(integration, program), created, integration));
  const owners = SELLERS.map(([first, last], index) => {
    const id = makeUserId(index + 1);
    const username = `seller${index + 1}@casegraph.example`;
    draft.object('User').push(audit(userRecord(id, { first, last, username }), created, integration));
    return id;
  });
  return { owners, campaigns: addCampaigns(draft, integration) };
}

function userRecord(
  id: string,
  { first, last, username }: { first: string; last: string; username: string },
): SfRecord {
  return {
    Id: id,
    Username: username,
    FirstName: first,
    LastName: last,
    Name: `${first} ${last}`,
    Email: username,
    Alias: last.slice(0, 8).toLowerCase(),
    IsActive: true,
    UserType: 'Standard',
    TimeZoneSidKey: 'Europe/Amsterdam',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

function addCampaigns(draft: Draft, owner: string): string[] {
  const makeId = draft.salesforceIds('701', 'Campaign');
  return ['Spring fair', 'Router trade-in', 'Partner day'].map((name, index) => {
    const record: SfRecord = {
      Id: makeId(index),
      Name: name,
      IsActive: index < 2,
      Status: 'In Progress',
      Type: 'Event',
      OwnerId: owner,
    };
    draft.object('Campaign').push(audit(record, draft.now - 200 * DAY, owner));
    return record.Id;
  });
}
