/* Written by `npm run codegen` from schema/. Do not edit. */
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A decimal number of any size and precision, written as text so that nothing is lost: `"1250.00"`. */
  Decimal: { input: string; output: string; }
  /** A moment in UTC, ISO 8601: `"2026-11-22T13:45:00Z"`. */
  DateTime: { input: string; output: string; }
  /** A calendar day, ISO 8601: `"2026-11-22"`. */
  Date: { input: string; output: string; }
  /** A time of day: `"13:45:00"`. */
  Time: { input: string; output: string; }
  /** A length of time in whole seconds. */
  Duration: { input: number; output: number; }
  /** An absolute address that can be opened in a browser. */
  URL: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** A value from a list that administrators can change, so it is not an enum. */
export type Choice = {
  readonly __typename?: 'Choice';
  /** The value as the owning system stores it; filter and compare by it. */
  readonly value: Scalars['String']['output'];
  /** The text to show to people. */
  readonly label: Scalars['String']['output'];
};

/** Anything with a global id. */
export type Node = {
  /** Global id: give it to `node` or to the one-row field of its type. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** There are rows after the last one of this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** There are rows before the first one of this page, as far as it is known without asking: true when `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last row: give it as `after` to get the next page; null on an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** Direction to sort in. Rows without a value come first in ASC and last in DESC. */
export type OrderDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** What kind of person or program asks. */
export type ViewerType =
  /** A support agent or manager. */
  | 'AGENT'
  /** A contact of a business account. */
  | 'CONTACT'
  /** A private customer. */
  | 'CONSUMER'
  /** A program. */
  | 'SERVICE';

/** Who asks, as the access token says. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The name the identity provider knows the viewer by. */
  readonly subject: Scalars['String']['output'];
  /** Name to show. */
  readonly name: Scalars['String']['output'];
  /** Kind of viewer; it decides, with the roles, what can be seen. */
  readonly kind: ViewerType;
  /** Roles, in alphabetical order. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  /** Home domain as a path from the root: `TOP/ACME`. */
  readonly domain: Scalars['String']['output'];
  /** Paths of all domains whose records the viewer sees, in alphabetical order. */
  readonly visibleDomains: ReadonlyArray<Scalars['String']['output']>;
};

/** What a mutation could not do, for the user to mend. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** Stable code to act on. */
  readonly code: UserErrorCode;
  /** Text for people. */
  readonly message: Scalars['String']['output'];
  /** Path of the input field it is about; null when it is about the whole. */
  readonly field: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What stands in the way of a mutation. */
export type UserErrorCode =
  /** The viewer lacks a role that the action needs. */
  | 'FORBIDDEN'
  /** There is no such record, or the viewer cannot see it. */
  | 'NOT_FOUND'
  /** The record's state does not allow the action. */
  | 'INVALID_STATE'
  /** The case has one already. */
  | 'ALREADY_ASSOCIATED'
  /** Somebody else did it first; nothing of this attempt remains. */
  | 'CONFLICT'
  /** A value was not accepted by the owning system. */
  | 'NOT_ACCEPTED';

