/** How generate.ts turns a field name into a Salesforce type. First match wins. */

interface Rule {
  readonly typescript: 'string' | 'number' | 'boolean' | 'DateString' | 'Address';
  readonly name: RegExp;
  readonly type: string;
}

const DATES =
  /^(CloseDate|LastActivityDate|StartDate|EndDate|EffectiveDate|ActivityDate|Birthdate|InstallDate|PurchaseDate|UsageEndDate|ServiceDate|CompanySignedDate|CustomerSignedDate|Recurrence.*DateOnly)$/;

const PICKLISTS =
  /(^|[a-z])(Status|StatusCode|Type|StageName|LeadSource|Priority|Origin|Reason|Salutation|Role|Family|SidKey|LocaleKey|EncodingKey|GeocodeAccuracy|ForecastCategory(Name)?|ShowAs|UiSkin|Access|OwnerExpirationNotice|QuantityUnitOfMeasure|RecurrenceInstance|MonthOfYear)$/;

export const RULES: readonly Rule[] = [
  { typescript: 'boolean', name: /./, type: 'boolean' },
  { typescript: 'Address', name: /./, type: 'address' },
  { typescript: 'number', name: /Latitude$|Longitude$/, type: 'double(18,15)' },
  {
    typescript: 'number',
    name: /Amount$|Price$|Revenue$|Cost$/,
    type: 'currency(18,2)',
  },
  { typescript: 'number', name: /Probability$/, type: 'percent(3,0)' },
  { typescript: 'number', name: /^Quantity$/, type: 'double(12,2)' },
  { typescript: 'number', name: /./, type: 'int' },
  { typescript: 'DateString', name: DATES, type: 'date' },
  { typescript: 'DateString', name: /./, type: 'datetime' },
  { typescript: 'string', name: /(Phone|Fax|Mobile)$/, type: 'phone(40)' },
  { typescript: 'string', name: /Email$/, type: 'email(80)' },
  { typescript: 'string', name: /Url$|^Website$/, type: 'url(255)' },
  { typescript: 'string', name: /Street$/, type: 'textarea(255)' },
  { typescript: 'string', name: /^(Description|SpecialTerms)$/, type: 'textarea(32000)' },
  { typescript: 'string', name: /^(Comments|Signature|StayInTouch.*)$/, type: 'textarea(4000)' },
  { typescript: 'string', name: PICKLISTS, type: 'picklist(255)' },
  { typescript: 'string', name: /^DelegatedApproverId$/, type: 'reference(User,)' },
  { typescript: 'string', name: /./, type: 'string(255)' },
];

/** Lengths the facts give, and names the rules above would read wrongly. */
const EXACT: Readonly<Record<string, string>> = {
  'Opportunity.Name': 'string(120)',
  'Opportunity.Fiscal': 'string(6)',
  'Opportunity.ForecastCategory': 'picklist(40)',
  'Contact.LastName': 'string(80)',
  'Contact.FirstName': 'string(40)',
  'Contact.Name': 'string(121)',
  'User.Username': 'string(80)',
  'User.Name': 'string(121)',
  'User.SenderEmail': 'email(80)',
  'Case.CaseNumber': 'string(30)',
  'Task.RecurrenceActivityId': 'reference(Task,)',
  'Event.RecurrenceActivityId': 'reference(Event,)',
  'Contract.ContractTerm': 'int',
};

export const exactType = (object: string, field: string): string | undefined => EXACT[`${object}.${field}`];

/** Objects behind one lookup, and its relationship name. */
export const POLYMORPHIC: Readonly<Record<string, string>> = {
  'Case.OwnerId': 'Group|User,Owner',
  'Order.OwnerId': 'Group|User,Owner',
  'Task.OwnerId': 'User,Owner',
  'Task.WhoId': 'Contact,Who',
  'Task.WhatId': 'Account|Asset|Campaign|Case|Contract|Entitlement|Opportunity|Order|Product2,What',
  'Event.WhoId': 'Contact,Who',
  'Event.WhatId': 'Account|Asset|Campaign|Case|Contract|Entitlement|Opportunity|Order|Product2,What',
};

/** The first three characters of an object's ids. */
export const PREFIXES: Readonly<Record<string, string>> = {
  Account: '001',
  Contact: '003',
  User: '005',
  Opportunity: '006',
  Organization: '00D',
  OpportunityLineItem: '00k',
  OpportunityContactRole: '00K',
  Task: '00T',
  Event: '00U',
  OpportunityStage: '01J',
  Pricebook2: '01s',
  Product2: '01t',
  Asset: '02i',
  Case: '500',
  Entitlement: '550',
  Contract: '800',
  Order: '801',
};

/** Fields the facts name and jsforce's types lack. */
export const EXTRA_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Opportunity: [
    'ExpectedRevenue:currency(18,2)?',
    'TotalOpportunityQuantity:double(18,2)?',
    'ContactId:reference(Contact,)?',
  ],
};

/** Which field of the child carries a relationship, where more than one could. */
export const CHILD_FIELDS: Readonly<Record<string, string>> = {
  'Account.ChildAccounts': 'ParentId',
  'Account.Assets': 'AccountId',
  'Account.ProvidedAssets': 'AssetProvidedById',
  'Account.ServicedAssets': 'AssetServicedById',
  'Account.Tasks': 'WhatId',
  'Account.Events': 'WhatId',
  'Contact.Tasks': 'WhoId',
  'Contact.Events': 'WhoId',
  'Contact.Cases': 'ContactId',
  'User.ContractsSigned': 'CompanySignedId',
  'User.DelegatedUsers': 'DelegatedApproverId',
  'User.ManagedUsers': 'ManagerId',
  'Asset.ChildAssets': 'ParentId',
};
