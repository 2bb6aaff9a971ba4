/** Default stages of a Salesforce org with their probability in percent. Forecast categories vary so that each occurs. */
export const STAGES: readonly {
  readonly name: string;
  readonly probability: number;
  readonly forecast: 'Pipeline' | 'BestCase' | 'Forecast' | 'Closed' | 'Omitted';
}[] = [
  { name: 'Prospecting', probability: 10, forecast: 'Pipeline' },
  { name: 'Qualification', probability: 10, forecast: 'Pipeline' },
  { name: 'Needs Analysis', probability: 20, forecast: 'Pipeline' },
  { name: 'Value Proposition', probability: 50, forecast: 'Pipeline' },
  { name: 'Id. Decision Makers', probability: 60, forecast: 'Pipeline' },
  { name: 'Perception Analysis', probability: 70, forecast: 'BestCase' },
  { name: 'Proposal/Price Quote', probability: 75, forecast: 'BestCase' },
  { name: 'Negotiation/Review', probability: 90, forecast: 'Forecast' },
  { name: 'Closed Won', probability: 100, forecast: 'Closed' },
  { name: 'Closed Lost', probability: 0, forecast: 'Omitted' },
];

/** What the forecast category is called in ForecastCategoryName. */
export const FORECAST_NAMES = {
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  Forecast: 'Commit',
  Closed: 'Closed',
  Omitted: 'Omitted',
} as const;

export const DEALS: readonly string[] = [
  'Storage renewal',
  'Router replacement',
  '500 seats',
  'Platform upgrade',
  'Support contract',
  'Scanner rollout',
  'New site',
  'Cloud migration',
  'Pilot',
  'Training package',
  'Maintenance 3 years',
  'Büroausstattung',
  "Buyer's option",
  'R&D cluster',
];

export const COMPETITORS: readonly string[] = ['Northwind', 'Contoso', 'Fabrikam', 'Initech', 'Umbrella'];

export const DEAL_TYPES: readonly string[] = [
  'New Customer',
  'Existing Customer - Upgrade',
  'Existing Customer - Replacement',
  'Existing Customer - Downgrade',
];

export const LEAD_SOURCES: readonly string[] = [
  'Web',
  'Phone Inquiry',
  'Partner Referral',
  'Purchased List',
  'Other',
];

export const NEXT_STEPS: readonly string[] = [
  'Send the quote',
  'Call the buyer',
  'Demo on site',
  'Legal review',
  'Wait for budget',
];
