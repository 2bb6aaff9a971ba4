import type { Account, Accounts } from './customers.ts';
import type { Draft } from './draft.ts';
import type { SfRecord } from './world.ts';
import { createOpportunities } from './opportunities.ts';
import { createOrders } from './salesforce-orders.ts';
import { DAY } from './moment.ts';
import { addSalesforceAccount, addSalesforceContacts } from './salesforce-accounts.ts';
import { audit } from './salesforce-audit.ts';
import { addSalesforceOrg } from './salesforce-org.ts';

/** Fills the Salesforce side: the org and its users, then an account for each customer that is linked, and its deals. */
export function addSalesforce(draft: Draft, accounts: Accounts): void {
  const org = addSalesforceOrg(draft);
  const addOpportunities = createOpportunities(draft, org);
  const addOrders = createOrders(draft);
  const random = draft.random('salesforce');
  const linked = Object.values(accounts).flat();
  let turn = 0;
  for (const account of linked) {
    if (account.link === 'none' || account.link === 'gone') continue;
    const owner = random.pick(org.owners);
    const deleted = account.link === 'deleted';
    const record = addSalesforceAccount(draft, org, account, owner, random);
    // A deleted account took its contacts and opportunities with it into the recycle bin; a few stand for all.
    const contacts = addSalesforceContacts(draft, account, owner, record.Id, deleted);
    const seller = { id: record.Id, name: account.name, owner, contact: contacts[0], deleted };
    addOpportunities(seller, turn);
    addOrders(seller, turn++);
  }
  addProspects(draft, org.owners, linked.length);
  addSupportCases(draft, linked, org.owners[0] ?? '');
}

/** Accounts that only sales knows. */
function addProspects(draft: Draft, owners: readonly string[], customers: number): void {
  const makeId = draft.salesforceIds('001', 'Prospect');
  const random = draft.random('prospects');
  const rows = draft.object('Account');
  for (let index = 0; index < Math.max(3, Math.round(customers / 10)); index++) {
    const owner = random.pick(owners);
    const record: SfRecord = {
      Id: makeId(index),
      Name: `Prospect ${index + 1} ${random.pick(['Ventures', 'Industries', '& Partners'])}`,
      Type: 'Prospect',
      OwnerId: owner,
    };
    rows.push(audit(record, draft.now - random.between(20, 300) * DAY, owner));
  }
}

/** A few cases of sales' own, so that the object is there to be queried. */
function addSupportCases(draft: Draft, accounts: readonly Account[], owner: string): void {
  const makeId = draft.salesforceIds('500', 'Case');
  const rows = draft.object('Case');
  for (const account of accounts.filter(({ link }) => link === 'there').slice(0, 6)) {
    const index = rows.length;
    const closed = index % 3 === 0;
    const record: SfRecord = {
      Id: makeId(index),
      CaseNumber: String(1_001 + index).padStart(8, '0'),
      AccountId: account.salesforceId,
      Subject: `Contract question ${index + 1}`,
      Status: closed ? 'Closed' : 'New',
      Priority: 'Medium',
      Origin: 'Email',
      IsClosed: closed,
      IsEscalated: false,
      OwnerId: owner,
    };
    rows.push(audit(record, draft.now - (10 + index) * DAY, owner));
  }
}
