/**
 * Values of the picklists whose order matters: a picklist sorts by the order it was set up in, not by letters.
 * Stages and their numbers are the defaults of a new org.
 */
export interface Stage {
  readonly name: string;
  readonly probability: number;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  /** The internal name; `forecastName` is what people see. */
  readonly forecast: string;
  readonly forecastName: string;
}

const open = (name: string, probability: number, forecast: string, forecastName = forecast): Stage => ({
  name,
  probability,
  isClosed: false,
  isWon: false,
  forecast,
  forecastName,
});

export const STAGES: readonly Stage[] = [
  open('Prospecting', 10, 'Pipeline'),
  open('Qualification', 10, 'Pipeline'),
  open('Needs Analysis', 20, 'Pipeline'),
  open('Value Proposition', 50, 'Pipeline'),
  open('Id. Decision Makers', 60, 'Pipeline'),
  open('Perception Analysis', 70, 'Pipeline'),
  open('Proposal/Price Quote', 75, 'BestCase', 'Best Case'),
  open('Negotiation/Review', 90, 'Forecast', 'Commit'),
  { ...open('Closed Won', 100, 'Closed'), isClosed: true, isWon: true },
  { ...open('Closed Lost', 0, 'Omitted'), isClosed: true },
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'Opportunity.StageName': STAGES.map((stage) => stage.name),
  'Opportunity.Type': [
    'Existing Customer - Upgrade',
    'Existing Customer - Replacement',
    'Existing Customer - Downgrade',
    'New Customer',
  ],
  'Opportunity.LeadSource': ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
  'Opportunity.ForecastCategory': ['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed'],
  'Opportunity.ForecastCategoryName': ['Omitted', 'Pipeline', 'Best Case', 'Most Likely', 'Commit', 'Closed'],
  'Account.Type': [
    'Prospect',
    'Customer - Direct',
    'Customer - Channel',
    'Channel Partner / Reseller',
    'Installation Partner',
    'Technology Partner',
    'Other',
  ],
  'Account.Rating': ['Hot', 'Warm', 'Cold'],
  'Account.Ownership': ['Public', 'Private', 'Subsidiary', 'Other'],
  'Case.Priority': ['High', 'Medium', 'Low'],
  'Case.Status': ['New', 'Working', 'Escalated', 'Closed'],
  'Case.Origin': ['Phone', 'Email', 'Web'],
};

/** The values in their order, or undefined where the order is that of the letters. */
export function picklistValues(object: string, field: string): readonly string[] | undefined {
  return VALUES[`${object}.${field}`];
}