export type Query = {
  readonly __typename?: 'Query';
  /** Who asks. */
  readonly viewer: Viewer;
  /** Any row by its global id; null with NOT_FOUND when there is none that the viewer can see. */
  readonly node: Maybe<Node>;
  /** One row of Opportunity, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly opportunity: Maybe<Opportunity>;
  /** Rows of Opportunity that the viewer can see. */
  readonly opportunities: Maybe<OpportunityConnection>;
  /** One row of Account, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly account: Maybe<Account>;
  /** Rows of Account that the viewer can see. */
  readonly accounts: Maybe<AccountConnection>;
  /** One row of Case, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly case: Maybe<Case>;
  /** Rows of Case that the viewer can see. */
  readonly cases: Maybe<CaseConnection>;
  /** One row of Change Request, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly changeRequest: Maybe<ChangeRequest>;
  /** Rows of Change Request that the viewer can see. */
  readonly changeRequests: Maybe<ChangeRequestConnection>;
  /** One row of Consumer, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly consumer: Maybe<Consumer>;
  /** Rows of Consumer that the viewer can see. */
  readonly consumers: Maybe<ConsumerConnection>;
  /** One row of Contact, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly contact: Maybe<Contact>;
  /** Rows of Contact that the viewer can see. */
  readonly contacts: Maybe<ContactConnection>;
  /** One row of Group, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly group: Maybe<Group>;
  /** Rows of Group that the viewer can see. */
  readonly groups: Maybe<GroupConnection>;
  /** One row of Incident, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly incident: Maybe<Incident>;
  /** Rows of Incident that the viewer can see. */
  readonly incidents: Maybe<IncidentConnection>;
  /** One row of Problem, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly problem: Maybe<Problem>;
  /** Rows of Problem that the viewer can see. */
  readonly problems: Maybe<ProblemConnection>;
  /** One row of Requested Item, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly requestedItem: Maybe<RequestedItem>;
  /** Rows of Requested Item that the viewer can see. */
  readonly requestedItems: Maybe<RequestedItemConnection>;
  /** One row of Request, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly serviceRequest: Maybe<ServiceRequest>;
  /** Rows of Request that the viewer can see. */
  readonly serviceRequests: Maybe<ServiceRequestConnection>;
  /** One row of User, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly user: Maybe<User>;
  /** Rows of User that the viewer can see. */
  readonly users: Maybe<UserConnection>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOpportunityArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  salesforceId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOpportunitiesArgs = {
  filter?: InputMaybe<OpportunityFilter>;
  orderBy?: InputMaybe<ReadonlyArray<OpportunityOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccountArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccountsArgs = {
  filter?: InputMaybe<AccountFilter>;
  orderBy?: InputMaybe<ReadonlyArray<AccountOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCaseArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryChangeRequestArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryChangeRequestsArgs = {
  filter?: InputMaybe<ChangeRequestFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ChangeRequestOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryConsumerArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryConsumersArgs = {
  filter?: InputMaybe<ConsumerFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ConsumerOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryContactArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryContactsArgs = {
  filter?: InputMaybe<ContactFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ContactOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGroupArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGroupsArgs = {
  filter?: InputMaybe<GroupFilter>;
  orderBy?: InputMaybe<ReadonlyArray<GroupOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryIncidentArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryIncidentsArgs = {
  filter?: InputMaybe<IncidentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProblemArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProblemsArgs = {
  filter?: InputMaybe<ProblemFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ProblemOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRequestedItemArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRequestedItemsArgs = {
  filter?: InputMaybe<RequestedItemFilter>;
  orderBy?: InputMaybe<ReadonlyArray<RequestedItemOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryServiceRequestArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryServiceRequestsArgs = {
  filter?: InputMaybe<ServiceRequestFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ServiceRequestOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUserArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
  userName?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUsersArgs = {
  filter?: InputMaybe<UserFilter>;
  orderBy?: InputMaybe<ReadonlyArray<UserOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Creates an incident from a case and associates the two. A case has at most one incident. Needs the role sn_incident_write.
   * Repeating the call with the same idempotencyKey completes or finds what the first one did and creates nothing twice.
   */
  readonly createIncidentFromCase: CreateIncidentFromCasePayload;
};


export type MutationCreateIncidentFromCaseArgs = {
  input: CreateIncidentFromCaseInput;
};

/** Input of createIncidentFromCase. */
export type CreateIncidentFromCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Any text of up to 200 characters that names this attempt, for example a UUID made when the button was pressed. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of createIncidentFromCase. */
export type CreateIncidentFromCasePayload = {
  readonly __typename?: 'CreateIncidentFromCasePayload';
  /** The case as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /** The incident that the case now has; null when none was created. */
  readonly incident: Maybe<Incident>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A sales opportunity, live from Salesforce. */
export type Opportunity = Node & {
  readonly __typename?: 'Opportunity';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Salesforce's own id of the record, 18 characters. */
  readonly salesforceId: Scalars['ID']['output'];
  /** Name of the deal. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** How far the deal has got. */
  readonly stage: Maybe<Choice>;
  /** What it is worth, in the organisation's currency. */
  readonly amount: Maybe<Scalars['Decimal']['output']>;
  /** How likely it is to be won, in percent. */
  readonly probability: Maybe<Scalars['Decimal']['output']>;
  /** When it is expected to be decided, or was. */
  readonly closeDate: Maybe<Scalars['Date']['output']>;
  /** Whether it has been decided. */
  readonly isClosed: Maybe<Scalars['Boolean']['output']>;
  /** Whether it was won. */
  readonly isWon: Maybe<Scalars['Boolean']['output']>;
  /** New or existing business. */
  readonly type: Maybe<Choice>;
  /** What is to be done next. */
  readonly nextStep: Maybe<Scalars['String']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Id of the Salesforce account, for filters. */
  readonly salesforceAccountId: Maybe<Scalars['ID']['output']>;
  /** The customer that it is with. */
  readonly account: Maybe<Account>;
  /** The opportunity in Salesforce. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};

/** A business customer, live from ServiceNow. */
export type Account = Node & {
  readonly __typename?: 'Account';
  /** Deals with the customer, open and closed. */
  readonly opportunities: Maybe<OpportunityConnection>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as ACCT0000009. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** Name of the company. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Telephone number. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** City of the main address. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** Country of the main address. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** Whether it buys from us. */
  readonly customer: Maybe<Scalars['Boolean']['output']>;
  /** Whether it sells for us. */
  readonly partner: Maybe<Scalars['Boolean']['output']>;
  /** Id of the same account in Salesforce; null where nobody has linked the two. */
  readonly salesforceAccountId: Maybe<Scalars['ID']['output']>;
  /** The person to talk to first. */
  readonly primaryContact: Maybe<Contact>;
  /** Cases of the account. */
  readonly cases: Maybe<CaseConnection>;
  /** People who work there. */
  readonly contacts: Maybe<ContactConnection>;
};


/** A business customer, live from ServiceNow. */
export type AccountOpportunitiesArgs = {
  filter?: InputMaybe<OpportunityFilter>;
  orderBy?: InputMaybe<ReadonlyArray<OpportunityOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountContactsArgs = {
  filter?: InputMaybe<ContactFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ContactOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A customer-service case, live from ServiceNow. */
export type Case = Node & {
  readonly __typename?: 'Case';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as CS0001001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** The whole story, as plain text. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Where the case stands: New, Open, Awaiting Info, Resolved, Closed. */
  readonly state: Maybe<Choice>;
  /** Whether the case is still being worked on. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** How soon it must be dealt with, 1 Critical to 4 Low. */
  readonly priority: Maybe<Choice>;
  /** How much is affected, 1 High to 3 Low. */
  readonly impact: Maybe<Choice>;
  /** How long it can wait, 1 High to 3 Low. */
  readonly urgency: Maybe<Choice>;
  /** Kind of issue. */
  readonly category: Maybe<Choice>;
  /** How the customer got in touch. */
  readonly contactType: Maybe<Choice>;
  /** When the case was opened. */
  readonly openedAt: Maybe<Scalars['DateTime']['output']>;
  /** When a solution was proposed. */
  readonly resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the case was closed. */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** How it was resolved. */
  readonly resolutionCode: Maybe<Choice>;
  /** What was done, in words. */
  readonly closeNotes: Maybe<Scalars['String']['output']>;
  /** Whether the case is a candidate for, or is, a major case; null for a regular case. */
  readonly majorCaseState: Maybe<Choice>;
  /** What a major case means for the business. */
  readonly businessImpact: Maybe<Scalars['String']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Key of the account, for filters. */
  readonly accountId: Maybe<Scalars['ID']['output']>;
  /** Key of the contact, for filters. */
  readonly contactId: Maybe<Scalars['ID']['output']>;
  /** Key of the consumer, for filters. */
  readonly consumerId: Maybe<Scalars['ID']['output']>;
  /** Key of the incident, for filters; `{ isNull: true }` finds cases without one. */
  readonly incidentId: Maybe<Scalars['ID']['output']>;
  /** Key of the configuration item it is about, for filters. */
  readonly configurationItemId: Maybe<Scalars['ID']['output']>;
  /** The business customer. */
  readonly account: Maybe<Account>;
  /** Who at the customer reported it. */
  readonly contact: Maybe<Contact>;
  /** The private customer, where it is not a business. */
  readonly consumer: Maybe<Consumer>;
  /** The agent who works on it. */
  readonly assignedTo: Maybe<User>;
  /** The group that works on it. */
  readonly assignmentGroup: Maybe<Group>;
  /** The incident created from or associated with the case; at most one. */
  readonly incident: Maybe<Incident>;
  /** The problem associated with the case; at most one. */
  readonly problem: Maybe<Problem>;
  /** The change request that will fix the case; at most one. */
  readonly changeRequest: Maybe<ChangeRequest>;
  /** The change request that caused the case. */
  readonly causedByChange: Maybe<ChangeRequest>;
  /** The major case that this case is a child of. */
  readonly parentCase: Maybe<Case>;
  /** Requests ordered for the case. */
  readonly requests: Maybe<ServiceRequestConnection>;
  /** Comments and work notes. */
  readonly journal: Maybe<JournalEntryConnection>;
  /** The case in ServiceNow. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** A customer-service case, live from ServiceNow. */
export type CaseRequestsArgs = {
  filter?: InputMaybe<ServiceRequestFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ServiceRequestOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A customer-service case, live from ServiceNow. */
export type CaseJournalArgs = {
  filter?: InputMaybe<JournalEntryFilter>;
  orderBy?: InputMaybe<ReadonlyArray<JournalEntryOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A change request, live from ServiceNow. */
export type ChangeRequest = Node & {
  readonly __typename?: 'ChangeRequest';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as CHG0030001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** Where the change stands: New, Assess, Authorize, Scheduled, Implement, Review, Closed, Canceled. */
  readonly state: Maybe<Choice>;
  /** normal, standard or emergency. */
  readonly type: Maybe<Choice>;
  /** Whether it is still being worked on. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** How soon it must be dealt with. */
  readonly priority: Maybe<Choice>;
  /** What can go wrong, 1 Very High to 4 Low. */
  readonly risk: Maybe<Choice>;
  /** How much is affected, 1 High to 3 Low. */
  readonly impact: Maybe<Choice>;
  /** Planned start. */
  readonly startDate: Maybe<Scalars['DateTime']['output']>;
  /** Planned end. */
  readonly endDate: Maybe<Scalars['DateTime']['output']>;
  /** Whether it waits for something. */
  readonly onHold: Maybe<Scalars['Boolean']['output']>;
  /** What it waits for. */
  readonly onHoldReason: Maybe<Scalars['String']['output']>;
  /** How it ended. */
  readonly closeCode: Maybe<Choice>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who asked for it. */
  readonly requestedBy: Maybe<User>;
  /** Who works on it. */
  readonly assignedTo: Maybe<User>;
  /** Customer cases that the change fixes. */
  readonly casesFixed: Maybe<CaseConnection>;
  /** Customer cases that the change caused. */
  readonly casesCaused: Maybe<CaseConnection>;
  /** The change in ServiceNow. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** A change request, live from ServiceNow. */
export type ChangeRequestCasesFixedArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A change request, live from ServiceNow. */
export type ChangeRequestCasesCausedArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A private customer, live from ServiceNow. */
export type Consumer = Node & {
  readonly __typename?: 'Consumer';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as CSMR0000004. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** Full name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Mobile telephone number. */
  readonly mobilePhone: Maybe<Scalars['String']['output']>;
  /** Key of the user that the consumer logs in as; null for one who cannot. */
  readonly userId: Maybe<Scalars['ID']['output']>;
  /** Cases of the consumer. */
  readonly cases: Maybe<CaseConnection>;
};


/** A private customer, live from ServiceNow. */
export type ConsumerCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person at a business customer, live from ServiceNow. */
export type Contact = Node & {
  readonly __typename?: 'Contact';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Full name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Telephone number at work. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Mobile telephone number. */
  readonly mobilePhone: Maybe<Scalars['String']['output']>;
  /** Whether the person can still log in. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** Key of the account, for filters. */
  readonly accountId: Maybe<Scalars['ID']['output']>;
  /** Where the person works. */
  readonly account: Maybe<Account>;
  /** Cases that the person reported. */
  readonly cases: Maybe<CaseConnection>;
};


/** A person at a business customer, live from ServiceNow. */
export type ContactCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A group of users that work is assigned to. */
export type Group = Node & {
  readonly __typename?: 'Group';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Name of the group. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** What the group is for. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Whether work can still be assigned to it. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
};

/** An IT incident, live from ServiceNow. */
export type Incident = Node & {
  readonly __typename?: 'Incident';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as INC0010001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** The whole story, as plain text. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Where the incident stands: New, In Progress, On Hold, Resolved, Closed, Canceled. */
  readonly state: Maybe<Choice>;
  /** Why it is on hold. */
  readonly holdReason: Maybe<Choice>;
  /** Whether it is still being worked on. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** How soon it must be dealt with, 1 Critical to 5 Planning; follows from impact and urgency. */
  readonly priority: Maybe<Choice>;
  /** How much is affected, 1 High to 3 Low. */
  readonly impact: Maybe<Choice>;
  /** How long it can wait, 1 High to 3 Low. */
  readonly urgency: Maybe<Choice>;
  /** How it was resolved. */
  readonly closeCode: Maybe<Choice>;
  /** What was done, in words. */
  readonly closeNotes: Maybe<Scalars['String']['output']>;
  /** Name of the record that it stands for in another system. */
  readonly correlationId: Maybe<Scalars['String']['output']>;
  /** When it was opened. */
  readonly openedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was resolved. */
  readonly resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Key of the configuration item it is about, for filters. */
  readonly configurationItemId: Maybe<Scalars['ID']['output']>;
  /** Who is affected. */
  readonly caller: Maybe<User>;
  /** Who works on it. */
  readonly assignedTo: Maybe<User>;
  /** The group that works on it. */
  readonly assignmentGroup: Maybe<Group>;
  /** The problem behind it. */
  readonly problem: Maybe<Problem>;
  /** The change request that will fix it. */
  readonly changeRequest: Maybe<ChangeRequest>;
  /** The change request that caused it. */
  readonly causedByChange: Maybe<ChangeRequest>;
  /** Customer cases that the incident stands behind. */
  readonly cases: Maybe<CaseConnection>;
  /** Comments and work notes. */
  readonly journal: Maybe<JournalEntryConnection>;
  /** The incident in ServiceNow. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** An IT incident, live from ServiceNow. */
export type IncidentCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An IT incident, live from ServiceNow. */
export type IncidentJournalArgs = {
  filter?: InputMaybe<JournalEntryFilter>;
  orderBy?: InputMaybe<ReadonlyArray<JournalEntryOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One comment or work note. Reached through the record that it stands on. */
export type JournalEntry = {
  readonly __typename?: 'JournalEntry';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** `comments` can be read by the customer, `work_notes` only by agents. */
  readonly element: Maybe<Scalars['String']['output']>;
  /** The text. */
  readonly value: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** User name of who wrote it. */
  readonly createdBy: Maybe<Scalars['String']['output']>;
};

/** A problem: the cause behind incidents, live from ServiceNow. */
export type Problem = Node & {
  readonly __typename?: 'Problem';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as PRB0040001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** Where the problem stands: New, Assess, Root Cause Analysis, Fix in Progress, Resolved, Closed. */
  readonly state: Maybe<Choice>;
  /** Whether it is still being worked on. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** How soon it must be dealt with. */
  readonly priority: Maybe<Choice>;
  /** How much is affected, 1 High to 3 Low. */
  readonly impact: Maybe<Choice>;
  /** How long it can wait, 1 High to 3 Low. */
  readonly urgency: Maybe<Choice>;
  /** How it was resolved. */
  readonly resolutionCode: Maybe<Choice>;
  /** What helps until it is fixed. */
  readonly workaround: Maybe<Scalars['String']['output']>;
  /** Whether cause and workaround are known and published. */
  readonly knownError: Maybe<Scalars['Boolean']['output']>;
  /** When it was opened. */
  readonly openedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who works on it. */
  readonly assignedTo: Maybe<User>;
  /** Customer cases that the problem stands behind. */
  readonly cases: Maybe<CaseConnection>;
  /** Incidents that it causes. */
  readonly incidents: Maybe<IncidentConnection>;
  /** The problem in ServiceNow. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** A problem: the cause behind incidents, live from ServiceNow. */
export type ProblemCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A problem: the cause behind incidents, live from ServiceNow. */
export type ProblemIncidentsArgs = {
  filter?: InputMaybe<IncidentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One item of a request, live from ServiceNow. */
export type RequestedItem = Node & {
  readonly __typename?: 'RequestedItem';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as RITM0010001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** State of the task. */
  readonly state: Maybe<Choice>;
  /** Step of the fulfilment that it stands at. */
  readonly stage: Maybe<Choice>;
  /** How many. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** Price of one. */
  readonly price: Maybe<Scalars['Decimal']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** The request that it belongs to. */
  readonly request: Maybe<ServiceRequest>;
};

/** A request from the service catalogue, live from ServiceNow. */
export type ServiceRequest = Node & {
  readonly __typename?: 'ServiceRequest';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Number that people use, such as REQ0010001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** State of the task. */
  readonly state: Maybe<Choice>;
  /** How far the order has got. */
  readonly requestState: Maybe<Choice>;
  /** Whether it is still being worked on. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** When it was ordered. */
  readonly openedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who it is for. */
  readonly requestedFor: Maybe<User>;
  /** The case it was ordered for. */
  readonly case: Maybe<Case>;
  /** What was ordered. */
  readonly items: Maybe<RequestedItemConnection>;
};


/** A request from the service catalogue, live from ServiceNow. */
export type ServiceRequestItemsArgs = {
  filter?: InputMaybe<RequestedItemFilter>;
  orderBy?: InputMaybe<ReadonlyArray<RequestedItemOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A user of ServiceNow: agents, managers, callers. */
export type User = Node & {
  readonly __typename?: 'User';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** Name to log in with. */
  readonly userName: Maybe<Scalars['String']['output']>;
  /** Full name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Whether the user can still log in. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
};

/** Tests of an identifier; compared exactly. Several tests in one must all hold. */
export type IdFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['ID']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a short text; upper and lower case are alike. Several tests in one must all hold. */
export type StringFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Is less than this value, or before it. */
  readonly lt?: InputMaybe<Scalars['String']['input']>;
  /** Is at most this value. */
  readonly lte?: InputMaybe<Scalars['String']['input']>;
  /** Is greater than this value, or after it. */
  readonly gt?: InputMaybe<Scalars['String']['input']>;
  /** Is at least this value. */
  readonly gte?: InputMaybe<Scalars['String']['input']>;
  /** Contains this text, upper and lower case alike. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Starts with this text, upper and lower case alike. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
  /** Ends with this text, upper and lower case alike. */
  readonly endsWith?: InputMaybe<Scalars['String']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a long text; upper and lower case are alike. Several tests in one must all hold. */
export type TextFilter = {
  /** Contains this text, upper and lower case alike. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Starts with this text, upper and lower case alike. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
  /** Ends with this text, upper and lower case alike. */
  readonly endsWith?: InputMaybe<Scalars['String']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a whole number. Several tests in one must all hold. */
export type IntFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Int']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['Int']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Is less than this value, or before it. */
  readonly lt?: InputMaybe<Scalars['Int']['input']>;
  /** Is at most this value. */
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
  /** Is greater than this value, or after it. */
  readonly gt?: InputMaybe<Scalars['Int']['input']>;
  /** Is at least this value. */
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a length of time. Several tests in one must all hold. */
export type DurationFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Duration']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['Duration']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Duration']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['Duration']['input']>>;
  /** Is less than this value, or before it. */
  readonly lt?: InputMaybe<Scalars['Duration']['input']>;
  /** Is at most this value. */
  readonly lte?: InputMaybe<Scalars['Duration']['input']>;
  /** Is greater than this value, or after it. */
  readonly gt?: InputMaybe<Scalars['Duration']['input']>;
  /** Is at least this value. */
  readonly gte?: InputMaybe<Scalars['Duration']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a decimal number. Several tests in one must all hold. */
export type DecimalFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['Decimal']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Decimal']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['Decimal']['input']>>;
  /** Is less than this value, or before it. */
  readonly lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Is at most this value. */
  readonly lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Is greater than this value, or after it. */
  readonly gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Is at least this value. */
  readonly gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a yes or no. Several tests in one must all hold. */
export type BooleanFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a calendar day. Several tests in one must all hold. */
export type DateFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Date']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['Date']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Date']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['Date']['input']>>;
  /** Is less than this value, or before it. */
  readonly lt?: InputMaybe<Scalars['Date']['input']>;
  /** Is at most this value. */
  readonly lte?: InputMaybe<Scalars['Date']['input']>;
  /** Is greater than this value, or after it. */
  readonly gt?: InputMaybe<Scalars['Date']['input']>;
  /** Is at least this value. */
  readonly gte?: InputMaybe<Scalars['Date']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a time of day. Several tests in one must all hold. */
export type TimeFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Time']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['Time']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Time']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['Time']['input']>>;
  /** Is less than this value, or before it. */
  readonly lt?: InputMaybe<Scalars['Time']['input']>;
  /** Is at most this value. */
  readonly lte?: InputMaybe<Scalars['Time']['input']>;
  /** Is greater than this value, or after it. */
  readonly gt?: InputMaybe<Scalars['Time']['input']>;
  /** Is at least this value. */
  readonly gte?: InputMaybe<Scalars['Time']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a moment. Several tests in one must all hold. */
export type DateTimeFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['DateTime']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** Is less than this value, or before it. */
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is at most this value. */
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is greater than this value, or after it. */
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is at least this value. */
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a choice, by its `value`, not its label. Several tests in one must all hold. */
export type ChoiceFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Does not equal this value; rows without a value match. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
  /** Equals one of these values. An empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Equals none of these values; rows without a value match. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tests of a list: whether one of its members matches. Several tests in one must all hold. */
export type ListFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Contains this text, upper and lower case alike. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** true: has no value; false: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of a list of rows of Opportunity. */
export type OpportunityConnection = {
  readonly __typename?: 'OpportunityConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Opportunity>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<OpportunityEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Opportunity and its place in the list. */
export type OpportunityEdge = {
  readonly __typename?: 'OpportunityEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Opportunity;
};

/** Which rows of Opportunity. Everything given must hold. */
export type OpportunityFilter = {
  /** By salesforceId. */
  readonly salesforceId?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By stage. */
  readonly stage?: InputMaybe<ChoiceFilter>;
  /** By amount. */
  readonly amount?: InputMaybe<DecimalFilter>;
  /** By probability. */
  readonly probability?: InputMaybe<DecimalFilter>;
  /** By closeDate. */
  readonly closeDate?: InputMaybe<DateFilter>;
  /** By isClosed. */
  readonly isClosed?: InputMaybe<BooleanFilter>;
  /** By isWon. */
  readonly isWon?: InputMaybe<BooleanFilter>;
  /** By type. */
  readonly type?: InputMaybe<ChoiceFilter>;
  /** By nextStep. */
  readonly nextStep?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By salesforceAccountId. */
  readonly salesforceAccountId?: InputMaybe<IdFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<OpportunityFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<OpportunityFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<OpportunityFilter>;
};

/** What to sort rows of Opportunity by: one column in each. */
export type OpportunityOrder =
  /** By salesforceId. */
  { readonly salesforceId: OrderDirection; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By name. */
  { readonly salesforceId?: never; readonly name: OrderDirection; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By stage. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage: OrderDirection; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By amount. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount: OrderDirection; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By probability. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability: OrderDirection; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By closeDate. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate: OrderDirection; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By isClosed. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed: OrderDirection; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By isWon. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon: OrderDirection; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By type. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type: OrderDirection; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By nextStep. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By createdAt. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By updatedAt. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly salesforceAccountId?: never; }
  |  /** By salesforceAccountId. */
  { readonly salesforceId?: never; readonly name?: never; readonly stage?: never; readonly amount?: never; readonly probability?: never; readonly closeDate?: never; readonly isClosed?: never; readonly isWon?: never; readonly type?: never; readonly nextStep?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId: OrderDirection; };

/** A page of a list of rows of Account. */
export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Account>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<AccountEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Account and its place in the list. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Account;
};

/** Which rows of Account. Everything given must hold. */
export type AccountFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By phone. */
  readonly phone?: InputMaybe<StringFilter>;
  /** By city. */
  readonly city?: InputMaybe<StringFilter>;
  /** By country. */
  readonly country?: InputMaybe<StringFilter>;
  /** By customer. */
  readonly customer?: InputMaybe<BooleanFilter>;
  /** By partner. */
  readonly partner?: InputMaybe<BooleanFilter>;
  /** By salesforceAccountId. */
  readonly salesforceAccountId?: InputMaybe<IdFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<AccountFilter>;
};

/** What to sort rows of Account by: one column in each. */
export type AccountOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly name?: never; readonly phone?: never; readonly city?: never; readonly country?: never; readonly customer?: never; readonly partner?: never; readonly salesforceAccountId?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly name?: never; readonly phone?: never; readonly city?: never; readonly country?: never; readonly customer?: never; readonly partner?: never; readonly salesforceAccountId?: never; }
  |  /** By name. */
  { readonly sysId?: never; readonly number?: never; readonly name: OrderDirection; readonly phone?: never; readonly city?: never; readonly country?: never; readonly customer?: never; readonly partner?: never; readonly salesforceAccountId?: never; }
  |  /** By phone. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly phone: OrderDirection; readonly city?: never; readonly country?: never; readonly customer?: never; readonly partner?: never; readonly salesforceAccountId?: never; }
  |  /** By city. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly phone?: never; readonly city: OrderDirection; readonly country?: never; readonly customer?: never; readonly partner?: never; readonly salesforceAccountId?: never; }
  |  /** By country. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly phone?: never; readonly city?: never; readonly country: OrderDirection; readonly customer?: never; readonly partner?: never; readonly salesforceAccountId?: never; }
  |  /** By customer. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly phone?: never; readonly city?: never; readonly country?: never; readonly customer: OrderDirection; readonly partner?: never; readonly salesforceAccountId?: never; }
  |  /** By partner. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly phone?: never; readonly city?: never; readonly country?: never; readonly customer?: never; readonly partner: OrderDirection; readonly salesforceAccountId?: never; }
  |  /** By salesforceAccountId. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly phone?: never; readonly city?: never; readonly country?: never; readonly customer?: never; readonly partner?: never; readonly salesforceAccountId: OrderDirection; };

/** A page of a list of rows of Case. */
export type CaseConnection = {
  readonly __typename?: 'CaseConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Case>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<CaseEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Case and its place in the list. */
export type CaseEdge = {
  readonly __typename?: 'CaseEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Case;
};

/** Which rows of Case. Everything given must hold. */
export type CaseFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By description. */
  readonly description?: InputMaybe<TextFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By priority. */
  readonly priority?: InputMaybe<ChoiceFilter>;
  /** By impact. */
  readonly impact?: InputMaybe<ChoiceFilter>;
  /** By urgency. */
  readonly urgency?: InputMaybe<ChoiceFilter>;
  /** By category. */
  readonly category?: InputMaybe<ChoiceFilter>;
  /** By contactType. */
  readonly contactType?: InputMaybe<ChoiceFilter>;
  /** By openedAt. */
  readonly openedAt?: InputMaybe<DateTimeFilter>;
  /** By resolvedAt. */
  readonly resolvedAt?: InputMaybe<DateTimeFilter>;
  /** By closedAt. */
  readonly closedAt?: InputMaybe<DateTimeFilter>;
  /** By resolutionCode. */
  readonly resolutionCode?: InputMaybe<ChoiceFilter>;
  /** By closeNotes. */
  readonly closeNotes?: InputMaybe<TextFilter>;
  /** By majorCaseState. */
  readonly majorCaseState?: InputMaybe<ChoiceFilter>;
  /** By businessImpact. */
  readonly businessImpact?: InputMaybe<TextFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By accountId. */
  readonly accountId?: InputMaybe<IdFilter>;
  /** By contactId. */
  readonly contactId?: InputMaybe<IdFilter>;
  /** By consumerId. */
  readonly consumerId?: InputMaybe<IdFilter>;
  /** By incidentId. */
  readonly incidentId?: InputMaybe<IdFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<CaseFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CaseFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<CaseFilter>;
};

/** What to sort rows of Case by: one column in each. */
export type CaseOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active: OrderDirection; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority: OrderDirection; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact: OrderDirection; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By urgency. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency: OrderDirection; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By category. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category: OrderDirection; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By contactType. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType: OrderDirection; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt: OrderDirection; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By resolvedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt: OrderDirection; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By closedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt: OrderDirection; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By resolutionCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode: OrderDirection; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By majorCaseState. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By createdAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By accountId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId: OrderDirection; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By contactId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId: OrderDirection; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By consumerId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId: OrderDirection; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By incidentId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId: OrderDirection; readonly configurationItemId?: never; }
  |  /** By configurationItemId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId: OrderDirection; };

/** A page of a list of rows of Change Request. */
export type ChangeRequestConnection = {
  readonly __typename?: 'ChangeRequestConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<ChangeRequest>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<ChangeRequestEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Change Request and its place in the list. */
export type ChangeRequestEdge = {
  readonly __typename?: 'ChangeRequestEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: ChangeRequest;
};

/** Which rows of Change Request. Everything given must hold. */
export type ChangeRequestFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By type. */
  readonly type?: InputMaybe<ChoiceFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By priority. */
  readonly priority?: InputMaybe<ChoiceFilter>;
  /** By risk. */
  readonly risk?: InputMaybe<ChoiceFilter>;
  /** By impact. */
  readonly impact?: InputMaybe<ChoiceFilter>;
  /** By startDate. */
  readonly startDate?: InputMaybe<DateTimeFilter>;
  /** By endDate. */
  readonly endDate?: InputMaybe<DateTimeFilter>;
  /** By onHold. */
  readonly onHold?: InputMaybe<BooleanFilter>;
  /** By onHoldReason. */
  readonly onHoldReason?: InputMaybe<StringFilter>;
  /** By closeCode. */
  readonly closeCode?: InputMaybe<ChoiceFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ChangeRequestFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ChangeRequestFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ChangeRequestFilter>;
};

/** What to sort rows of Change Request by: one column in each. */
export type ChangeRequestOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By type. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type: OrderDirection; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active: OrderDirection; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority: OrderDirection; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By risk. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk: OrderDirection; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact: OrderDirection; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By startDate. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate: OrderDirection; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By endDate. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate: OrderDirection; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By onHold. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold: OrderDirection; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By onHoldReason. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason: OrderDirection; readonly closeCode?: never; readonly updatedAt?: never; }
  |  /** By closeCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of Consumer. */
export type ConsumerConnection = {
  readonly __typename?: 'ConsumerConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Consumer>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<ConsumerEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Consumer and its place in the list. */
export type ConsumerEdge = {
  readonly __typename?: 'ConsumerEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Consumer;
};

/** Which rows of Consumer. Everything given must hold. */
export type ConsumerFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By email. */
  readonly email?: InputMaybe<StringFilter>;
  /** By mobilePhone. */
  readonly mobilePhone?: InputMaybe<StringFilter>;
  /** By userId. */
  readonly userId?: InputMaybe<IdFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ConsumerFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ConsumerFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ConsumerFilter>;
};

/** What to sort rows of Consumer by: one column in each. */
export type ConsumerOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly name?: never; readonly email?: never; readonly mobilePhone?: never; readonly userId?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly name?: never; readonly email?: never; readonly mobilePhone?: never; readonly userId?: never; }
  |  /** By name. */
  { readonly sysId?: never; readonly number?: never; readonly name: OrderDirection; readonly email?: never; readonly mobilePhone?: never; readonly userId?: never; }
  |  /** By email. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly email: OrderDirection; readonly mobilePhone?: never; readonly userId?: never; }
  |  /** By mobilePhone. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly email?: never; readonly mobilePhone: OrderDirection; readonly userId?: never; }
  |  /** By userId. */
  { readonly sysId?: never; readonly number?: never; readonly name?: never; readonly email?: never; readonly mobilePhone?: never; readonly userId: OrderDirection; };

/** A page of a list of rows of Contact. */
export type ContactConnection = {
  readonly __typename?: 'ContactConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Contact>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<ContactEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Contact and its place in the list. */
export type ContactEdge = {
  readonly __typename?: 'ContactEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Contact;
};

/** Which rows of Contact. Everything given must hold. */
export type ContactFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By firstName. */
  readonly firstName?: InputMaybe<StringFilter>;
  /** By lastName. */
  readonly lastName?: InputMaybe<StringFilter>;
  /** By email. */
  readonly email?: InputMaybe<StringFilter>;
  /** By phone. */
  readonly phone?: InputMaybe<StringFilter>;
  /** By mobilePhone. */
  readonly mobilePhone?: InputMaybe<StringFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By accountId. */
  readonly accountId?: InputMaybe<IdFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ContactFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ContactFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ContactFilter>;
};

/** What to sort rows of Contact by: one column in each. */
export type ContactOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly name?: never; readonly firstName?: never; readonly lastName?: never; readonly email?: never; readonly phone?: never; readonly mobilePhone?: never; readonly active?: never; readonly accountId?: never; }
  |  /** By name. */
  { readonly sysId?: never; readonly name: OrderDirection; readonly firstName?: never; readonly lastName?: never; readonly email?: never; readonly phone?: never; readonly mobilePhone?: never; readonly active?: never; readonly accountId?: never; }
  |  /** By firstName. */
  { readonly sysId?: never; readonly name?: never; readonly firstName: OrderDirection; readonly lastName?: never; readonly email?: never; readonly phone?: never; readonly mobilePhone?: never; readonly active?: never; readonly accountId?: never; }
  |  /** By lastName. */
  { readonly sysId?: never; readonly name?: never; readonly firstName?: never; readonly lastName: OrderDirection; readonly email?: never; readonly phone?: never; readonly mobilePhone?: never; readonly active?: never; readonly accountId?: never; }
  |  /** By email. */
  { readonly sysId?: never; readonly name?: never; readonly firstName?: never; readonly lastName?: never; readonly email: OrderDirection; readonly phone?: never; readonly mobilePhone?: never; readonly active?: never; readonly accountId?: never; }
  |  /** By phone. */
  { readonly sysId?: never; readonly name?: never; readonly firstName?: never; readonly lastName?: never; readonly email?: never; readonly phone: OrderDirection; readonly mobilePhone?: never; readonly active?: never; readonly accountId?: never; }
  |  /** By mobilePhone. */
  { readonly sysId?: never; readonly name?: never; readonly firstName?: never; readonly lastName?: never; readonly email?: never; readonly phone?: never; readonly mobilePhone: OrderDirection; readonly active?: never; readonly accountId?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly name?: never; readonly firstName?: never; readonly lastName?: never; readonly email?: never; readonly phone?: never; readonly mobilePhone?: never; readonly active: OrderDirection; readonly accountId?: never; }
  |  /** By accountId. */
  { readonly sysId?: never; readonly name?: never; readonly firstName?: never; readonly lastName?: never; readonly email?: never; readonly phone?: never; readonly mobilePhone?: never; readonly active?: never; readonly accountId: OrderDirection; };

/** A page of a list of rows of Group. */
export type GroupConnection = {
  readonly __typename?: 'GroupConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Group>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<GroupEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Group and its place in the list. */
export type GroupEdge = {
  readonly __typename?: 'GroupEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Group;
};

/** Which rows of Group. Everything given must hold. */
export type GroupFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By description. */
  readonly description?: InputMaybe<StringFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<GroupFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<GroupFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<GroupFilter>;
};

/** What to sort rows of Group by: one column in each. */
export type GroupOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly name?: never; readonly description?: never; readonly active?: never; }
  |  /** By name. */
  { readonly sysId?: never; readonly name: OrderDirection; readonly description?: never; readonly active?: never; }
  |  /** By description. */
  { readonly sysId?: never; readonly name?: never; readonly description: OrderDirection; readonly active?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly name?: never; readonly description?: never; readonly active: OrderDirection; };

/** A page of a list of rows of Incident. */
export type IncidentConnection = {
  readonly __typename?: 'IncidentConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Incident>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<IncidentEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Incident and its place in the list. */
export type IncidentEdge = {
  readonly __typename?: 'IncidentEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Incident;
};

/** Which rows of Incident. Everything given must hold. */
export type IncidentFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By description. */
  readonly description?: InputMaybe<TextFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By holdReason. */
  readonly holdReason?: InputMaybe<ChoiceFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By priority. */
  readonly priority?: InputMaybe<ChoiceFilter>;
  /** By impact. */
  readonly impact?: InputMaybe<ChoiceFilter>;
  /** By urgency. */
  readonly urgency?: InputMaybe<ChoiceFilter>;
  /** By closeCode. */
  readonly closeCode?: InputMaybe<ChoiceFilter>;
  /** By closeNotes. */
  readonly closeNotes?: InputMaybe<TextFilter>;
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By openedAt. */
  readonly openedAt?: InputMaybe<DateTimeFilter>;
  /** By resolvedAt. */
  readonly resolvedAt?: InputMaybe<DateTimeFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<IncidentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<IncidentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<IncidentFilter>;
};

/** What to sort rows of Incident by: one column in each. */
export type IncidentOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By holdReason. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason: OrderDirection; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active: OrderDirection; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority: OrderDirection; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact: OrderDirection; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By urgency. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency: OrderDirection; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By closeCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode: OrderDirection; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By correlationId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId: OrderDirection; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt: OrderDirection; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By resolvedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By createdAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly configurationItemId?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly configurationItemId?: never; }
  |  /** By configurationItemId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly configurationItemId: OrderDirection; };

/** A page of a list of rows of Journal Entry. */
export type JournalEntryConnection = {
  readonly __typename?: 'JournalEntryConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<JournalEntry>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<JournalEntryEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Journal Entry and its place in the list. */
export type JournalEntryEdge = {
  readonly __typename?: 'JournalEntryEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: JournalEntry;
};

/** Which rows of Journal Entry. Everything given must hold. */
export type JournalEntryFilter = {
  /** By element. */
  readonly element?: InputMaybe<StringFilter>;
  /** By value. */
  readonly value?: InputMaybe<TextFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By createdBy. */
  readonly createdBy?: InputMaybe<StringFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<JournalEntryFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<JournalEntryFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<JournalEntryFilter>;
};

/** What to sort rows of Journal Entry by: one column in each. */
export type JournalEntryOrder =
  /** By element. */
  { readonly element: OrderDirection; readonly createdAt?: never; readonly createdBy?: never; }
  |  /** By createdAt. */
  { readonly element?: never; readonly createdAt: OrderDirection; readonly createdBy?: never; }
  |  /** By createdBy. */
  { readonly element?: never; readonly createdAt?: never; readonly createdBy: OrderDirection; };

/** A page of a list of rows of Problem. */
export type ProblemConnection = {
  readonly __typename?: 'ProblemConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Problem>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<ProblemEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Problem and its place in the list. */
export type ProblemEdge = {
  readonly __typename?: 'ProblemEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Problem;
};

/** Which rows of Problem. Everything given must hold. */
export type ProblemFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By priority. */
  readonly priority?: InputMaybe<ChoiceFilter>;
  /** By impact. */
  readonly impact?: InputMaybe<ChoiceFilter>;
  /** By urgency. */
  readonly urgency?: InputMaybe<ChoiceFilter>;
  /** By resolutionCode. */
  readonly resolutionCode?: InputMaybe<ChoiceFilter>;
  /** By workaround. */
  readonly workaround?: InputMaybe<TextFilter>;
  /** By knownError. */
  readonly knownError?: InputMaybe<BooleanFilter>;
  /** By openedAt. */
  readonly openedAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ProblemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ProblemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ProblemFilter>;
};

/** What to sort rows of Problem by: one column in each. */
export type ProblemOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active: OrderDirection; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority: OrderDirection; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact: OrderDirection; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By urgency. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency: OrderDirection; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By resolutionCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode: OrderDirection; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By knownError. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError: OrderDirection; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of Requested Item. */
export type RequestedItemConnection = {
  readonly __typename?: 'RequestedItemConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<RequestedItem>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<RequestedItemEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Requested Item and its place in the list. */
export type RequestedItemEdge = {
  readonly __typename?: 'RequestedItemEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: RequestedItem;
};

/** Which rows of Requested Item. Everything given must hold. */
export type RequestedItemFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By stage. */
  readonly stage?: InputMaybe<ChoiceFilter>;
  /** By quantity. */
  readonly quantity?: InputMaybe<IntFilter>;
  /** By price. */
  readonly price?: InputMaybe<DecimalFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<RequestedItemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<RequestedItemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<RequestedItemFilter>;
};

/** What to sort rows of Requested Item by: one column in each. */
export type RequestedItemOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly updatedAt?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly updatedAt?: never; }
  |  /** By stage. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage: OrderDirection; readonly quantity?: never; readonly price?: never; readonly updatedAt?: never; }
  |  /** By quantity. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity: OrderDirection; readonly price?: never; readonly updatedAt?: never; }
  |  /** By price. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of Request. */
export type ServiceRequestConnection = {
  readonly __typename?: 'ServiceRequestConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<ServiceRequest>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<ServiceRequestEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Request and its place in the list. */
export type ServiceRequestEdge = {
  readonly __typename?: 'ServiceRequestEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: ServiceRequest;
};

/** Which rows of Request. Everything given must hold. */
export type ServiceRequestFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By requestState. */
  readonly requestState?: InputMaybe<ChoiceFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By openedAt. */
  readonly openedAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ServiceRequestFilter>;
};

/** What to sort rows of Request by: one column in each. */
export type ServiceRequestOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly requestState?: never; readonly active?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By requestState. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState: OrderDirection; readonly active?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active: OrderDirection; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly openedAt: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly openedAt?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of User. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<User>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of User and its place in the list. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** Give it as `after` to get the rows behind this one. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: User;
};

/** Which rows of User. Everything given must hold. */
export type UserFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By userName. */
  readonly userName?: InputMaybe<StringFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By email. */
  readonly email?: InputMaybe<StringFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<UserFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<UserFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<UserFilter>;
};

/** What to sort rows of User by: one column in each. */
export type UserOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly userName?: never; readonly name?: never; readonly email?: never; readonly active?: never; }
  |  /** By userName. */
  { readonly sysId?: never; readonly userName: OrderDirection; readonly name?: never; readonly email?: never; readonly active?: never; }
  |  /** By name. */
  { readonly sysId?: never; readonly userName?: never; readonly name: OrderDirection; readonly email?: never; readonly active?: never; }
  |  /** By email. */
  { readonly sysId?: never; readonly userName?: never; readonly name?: never; readonly email: OrderDirection; readonly active?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly userName?: never; readonly name?: never; readonly email?: never; readonly active: OrderDirection; };
