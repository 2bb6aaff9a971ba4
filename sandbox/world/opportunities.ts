import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { SalesforceOrg } from './salesforce-org.ts';
import type { SfRecord } from './world.ts';
import { DAY, sfDate } from './moment.ts';
import { audit } from './salesforce-audit.ts';
import {
  COMPETITORS,
  DEALS,
  DEAL_TYPES,
  FORECAST_NAMES,
  LEAD_SOURCES,
  NEXT_STEPS,
  STAGES,
} from './vocabulary/sales.ts';

export interface Seller {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly contact: string | undefined;
  readonly deleted: boolean;
}

const MOST = 40;
const OPEN_STAGES = STAGES.filter(({ forecast }) => forecast !== 'Closed' && forecast !== 'Omitted');
const WON = STAGES.filter(({ forecast }) => forecast === 'Closed');
const LOST = STAGES.filter(({ forecast }) => forecast === 'Omitted');

/** By the account's turn: every seventh has none, every seventeenth 40, the others a few. */
export function opportunityCount(random: Random, turn: number): number {
  if (turn % 7 === 3) return 0;
  if (turn % 17 === 5) return MOST;
  return random.between(1, 12);
}

export function createOpportunities(
  draft: Draft,
  org: SalesforceOrg,
): (account: Seller, turn: number) => void {
  const random = draft.random('opportunities');
  const makeId = draft.salesforceIds('006', 'Opportunity');
  const rows = draft.object('Opportunity');
  return (account, turn) => {
    const count = account.deleted ? 2 : opportunityCount(random, turn);
    for (let place = 0; place < count; place++) {
      const record = opportunity(makeId(rows.length), draft.now, account, place, random);
      if (random.chance(0.15)) record['CampaignId'] = random.pick(org.campaigns);
      const created = draft.now - random.between(30, 720) * DAY;
      const modified = Math.min(draft.now - DAY, created + random.between(0, 200) * DAY);
      const deleted = account.deleted || rows.length % 97 === 41;
      rows.push(audit(record, created, account.owner, modified, deleted));
    }
  };
}

function opportunity(id: string, now: number, account: Seller, place: number, random: Random): SfRecord {
  // Of ten: six open, two won, two lost.
  const stages = place % 5 === 3 ? WON : place % 5 === 4 ? LOST : OPEN_STAGES;
  const stage = random.pick(stages);
  const closed = stages !== OPEN_STAGES;
  const amount = random.chance(0.08) ? null : random.between(50_000, 90_000_000) / 100;
  const closing = closed ? now - random.between(1, 700) * DAY : now + random.between(-30, 300) * DAY;
  const record: SfRecord = {
    Id: id,
    AccountId: account.id,
    Name: `${account.name} - ${random.pick(DEALS)}`,
    StageName: stage.name,
    Amount: amount,
    Probability: stage.probability,
    ExpectedRevenue: amount === null ? null : Math.round(amount * stage.probability) / 100,
    IsClosed: closed,
    IsWon: stages === WON,
    ForecastCategory: stage.forecast,
    ForecastCategoryName: FORECAST_NAMES[stage.forecast],
    OwnerId: account.owner,
    HasOpportunityLineItem: false,
    ...closeFields(closing),
  };
  return addOptional(record, account, random);
}

function closeFields(closing: number): Record<string, string | number> {
  const date = sfDate(closing);
  const year = Number(date.slice(0, 4));
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  return { CloseDate: date, FiscalYear: year, FiscalQuarter: quarter, Fiscal: `${year} ${quarter}` };
}

/** What sales people fill in only now and then. Several competitors stand in one field, as a multi-select picklist holds them. */
function addOptional(record: SfRecord, account: Seller, random: Random): SfRecord {
  if (random.chance(0.8)) record['Type'] = random.pick(DEAL_TYPES);
  if (random.chance(0.6)) record['LeadSource'] = random.pick(LEAD_SOURCES);
  if (random.chance(0.4)) record['NextStep'] = random.pick(NEXT_STEPS);
  if (random.chance(0.3))
    record['Description'] = `Agreed with the buyer of ${account.name}.\nSee the notes "as is" & 'to be'.`;
  if (account.contact !== undefined && random.chance(0.5)) record['ContactId'] = account.contact;
  if (random.chance(0.4)) {
    const rivals = random.between(1, 3);
    record['Competitors__c'] = COMPETITORS.filter(
      (_, at) => (at * 2 + rivals) % COMPETITORS.length < rivals,
    ).join(';');
  }
  return record;
}
