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

/** Something that happened to an incident in All Quiet, or that was said about it. */
export type AllQuietEvent = {
  readonly __typename?: 'AllQuietEvent';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What was done: Investigated, Resolved, Unresolved, Commented, Assigned, Escalated, Snoozed, Archived, Forwarded; null where a program did it. */
  readonly intent: Maybe<Scalars['String']['output']>;
  /** The status that it brought; null where it brought none. */
  readonly status: Maybe<Choice>;
  /** The severity that it brought; null where it brought none. */
  readonly severity: Maybe<Choice>;
  /** What was said. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** Name of who did it; null where a program did. */
  readonly author: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The incident that it happened to. */
  readonly incident: Maybe<AllQuietIncident>;
};

/** An alert or incident as the people on call see it in All Quiet: its status, who is on call, what they did. */
export type AllQuietIncident = Node & {
  readonly __typename?: 'AllQuietIncident';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** All Quiet's own id of the incident. */
  readonly allQuietId: Scalars['ID']['output'];
  /** What has happened, in a few words. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Where the incident stands: Open or Resolved. */
  readonly status: Maybe<Choice>;
  /** How bad it is: Critical, Warning or Minor. */
  readonly severity: Maybe<Choice>;
  /** Whether nobody has taken it up yet. */
  readonly unattended: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is put away. */
  readonly archived: Maybe<Scalars['Boolean']['output']>;
  /** Until when it is snoozed; null where it is not, or without an end. */
  readonly snoozedUntil: Maybe<Scalars['DateTime']['output']>;
  /** What brought it in: the monitoring tool, or people. */
  readonly integration: Maybe<Scalars['String']['output']>;
  /** The teams that it concerns. */
  readonly teams: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Keys of the teams, for filters. */
  readonly teamIds: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Who is on call for it. */
  readonly onCall: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The services that it concerns. */
  readonly services: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Everything that came along with the alert: `[{ name, value }]`. */
  readonly attributes: Maybe<Scalars['JSON']['output']>;
  /** Number of the ServiceNow incident that it was forwarded to. */
  readonly serviceNowNumber: Maybe<Scalars['String']['output']>;
  /** The ServiceNow incident that it was forwarded to. */
  readonly incident: Maybe<Incident>;
  /** When it came up. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** What has happened to it, and what people said. */
  readonly events: Maybe<AllQuietEventConnection>;
  /** The incident in All Quiet. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** An alert or incident as the people on call see it in All Quiet: its status, who is on call, what they did. */
export type AllQuietIncidentEventsArgs = {
  filter?: InputMaybe<AllQuietEventFilter>;
  orderBy?: InputMaybe<ReadonlyArray<AllQuietEventOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** An IT incident, live from ServiceNow. */
export type Incident = Node & {
  readonly __typename?: 'Incident';
  /** The incident in All Quiet that this one was made from, or is worked on as. Null where there is none, or another tool has it. */
  readonly allQuiet: Maybe<AllQuietIncident>;
  /** The live incident in incident.io that this one was made from, or is worked on as. Null where there is none, or another tool has it. */
  readonly incidentIo: Maybe<IncidentIoIncident>;
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
  /** How the caller is told about it: Do Not Notify, Send Email, Telephone. */
  readonly notify: Maybe<Choice>;
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
  /** How often the record has been changed: it grows with every change. */
  readonly version: Maybe<Scalars['Int']['output']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** An IT incident, live from ServiceNow. */
export type IncidentJournalArgs = {
  filter?: InputMaybe<JournalEntryFilter>;
  orderBy?: InputMaybe<ReadonlyArray<JournalEntryOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Creates an incident from a case and associates the two. A case has at most one incident. Needs the role sn_incident_write.
   * Repeating the call with the same idempotencyKey completes or finds what the first one did and creates nothing twice.
   */
  readonly createIncidentFromCase: CreateIncidentFromCasePayload;
  /**
   * Creates a problem from a case and associates the two. A case has at most one problem. Needs the role sn_problem_write.
   * Repeating the call with the same idempotencyKey completes or finds what the first one did and creates nothing twice.
   */
  readonly createProblemFromCase: CreateProblemFromCasePayload;
  /**
   * Creates a normal change from a case and associates the two as the change that will fix it. A case has at most one. Needs the role
   * sn_change_write. Repeating the call with the same idempotencyKey completes or finds what the first one did and creates nothing twice.
   */
  readonly createNormalChangeFromCase: CreateNormalChangeFromCasePayload;
  /**
   * Creates a standard change from a template and associates it with a case as the change that will fix it. A case has at most one. What the change says comes
   * from the template; of the case it takes the domain only. Needs the role sn_change_write. Repeating the call with the same idempotencyKey completes or
   * finds what the first one did and creates nothing twice.
   */
  readonly createStandardChangeFromCase: CreateStandardChangeFromCasePayload;
  /**
   * Orders a catalog item for a case: a request with one requested item. A case may have many requests. Needs the role sn_request_write. Repeating the
   * call with the same idempotencyKey completes or finds what the first one did and creates nothing twice; without a key every call orders again.
   */
  readonly createRequestFromCase: CreateRequestFromCasePayload;
  /** Resolves an incident that is New, In Progress or On Hold. Needs the role sn_incident_write or itil. A repeat changes nothing. */
  readonly resolveIncident: IncidentTransitionPayload;
  /** Closes a resolved incident. Needs the role sn_incident_write or itil. A repeat changes nothing. */
  readonly closeIncident: IncidentTransitionPayload;
  /** Puts an incident that is New or In Progress on hold. Needs the role sn_incident_write or itil. A repeat changes nothing. */
  readonly holdIncident: IncidentTransitionPayload;
  /** Takes an incident off hold: it is In Progress again. Needs the role sn_incident_write or itil. A repeat changes nothing. */
  readonly resumeIncident: IncidentTransitionPayload;
  /**
   * Says how urgent an incident is and who works on it. Only what is given is changed; the priority follows by ServiceNow's own rules. Needs the role
   * sn_incident_write or itil. A repeat changes nothing.
   */
  readonly triageIncident: IncidentTransitionPayload;
  /**
   * Gives a case an existing record that is still open. A case has at most one incident, problem, change and causing change, and any number of requests. Needs the
   * role to read that kind of record (sn_incident_read, sn_problem_read, sn_change_read), and sn_request_write for requests. A repeat changes nothing.
   */
  readonly associateWithCase: CaseAssociationPayload;
  /** Takes a record off its case; the record itself stays as it is. Needs the same role as associating one. A repeat changes nothing. */
  readonly removeFromCase: CaseAssociationPayload;
  /** Resolves a case: the customer may then accept or reject the solution. For agents, on a case that is Open or Awaiting Info. A repeat changes nothing. */
  readonly proposeSolution: CaseTransitionPayload;
  /** Accepts the solution, which closes the case. For the customer. A repeat changes nothing. */
  readonly acceptSolution: CaseTransitionPayload;
  /** Rejects the solution, which opens the case again. For the customer. A repeat changes nothing. */
  readonly rejectSolution: CaseTransitionPayload;
  /** Asks the customer for information: the case awaits it. For agents, on an open case. A repeat changes nothing. */
  readonly requestInfo: CaseTransitionPayload;
  /** Closes a case that was not resolved. Agents give notes; managers and the customer may leave them out. A repeat changes nothing. */
  readonly closeCase: CaseTransitionPayload;
  /** Adds a comment, which the customer reads, or a work note, which only agents do. A customer's comment on a case that awaits information opens it again. */
  readonly addCaseComment: CaseTransitionPayload;
  /**
   * Forwards an incident of incident.io or All Quiet to ServiceNow now, whatever the rules would do by themselves; from then on the two follow each other, as the configuration
   * says. An incident that was forwarded before is found and not made twice. Needs the role sn_incident_write or itil, and an incident that you can see.
   */
  readonly forwardIncident: ForwardIncidentPayload;
  /** Proposes a case as a candidate for a major case. For agents, on a case that is New, Open or Awaiting Info. A repeat changes nothing. */
  readonly proposeMajorCase: MajorCasePayload;
  /**
   * Accepts a candidate. One that is a customer's case becomes the child of a new major case, which takes over what it is about and its related records; one
   * without account, contact and consumer becomes the major case itself. For major issue managers. A repeat completes or finds what the first call did.
   */
  readonly acceptMajorCase: MajorCasePayload;
  /** Rejects a candidate: it is a regular case again. For major issue managers. A repeat changes nothing. */
  readonly rejectMajorCase: MajorCasePayload;
  /**
   * Creates a child of a major case for each customer given who has none yet. For major issue managers. A repeat completes what the first call did and creates
   * nothing twice.
   */
  readonly createChildCases: CreateChildCasesPayload;
  /** Puts an existing case below a major case. Nothing that was said on the major case before is passed on. For major issue managers. A repeat changes nothing. */
  readonly addChildCase: AddChildCasePayload;
};


export type MutationCreateIncidentFromCaseArgs = {
  input: CreateIncidentFromCaseInput;
};


export type MutationCreateProblemFromCaseArgs = {
  input: CreateProblemFromCaseInput;
};


export type MutationCreateNormalChangeFromCaseArgs = {
  input: CreateNormalChangeFromCaseInput;
};


export type MutationCreateStandardChangeFromCaseArgs = {
  input: CreateStandardChangeFromCaseInput;
};


export type MutationCreateRequestFromCaseArgs = {
  input: CreateRequestFromCaseInput;
};


export type MutationResolveIncidentArgs = {
  input: ResolveIncidentInput;
};


export type MutationCloseIncidentArgs = {
  input: CloseIncidentInput;
};


export type MutationHoldIncidentArgs = {
  input: HoldIncidentInput;
};


export type MutationResumeIncidentArgs = {
  input: ResumeIncidentInput;
};


export type MutationTriageIncidentArgs = {
  input: TriageIncidentInput;
};


export type MutationAssociateWithCaseArgs = {
  input: AssociateWithCaseInput;
};


export type MutationRemoveFromCaseArgs = {
  input: RemoveFromCaseInput;
};


export type MutationProposeSolutionArgs = {
  input: ProposeSolutionInput;
};


export type MutationAcceptSolutionArgs = {
  input: AcceptSolutionInput;
};


export type MutationRejectSolutionArgs = {
  input: RejectSolutionInput;
};


export type MutationRequestInfoArgs = {
  input: RequestInfoInput;
};


export type MutationCloseCaseArgs = {
  input: CloseCaseInput;
};


export type MutationAddCaseCommentArgs = {
  input: AddCaseCommentInput;
};


export type MutationForwardIncidentArgs = {
  input: ForwardIncidentInput;
};


export type MutationProposeMajorCaseArgs = {
  input: ProposeMajorCaseInput;
};


export type MutationAcceptMajorCaseArgs = {
  input: AcceptMajorCaseInput;
};


export type MutationRejectMajorCaseArgs = {
  input: RejectMajorCaseInput;
};


export type MutationCreateChildCasesArgs = {
  input: CreateChildCasesInput;
};


export type MutationAddChildCaseArgs = {
  input: AddChildCaseInput;
};

/** Input of proposeSolution. */
export type ProposeSolutionInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Why it is resolved, an internal value of `choices(table: "Case", column: "resolutionCode")`. */
  readonly resolutionCode: Scalars['String']['input'];
  /** What was done, in words. */
  readonly closeNotes: Scalars['String']['input'];
  /** Said to the customer, besides. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** Input of acceptSolution. */
export type AcceptSolutionInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Said to the agents, besides. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** Input of rejectSolution. */
export type RejectSolutionInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** What is still wrong. */
  readonly comment: Scalars['String']['input'];
};

/** Input of requestInfo. */
export type RequestInfoInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** The question, as the customer reads it. */
  readonly comment: Scalars['String']['input'];
};

/** Input of closeCase. */
export type CloseCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** What was done, in words. */
  readonly closeNotes?: InputMaybe<Scalars['String']['input']>;
  /** Why it is closed, an internal value of `choices(table: "Case", column: "resolutionCode")`. */
  readonly resolutionCode?: InputMaybe<Scalars['String']['input']>;
};

/** Who reads an entry of a case's journal. */
export type CommentAudience =
  /** The customer and agents. */
  | 'CUSTOMER'
  /** Agents only. */
  | 'AGENTS';

/** Input of addCaseComment. */
export type AddCaseCommentInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** What to say, as plain text. */
  readonly text: Scalars['String']['input'];
  /** Who reads it. */
  readonly audience?: CommentAudience;
};

/** Answer of what changes a case itself. */
export type CaseTransitionPayload = {
  readonly __typename?: 'CaseTransitionPayload';
  /** The case as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /**
   * What went through although it does not fit, in words for an agent: a resolution code that speaks of a related record which the case does not have, or
   * which does not stand as the code says. Only proposeSolution looks.
   */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A customer-service case, live from ServiceNow. */
export type Case = Node & {
  readonly __typename?: 'Case';
  /**
   * Every action with whether you can take it on the case as it stands, in the order of a menu. It follows your roles, what the case already has, its
   * state and the rules of major cases; the mutation decides the same by a fresh read.
   */
  readonly availableActions: ReadonlyArray<CaseActionOffer>;
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
  /** Name of the record that it stands for in another system, or of the attempt that made it. */
  readonly correlationId: Maybe<Scalars['String']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** How often the record has been changed: it grows with every change. */
  readonly version: Maybe<Scalars['Int']['output']>;
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
  /** Cases of the customers whom a major case concerns. */
  readonly childCases: Maybe<CaseConnection>;
  /** Requests ordered for the case. */
  readonly requests: Maybe<ServiceRequestConnection>;
  /** The problem behind the case, as the customer sees it; null when there is none. */
  readonly portalProblem: Maybe<PortalProblem>;
  /** The change that will fix the case, as the customer sees it; null when there is none. */
  readonly portalChange: Maybe<PortalChange>;
  /** Requests ordered for the case, as the customer sees them. */
  readonly portalRequests: Maybe<PortalRequestConnection>;
  /** Comments and work notes. */
  readonly journal: Maybe<JournalEntryConnection>;
  /** The case in ServiceNow. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** A customer-service case, live from ServiceNow. */
export type CaseChildCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A customer-service case, live from ServiceNow. */
export type CaseRequestsArgs = {
  filter?: InputMaybe<ServiceRequestFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ServiceRequestOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A customer-service case, live from ServiceNow. */
export type CasePortalRequestsArgs = {
  filter?: InputMaybe<PortalRequestFilter>;
  orderBy?: InputMaybe<ReadonlyArray<PortalRequestOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A customer-service case, live from ServiceNow. */
export type CaseJournalArgs = {
  filter?: InputMaybe<JournalEntryFilter>;
  orderBy?: InputMaybe<ReadonlyArray<JournalEntryOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be done with a case. */
export type CaseAction =
  /** Create an incident from the case. */
  | 'CREATE_INCIDENT'
  /** Create a problem from the case. */
  | 'CREATE_PROBLEM'
  /** Create a request for the case; it may have many. */
  | 'CREATE_REQUEST'
  /** Create a normal change from the case. */
  | 'CREATE_NORMAL_CHANGE'
  /** Create a standard change from a template. */
  | 'CREATE_STANDARD_CHANGE'
  /** Give the case an existing incident. */
  | 'ASSOCIATE_INCIDENT'
  /** Give the case an existing problem. */
  | 'ASSOCIATE_PROBLEM'
  /** Give the case an existing change that will fix it. */
  | 'ASSOCIATE_CHANGE'
  /** Give the case the change that caused it. */
  | 'ASSOCIATE_CAUSED_BY_CHANGE'
  /** Give the case an existing request. */
  | 'ASSOCIATE_REQUEST'
  /** Take the incident off the case. */
  | 'REMOVE_INCIDENT'
  /** Take the problem off the case. */
  | 'REMOVE_PROBLEM'
  /** Take the change that will fix it off the case. */
  | 'REMOVE_CHANGE'
  /** Take the change that caused it off the case. */
  | 'REMOVE_CAUSED_BY_CHANGE'
  /** Take a request off the case. */
  | 'REMOVE_REQUEST'
  /** Propose the case as a candidate for a major case. */
  | 'PROPOSE_MAJOR_CASE'
  /** Accept the candidate as a major case. */
  | 'ACCEPT_MAJOR_CASE'
  /** Reject the candidate for a major case. */
  | 'REJECT_MAJOR_CASE'
  /** Create child cases of the major case for customers. */
  | 'CREATE_CHILD_CASES'
  /** Put an existing case below the major case. */
  | 'ADD_CHILD_CASE'
  /** Propose a solution to the customer, which resolves the case. */
  | 'PROPOSE_SOLUTION'
  /** Accept the solution, which closes the case; for the customer. */
  | 'ACCEPT_SOLUTION'
  /** Reject the solution, which opens the case again; for the customer. */
  | 'REJECT_SOLUTION'
  /** Ask the customer for information. */
  | 'REQUEST_INFO'
  /** Close the case without a solution. */
  | 'CLOSE';

/** An action of a case, as it is offered to you. */
export type CaseActionOffer = {
  readonly __typename?: 'CaseActionOffer';
  /** What it does. */
  readonly action: CaseAction;
  /** Whether you can take it now. */
  readonly enabled: Scalars['Boolean']['output'];
  /** Why not, in words for an agent; null where it is enabled. */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** How a case leads to a record. */
export type CaseRelation =
  /** The case's incident. */
  | 'INCIDENT'
  /** The problem behind the case. */
  | 'PROBLEM'
  /** The change request that will fix the case. */
  | 'CHANGE'
  /** The change request that caused the case. */
  | 'CAUSED_BY_CHANGE'
  /** A request ordered for the case; it may have many. */
  | 'REQUEST';

/** Input of associateWithCase. */
export type AssociateWithCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Global id of the incident, problem, change request or request. */
  readonly recordId: Scalars['ID']['input'];
  /** What the record is to the case. */
  readonly relation: CaseRelation;
};

/** Input of removeFromCase. */
export type RemoveFromCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Global id of the record that the case has; where it has another one by now, nothing is removed and CONFLICT is answered. */
  readonly recordId: Scalars['ID']['input'];
  /** What the record is to the case. */
  readonly relation: CaseRelation;
};

/** Answer of associateWithCase and removeFromCase. */
export type CaseAssociationPayload = {
  readonly __typename?: 'CaseAssociationPayload';
  /** The case as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** Input of createProblemFromCase. */
export type CreateProblemFromCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Any text of up to 200 characters that names this attempt, for example a UUID made when the button was pressed. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of createProblemFromCase. */
export type CreateProblemFromCasePayload = {
  readonly __typename?: 'CreateProblemFromCasePayload';
  /** The case as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /** The problem that the case now has; null when none was created. */
  readonly problem: Maybe<Problem>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of createNormalChangeFromCase. */
export type CreateNormalChangeFromCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Any text of up to 200 characters that names this attempt, for example a UUID made when the button was pressed. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of createNormalChangeFromCase. */
export type CreateNormalChangeFromCasePayload = {
  readonly __typename?: 'CreateNormalChangeFromCasePayload';
  /** The case as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /** The change request that the case now has; null when none was created. */
  readonly changeRequest: Maybe<ChangeRequest>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of createStandardChangeFromCase. */
export type CreateStandardChangeFromCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Global id of one of `standardChangeTemplates`. */
  readonly templateId: Scalars['ID']['input'];
  /** Any text of up to 200 characters that names this attempt, for example a UUID made when the button was pressed. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of createStandardChangeFromCase. */
export type CreateStandardChangeFromCasePayload = {
  readonly __typename?: 'CreateStandardChangeFromCasePayload';
  /** The case as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /** The change request that the case now has; null when none was created. */
  readonly changeRequest: Maybe<ChangeRequest>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of createRequestFromCase. */
export type CreateRequestFromCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** Global id of one of `catalogItems`. */
  readonly catalogItemId: Scalars['ID']['input'];
  /** How many, 1 to 999. */
  readonly quantity?: Scalars['Int']['input'];
  /** Global id of the contact or user whom it is for. Absent: the case's contact, or the login of its private customer. */
  readonly requestedForId?: InputMaybe<Scalars['ID']['input']>;
  /** Any text of up to 200 characters that names this attempt, for example a UUID made when the button was pressed. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of createRequestFromCase. */
export type CreateRequestFromCasePayload = {
  readonly __typename?: 'CreateRequestFromCasePayload';
  /** The case as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /** The request that was created; null when none was. */
  readonly request: Maybe<ServiceRequest>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of resolveIncident. */
export type ResolveIncidentInput = {
  /** Global id of the incident. */
  readonly incidentId: Scalars['ID']['input'];
  /** How it was resolved, an internal value of `choices(table: "Incident", column: "closeCode")`. */
  readonly closeCode: Scalars['String']['input'];
  /** What was done, in words. */
  readonly closeNotes: Scalars['String']['input'];
  /** Said to the caller, besides. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** Input of closeIncident. */
export type CloseIncidentInput = {
  /** Global id of the incident. */
  readonly incidentId: Scalars['ID']['input'];
  /** Said to the caller, besides. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** Input of holdIncident. */
export type HoldIncidentInput = {
  /** Global id of the incident. */
  readonly incidentId: Scalars['ID']['input'];
  /** What it waits for, an internal value of `choices(table: "Incident", column: "holdReason")`. */
  readonly reason: Scalars['String']['input'];
  /** Said to the caller, besides. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** Input of resumeIncident. */
export type ResumeIncidentInput = {
  /** Global id of the incident. */
  readonly incidentId: Scalars['ID']['input'];
  /** Said to the caller, besides. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** Input of triageIncident: at least one thing beside the incident. */
export type TriageIncidentInput = {
  /** Global id of the incident. */
  readonly incidentId: Scalars['ID']['input'];
  /** How much is affected, an internal value of `choices(table: "Incident", column: "impact")`. */
  readonly impact?: InputMaybe<Scalars['String']['input']>;
  /** How long it can wait, an internal value of `choices(table: "Incident", column: "urgency")`. */
  readonly urgency?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the group that is to work on it. */
  readonly assignmentGroupId?: InputMaybe<Scalars['ID']['input']>;
  /** Global id of the user who is to work on it. */
  readonly assignedToId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer of what changes an incident. */
export type IncidentTransitionPayload = {
  readonly __typename?: 'IncidentTransitionPayload';
  /** The incident as it stands after the call; null when it cannot be seen or may not be changed. */
  readonly incident: Maybe<Incident>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A customer as the ERP system knows them: how they pay, live from there. */
export type Debtor = Node & {
  readonly __typename?: 'Debtor';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number of the customer, which is that of the account. */
  readonly number: Scalars['ID']['output'];
  /** Name of the company. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Currency that they are invoiced in, such as EUR. */
  readonly currency: Maybe<Scalars['String']['output']>;
  /** Key of the agreed terms: NT14, NT30 or NT60, for the days that an invoice may take. */
  readonly paymentTerms: Maybe<Choice>;
  /** What may be open at most; null where there is no limit. */
  readonly creditLimit: Maybe<Scalars['Decimal']['output']>;
  /** Whether nothing is delivered to them for now. */
  readonly blocked: Maybe<Scalars['Boolean']['output']>;
  /** The invoices that were sent to them. */
  readonly invoices: Maybe<InvoiceConnection>;
};


/** A customer as the ERP system knows them: how they pay, live from there. */
export type DebtorInvoicesArgs = {
  filter?: InputMaybe<InvoiceFilter>;
  orderBy?: InputMaybe<ReadonlyArray<InvoiceOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** One line of an invoice, live from the ERP system. */
export type InvoiceItem = {
  readonly __typename?: 'InvoiceItem';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number of the line: 10, 20 and so on. */
  readonly line: Maybe<Scalars['Int']['output']>;
  /** Number of the product. */
  readonly product: Maybe<Scalars['String']['output']>;
  /** What the product is called. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** How many or how much. */
  readonly quantity: Maybe<Scalars['Decimal']['output']>;
  /** What the quantity counts: EA pieces, HUR hours, MON months. */
  readonly unit: Maybe<Choice>;
  /** Price of one, in the invoice's currency. */
  readonly unitPrice: Maybe<Scalars['Decimal']['output']>;
  /** Price of the line before tax. */
  readonly total: Maybe<Scalars['Decimal']['output']>;
  /** The invoice that it belongs to. */
  readonly invoice: Maybe<Invoice>;
};

/** An invoice, live from the ERP system. */
export type Invoice = Node & {
  readonly __typename?: 'Invoice';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number that people use, such as 90000001. */
  readonly number: Scalars['ID']['output'];
  /** Where it stands: Open, PartlyPaid, Paid, Disputed, Cancelled. */
  readonly status: Maybe<Choice>;
  /** Currency of all amounts, such as EUR. */
  readonly currency: Maybe<Scalars['String']['output']>;
  /** Sum before tax. */
  readonly netAmount: Maybe<Scalars['Decimal']['output']>;
  /** Tax on the sum. */
  readonly taxAmount: Maybe<Scalars['Decimal']['output']>;
  /** What has to be paid. */
  readonly grossAmount: Maybe<Scalars['Decimal']['output']>;
  /** What of it has not been paid yet. */
  readonly openAmount: Maybe<Scalars['Decimal']['output']>;
  /** When it was sent. */
  readonly issuedOn: Maybe<Scalars['Date']['output']>;
  /** Until when it has to be paid. */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** When it was paid; null where it is not, or not in full. */
  readonly paidOn: Maybe<Scalars['Date']['output']>;
  /** Whether something is open that should have been paid. */
  readonly overdue: Maybe<Scalars['Boolean']['output']>;
  /** The customer's own number for the purchase. */
  readonly purchaseOrder: Maybe<Scalars['String']['output']>;
  /** A remark for whoever handles it. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Number of the customer, which is that of the account; for filters. */
  readonly customerNumber: Maybe<Scalars['String']['output']>;
  /** The customer that it was sent to. */
  readonly account: Maybe<Account>;
  /** The customer as the ERP system knows them. */
  readonly debtor: Maybe<Debtor>;
  /** What is invoiced. */
  readonly items: Maybe<InvoiceItemConnection>;
  /** The invoice in the ERP system. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** An invoice, live from the ERP system. */
export type InvoiceItemsArgs = {
  filter?: InputMaybe<InvoiceItemFilter>;
  orderBy?: InputMaybe<ReadonlyArray<InvoiceItemOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A business customer, live from ServiceNow. */
export type Account = Node & {
  readonly __typename?: 'Account';
  /** Invoices that were sent to the customer. */
  readonly invoices: Maybe<InvoiceConnection>;
  /** People at the customer whom sales knows. */
  readonly salesContacts: Maybe<SalesContactConnection>;
  /** Deals with the customer, open and closed. */
  readonly opportunities: Maybe<OpportunityConnection>;
  /** What the customer has ordered. */
  readonly orders: Maybe<SalesOrderConnection>;
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
  /** Parcels on their way to the customer, and those that have arrived. */
  readonly shipments: Maybe<ShipmentConnection>;
};


/** A business customer, live from ServiceNow. */
export type AccountInvoicesArgs = {
  filter?: InputMaybe<InvoiceFilter>;
  orderBy?: InputMaybe<ReadonlyArray<InvoiceOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountSalesContactsArgs = {
  filter?: InputMaybe<SalesContactFilter>;
  orderBy?: InputMaybe<ReadonlyArray<SalesContactOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountOpportunitiesArgs = {
  filter?: InputMaybe<OpportunityFilter>;
  orderBy?: InputMaybe<ReadonlyArray<OpportunityOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountOrdersArgs = {
  filter?: InputMaybe<SalesOrderFilter>;
  orderBy?: InputMaybe<ReadonlyArray<SalesOrderOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountCasesArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountContactsArgs = {
  filter?: InputMaybe<ContactFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ContactOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A business customer, live from ServiceNow. */
export type AccountShipmentsArgs = {
  filter?: InputMaybe<ShipmentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ShipmentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Input of forwardIncident. */
export type ForwardIncidentInput = {
  /** Global id of the incident in the tool: of an IncidentIoIncident or an AllQuietIncident. */
  readonly incidentId: Scalars['ID']['input'];
};

/** Answer of forwardIncident. */
export type ForwardIncidentPayload = {
  readonly __typename?: 'ForwardIncidentPayload';
  /** The incident in ServiceNow; null when there is none, it cannot be seen, or the configuration forwards to another table. */
  readonly incident: Maybe<Incident>;
  /** Whether it was made by this call; false where it was there. */
  readonly created: Scalars['Boolean']['output'];
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Work that is left when a live incident is over. */
export type IncidentIoFollowUp = {
  readonly __typename?: 'IncidentIoFollowUp';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What is to be done, in a few words. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** What is to be done, in full. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Whether it is done: outstanding, completed, not_doing, deleted. */
  readonly status: Maybe<Choice>;
  /** How soon it should be done, in the words of the account. */
  readonly priority: Maybe<Choice>;
  /** Labels that people gave it. */
  readonly labels: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Name of who is to do it. */
  readonly assignee: Maybe<Scalars['String']['output']>;
  /** What it is called in the system it was exported to. */
  readonly issueName: Maybe<Scalars['String']['output']>;
  /** The page about it there. */
  readonly issueUrl: Maybe<Scalars['URL']['output']>;
  /** When it was written down. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was done. */
  readonly completedAt: Maybe<Scalars['DateTime']['output']>;
  /** The incident that it came up in. */
  readonly incident: Maybe<IncidentIoIncident>;
};

/** A live incident, as the people who work on it run it in incident.io: its channel, its status, who leads it. Private ones are left out. */
export type IncidentIoIncident = Node & {
  readonly __typename?: 'IncidentIoIncident';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** incident.io's own id of the incident. */
  readonly incidentIoId: Scalars['ID']['output'];
  /** What people call it, such as INC-123. */
  readonly reference: Maybe<Scalars['String']['output']>;
  /** What has happened, in a few words. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** What has happened and what is being done, in incident.io's formatting; it changes as more is known. */
  readonly summary: Maybe<Scalars['String']['output']>;
  /** Where the incident stands, in the words of the account; the value is the id of the status. */
  readonly status: Maybe<Choice>;
  /** What kind of status that is: triage, live, paused, learning, closed, declined, merged, canceled. */
  readonly statusCategory: Maybe<Choice>;
  /** How bad it is, in the words of the account; the value is the id of the severity. Null until somebody has set it. */
  readonly severity: Maybe<Choice>;
  /** The severity as a number to compare by: the higher, the worse. */
  readonly severityRank: Maybe<Scalars['Int']['output']>;
  /** What type of incident it is, in the words of the account. */
  readonly type: Maybe<Choice>;
  /** Whether it is real: standard, retrospective, test or tutorial. */
  readonly mode: Maybe<Choice>;
  /** Whom it is shown to in incident.io: public, or private to those who were invited. */
  readonly visibility: Maybe<Choice>;
  /** Name of who leads it. */
  readonly lead: Maybe<Scalars['String']['output']>;
  /** E-mail address of who leads it. */
  readonly leadEmail: Maybe<Scalars['String']['output']>;
  /** Name of who reported it, person or program. */
  readonly creator: Maybe<Scalars['String']['output']>;
  /** Name of the channel in Slack where people work on it, such as inc-123. */
  readonly slackChannelName: Maybe<Scalars['String']['output']>;
  /** Key of the channel in Slack. */
  readonly slackChannelId: Maybe<Scalars['String']['output']>;
  /** Key of the workspace in Slack. */
  readonly slackTeamId: Maybe<Scalars['String']['output']>;
  /** The channel in Slack where people work on it. */
  readonly slackChannelUrl: Maybe<Scalars['URL']['output']>;
  /** The call that people have about it; null where there is none. */
  readonly callUrl: Maybe<Scalars['URL']['output']>;
  /** The post-mortem; null until it is written. */
  readonly postmortemUrl: Maybe<Scalars['URL']['output']>;
  /** Which system the incident was forwarded to: service_now, jira and others; null where it was not. */
  readonly issueProvider: Maybe<Choice>;
  /** What it is called there: the number of the ServiceNow incident. */
  readonly issueName: Maybe<Scalars['String']['output']>;
  /** The page about it there. */
  readonly issueUrl: Maybe<Scalars['URL']['output']>;
  /** The ServiceNow incident that it was forwarded to. */
  readonly incident: Maybe<Incident>;
  /** When it was opened. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** What people said about it, and how its status and severity went; one request for each incident that it is asked of. */
  readonly updates: Maybe<IncidentIoUpdateConnection>;
  /** Work that is left when it is over. */
  readonly followUps: Maybe<IncidentIoFollowUpConnection>;
  /** The incident in incident.io. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};


/** A live incident, as the people who work on it run it in incident.io: its channel, its status, who leads it. Private ones are left out. */
export type IncidentIoIncidentUpdatesArgs = {
  filter?: InputMaybe<IncidentIoUpdateFilter>;
  orderBy?: InputMaybe<ReadonlyArray<IncidentIoUpdateOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A live incident, as the people who work on it run it in incident.io: its channel, its status, who leads it. Private ones are left out. */
export type IncidentIoIncidentFollowUpsArgs = {
  filter?: InputMaybe<IncidentIoFollowUpFilter>;
  orderBy?: InputMaybe<ReadonlyArray<IncidentIoFollowUpOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Something that was said about a live incident, or a change of its status or severity. */
export type IncidentIoUpdate = {
  readonly __typename?: 'IncidentIoUpdate';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What was said; null where only something was changed. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** Where the incident stood then. */
  readonly status: Maybe<Choice>;
  /** What kind of status that was. */
  readonly statusCategory: Maybe<Choice>;
  /** How bad it was then. */
  readonly severity: Maybe<Choice>;
  /** Name of who said or changed it, person or program. */
  readonly author: Maybe<Scalars['String']['output']>;
  /** When it was said. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The incident that it is about. */
  readonly incident: Maybe<IncidentIoIncident>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * What happens to one case: it is changed, a related record is changed, a comment or work note is written. Ends with an error when you may not
   * see the case any more. To miss nothing after a reconnect, give the cursor of the last event that you got as `after`.
   */
  readonly caseActivity: CaseActivity;
  /**
   * Cases that are made or changed, of those that you see: what a list of cases needs to stay as it is in ServiceNow. To miss nothing after a
   * reconnect, give the cursor of the last event that you got as `after`.
   */
  readonly caseChanged: CaseChange;
};


export type SubscriptionCaseActivityArgs = {
  caseId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionCaseChangedArgs = {
  filter?: InputMaybe<CaseFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What kind of thing happened to a case. */
export type CaseActivityKind =
  /** The case itself was changed. */
  | 'CASE'
  /** A record related to it was changed, or is new on it. */
  | 'RELATED'
  /** A comment was written, which the customer can read. */
  | 'COMMENT'
  /** A work note was written, which only agents can read. */
  | 'WORK_NOTE';

/** How a record that was changed is related to the case. */
export type CaseActivityRelation =
  /** The case's incident. */
  | 'INCIDENT'
  /** The problem behind the case. */
  | 'PROBLEM'
  /** The change request that will fix the case. */
  | 'CHANGE'
  /** The change request that caused the case. */
  | 'CAUSED_BY_CHANGE'
  /** A request ordered for the case. */
  | 'REQUEST';

/** Something that happened to a case. */
export type CaseActivity = {
  readonly __typename?: 'CaseActivity';
  /** Give it as `after` to go on from behind this event. */
  readonly cursor: Scalars['String']['output'];
  /** What kind of thing it was. */
  readonly kind: CaseActivityKind;
  /** When it happened, by ServiceNow's clock. */
  readonly at: Scalars['DateTime']['output'];
  /** How the changed record is related; null unless a related record was changed. */
  readonly relation: Maybe<CaseActivityRelation>;
  /** The comment or work note; null for anything else. */
  readonly entry: Maybe<JournalEntry>;
  /** The case as it stands now. */
  readonly case: Maybe<Case>;
};

/** A case that was made or changed. */
export type CaseChange = {
  readonly __typename?: 'CaseChange';
  /** Give it as `after` to go on from behind this event. */
  readonly cursor: Scalars['String']['output'];
  /** When it was changed, by ServiceNow's clock. */
  readonly at: Scalars['DateTime']['output'];
  /** The case as it stands now. */
  readonly case: Maybe<Case>;
};

/** Input of proposeMajorCase. */
export type ProposeMajorCaseInput = {
  /** Global id of the case. */
  readonly caseId: Scalars['ID']['input'];
  /** What it means for the business, up to 4,000 characters. */
  readonly businessImpact: Scalars['String']['input'];
  /** Work note for the agents; left out, the business impact is noted. */
  readonly workNotes?: InputMaybe<Scalars['String']['input']>;
};

/** Input of acceptMajorCase. */
export type AcceptMajorCaseInput = {
  /** Global id of the candidate. */
  readonly caseId: Scalars['ID']['input'];
  /** Any text of up to 200 characters that names this attempt, for example a UUID made when the button was pressed. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Input of rejectMajorCase. */
export type RejectMajorCaseInput = {
  /** Global id of the candidate. */
  readonly caseId: Scalars['ID']['input'];
  /** Why, for the agents. */
  readonly reason: Scalars['String']['input'];
};

/** Answer of what decides on major cases. */
export type MajorCasePayload = {
  readonly __typename?: 'MajorCasePayload';
  /** The case that was asked for, as it stands after the call; null when it cannot be seen. */
  readonly case: Maybe<Case>;
  /** The major case that it has become or come below; null where it has not. */
  readonly majorCase: Maybe<Case>;
  /** What was done and is not complete, in words: a related record that you may not read was not copied. */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Input of createChildCases: 1 to 100 customers. */
export type CreateChildCasesInput = {
  /** Global id of the major case. */
  readonly majorCaseId: Scalars['ID']['input'];
  /** Global ids of business accounts; the child is for the account's primary contact. */
  readonly accountIds?: ReadonlyArray<Scalars['ID']['input']>;
  /** Global ids of private customers. */
  readonly consumerIds?: ReadonlyArray<Scalars['ID']['input']>;
  /** Any text of up to 200 characters. It may be left out: what is created depends on the major case and the customer alone. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of createChildCases. */
export type CreateChildCasesPayload = {
  readonly __typename?: 'CreateChildCasesPayload';
  /** The major case as it stands after the call; null when it cannot be seen. */
  readonly majorCase: Maybe<Case>;
  /** One per customer given, accounts first; empty where the call as a whole was refused. */
  readonly children: ReadonlyArray<ChildCaseResult>;
  /** Why the call as a whole was refused. What went wrong for one customer stands with that customer. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of one customer's child case. */
export type ChildCaseResult = {
  readonly __typename?: 'ChildCaseResult';
  /** Global id of the account or consumer. */
  readonly recipientId: Scalars['ID']['output'];
  /** The customer's child case; null where there is none. */
  readonly case: Maybe<Case>;
  /** Whether this call created it; false for one that was there already. */
  readonly created: Scalars['Boolean']['output'];
  /** What went wrong for this customer; null when all went well. */
  readonly userError: Maybe<UserError>;
};

/** Input of addChildCase. */
export type AddChildCaseInput = {
  /** Global id of the major case. */
  readonly majorCaseId: Scalars['ID']['input'];
  /** Global id of the case to put below it. */
  readonly caseId: Scalars['ID']['input'];
};

/** Answer of addChildCase. */
export type AddChildCasePayload = {
  readonly __typename?: 'AddChildCasePayload';
  /** The major case as it stands after the call; null when it cannot be seen. */
  readonly majorCase: Maybe<Case>;
  /** The child case; null where it was not put there. */
  readonly childCase: Maybe<Case>;
  /** Empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Tables that the viewer may read, in the order of their names. Their metadata is the viewer's own: it depends on roles and domains. */
  readonly remoteTables: ReadonlyArray<RemoteTable>;
  /** One of them; null with NOT_FOUND where the viewer may read no table of this name. */
  readonly remoteTable: Maybe<RemoteTable>;
  /**
   * What a choice column can hold: the list that the owning system keeps, or where it keeps or shows none, the values of rows that the viewer can see.
   * Null with an error for a column that the viewer may not read, or that is no choice.
   */
  readonly choices: Maybe<ChoiceList>;
  /**
   * What other systems were asked lately, the oldest of it first, each attempt a line. Values that are secret or personal are masked, bodies are cut. Kept in this
   * gateway's memory only, within the bounds of the configuration. For administrators only (the configuration names their roles); FORBIDDEN for all others.
   */
  readonly upstreamCalls: Maybe<ReadonlyArray<UpstreamCall>>;
  /**
   * The systems that may tell the gateway of changes by webhook, and what came from each since the gateway was started. For administrators only (the configuration
   * names their roles); FORBIDDEN for all others.
   */
  readonly events: Maybe<ReadonlyArray<EventSource>>;
  /** My Lists of the portal: your cases, the one that changed last first. For contacts and consumers; agents have `cases`. */
  readonly myCases: Maybe<CaseConnection>;
  /** Requests > All Requests of the portal: the requests ordered for cases that you see, the one that changed last first. For contacts and consumers. */
  readonly myRequests: Maybe<PortalRequestConnection>;
  /** Who asks. */
  readonly viewer: Viewer;
  /**
   * The connections to other systems, each tried by logging in and reading a little of every declared table. For administrators only (the
   * configuration names their roles); FORBIDDEN for all others.
   */
  readonly connections: Maybe<ReadonlyArray<UpstreamConnection>>;
  /** Any row by its global id; null with NOT_FOUND when there is none that the viewer can see. */
  readonly node: Maybe<Node>;
  /** One row of On-call incident, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly allQuietIncident: Maybe<AllQuietIncident>;
  /** Rows of On-call incident that the viewer can see. */
  readonly allQuietIncidents: Maybe<AllQuietIncidentConnection>;
  /** One row of Debtor, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly debtor: Maybe<Debtor>;
  /** Rows of Debtor that the viewer can see. */
  readonly debtors: Maybe<DebtorConnection>;
  /** One row of Invoice, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly invoice: Maybe<Invoice>;
  /** Rows of Invoice that the viewer can see. */
  readonly invoices: Maybe<InvoiceConnection>;
  /** One row of Live incident, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly incidentIoIncident: Maybe<IncidentIoIncident>;
  /** Rows of Live incident that the viewer can see. */
  readonly incidentIoIncidents: Maybe<IncidentIoIncidentConnection>;
  /** One row of Sales contact, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly salesContact: Maybe<SalesContact>;
  /** Rows of Sales contact that the viewer can see. */
  readonly salesContacts: Maybe<SalesContactConnection>;
  /** One row of Opportunity, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly opportunity: Maybe<Opportunity>;
  /** Rows of Opportunity that the viewer can see. */
  readonly opportunities: Maybe<OpportunityConnection>;
  /** One row of Order, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly salesOrder: Maybe<SalesOrder>;
  /** Rows of Order that the viewer can see. */
  readonly orders: Maybe<SalesOrderConnection>;
  /** One row of Account, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly account: Maybe<Account>;
  /** Rows of Account that the viewer can see. */
  readonly accounts: Maybe<AccountConnection>;
  /** One row of Case, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly case: Maybe<Case>;
  /** Rows of Case that the viewer can see. */
  readonly cases: Maybe<CaseConnection>;
  /** One row of Catalog Item, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly catalogItem: Maybe<CatalogItem>;
  /** Rows of Catalog Item that the viewer can see. */
  readonly catalogItems: Maybe<CatalogItemConnection>;
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
  /** One row of Standard Change Template, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly standardChangeTemplate: Maybe<StandardChangeTemplate>;
  /** Rows of Standard Change Template that the viewer can see. */
  readonly standardChangeTemplates: Maybe<StandardChangeTemplateConnection>;
  /** One row of User, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly user: Maybe<User>;
  /** Rows of User that the viewer can see. */
  readonly users: Maybe<UserConnection>;
  /** One row of Shipment, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see. */
  readonly shipment: Maybe<Shipment>;
  /** Rows of Shipment that the viewer can see. */
  readonly shipments: Maybe<ShipmentConnection>;
};


export type QueryRemoteTableArgs = {
  name: Scalars['String']['input'];
};


export type QueryChoicesArgs = {
  table: Scalars['String']['input'];
  column: Scalars['String']['input'];
};


export type QueryUpstreamCallsArgs = {
  filter?: InputMaybe<UpstreamCallFilter>;
  last?: Scalars['Int']['input'];
};


export type QueryMyCasesArgs = {
  list?: CaseList;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAllQuietIncidentArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  allQuietId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAllQuietIncidentsArgs = {
  filter?: InputMaybe<AllQuietIncidentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<AllQuietIncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDebtorArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDebtorsArgs = {
  filter?: InputMaybe<DebtorFilter>;
  orderBy?: InputMaybe<ReadonlyArray<DebtorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryInvoiceArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInvoicesArgs = {
  filter?: InputMaybe<InvoiceFilter>;
  orderBy?: InputMaybe<ReadonlyArray<InvoiceOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryIncidentIoIncidentArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  incidentIoId?: InputMaybe<Scalars['ID']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
};


export type QueryIncidentIoIncidentsArgs = {
  filter?: InputMaybe<IncidentIoIncidentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<IncidentIoIncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySalesContactArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  salesforceId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySalesContactsArgs = {
  filter?: InputMaybe<SalesContactFilter>;
  orderBy?: InputMaybe<ReadonlyArray<SalesContactOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySalesOrderArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  salesforceId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrdersArgs = {
  filter?: InputMaybe<SalesOrderFilter>;
  orderBy?: InputMaybe<ReadonlyArray<SalesOrderOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCatalogItemArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryCatalogItemsArgs = {
  filter?: InputMaybe<CatalogItemFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CatalogItemOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryStandardChangeTemplateArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sysId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryStandardChangeTemplatesArgs = {
  filter?: InputMaybe<StandardChangeTemplateFilter>;
  orderBy?: InputMaybe<ReadonlyArray<StandardChangeTemplateOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryShipmentArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryShipmentsArgs = {
  filter?: InputMaybe<ShipmentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ShipmentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A table, as a front end shows it to this viewer. */
export type RemoteTable = {
  readonly __typename?: 'RemoteTable';
  /** Name of its type: what `__typename` says of its rows. */
  readonly name: Scalars['String']['output'];
  /** What people call one row. */
  readonly label: Scalars['String']['output'];
  /** What people call several. */
  readonly pluralLabel: Scalars['String']['output'];
  /** What it holds. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Root field that lists its rows; null for rows that are reached through other tables' rows only. */
  readonly listField: Maybe<Scalars['String']['output']>;
  /** Root field of one row, which takes `id`; null like `listField`. */
  readonly oneField: Maybe<Scalars['String']['output']>;
  /** Name of the input that filters it, for variables; null where no column can be filtered. */
  readonly filterType: Maybe<Scalars['String']['output']>;
  /** Name of the input that sorts it, for variables; null where no column can be sorted by. */
  readonly orderType: Maybe<Scalars['String']['output']>;
  /** Column that stands for a row where there is room for one; null where the viewer may read none. */
  readonly displayColumn: Maybe<Scalars['String']['output']>;
  /** All columns and references, in the order they are declared. */
  readonly columns: ReadonlyArray<RemoteColumn>;
  /** What lists are sorted by at first; empty: as they come. */
  readonly defaultOrder: ReadonlyArray<RemoteOrder>;
  /** Columns of a list. Of these and all other layouts, only what the viewer may read. */
  readonly listLayout: ReadonlyArray<RemoteColumn>;
  /** Sections of a form. */
  readonly formSections: ReadonlyArray<RemoteFormSection>;
  /** Columns of what pops up over a link to a row. */
  readonly popup: ReadonlyArray<RemoteColumn>;
  /** Lists that belong to a row: one sub-tab each. */
  readonly relatedLists: ReadonlyArray<RemoteRelatedList>;
  /** Where list, form and related lists are taken from. */
  readonly layoutSource: RemoteLayoutSource;
  /** Why the owning system's own layout stands in for less than it should; null where there is nothing to say. */
  readonly layoutNote: Maybe<Scalars['String']['output']>;
  /** Field with the address of the row in the system that owns it; null where there is none. */
  readonly recordUrlField: Maybe<Scalars['String']['output']>;
  /** Field with the address of a page to frame; null where no administrator configured one. */
  readonly embedField: Maybe<Scalars['String']['output']>;
  /** What the framed page may do; null where there is none. */
  readonly frame: Maybe<RemoteFrame>;
};

/** A column or reference of a table, as this viewer may use it. Of one that is not readable, nothing else is said than name, label and type. */
export type RemoteColumn = {
  readonly __typename?: 'RemoteColumn';
  /** Name of the field. */
  readonly name: Scalars['String']['output'];
  /** What people call it. */
  readonly label: Scalars['String']['output'];
  /** What its values are. */
  readonly type: RemoteColumnType;
  /** What it holds. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The viewer may read it, in at least some rows. */
  readonly readable: Scalars['Boolean']['output'];
  /** What to write into a selection to read it: `closeDate`, `stage { value label }`, `account { id name }`. Null where it is not readable. */
  readonly selection: Maybe<Scalars['String']['output']>;
  /** Rows can be filtered by it. */
  readonly filterable: Scalars['Boolean']['output'];
  /** Tests that a filter can put it to: names of fields of the column's filter input. */
  readonly operators: ReadonlyArray<Scalars['String']['output']>;
  /** Rows can be sorted by it. */
  readonly sortable: Scalars['Boolean']['output'];
  /** Its values come from a list: ask `choices` for it. */
  readonly choiceList: Scalars['Boolean']['output'];
  /** Where it leads; null for what is no reference. */
  readonly reference: Maybe<RemoteReference>;
};

/** What the values of a column are. It says how to show and to compare them. */
export type RemoteColumnType =
  /** An identifier; compared exactly. */
  | 'ID'
  /** A short text. */
  | 'STRING'
  /** A long text, with line breaks. */
  | 'TEXT'
  /** A whole number. */
  | 'INTEGER'
  /** A decimal number, as text. */
  | 'DECIMAL'
  /** Yes or no. */
  | 'BOOLEAN'
  /** A calendar day. */
  | 'DATE'
  /** A time of day. */
  | 'TIME'
  /** A moment, in UTC. */
  | 'DATETIME'
  /** A length of time in seconds. */
  | 'DURATION'
  /** An address that can be opened in a browser. */
  | 'URL'
  /** Any JSON value. */
  | 'JSON'
  /** A value out of a list, with the label to show. */
  | 'CHOICE'
  /** Several texts. */
  | 'LIST'
  /** A row of another table. */
  | 'REFERENCE';

/** Where a reference leads. */
export type RemoteReference = {
  readonly __typename?: 'RemoteReference';
  /** Name of the table. */
  readonly table: Scalars['String']['output'];
  /** What people call its rows. */
  readonly label: Scalars['String']['output'];
  /** Column of this table that holds the reference, to filter by; null where none is declared or readable. */
  readonly keyColumn: Maybe<Scalars['String']['output']>;
};

/** A column to sort by. */
export type RemoteOrder = {
  readonly __typename?: 'RemoteOrder';
  /** Name of the column. */
  readonly column: Scalars['String']['output'];
  /** In which direction. */
  readonly direction: OrderDirection;
};

/** A part of a form. */
export type RemoteFormSection = {
  readonly __typename?: 'RemoteFormSection';
  /** What stands above it; null for nothing. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Its columns, in order; never empty. */
  readonly columns: ReadonlyArray<RemoteColumn>;
};

/** A list that belongs to a row. */
export type RemoteRelatedList = {
  readonly __typename?: 'RemoteRelatedList';
  /** Field of the row's type; it takes the arguments of a list. */
  readonly field: Scalars['String']['output'];
  /** What people call it. */
  readonly label: Scalars['String']['output'];
  /** Name of the table of its rows. */
  readonly table: Scalars['String']['output'];
  /** Columns of the list, less those that lead back to the row. */
  readonly columns: ReadonlyArray<RemoteColumn>;
};

/** Where a layout is taken from. */
export type RemoteLayoutSource =
  /** From the table's declaration. */
  | 'DECLARED'
  /** From the owning system's own interface, at least in part: `layoutNote` says in which part not. */
  | 'INSTANCE'
  /** Made from the columns, as nothing says how to arrange them. */
  | 'DEFAULT';

/** Attributes of the frame that shows a row's page. Set all of them, also those that are empty. */
export type RemoteFrame = {
  readonly __typename?: 'RemoteFrame';
  /** Value of `sandbox`. */
  readonly sandbox: Scalars['String']['output'];
  /** Value of `allow`. */
  readonly allow: Scalars['String']['output'];
  /** Value of `referrerpolicy`. */
  readonly referrerPolicy: Scalars['String']['output'];
};

/** What a choice column can hold. */
export type ChoiceList = {
  readonly __typename?: 'ChoiceList';
  /** The values, in the order to show them. */
  readonly values: ReadonlyArray<ChoiceListValue>;
  /** Column that decides which values are offered; null where none does, or the owning system does not say. */
  readonly dependsOn: Maybe<Scalars['String']['output']>;
  /** Where they are known from. */
  readonly source: ChoiceListSource;
  /** Why they are not the owning system's own list; null where they are. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** One value of a choice list. */
export type ChoiceListValue = {
  readonly __typename?: 'ChoiceListValue';
  /** The value as the owning system stores it; filter and compare by it. */
  readonly value: Scalars['String']['output'];
  /** The text to show to people. */
  readonly label: Scalars['String']['output'];
  /** Found in old rows, and no longer offered for new ones. */
  readonly inactive: Scalars['Boolean']['output'];
  /** Values of the column that the list depends on, for which it is offered; empty: always. */
  readonly dependentValues: ReadonlyArray<Scalars['String']['output']>;
};

/** Where the values of a choice list are known from. */
export type ChoiceListSource =
  /** From the list of the system that owns the rows. */
  | 'INSTANCE'
  /** From rows that the viewer can see: there may be others. */
  | 'ROWS';

/** Which calls are looked for. All that is given must hold. */
export type UpstreamCallFilter = {
  /** Name of the connection. */
  readonly connection?: InputMaybe<Scalars['String']['input']>;
  /** How it was answered. */
  readonly status?: InputMaybe<UpstreamCallStatus>;
  /** At least so many milliseconds from the first byte sent to the last one received. */
  readonly minDuration?: InputMaybe<Scalars['Int']['input']>;
  /** Header `x-request-id` of the operation's answer. */
  readonly requestId?: InputMaybe<Scalars['String']['input']>;
  /** Subject of the viewer that it was made for. */
  readonly viewer?: InputMaybe<Scalars['String']['input']>;
  /** Only calls without an answer, or with one that says no. */
  readonly failedOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How another system answered. */
export type UpstreamCallStatus =
  /** 200 to 299. */
  | 'SUCCESS'
  /** 300 to 399; none of them is followed. */
  | 'REDIRECT'
  /** 400 to 499: it did not accept the request. */
  | 'CLIENT_ERROR'
  /** 500 and more: it could not. */
  | 'SERVER_ERROR'
  /** There was no answer. */
  | 'NO_ANSWER';

/** What a call was made for. */
export type UpstreamCallPurpose =
  /** To read or write rows. */
  | 'DATA'
  /** To log in. Bodies of these are never kept. */
  | 'TOKEN';

/** Why the gateway's memory did not answer instead. */
export type UpstreamCallCache =
  /** It had nothing that was new enough. */
  | 'MISS'
  /** It did answer; this call made it new. */
  | 'REFRESH'
  /** Nothing of this table is remembered, or something was written. */
  | 'NONE';

/** One attempt to get something from another system. */
export type UpstreamCall = {
  readonly __typename?: 'UpstreamCall';
  /** Counts up with each call since the gateway was started. */
  readonly number: Scalars['Int']['output'];
  /** When it ended. */
  readonly at: Scalars['DateTime']['output'];
  /** Name of the connection. */
  readonly connection: Scalars['String']['output'];
  /** Domain of the child alias that was taken, as a path; null for the connection itself. */
  readonly domain: Maybe<Scalars['String']['output']>;
  /** What it was made for. */
  readonly purpose: UpstreamCallPurpose;
  /** Name of the GraphQL operation; null where it has none, and for what the gateway does for itself. */
  readonly operation: Maybe<Scalars['String']['output']>;
  /** Subject of the viewer; null for what the gateway does for itself. */
  readonly viewer: Maybe<Scalars['String']['output']>;
  /** Request id of the operation, as its answer carries it in `x-request-id`. */
  readonly requestId: Scalars['String']['output'];
  /** What was sent. */
  readonly request: UpstreamCallRequest;
  /** What came back; null when nothing did. */
  readonly answer: Maybe<UpstreamCallAnswer>;
  /** Milliseconds from the first byte sent to the last one received. */
  readonly durationMs: Scalars['Int']['output'];
  /** 1 for the first attempt; each further one is a repetition. */
  readonly attempt: Scalars['Int']['output'];
  /** Why memory did not answer. */
  readonly cache: UpstreamCallCache;
  /** Kind of failure, as the gateway took it; null when there was none. */
  readonly error: Maybe<Scalars['String']['output']>;
};

/** What was sent to another system. */
export type UpstreamCallRequest = {
  readonly __typename?: 'UpstreamCallRequest';
  /** Method of HTTP. */
  readonly method: Scalars['String']['output'];
  /** Path and query, as they were sent, without what is secret or personal. */
  readonly path: Scalars['String']['output'];
  /** Beginning of the body, without what is secret or personal; null where there was none or none is kept. */
  readonly body: Maybe<Scalars['String']['output']>;
};

/** What another system answered. */
export type UpstreamCallAnswer = {
  readonly __typename?: 'UpstreamCallAnswer';
  /** Status of HTTP. */
  readonly status: Scalars['Int']['output'];
  /** Bytes of the body on the wire. */
  readonly bytes: Scalars['Int']['output'];
  /** Beginning of the body, without what is secret or personal; null where there was none or none is kept. */
  readonly body: Maybe<Scalars['String']['output']>;
};

/** A system that may tell the gateway of changes by webhook. */
export type EventSource = {
  readonly __typename?: 'EventSource';
  /** Name of the connection; its webhooks go to `/events/` and this name. */
  readonly connection: Scalars['String']['output'];
  /** Deliveries that were taken. */
  readonly accepted: Scalars['Int']['output'];
  /** Deliveries that were refused, by reason; reasons that never occurred are left out. */
  readonly refused: ReadonlyArray<EventRefusalCount>;
  /** When the last delivery was taken or refused; null when there was none. */
  readonly lastAt: Maybe<Scalars['DateTime']['output']>;
};

/** How often deliveries were refused for one reason. */
export type EventRefusalCount = {
  readonly __typename?: 'EventRefusalCount';
  /** The reason. */
  readonly reason: EventRefusal;
  /** How often. */
  readonly count: Scalars['Int']['output'];
};

/** Why a delivery was refused. */
export type EventRefusal =
  /** Nothing proves that it comes from the source: the signature or token is missing or wrong. */
  | 'FORGED'
  /** Its time is too far from the gateway's. */
  | 'STALE'
  /** It was taken before. */
  | 'REPLAYED'
  /** Its body is too large. */
  | 'OVERSIZED'
  /** It comes from the source and cannot be read. */
  | 'MALFORMED';

/** A list of My Lists. */
export type CaseList =
  /** Every case that you see: of your account, or your own. */
  | 'ALL'
  /** Cases with a proposed solution, which waits for you to accept or reject it. */
  | 'ACTION_NEEDED'
  /** Cases that you reported. */
  | 'MY_ISSUES'
  /** Cases that you reported and for which something was ordered. */
  | 'MY_REQUESTS';

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
  /** There are rows after the last one of this page; after a page counted from the end, as far as it is known without asking: true when `before` was given. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** There are rows before the first one of this page; before a page counted from the start, as far as it is known without asking: true when `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row: give it as `before`, with `last`, to get the page before; null on an empty page. */
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
  /** Something that the action needs was not given. */
  | 'INVALID_INPUT'
  /** The record's state does not allow the action. */
  | 'INVALID_STATE'
  /** The case has one already. */
  | 'ALREADY_ASSOCIATED'
  /** Somebody else did it first; nothing of this attempt remains. */
  | 'CONFLICT'
  /** A value was not accepted by the owning system. */
  | 'NOT_ACCEPTED'
  /** The owning system did not answer for this part. Repeat the call: what is done already is not done twice. */
  | 'UNAVAILABLE';

/** How a connection to another system is doing. */
export type UpstreamStatus =
  /** The gateway is logged in there and can read every declared table. */
  | 'OK'
  /** Something is missing; the problems say what. */
  | 'DEGRADED'
  /** There is no login, no answer, or nothing that can be read. */
  | 'FAILED'
  /** It was not tried: it is read in each viewer's own name, and the gateway has no account of its own there. */
  | 'UNKNOWN';

/** Something that is missing in another system, for an administrator to mend. */
export type UpstreamProblem = {
  readonly __typename?: 'UpstreamProblem';
  /** What was seen. */
  readonly message: Scalars['String']['output'];
  /** What to do about it. */
  readonly hint: Scalars['String']['output'];
  /** Types of the tables that it was found with; empty when it is about the connection as a whole. */
  readonly tables: ReadonlyArray<Scalars['String']['output']>;
};

/** A connection to another system, or a child alias of it for one domain. Its address and its credential are not shown. */
export type UpstreamConnection = {
  readonly __typename?: 'UpstreamConnection';
  /** Name in the configuration. */
  readonly name: Scalars['String']['output'];
  /** Domain of the child alias as a path; null for the connection itself. */
  readonly domain: Maybe<Scalars['String']['output']>;
  /** Kind of system: `servicenow`, `salesforce`, `rest`. */
  readonly adapter: Scalars['String']['output'];
  /** How it is doing. */
  readonly status: UpstreamStatus;
  /** What is missing; empty when all is well. */
  readonly problems: ReadonlyArray<UpstreamProblem>;
  /** When it was tried; a check is good for half a minute. */
  readonly checkedAt: Scalars['DateTime']['output'];
};

/** A person at a customer as sales knows them, live from Salesforce. */
export type SalesContact = Node & {
  readonly __typename?: 'SalesContact';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Salesforce's own id of the record, 18 characters. */
  readonly salesforceId: Scalars['ID']['output'];
  /** Full name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Position in the company. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Telephone number. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Whether the person does not want to be called. */
  readonly doNotCall: Maybe<Scalars['Boolean']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Id of the Salesforce account, for filters. */
  readonly salesforceAccountId: Maybe<Scalars['ID']['output']>;
  /** The customer that the person works for. */
  readonly account: Maybe<Account>;
  /** The person in Salesforce. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
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

/** What a customer has ordered, live from Salesforce. */
export type SalesOrder = Node & {
  readonly __typename?: 'SalesOrder';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Salesforce's own id of the record, 18 characters. */
  readonly salesforceId: Scalars['ID']['output'];
  /** Number that people use, such as 00000100. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** How far it has got. */
  readonly status: Maybe<Choice>;
  /** What it is worth, in the organisation's currency. */
  readonly totalAmount: Maybe<Scalars['Decimal']['output']>;
  /** When it takes effect. */
  readonly effectiveDate: Maybe<Scalars['Date']['output']>;
  /** When it ends. */
  readonly endDate: Maybe<Scalars['Date']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Id of the Salesforce account, for filters. */
  readonly salesforceAccountId: Maybe<Scalars['ID']['output']>;
  /** The customer that ordered. */
  readonly account: Maybe<Account>;
  /** The order in Salesforce. */
  readonly recordUrl: Maybe<Scalars['URL']['output']>;
};

/** Something that can be ordered, live from ServiceNow's service catalogue. Items that are retired, and entries that are no items, are not listed. */
export type CatalogItem = Node & {
  readonly __typename?: 'CatalogItem';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** One line that says what it is. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** Price of one. */
  readonly price: Maybe<Scalars['Decimal']['output']>;
  /** Whether it can be ordered. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** Table that the entry belongs to: ServiceNow keeps order guides, record producers and templates among its items. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
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
  /** The whole story, as plain text. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Where the change stands: New, Assess, Authorize, Scheduled, Implement, Review, Closed, Canceled. */
  readonly state: Maybe<Choice>;
  /** normal, standard or emergency. */
  readonly type: Maybe<Choice>;
  /** Kind of change, such as Other. */
  readonly category: Maybe<Choice>;
  /** Whether it is still being worked on. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** How soon it must be dealt with. */
  readonly priority: Maybe<Choice>;
  /** What can go wrong, 1 Very High to 4 Low. */
  readonly risk: Maybe<Choice>;
  /** How much is affected, 1 High to 3 Low. */
  readonly impact: Maybe<Choice>;
  /** How long it can wait, 1 High to 3 Low. */
  readonly urgency: Maybe<Choice>;
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
  /** Why it is to be made. */
  readonly justification: Maybe<Scalars['String']['output']>;
  /** How it is made. */
  readonly implementationPlan: Maybe<Scalars['String']['output']>;
  /** How it is taken back. */
  readonly backoutPlan: Maybe<Scalars['String']['output']>;
  /** How it is tested. */
  readonly testPlan: Maybe<Scalars['String']['output']>;
  /** Id of the record in the system that it came from, for searches. */
  readonly correlationId: Maybe<Scalars['String']['output']>;
  /** Key of the configuration item it is about, for filters. */
  readonly configurationItemId: Maybe<Scalars['ID']['output']>;
  /** Key of the company it is about, for filters. */
  readonly companyId: Maybe<Scalars['ID']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** How often the record has been changed: it grows with every change. */
  readonly version: Maybe<Scalars['Int']['output']>;
  /** Who asked for it. */
  readonly requestedBy: Maybe<User>;
  /** Who works on it. */
  readonly assignedTo: Maybe<User>;
  /** The group that works on it. */
  readonly assignmentGroup: Maybe<Group>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A change request, live from ServiceNow. */
export type ChangeRequestCasesCausedArgs = {
  filter?: InputMaybe<CaseFilter>;
  orderBy?: InputMaybe<ReadonlyArray<CaseOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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

/**
 * A change request as the customer of a case that it will fix sees it: what a pop-up shows, and no more. Reached through the case only. The two rules
 * below are the customers' rights to it; without them they see none.
 */
export type PortalChange = {
  readonly __typename?: 'PortalChange';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number that people use, such as CHG0030001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** Where the change stands. */
  readonly state: Maybe<Choice>;
  /** Planned start. */
  readonly startDate: Maybe<Scalars['DateTime']['output']>;
  /** Planned end. */
  readonly endDate: Maybe<Scalars['DateTime']['output']>;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
};

/**
 * A problem as the customer of one of its cases sees it: what a pop-up shows, and no more. Reached through the case only. ServiceNow's own rights for
 * external users are not there out of the box; here the two rules below are those rights, and without them customers see none.
 */
export type PortalProblem = {
  readonly __typename?: 'PortalProblem';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number that people use, such as PRB0040001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** Where the problem stands. */
  readonly state: Maybe<Choice>;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
};

/**
 * A request as the customer of its case sees it: what a pop-up shows, and its items. Reached through the case, or all together by `myRequests`. The two
 * rules below are the customers' rights to it; without them they see none.
 */
export type PortalRequest = {
  readonly __typename?: 'PortalRequest';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number that people use, such as REQ0010001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** How far the order has got. */
  readonly requestState: Maybe<Choice>;
  /** When it was ordered. */
  readonly openedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** The case it was ordered for. */
  readonly case: Maybe<Case>;
  /** What was ordered. */
  readonly items: Maybe<PortalRequestedItemConnection>;
};


/**
 * A request as the customer of its case sees it: what a pop-up shows, and its items. Reached through the case, or all together by `myRequests`. The two
 * rules below are the customers' rights to it; without them they see none.
 */
export type PortalRequestItemsArgs = {
  filter?: InputMaybe<PortalRequestedItemFilter>;
  orderBy?: InputMaybe<ReadonlyArray<PortalRequestedItemOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** One item of a request as the customer sees it. Reached through the request only. */
export type PortalRequestedItem = {
  readonly __typename?: 'PortalRequestedItem';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Number that people use, such as RITM0010001. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** One line that says what it is about. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** State of the task. */
  readonly state: Maybe<Choice>;
  /** How many. */
  readonly quantity: Maybe<Scalars['Int']['output']>;
  /** When it last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
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
  /** Id of the record in the system that it came from, for searches. */
  readonly correlationId: Maybe<Scalars['String']['output']>;
  /** Key of the configuration item it is about, for filters. */
  readonly configurationItemId: Maybe<Scalars['ID']['output']>;
  /** Key of the company it is about, for filters. */
  readonly companyId: Maybe<Scalars['ID']['output']>;
  /** Key of the record that it was first reported by, for filters: a case, where it was created from one. */
  readonly firstReportedById: Maybe<Scalars['ID']['output']>;
  /** When the record was made. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** How often the record has been changed: it grows with every change. */
  readonly version: Maybe<Scalars['Int']['output']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A problem: the cause behind incidents, live from ServiceNow. */
export type ProblemIncidentsArgs = {
  filter?: InputMaybe<IncidentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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
  /** Name of the attempt that made it, for searches. */
  readonly correlationId: Maybe<Scalars['String']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** The request that it belongs to. */
  readonly request: Maybe<ServiceRequest>;
  /** What was ordered; null where the item is not in the catalogue any more. */
  readonly catalogItem: Maybe<CatalogItem>;
  /** Who it is for. */
  readonly requestedFor: Maybe<User>;
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
  /** Name of the attempt that made it, for searches. */
  readonly correlationId: Maybe<Scalars['String']['output']>;
  /** When it was ordered. */
  readonly openedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** How often the record has been changed: it grows with every change. */
  readonly version: Maybe<Scalars['Int']['output']>;
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
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A template that standard changes are made from, live from ServiceNow. Retired ones are not listed. */
export type StandardChangeTemplate = Node & {
  readonly __typename?: 'StandardChangeTemplate';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** ServiceNow's own key of the record. */
  readonly sysId: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** One line that says what is changed. */
  readonly shortDescription: Maybe<Scalars['String']['output']>;
  /** Whether changes can be made from it. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /** When the record last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
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

/** A parcel on its way to a customer, live from the shipping service. */
export type Shipment = Node & {
  readonly __typename?: 'Shipment';
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The carrier's number of the parcel. */
  readonly trackingNumber: Maybe<Scalars['String']['output']>;
  /** Where it is: label_created, in_transit, out_for_delivery, delivered, exception or returned. */
  readonly status: Maybe<Choice>;
  /** Who carries it. */
  readonly carrier: Maybe<Scalars['String']['output']>;
  /** How it is carried, such as Express. */
  readonly service: Maybe<Scalars['String']['output']>;
  /** How many pieces it has. */
  readonly pieces: Maybe<Scalars['Int']['output']>;
  /** Weight of all pieces in kilograms. */
  readonly weight: Maybe<Scalars['Decimal']['output']>;
  /** What carrying it costs. */
  readonly cost: Maybe<Scalars['Decimal']['output']>;
  /** Currency of the cost, such as EUR. */
  readonly currency: Maybe<Scalars['String']['output']>;
  /** Where it goes: the city. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** Where it goes: the country. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** Whether its loss is insured. */
  readonly insured: Maybe<Scalars['Boolean']['output']>;
  /** What the carrier is asked to mind. */
  readonly instructions: Maybe<Scalars['String']['output']>;
  /** When it was announced to the carrier. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When the carrier took it. */
  readonly shippedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it should arrive. */
  readonly estimatedDelivery: Maybe<Scalars['Date']['output']>;
  /** When it arrived. */
  readonly deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** Number of the customer, which is that of the account; for filters. */
  readonly customerNumber: Maybe<Scalars['String']['output']>;
  /** The customer that it goes to. */
  readonly account: Maybe<Account>;
  /** The carrier's page about the parcel. */
  readonly trackingUrl: Maybe<Scalars['URL']['output']>;
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

/** A page of a list of rows of On-call event. */
export type AllQuietEventConnection = {
  readonly __typename?: 'AllQuietEventConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<AllQuietEvent>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<AllQuietEventEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of On-call event and its place in the list. */
export type AllQuietEventEdge = {
  readonly __typename?: 'AllQuietEventEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AllQuietEvent;
};

/** Which rows of On-call event. Everything given must hold. */
export type AllQuietEventFilter = {
  /** By intent. */
  readonly intent?: InputMaybe<StringFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By severity. */
  readonly severity?: InputMaybe<ChoiceFilter>;
  /** By message. */
  readonly message?: InputMaybe<TextFilter>;
  /** By author. */
  readonly author?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<AllQuietIncidentReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<AllQuietEventFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AllQuietEventFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<AllQuietEventFilter>;
};

/** What must be among a list of rows of On-call event. Rows that cannot be seen are not there. Everything given must hold. */
export type AllQuietEventListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<AllQuietEventFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<AllQuietEventFilter>;
};

/** What to sort rows of On-call event by: one column in each. */
export type AllQuietEventOrder =
  /** By intent. */
  { readonly intent: OrderDirection; readonly status?: never; readonly severity?: never; readonly author?: never; readonly createdAt?: never; }
  |  /** By status. */
  { readonly intent?: never; readonly status: OrderDirection; readonly severity?: never; readonly author?: never; readonly createdAt?: never; }
  |  /** By severity. */
  { readonly intent?: never; readonly status?: never; readonly severity: OrderDirection; readonly author?: never; readonly createdAt?: never; }
  |  /** By author. */
  { readonly intent?: never; readonly status?: never; readonly severity?: never; readonly author: OrderDirection; readonly createdAt?: never; }
  |  /** By createdAt. */
  { readonly intent?: never; readonly status?: never; readonly severity?: never; readonly author?: never; readonly createdAt: OrderDirection; };

/** A page of a list of rows of On-call incident. */
export type AllQuietIncidentConnection = {
  readonly __typename?: 'AllQuietIncidentConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<AllQuietIncident>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<AllQuietIncidentEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of On-call incident and its place in the list. */
export type AllQuietIncidentEdge = {
  readonly __typename?: 'AllQuietIncidentEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AllQuietIncident;
};

/** Which rows of On-call incident. Everything given must hold. */
export type AllQuietIncidentFilter = {
  /** By allQuietId. */
  readonly allQuietId?: InputMaybe<IdFilter>;
  /** By title. */
  readonly title?: InputMaybe<StringFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By severity. */
  readonly severity?: InputMaybe<ChoiceFilter>;
  /** By unattended. */
  readonly unattended?: InputMaybe<BooleanFilter>;
  /** By archived. */
  readonly archived?: InputMaybe<BooleanFilter>;
  /** By snoozedUntil. */
  readonly snoozedUntil?: InputMaybe<DateTimeFilter>;
  /** By integration. */
  readonly integration?: InputMaybe<StringFilter>;
  /** By teams. */
  readonly teams?: InputMaybe<ListFilter>;
  /** By teamIds. */
  readonly teamIds?: InputMaybe<ListFilter>;
  /** By onCall. */
  readonly onCall?: InputMaybe<ListFilter>;
  /** By services. */
  readonly services?: InputMaybe<ListFilter>;
  /** By serviceNowNumber. */
  readonly serviceNowNumber?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentReferenceFilter>;
  /** By the rows of events. */
  readonly events?: InputMaybe<AllQuietEventListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<AllQuietIncidentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AllQuietIncidentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<AllQuietIncidentFilter>;
};

/** What a reference to On-call incident must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type AllQuietIncidentReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** By allQuietId. */
  readonly allQuietId?: InputMaybe<IdFilter>;
  /** By title. */
  readonly title?: InputMaybe<StringFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By severity. */
  readonly severity?: InputMaybe<ChoiceFilter>;
  /** By unattended. */
  readonly unattended?: InputMaybe<BooleanFilter>;
  /** By archived. */
  readonly archived?: InputMaybe<BooleanFilter>;
  /** By snoozedUntil. */
  readonly snoozedUntil?: InputMaybe<DateTimeFilter>;
  /** By integration. */
  readonly integration?: InputMaybe<StringFilter>;
  /** By teams. */
  readonly teams?: InputMaybe<ListFilter>;
  /** By teamIds. */
  readonly teamIds?: InputMaybe<ListFilter>;
  /** By onCall. */
  readonly onCall?: InputMaybe<ListFilter>;
  /** By services. */
  readonly services?: InputMaybe<ListFilter>;
  /** By serviceNowNumber. */
  readonly serviceNowNumber?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentReferenceFilter>;
  /** By the rows of events. */
  readonly events?: InputMaybe<AllQuietEventListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<AllQuietIncidentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AllQuietIncidentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<AllQuietIncidentFilter>;
};

/** What to sort rows of On-call incident by: one column in each. */
export type AllQuietIncidentOrder =
  /** By allQuietId. */
  { readonly allQuietId: OrderDirection; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By title. */
  { readonly allQuietId?: never; readonly title: OrderDirection; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By status. */
  { readonly allQuietId?: never; readonly title?: never; readonly status: OrderDirection; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By severity. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity: OrderDirection; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By unattended. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended: OrderDirection; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By archived. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived: OrderDirection; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By snoozedUntil. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil: OrderDirection; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By integration. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration: OrderDirection; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By serviceNowNumber. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; }
  |  /** By createdAt. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly allQuietId?: never; readonly title?: never; readonly status?: never; readonly severity?: never; readonly unattended?: never; readonly archived?: never; readonly snoozedUntil?: never; readonly integration?: never; readonly serviceNowNumber?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of Debtor. */
export type DebtorConnection = {
  readonly __typename?: 'DebtorConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Debtor>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<DebtorEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Debtor and its place in the list. */
export type DebtorEdge = {
  readonly __typename?: 'DebtorEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Debtor;
};

/** Which rows of Debtor. Everything given must hold. */
export type DebtorFilter = {
  /** By number. */
  readonly number?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By currency. */
  readonly currency?: InputMaybe<StringFilter>;
  /** By paymentTerms. */
  readonly paymentTerms?: InputMaybe<ChoiceFilter>;
  /** By creditLimit. */
  readonly creditLimit?: InputMaybe<DecimalFilter>;
  /** By blocked. */
  readonly blocked?: InputMaybe<BooleanFilter>;
  /** By the rows of invoices. */
  readonly invoices?: InputMaybe<InvoiceListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<DebtorFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<DebtorFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<DebtorFilter>;
};

/** What a reference to Debtor must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type DebtorReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** By number. */
  readonly number?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By currency. */
  readonly currency?: InputMaybe<StringFilter>;
  /** By paymentTerms. */
  readonly paymentTerms?: InputMaybe<ChoiceFilter>;
  /** By creditLimit. */
  readonly creditLimit?: InputMaybe<DecimalFilter>;
  /** By blocked. */
  readonly blocked?: InputMaybe<BooleanFilter>;
  /** By the rows of invoices. */
  readonly invoices?: InputMaybe<InvoiceListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<DebtorFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<DebtorFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<DebtorFilter>;
};

/** What to sort rows of Debtor by: one column in each. */
export type DebtorOrder =
  /** By number. */
  { readonly number: OrderDirection; readonly name?: never; readonly currency?: never; readonly paymentTerms?: never; readonly creditLimit?: never; readonly blocked?: never; }
  |  /** By name. */
  { readonly number?: never; readonly name: OrderDirection; readonly currency?: never; readonly paymentTerms?: never; readonly creditLimit?: never; readonly blocked?: never; }
  |  /** By currency. */
  { readonly number?: never; readonly name?: never; readonly currency: OrderDirection; readonly paymentTerms?: never; readonly creditLimit?: never; readonly blocked?: never; }
  |  /** By paymentTerms. */
  { readonly number?: never; readonly name?: never; readonly currency?: never; readonly paymentTerms: OrderDirection; readonly creditLimit?: never; readonly blocked?: never; }
  |  /** By creditLimit. */
  { readonly number?: never; readonly name?: never; readonly currency?: never; readonly paymentTerms?: never; readonly creditLimit: OrderDirection; readonly blocked?: never; }
  |  /** By blocked. */
  { readonly number?: never; readonly name?: never; readonly currency?: never; readonly paymentTerms?: never; readonly creditLimit?: never; readonly blocked: OrderDirection; };

/** A page of a list of rows of Invoice item. */
export type InvoiceItemConnection = {
  readonly __typename?: 'InvoiceItemConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<InvoiceItem>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<InvoiceItemEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Invoice item and its place in the list. */
export type InvoiceItemEdge = {
  readonly __typename?: 'InvoiceItemEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: InvoiceItem;
};

/** Which rows of Invoice item. Everything given must hold. */
export type InvoiceItemFilter = {
  /** By line. */
  readonly line?: InputMaybe<IntFilter>;
  /** By product. */
  readonly product?: InputMaybe<StringFilter>;
  /** By description. */
  readonly description?: InputMaybe<StringFilter>;
  /** By quantity. */
  readonly quantity?: InputMaybe<DecimalFilter>;
  /** By unit. */
  readonly unit?: InputMaybe<ChoiceFilter>;
  /** By unitPrice. */
  readonly unitPrice?: InputMaybe<DecimalFilter>;
  /** By total. */
  readonly total?: InputMaybe<DecimalFilter>;
  /** By what invoice leads to. */
  readonly invoice?: InputMaybe<InvoiceReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<InvoiceItemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<InvoiceItemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<InvoiceItemFilter>;
};

/** What must be among a list of rows of Invoice item. Rows that cannot be seen are not there. Everything given must hold. */
export type InvoiceItemListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<InvoiceItemFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<InvoiceItemFilter>;
};

/** What to sort rows of Invoice item by: one column in each. */
export type InvoiceItemOrder =
  /** By line. */
  { readonly line: OrderDirection; readonly product?: never; readonly description?: never; readonly quantity?: never; readonly unit?: never; readonly unitPrice?: never; readonly total?: never; }
  |  /** By product. */
  { readonly line?: never; readonly product: OrderDirection; readonly description?: never; readonly quantity?: never; readonly unit?: never; readonly unitPrice?: never; readonly total?: never; }
  |  /** By description. */
  { readonly line?: never; readonly product?: never; readonly description: OrderDirection; readonly quantity?: never; readonly unit?: never; readonly unitPrice?: never; readonly total?: never; }
  |  /** By quantity. */
  { readonly line?: never; readonly product?: never; readonly description?: never; readonly quantity: OrderDirection; readonly unit?: never; readonly unitPrice?: never; readonly total?: never; }
  |  /** By unit. */
  { readonly line?: never; readonly product?: never; readonly description?: never; readonly quantity?: never; readonly unit: OrderDirection; readonly unitPrice?: never; readonly total?: never; }
  |  /** By unitPrice. */
  { readonly line?: never; readonly product?: never; readonly description?: never; readonly quantity?: never; readonly unit?: never; readonly unitPrice: OrderDirection; readonly total?: never; }
  |  /** By total. */
  { readonly line?: never; readonly product?: never; readonly description?: never; readonly quantity?: never; readonly unit?: never; readonly unitPrice?: never; readonly total: OrderDirection; };

/** A page of a list of rows of Invoice. */
export type InvoiceConnection = {
  readonly __typename?: 'InvoiceConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Invoice>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<InvoiceEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Invoice and its place in the list. */
export type InvoiceEdge = {
  readonly __typename?: 'InvoiceEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Invoice;
};

/** Which rows of Invoice. Everything given must hold. */
export type InvoiceFilter = {
  /** By number. */
  readonly number?: InputMaybe<IdFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By currency. */
  readonly currency?: InputMaybe<StringFilter>;
  /** By netAmount. */
  readonly netAmount?: InputMaybe<DecimalFilter>;
  /** By taxAmount. */
  readonly taxAmount?: InputMaybe<DecimalFilter>;
  /** By grossAmount. */
  readonly grossAmount?: InputMaybe<DecimalFilter>;
  /** By openAmount. */
  readonly openAmount?: InputMaybe<DecimalFilter>;
  /** By issuedOn. */
  readonly issuedOn?: InputMaybe<DateFilter>;
  /** By dueOn. */
  readonly dueOn?: InputMaybe<DateFilter>;
  /** By paidOn. */
  readonly paidOn?: InputMaybe<DateFilter>;
  /** By overdue. */
  readonly overdue?: InputMaybe<BooleanFilter>;
  /** By purchaseOrder. */
  readonly purchaseOrder?: InputMaybe<StringFilter>;
  /** By note. */
  readonly note?: InputMaybe<TextFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By customerNumber. */
  readonly customerNumber?: InputMaybe<StringFilter>;
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** By what debtor leads to. */
  readonly debtor?: InputMaybe<DebtorReferenceFilter>;
  /** By the rows of items. */
  readonly items?: InputMaybe<InvoiceItemListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<InvoiceFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<InvoiceFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<InvoiceFilter>;
};

/** What a reference to Invoice must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type InvoiceReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** By number. */
  readonly number?: InputMaybe<IdFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By currency. */
  readonly currency?: InputMaybe<StringFilter>;
  /** By netAmount. */
  readonly netAmount?: InputMaybe<DecimalFilter>;
  /** By taxAmount. */
  readonly taxAmount?: InputMaybe<DecimalFilter>;
  /** By grossAmount. */
  readonly grossAmount?: InputMaybe<DecimalFilter>;
  /** By openAmount. */
  readonly openAmount?: InputMaybe<DecimalFilter>;
  /** By issuedOn. */
  readonly issuedOn?: InputMaybe<DateFilter>;
  /** By dueOn. */
  readonly dueOn?: InputMaybe<DateFilter>;
  /** By paidOn. */
  readonly paidOn?: InputMaybe<DateFilter>;
  /** By overdue. */
  readonly overdue?: InputMaybe<BooleanFilter>;
  /** By purchaseOrder. */
  readonly purchaseOrder?: InputMaybe<StringFilter>;
  /** By note. */
  readonly note?: InputMaybe<TextFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By customerNumber. */
  readonly customerNumber?: InputMaybe<StringFilter>;
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** By what debtor leads to. */
  readonly debtor?: InputMaybe<DebtorReferenceFilter>;
  /** By the rows of items. */
  readonly items?: InputMaybe<InvoiceItemListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<InvoiceFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<InvoiceFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<InvoiceFilter>;
};

/** What must be among a list of rows of Invoice. Rows that cannot be seen are not there. Everything given must hold. */
export type InvoiceListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<InvoiceFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<InvoiceFilter>;
};

/** What to sort rows of Invoice by: one column in each. */
export type InvoiceOrder =
  /** By number. */
  { readonly number: OrderDirection; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By status. */
  { readonly number?: never; readonly status: OrderDirection; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By currency. */
  { readonly number?: never; readonly status?: never; readonly currency: OrderDirection; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By netAmount. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount: OrderDirection; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By taxAmount. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount: OrderDirection; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By grossAmount. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount: OrderDirection; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By openAmount. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount: OrderDirection; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By issuedOn. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn: OrderDirection; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By dueOn. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn: OrderDirection; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By paidOn. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn: OrderDirection; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By overdue. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue: OrderDirection; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By purchaseOrder. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder: OrderDirection; readonly updatedAt?: never; readonly customerNumber?: never; }
  |  /** By updatedAt. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt: OrderDirection; readonly customerNumber?: never; }
  |  /** By customerNumber. */
  { readonly number?: never; readonly status?: never; readonly currency?: never; readonly netAmount?: never; readonly taxAmount?: never; readonly grossAmount?: never; readonly openAmount?: never; readonly issuedOn?: never; readonly dueOn?: never; readonly paidOn?: never; readonly overdue?: never; readonly purchaseOrder?: never; readonly updatedAt?: never; readonly customerNumber: OrderDirection; };

/** A page of a list of rows of Follow-up. */
export type IncidentIoFollowUpConnection = {
  readonly __typename?: 'IncidentIoFollowUpConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<IncidentIoFollowUp>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<IncidentIoFollowUpEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Follow-up and its place in the list. */
export type IncidentIoFollowUpEdge = {
  readonly __typename?: 'IncidentIoFollowUpEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: IncidentIoFollowUp;
};

/** Which rows of Follow-up. Everything given must hold. */
export type IncidentIoFollowUpFilter = {
  /** By title. */
  readonly title?: InputMaybe<StringFilter>;
  /** By description. */
  readonly description?: InputMaybe<TextFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By priority. */
  readonly priority?: InputMaybe<ChoiceFilter>;
  /** By labels. */
  readonly labels?: InputMaybe<ListFilter>;
  /** By assignee. */
  readonly assignee?: InputMaybe<StringFilter>;
  /** By issueName. */
  readonly issueName?: InputMaybe<StringFilter>;
  /** By issueUrl. */
  readonly issueUrl?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By completedAt. */
  readonly completedAt?: InputMaybe<DateTimeFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentIoIncidentReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<IncidentIoFollowUpFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<IncidentIoFollowUpFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<IncidentIoFollowUpFilter>;
};

/** What must be among a list of rows of Follow-up. Rows that cannot be seen are not there. Everything given must hold. */
export type IncidentIoFollowUpListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<IncidentIoFollowUpFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<IncidentIoFollowUpFilter>;
};

/** What to sort rows of Follow-up by: one column in each. */
export type IncidentIoFollowUpOrder =
  /** By title. */
  { readonly title: OrderDirection; readonly status?: never; readonly priority?: never; readonly assignee?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly completedAt?: never; }
  |  /** By status. */
  { readonly title?: never; readonly status: OrderDirection; readonly priority?: never; readonly assignee?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly completedAt?: never; }
  |  /** By priority. */
  { readonly title?: never; readonly status?: never; readonly priority: OrderDirection; readonly assignee?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly completedAt?: never; }
  |  /** By assignee. */
  { readonly title?: never; readonly status?: never; readonly priority?: never; readonly assignee: OrderDirection; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly completedAt?: never; }
  |  /** By issueName. */
  { readonly title?: never; readonly status?: never; readonly priority?: never; readonly assignee?: never; readonly issueName: OrderDirection; readonly issueUrl?: never; readonly createdAt?: never; readonly completedAt?: never; }
  |  /** By issueUrl. */
  { readonly title?: never; readonly status?: never; readonly priority?: never; readonly assignee?: never; readonly issueName?: never; readonly issueUrl: OrderDirection; readonly createdAt?: never; readonly completedAt?: never; }
  |  /** By createdAt. */
  { readonly title?: never; readonly status?: never; readonly priority?: never; readonly assignee?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt: OrderDirection; readonly completedAt?: never; }
  |  /** By completedAt. */
  { readonly title?: never; readonly status?: never; readonly priority?: never; readonly assignee?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly completedAt: OrderDirection; };

/** A page of a list of rows of Live incident. */
export type IncidentIoIncidentConnection = {
  readonly __typename?: 'IncidentIoIncidentConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<IncidentIoIncident>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<IncidentIoIncidentEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Live incident and its place in the list. */
export type IncidentIoIncidentEdge = {
  readonly __typename?: 'IncidentIoIncidentEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: IncidentIoIncident;
};

/** Which rows of Live incident. Everything given must hold. */
export type IncidentIoIncidentFilter = {
  /** By incidentIoId. */
  readonly incidentIoId?: InputMaybe<IdFilter>;
  /** By reference. */
  readonly reference?: InputMaybe<StringFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By summary. */
  readonly summary?: InputMaybe<TextFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By statusCategory. */
  readonly statusCategory?: InputMaybe<ChoiceFilter>;
  /** By severity. */
  readonly severity?: InputMaybe<ChoiceFilter>;
  /** By severityRank. */
  readonly severityRank?: InputMaybe<IntFilter>;
  /** By type. */
  readonly type?: InputMaybe<ChoiceFilter>;
  /** By mode. */
  readonly mode?: InputMaybe<ChoiceFilter>;
  /** By visibility. */
  readonly visibility?: InputMaybe<ChoiceFilter>;
  /** By lead. */
  readonly lead?: InputMaybe<StringFilter>;
  /** By leadEmail. */
  readonly leadEmail?: InputMaybe<StringFilter>;
  /** By creator. */
  readonly creator?: InputMaybe<StringFilter>;
  /** By slackChannelName. */
  readonly slackChannelName?: InputMaybe<StringFilter>;
  /** By slackChannelId. */
  readonly slackChannelId?: InputMaybe<StringFilter>;
  /** By slackTeamId. */
  readonly slackTeamId?: InputMaybe<StringFilter>;
  /** By callUrl. */
  readonly callUrl?: InputMaybe<StringFilter>;
  /** By postmortemUrl. */
  readonly postmortemUrl?: InputMaybe<StringFilter>;
  /** By issueProvider. */
  readonly issueProvider?: InputMaybe<ChoiceFilter>;
  /** By issueName. */
  readonly issueName?: InputMaybe<StringFilter>;
  /** By issueUrl. */
  readonly issueUrl?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By recordUrl. */
  readonly recordUrl?: InputMaybe<StringFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentReferenceFilter>;
  /** By the rows of updates. */
  readonly updates?: InputMaybe<IncidentIoUpdateListFilter>;
  /** By the rows of followUps. */
  readonly followUps?: InputMaybe<IncidentIoFollowUpListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<IncidentIoIncidentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<IncidentIoIncidentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<IncidentIoIncidentFilter>;
};

/** What a reference to Live incident must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type IncidentIoIncidentReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** By incidentIoId. */
  readonly incidentIoId?: InputMaybe<IdFilter>;
  /** By reference. */
  readonly reference?: InputMaybe<StringFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By summary. */
  readonly summary?: InputMaybe<TextFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By statusCategory. */
  readonly statusCategory?: InputMaybe<ChoiceFilter>;
  /** By severity. */
  readonly severity?: InputMaybe<ChoiceFilter>;
  /** By severityRank. */
  readonly severityRank?: InputMaybe<IntFilter>;
  /** By type. */
  readonly type?: InputMaybe<ChoiceFilter>;
  /** By mode. */
  readonly mode?: InputMaybe<ChoiceFilter>;
  /** By visibility. */
  readonly visibility?: InputMaybe<ChoiceFilter>;
  /** By lead. */
  readonly lead?: InputMaybe<StringFilter>;
  /** By leadEmail. */
  readonly leadEmail?: InputMaybe<StringFilter>;
  /** By creator. */
  readonly creator?: InputMaybe<StringFilter>;
  /** By slackChannelName. */
  readonly slackChannelName?: InputMaybe<StringFilter>;
  /** By slackChannelId. */
  readonly slackChannelId?: InputMaybe<StringFilter>;
  /** By slackTeamId. */
  readonly slackTeamId?: InputMaybe<StringFilter>;
  /** By callUrl. */
  readonly callUrl?: InputMaybe<StringFilter>;
  /** By postmortemUrl. */
  readonly postmortemUrl?: InputMaybe<StringFilter>;
  /** By issueProvider. */
  readonly issueProvider?: InputMaybe<ChoiceFilter>;
  /** By issueName. */
  readonly issueName?: InputMaybe<StringFilter>;
  /** By issueUrl. */
  readonly issueUrl?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By recordUrl. */
  readonly recordUrl?: InputMaybe<StringFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentReferenceFilter>;
  /** By the rows of updates. */
  readonly updates?: InputMaybe<IncidentIoUpdateListFilter>;
  /** By the rows of followUps. */
  readonly followUps?: InputMaybe<IncidentIoFollowUpListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<IncidentIoIncidentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<IncidentIoIncidentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<IncidentIoIncidentFilter>;
};

/** What to sort rows of Live incident by: one column in each. */
export type IncidentIoIncidentOrder =
  /** By incidentIoId. */
  { readonly incidentIoId: OrderDirection; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By reference. */
  { readonly incidentIoId?: never; readonly reference: OrderDirection; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By name. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name: OrderDirection; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By status. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status: OrderDirection; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By statusCategory. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory: OrderDirection; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By severity. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity: OrderDirection; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By severityRank. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank: OrderDirection; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By type. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type: OrderDirection; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By mode. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode: OrderDirection; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By visibility. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility: OrderDirection; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By lead. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead: OrderDirection; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By leadEmail. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail: OrderDirection; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By creator. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator: OrderDirection; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By slackChannelName. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName: OrderDirection; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By slackChannelId. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId: OrderDirection; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By slackTeamId. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId: OrderDirection; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By callUrl. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl: OrderDirection; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By postmortemUrl. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl: OrderDirection; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By issueProvider. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider: OrderDirection; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By issueName. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName: OrderDirection; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By issueUrl. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By createdAt. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly recordUrl?: never; }
  |  /** By updatedAt. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly recordUrl?: never; }
  |  /** By recordUrl. */
  { readonly incidentIoId?: never; readonly reference?: never; readonly name?: never; readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly severityRank?: never; readonly type?: never; readonly mode?: never; readonly visibility?: never; readonly lead?: never; readonly leadEmail?: never; readonly creator?: never; readonly slackChannelName?: never; readonly slackChannelId?: never; readonly slackTeamId?: never; readonly callUrl?: never; readonly postmortemUrl?: never; readonly issueProvider?: never; readonly issueName?: never; readonly issueUrl?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly recordUrl: OrderDirection; };

/** A page of a list of rows of Incident update. */
export type IncidentIoUpdateConnection = {
  readonly __typename?: 'IncidentIoUpdateConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<IncidentIoUpdate>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<IncidentIoUpdateEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Incident update and its place in the list. */
export type IncidentIoUpdateEdge = {
  readonly __typename?: 'IncidentIoUpdateEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: IncidentIoUpdate;
};

/** Which rows of Incident update. Everything given must hold. */
export type IncidentIoUpdateFilter = {
  /** By message. */
  readonly message?: InputMaybe<TextFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By statusCategory. */
  readonly statusCategory?: InputMaybe<ChoiceFilter>;
  /** By severity. */
  readonly severity?: InputMaybe<ChoiceFilter>;
  /** By author. */
  readonly author?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentIoIncidentReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<IncidentIoUpdateFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<IncidentIoUpdateFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<IncidentIoUpdateFilter>;
};

/** What must be among a list of rows of Incident update. Rows that cannot be seen are not there. Everything given must hold. */
export type IncidentIoUpdateListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<IncidentIoUpdateFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<IncidentIoUpdateFilter>;
};

/** What to sort rows of Incident update by: one column in each. */
export type IncidentIoUpdateOrder =
  /** By status. */
  { readonly status: OrderDirection; readonly statusCategory?: never; readonly severity?: never; readonly author?: never; readonly createdAt?: never; }
  |  /** By statusCategory. */
  { readonly status?: never; readonly statusCategory: OrderDirection; readonly severity?: never; readonly author?: never; readonly createdAt?: never; }
  |  /** By severity. */
  { readonly status?: never; readonly statusCategory?: never; readonly severity: OrderDirection; readonly author?: never; readonly createdAt?: never; }
  |  /** By author. */
  { readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly author: OrderDirection; readonly createdAt?: never; }
  |  /** By createdAt. */
  { readonly status?: never; readonly statusCategory?: never; readonly severity?: never; readonly author?: never; readonly createdAt: OrderDirection; };

/** A page of a list of rows of Sales contact. */
export type SalesContactConnection = {
  readonly __typename?: 'SalesContactConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<SalesContact>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<SalesContactEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Sales contact and its place in the list. */
export type SalesContactEdge = {
  readonly __typename?: 'SalesContactEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: SalesContact;
};

/** Which rows of Sales contact. Everything given must hold. */
export type SalesContactFilter = {
  /** By salesforceId. */
  readonly salesforceId?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By title. */
  readonly title?: InputMaybe<StringFilter>;
  /** By email. */
  readonly email?: InputMaybe<StringFilter>;
  /** By phone. */
  readonly phone?: InputMaybe<StringFilter>;
  /** By doNotCall. */
  readonly doNotCall?: InputMaybe<BooleanFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By salesforceAccountId. */
  readonly salesforceAccountId?: InputMaybe<IdFilter>;
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<SalesContactFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<SalesContactFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<SalesContactFilter>;
};

/** What must be among a list of rows of Sales contact. Rows that cannot be seen are not there. Everything given must hold. */
export type SalesContactListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<SalesContactFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<SalesContactFilter>;
};

/** What to sort rows of Sales contact by: one column in each. */
export type SalesContactOrder =
  /** By salesforceId. */
  { readonly salesforceId: OrderDirection; readonly name?: never; readonly title?: never; readonly email?: never; readonly phone?: never; readonly doNotCall?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By name. */
  { readonly salesforceId?: never; readonly name: OrderDirection; readonly title?: never; readonly email?: never; readonly phone?: never; readonly doNotCall?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By title. */
  { readonly salesforceId?: never; readonly name?: never; readonly title: OrderDirection; readonly email?: never; readonly phone?: never; readonly doNotCall?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By email. */
  { readonly salesforceId?: never; readonly name?: never; readonly title?: never; readonly email: OrderDirection; readonly phone?: never; readonly doNotCall?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By phone. */
  { readonly salesforceId?: never; readonly name?: never; readonly title?: never; readonly email?: never; readonly phone: OrderDirection; readonly doNotCall?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By doNotCall. */
  { readonly salesforceId?: never; readonly name?: never; readonly title?: never; readonly email?: never; readonly phone?: never; readonly doNotCall: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By createdAt. */
  { readonly salesforceId?: never; readonly name?: never; readonly title?: never; readonly email?: never; readonly phone?: never; readonly doNotCall?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By updatedAt. */
  { readonly salesforceId?: never; readonly name?: never; readonly title?: never; readonly email?: never; readonly phone?: never; readonly doNotCall?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly salesforceAccountId?: never; }
  |  /** By salesforceAccountId. */
  { readonly salesforceId?: never; readonly name?: never; readonly title?: never; readonly email?: never; readonly phone?: never; readonly doNotCall?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<OpportunityFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<OpportunityFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<OpportunityFilter>;
};

/** What must be among a list of rows of Opportunity. Rows that cannot be seen are not there. Everything given must hold. */
export type OpportunityListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<OpportunityFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<OpportunityFilter>;
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

/** A page of a list of rows of Order. */
export type SalesOrderConnection = {
  readonly __typename?: 'SalesOrderConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<SalesOrder>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<SalesOrderEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Order and its place in the list. */
export type SalesOrderEdge = {
  readonly __typename?: 'SalesOrderEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: SalesOrder;
};

/** Which rows of Order. Everything given must hold. */
export type SalesOrderFilter = {
  /** By salesforceId. */
  readonly salesforceId?: InputMaybe<IdFilter>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By totalAmount. */
  readonly totalAmount?: InputMaybe<DecimalFilter>;
  /** By effectiveDate. */
  readonly effectiveDate?: InputMaybe<DateFilter>;
  /** By endDate. */
  readonly endDate?: InputMaybe<DateFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By salesforceAccountId. */
  readonly salesforceAccountId?: InputMaybe<IdFilter>;
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<SalesOrderFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<SalesOrderFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<SalesOrderFilter>;
};

/** What must be among a list of rows of Order. Rows that cannot be seen are not there. Everything given must hold. */
export type SalesOrderListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<SalesOrderFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<SalesOrderFilter>;
};

/** What to sort rows of Order by: one column in each. */
export type SalesOrderOrder =
  /** By salesforceId. */
  { readonly salesforceId: OrderDirection; readonly number?: never; readonly status?: never; readonly totalAmount?: never; readonly effectiveDate?: never; readonly endDate?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By number. */
  { readonly salesforceId?: never; readonly number: OrderDirection; readonly status?: never; readonly totalAmount?: never; readonly effectiveDate?: never; readonly endDate?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By status. */
  { readonly salesforceId?: never; readonly number?: never; readonly status: OrderDirection; readonly totalAmount?: never; readonly effectiveDate?: never; readonly endDate?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By totalAmount. */
  { readonly salesforceId?: never; readonly number?: never; readonly status?: never; readonly totalAmount: OrderDirection; readonly effectiveDate?: never; readonly endDate?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By effectiveDate. */
  { readonly salesforceId?: never; readonly number?: never; readonly status?: never; readonly totalAmount?: never; readonly effectiveDate: OrderDirection; readonly endDate?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By endDate. */
  { readonly salesforceId?: never; readonly number?: never; readonly status?: never; readonly totalAmount?: never; readonly effectiveDate?: never; readonly endDate: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By createdAt. */
  { readonly salesforceId?: never; readonly number?: never; readonly status?: never; readonly totalAmount?: never; readonly effectiveDate?: never; readonly endDate?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly salesforceAccountId?: never; }
  |  /** By updatedAt. */
  { readonly salesforceId?: never; readonly number?: never; readonly status?: never; readonly totalAmount?: never; readonly effectiveDate?: never; readonly endDate?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly salesforceAccountId?: never; }
  |  /** By salesforceAccountId. */
  { readonly salesforceId?: never; readonly number?: never; readonly status?: never; readonly totalAmount?: never; readonly effectiveDate?: never; readonly endDate?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly salesforceAccountId: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By what primaryContact leads to. */
  readonly primaryContact?: InputMaybe<ContactReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** By the rows of contacts. */
  readonly contacts?: InputMaybe<ContactListFilter>;
  /** By the rows of invoices. */
  readonly invoices?: InputMaybe<InvoiceListFilter>;
  /** By the rows of salesContacts. */
  readonly salesContacts?: InputMaybe<SalesContactListFilter>;
  /** By the rows of opportunities. */
  readonly opportunities?: InputMaybe<OpportunityListFilter>;
  /** By the rows of orders. */
  readonly orders?: InputMaybe<SalesOrderListFilter>;
  /** By the rows of shipments. */
  readonly shipments?: InputMaybe<ShipmentListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<AccountFilter>;
};

/** What a reference to Account must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type AccountReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By what primaryContact leads to. */
  readonly primaryContact?: InputMaybe<ContactReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** By the rows of contacts. */
  readonly contacts?: InputMaybe<ContactListFilter>;
  /** By the rows of invoices. */
  readonly invoices?: InputMaybe<InvoiceListFilter>;
  /** By the rows of salesContacts. */
  readonly salesContacts?: InputMaybe<SalesContactListFilter>;
  /** By the rows of opportunities. */
  readonly opportunities?: InputMaybe<OpportunityListFilter>;
  /** By the rows of orders. */
  readonly orders?: InputMaybe<SalesOrderListFilter>;
  /** By the rows of shipments. */
  readonly shipments?: InputMaybe<ShipmentListFilter>;
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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
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
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** By what contact leads to. */
  readonly contact?: InputMaybe<ContactReferenceFilter>;
  /** By what consumer leads to. */
  readonly consumer?: InputMaybe<ConsumerReferenceFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By what assignmentGroup leads to. */
  readonly assignmentGroup?: InputMaybe<GroupReferenceFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentReferenceFilter>;
  /** By what problem leads to. */
  readonly problem?: InputMaybe<ProblemReferenceFilter>;
  /** By what changeRequest leads to. */
  readonly changeRequest?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what causedByChange leads to. */
  readonly causedByChange?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what parentCase leads to. */
  readonly parentCase?: InputMaybe<CaseReferenceFilter>;
  /** By what portalProblem leads to. */
  readonly portalProblem?: InputMaybe<PortalProblemReferenceFilter>;
  /** By what portalChange leads to. */
  readonly portalChange?: InputMaybe<PortalChangeReferenceFilter>;
  /** By the rows of childCases. */
  readonly childCases?: InputMaybe<CaseListFilter>;
  /** By the rows of requests. */
  readonly requests?: InputMaybe<ServiceRequestListFilter>;
  /** By the rows of portalRequests. */
  readonly portalRequests?: InputMaybe<PortalRequestListFilter>;
  /** By the rows of journal. */
  readonly journal?: InputMaybe<JournalEntryListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<CaseFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CaseFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<CaseFilter>;
};

/** What a reference to Case must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type CaseReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
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
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** By what contact leads to. */
  readonly contact?: InputMaybe<ContactReferenceFilter>;
  /** By what consumer leads to. */
  readonly consumer?: InputMaybe<ConsumerReferenceFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By what assignmentGroup leads to. */
  readonly assignmentGroup?: InputMaybe<GroupReferenceFilter>;
  /** By what incident leads to. */
  readonly incident?: InputMaybe<IncidentReferenceFilter>;
  /** By what problem leads to. */
  readonly problem?: InputMaybe<ProblemReferenceFilter>;
  /** By what changeRequest leads to. */
  readonly changeRequest?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what causedByChange leads to. */
  readonly causedByChange?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what parentCase leads to. */
  readonly parentCase?: InputMaybe<CaseReferenceFilter>;
  /** By what portalProblem leads to. */
  readonly portalProblem?: InputMaybe<PortalProblemReferenceFilter>;
  /** By what portalChange leads to. */
  readonly portalChange?: InputMaybe<PortalChangeReferenceFilter>;
  /** By the rows of childCases. */
  readonly childCases?: InputMaybe<CaseListFilter>;
  /** By the rows of requests. */
  readonly requests?: InputMaybe<ServiceRequestListFilter>;
  /** By the rows of portalRequests. */
  readonly portalRequests?: InputMaybe<PortalRequestListFilter>;
  /** By the rows of journal. */
  readonly journal?: InputMaybe<JournalEntryListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<CaseFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CaseFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<CaseFilter>;
};

/** What must be among a list of rows of Case. Rows that cannot be seen are not there. Everything given must hold. */
export type CaseListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<CaseFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<CaseFilter>;
};

/** What to sort rows of Case by: one column in each. */
export type CaseOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active: OrderDirection; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority: OrderDirection; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact: OrderDirection; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By urgency. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency: OrderDirection; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By category. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category: OrderDirection; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By contactType. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType: OrderDirection; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt: OrderDirection; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By resolvedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt: OrderDirection; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By closedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt: OrderDirection; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By resolutionCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode: OrderDirection; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By majorCaseState. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState: OrderDirection; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By correlationId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By createdAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By version. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version: OrderDirection; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By accountId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId: OrderDirection; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By contactId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId: OrderDirection; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By consumerId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId: OrderDirection; readonly incidentId?: never; readonly configurationItemId?: never; }
  |  /** By incidentId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId: OrderDirection; readonly configurationItemId?: never; }
  |  /** By configurationItemId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly category?: never; readonly contactType?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly closedAt?: never; readonly resolutionCode?: never; readonly majorCaseState?: never; readonly correlationId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly accountId?: never; readonly contactId?: never; readonly consumerId?: never; readonly incidentId?: never; readonly configurationItemId: OrderDirection; };

/** A page of a list of rows of Catalog Item. */
export type CatalogItemConnection = {
  readonly __typename?: 'CatalogItemConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<CatalogItem>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<CatalogItemEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Catalog Item and its place in the list. */
export type CatalogItemEdge = {
  readonly __typename?: 'CatalogItemEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: CatalogItem;
};

/** Which rows of Catalog Item. Everything given must hold. */
export type CatalogItemFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By price. */
  readonly price?: InputMaybe<DecimalFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By kind. */
  readonly kind?: InputMaybe<StringFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<CatalogItemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CatalogItemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<CatalogItemFilter>;
};

/** What a reference to Catalog Item must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type CatalogItemReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By price. */
  readonly price?: InputMaybe<DecimalFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By kind. */
  readonly kind?: InputMaybe<StringFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<CatalogItemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<CatalogItemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<CatalogItemFilter>;
};

/** What to sort rows of Catalog Item by: one column in each. */
export type CatalogItemOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly name?: never; readonly shortDescription?: never; readonly price?: never; readonly active?: never; readonly kind?: never; readonly updatedAt?: never; }
  |  /** By name. */
  { readonly sysId?: never; readonly name: OrderDirection; readonly shortDescription?: never; readonly price?: never; readonly active?: never; readonly kind?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription: OrderDirection; readonly price?: never; readonly active?: never; readonly kind?: never; readonly updatedAt?: never; }
  |  /** By price. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription?: never; readonly price: OrderDirection; readonly active?: never; readonly kind?: never; readonly updatedAt?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription?: never; readonly price?: never; readonly active: OrderDirection; readonly kind?: never; readonly updatedAt?: never; }
  |  /** By kind. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription?: never; readonly price?: never; readonly active?: never; readonly kind: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription?: never; readonly price?: never; readonly active?: never; readonly kind?: never; readonly updatedAt: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By description. */
  readonly description?: InputMaybe<TextFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By type. */
  readonly type?: InputMaybe<ChoiceFilter>;
  /** By category. */
  readonly category?: InputMaybe<ChoiceFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By priority. */
  readonly priority?: InputMaybe<ChoiceFilter>;
  /** By risk. */
  readonly risk?: InputMaybe<ChoiceFilter>;
  /** By impact. */
  readonly impact?: InputMaybe<ChoiceFilter>;
  /** By urgency. */
  readonly urgency?: InputMaybe<ChoiceFilter>;
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
  /** By justification. */
  readonly justification?: InputMaybe<TextFilter>;
  /** By implementationPlan. */
  readonly implementationPlan?: InputMaybe<TextFilter>;
  /** By backoutPlan. */
  readonly backoutPlan?: InputMaybe<TextFilter>;
  /** By testPlan. */
  readonly testPlan?: InputMaybe<TextFilter>;
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** By companyId. */
  readonly companyId?: InputMaybe<IdFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By what requestedBy leads to. */
  readonly requestedBy?: InputMaybe<UserReferenceFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By what assignmentGroup leads to. */
  readonly assignmentGroup?: InputMaybe<GroupReferenceFilter>;
  /** By the rows of casesFixed. */
  readonly casesFixed?: InputMaybe<CaseListFilter>;
  /** By the rows of casesCaused. */
  readonly casesCaused?: InputMaybe<CaseListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ChangeRequestFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ChangeRequestFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ChangeRequestFilter>;
};

/** What a reference to Change Request must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type ChangeRequestReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By type. */
  readonly type?: InputMaybe<ChoiceFilter>;
  /** By category. */
  readonly category?: InputMaybe<ChoiceFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By priority. */
  readonly priority?: InputMaybe<ChoiceFilter>;
  /** By risk. */
  readonly risk?: InputMaybe<ChoiceFilter>;
  /** By impact. */
  readonly impact?: InputMaybe<ChoiceFilter>;
  /** By urgency. */
  readonly urgency?: InputMaybe<ChoiceFilter>;
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
  /** By justification. */
  readonly justification?: InputMaybe<TextFilter>;
  /** By implementationPlan. */
  readonly implementationPlan?: InputMaybe<TextFilter>;
  /** By backoutPlan. */
  readonly backoutPlan?: InputMaybe<TextFilter>;
  /** By testPlan. */
  readonly testPlan?: InputMaybe<TextFilter>;
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** By companyId. */
  readonly companyId?: InputMaybe<IdFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By what requestedBy leads to. */
  readonly requestedBy?: InputMaybe<UserReferenceFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By what assignmentGroup leads to. */
  readonly assignmentGroup?: InputMaybe<GroupReferenceFilter>;
  /** By the rows of casesFixed. */
  readonly casesFixed?: InputMaybe<CaseListFilter>;
  /** By the rows of casesCaused. */
  readonly casesCaused?: InputMaybe<CaseListFilter>;
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
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By type. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type: OrderDirection; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By category. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category: OrderDirection; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active: OrderDirection; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority: OrderDirection; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By risk. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk: OrderDirection; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact: OrderDirection; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By urgency. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency: OrderDirection; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By startDate. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate: OrderDirection; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By endDate. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate: OrderDirection; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By onHold. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold: OrderDirection; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By onHoldReason. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason: OrderDirection; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By closeCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode: OrderDirection; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By correlationId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId: OrderDirection; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By configurationItemId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId: OrderDirection; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By companyId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By createdAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly version?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly version?: never; }
  |  /** By version. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly type?: never; readonly category?: never; readonly active?: never; readonly priority?: never; readonly risk?: never; readonly impact?: never; readonly urgency?: never; readonly startDate?: never; readonly endDate?: never; readonly onHold?: never; readonly onHoldReason?: never; readonly closeCode?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ConsumerFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ConsumerFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ConsumerFilter>;
};

/** What a reference to Consumer must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type ConsumerReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ContactFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ContactFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ContactFilter>;
};

/** What a reference to Contact must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type ContactReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ContactFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ContactFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ContactFilter>;
};

/** What must be among a list of rows of Contact. Rows that cannot be seen are not there. Everything given must hold. */
export type ContactListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<ContactFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<ContactFilter>;
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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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

/** What a reference to Group must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type GroupReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By notify. */
  readonly notify?: InputMaybe<ChoiceFilter>;
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
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** By what caller leads to. */
  readonly caller?: InputMaybe<UserReferenceFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By what assignmentGroup leads to. */
  readonly assignmentGroup?: InputMaybe<GroupReferenceFilter>;
  /** By what problem leads to. */
  readonly problem?: InputMaybe<ProblemReferenceFilter>;
  /** By what changeRequest leads to. */
  readonly changeRequest?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what causedByChange leads to. */
  readonly causedByChange?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what allQuiet leads to. */
  readonly allQuiet?: InputMaybe<AllQuietIncidentReferenceFilter>;
  /** By what incidentIo leads to. */
  readonly incidentIo?: InputMaybe<IncidentIoIncidentReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** By the rows of journal. */
  readonly journal?: InputMaybe<JournalEntryListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<IncidentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<IncidentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<IncidentFilter>;
};

/** What a reference to Incident must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type IncidentReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By notify. */
  readonly notify?: InputMaybe<ChoiceFilter>;
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
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** By what caller leads to. */
  readonly caller?: InputMaybe<UserReferenceFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By what assignmentGroup leads to. */
  readonly assignmentGroup?: InputMaybe<GroupReferenceFilter>;
  /** By what problem leads to. */
  readonly problem?: InputMaybe<ProblemReferenceFilter>;
  /** By what changeRequest leads to. */
  readonly changeRequest?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what causedByChange leads to. */
  readonly causedByChange?: InputMaybe<ChangeRequestReferenceFilter>;
  /** By what allQuiet leads to. */
  readonly allQuiet?: InputMaybe<AllQuietIncidentReferenceFilter>;
  /** By what incidentIo leads to. */
  readonly incidentIo?: InputMaybe<IncidentIoIncidentReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** By the rows of journal. */
  readonly journal?: InputMaybe<JournalEntryListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<IncidentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<IncidentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<IncidentFilter>;
};

/** What must be among a list of rows of Incident. Rows that cannot be seen are not there. Everything given must hold. */
export type IncidentListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<IncidentFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<IncidentFilter>;
};

/** What to sort rows of Incident by: one column in each. */
export type IncidentOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By holdReason. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason: OrderDirection; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active: OrderDirection; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority: OrderDirection; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact: OrderDirection; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By urgency. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency: OrderDirection; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By closeCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode: OrderDirection; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By notify. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify: OrderDirection; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By correlationId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId: OrderDirection; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt: OrderDirection; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By resolvedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By createdAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly version?: never; readonly configurationItemId?: never; }
  |  /** By version. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version: OrderDirection; readonly configurationItemId?: never; }
  |  /** By configurationItemId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly holdReason?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly closeCode?: never; readonly notify?: never; readonly correlationId?: never; readonly openedAt?: never; readonly resolvedAt?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; readonly configurationItemId: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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

/** What must be among a list of rows of Journal Entry. Rows that cannot be seen are not there. Everything given must hold. */
export type JournalEntryListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<JournalEntryFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<JournalEntryFilter>;
};

/** What to sort rows of Journal Entry by: one column in each. */
export type JournalEntryOrder =
  /** By element. */
  { readonly element: OrderDirection; readonly createdAt?: never; readonly createdBy?: never; }
  |  /** By createdAt. */
  { readonly element?: never; readonly createdAt: OrderDirection; readonly createdBy?: never; }
  |  /** By createdBy. */
  { readonly element?: never; readonly createdAt?: never; readonly createdBy: OrderDirection; };

/** A page of a list of rows of Change Request. */
export type PortalChangeConnection = {
  readonly __typename?: 'PortalChangeConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<PortalChange>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<PortalChangeEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Change Request and its place in the list. */
export type PortalChangeEdge = {
  readonly __typename?: 'PortalChangeEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: PortalChange;
};

/** Which rows of Change Request. Everything given must hold. */
export type PortalChangeFilter = {
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By startDate. */
  readonly startDate?: InputMaybe<DateTimeFilter>;
  /** By endDate. */
  readonly endDate?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<PortalChangeFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PortalChangeFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<PortalChangeFilter>;
};

/** What a reference to Change Request must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type PortalChangeReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By startDate. */
  readonly startDate?: InputMaybe<DateTimeFilter>;
  /** By endDate. */
  readonly endDate?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<PortalChangeFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PortalChangeFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<PortalChangeFilter>;
};

/** What to sort rows of Change Request by: one column in each. */
export type PortalChangeOrder =
  /** By number. */
  { readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly startDate?: never; readonly endDate?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly startDate?: never; readonly endDate?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly startDate?: never; readonly endDate?: never; readonly updatedAt?: never; }
  |  /** By startDate. */
  { readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly startDate: OrderDirection; readonly endDate?: never; readonly updatedAt?: never; }
  |  /** By endDate. */
  { readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly startDate?: never; readonly endDate: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly startDate?: never; readonly endDate?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of Problem. */
export type PortalProblemConnection = {
  readonly __typename?: 'PortalProblemConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<PortalProblem>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<PortalProblemEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Problem and its place in the list. */
export type PortalProblemEdge = {
  readonly __typename?: 'PortalProblemEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: PortalProblem;
};

/** Which rows of Problem. Everything given must hold. */
export type PortalProblemFilter = {
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<PortalProblemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PortalProblemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<PortalProblemFilter>;
};

/** What a reference to Problem must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type PortalProblemReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<PortalProblemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PortalProblemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<PortalProblemFilter>;
};

/** What to sort rows of Problem by: one column in each. */
export type PortalProblemOrder =
  /** By number. */
  { readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of Request. */
export type PortalRequestConnection = {
  readonly __typename?: 'PortalRequestConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<PortalRequest>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<PortalRequestEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Request and its place in the list. */
export type PortalRequestEdge = {
  readonly __typename?: 'PortalRequestEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: PortalRequest;
};

/** Which rows of Request. Everything given must hold. */
export type PortalRequestFilter = {
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By requestState. */
  readonly requestState?: InputMaybe<ChoiceFilter>;
  /** By openedAt. */
  readonly openedAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By what case leads to. */
  readonly case?: InputMaybe<CaseReferenceFilter>;
  /** By the rows of items. */
  readonly items?: InputMaybe<PortalRequestedItemListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<PortalRequestFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PortalRequestFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<PortalRequestFilter>;
};

/** What must be among a list of rows of Request. Rows that cannot be seen are not there. Everything given must hold. */
export type PortalRequestListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<PortalRequestFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<PortalRequestFilter>;
};

/** What to sort rows of Request by: one column in each. */
export type PortalRequestOrder =
  /** By number. */
  { readonly number: OrderDirection; readonly shortDescription?: never; readonly requestState?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly number?: never; readonly shortDescription: OrderDirection; readonly requestState?: never; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By requestState. */
  { readonly number?: never; readonly shortDescription?: never; readonly requestState: OrderDirection; readonly openedAt?: never; readonly updatedAt?: never; }
  |  /** By openedAt. */
  { readonly number?: never; readonly shortDescription?: never; readonly requestState?: never; readonly openedAt: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly number?: never; readonly shortDescription?: never; readonly requestState?: never; readonly openedAt?: never; readonly updatedAt: OrderDirection; };

/** A page of a list of rows of Requested Item. */
export type PortalRequestedItemConnection = {
  readonly __typename?: 'PortalRequestedItemConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<PortalRequestedItem>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<PortalRequestedItemEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Requested Item and its place in the list. */
export type PortalRequestedItemEdge = {
  readonly __typename?: 'PortalRequestedItemEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: PortalRequestedItem;
};

/** Which rows of Requested Item. Everything given must hold. */
export type PortalRequestedItemFilter = {
  /** By number. */
  readonly number?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By state. */
  readonly state?: InputMaybe<ChoiceFilter>;
  /** By quantity. */
  readonly quantity?: InputMaybe<IntFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<PortalRequestedItemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<PortalRequestedItemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<PortalRequestedItemFilter>;
};

/** What must be among a list of rows of Requested Item. Rows that cannot be seen are not there. Everything given must hold. */
export type PortalRequestedItemListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<PortalRequestedItemFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<PortalRequestedItemFilter>;
};

/** What to sort rows of Requested Item by: one column in each. */
export type PortalRequestedItemOrder =
  /** By number. */
  { readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly quantity?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly quantity?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly quantity?: never; readonly updatedAt?: never; }
  |  /** By quantity. */
  { readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly quantity: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly quantity?: never; readonly updatedAt: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** By companyId. */
  readonly companyId?: InputMaybe<IdFilter>;
  /** By firstReportedById. */
  readonly firstReportedById?: InputMaybe<IdFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** By the rows of incidents. */
  readonly incidents?: InputMaybe<IncidentListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ProblemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ProblemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ProblemFilter>;
};

/** What a reference to Problem must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type ProblemReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By configurationItemId. */
  readonly configurationItemId?: InputMaybe<IdFilter>;
  /** By companyId. */
  readonly companyId?: InputMaybe<IdFilter>;
  /** By firstReportedById. */
  readonly firstReportedById?: InputMaybe<IdFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By what assignedTo leads to. */
  readonly assignedTo?: InputMaybe<UserReferenceFilter>;
  /** By the rows of cases. */
  readonly cases?: InputMaybe<CaseListFilter>;
  /** By the rows of incidents. */
  readonly incidents?: InputMaybe<IncidentListFilter>;
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
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active: OrderDirection; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By priority. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority: OrderDirection; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By impact. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact: OrderDirection; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By urgency. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency: OrderDirection; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By resolutionCode. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode: OrderDirection; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By knownError. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError: OrderDirection; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt: OrderDirection; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By correlationId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId: OrderDirection; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By configurationItemId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId: OrderDirection; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By companyId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId: OrderDirection; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By firstReportedById. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById: OrderDirection; readonly createdAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By createdAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt: OrderDirection; readonly updatedAt?: never; readonly version?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt: OrderDirection; readonly version?: never; }
  |  /** By version. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly active?: never; readonly priority?: never; readonly impact?: never; readonly urgency?: never; readonly resolutionCode?: never; readonly knownError?: never; readonly openedAt?: never; readonly correlationId?: never; readonly configurationItemId?: never; readonly companyId?: never; readonly firstReportedById?: never; readonly createdAt?: never; readonly updatedAt?: never; readonly version: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By what request leads to. */
  readonly request?: InputMaybe<ServiceRequestReferenceFilter>;
  /** By what catalogItem leads to. */
  readonly catalogItem?: InputMaybe<CatalogItemReferenceFilter>;
  /** By what requestedFor leads to. */
  readonly requestedFor?: InputMaybe<UserReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<RequestedItemFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<RequestedItemFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<RequestedItemFilter>;
};

/** What must be among a list of rows of Requested Item. Rows that cannot be seen are not there. Everything given must hold. */
export type RequestedItemListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<RequestedItemFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<RequestedItemFilter>;
};

/** What to sort rows of Requested Item by: one column in each. */
export type RequestedItemOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly correlationId?: never; readonly updatedAt?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly correlationId?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly correlationId?: never; readonly updatedAt?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly correlationId?: never; readonly updatedAt?: never; }
  |  /** By stage. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage: OrderDirection; readonly quantity?: never; readonly price?: never; readonly correlationId?: never; readonly updatedAt?: never; }
  |  /** By quantity. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity: OrderDirection; readonly price?: never; readonly correlationId?: never; readonly updatedAt?: never; }
  |  /** By price. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price: OrderDirection; readonly correlationId?: never; readonly updatedAt?: never; }
  |  /** By correlationId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly correlationId: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly stage?: never; readonly quantity?: never; readonly price?: never; readonly correlationId?: never; readonly updatedAt: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By openedAt. */
  readonly openedAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By what requestedFor leads to. */
  readonly requestedFor?: InputMaybe<UserReferenceFilter>;
  /** By what case leads to. */
  readonly case?: InputMaybe<CaseReferenceFilter>;
  /** By the rows of items. */
  readonly items?: InputMaybe<RequestedItemListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ServiceRequestFilter>;
};

/** What a reference to Request must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type ServiceRequestReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** By correlationId. */
  readonly correlationId?: InputMaybe<StringFilter>;
  /** By openedAt. */
  readonly openedAt?: InputMaybe<DateTimeFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** By version. */
  readonly version?: InputMaybe<IntFilter>;
  /** By what requestedFor leads to. */
  readonly requestedFor?: InputMaybe<UserReferenceFilter>;
  /** By what case leads to. */
  readonly case?: InputMaybe<CaseReferenceFilter>;
  /** By the rows of items. */
  readonly items?: InputMaybe<RequestedItemListFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ServiceRequestFilter>;
};

/** What must be among a list of rows of Request. Rows that cannot be seen are not there. Everything given must hold. */
export type ServiceRequestListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<ServiceRequestFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<ServiceRequestFilter>;
};

/** What to sort rows of Request by: one column in each. */
export type ServiceRequestOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By number. */
  { readonly sysId?: never; readonly number: OrderDirection; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription: OrderDirection; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By state. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state: OrderDirection; readonly requestState?: never; readonly active?: never; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By requestState. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState: OrderDirection; readonly active?: never; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active: OrderDirection; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By correlationId. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly correlationId: OrderDirection; readonly openedAt?: never; readonly updatedAt?: never; readonly version?: never; }
  |  /** By openedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly correlationId?: never; readonly openedAt: OrderDirection; readonly updatedAt?: never; readonly version?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt: OrderDirection; readonly version?: never; }
  |  /** By version. */
  { readonly sysId?: never; readonly number?: never; readonly shortDescription?: never; readonly state?: never; readonly requestState?: never; readonly active?: never; readonly correlationId?: never; readonly openedAt?: never; readonly updatedAt?: never; readonly version: OrderDirection; };

/** A page of a list of rows of Standard Change Template. */
export type StandardChangeTemplateConnection = {
  readonly __typename?: 'StandardChangeTemplateConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<StandardChangeTemplate>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<StandardChangeTemplateEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Standard Change Template and its place in the list. */
export type StandardChangeTemplateEdge = {
  readonly __typename?: 'StandardChangeTemplateEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: StandardChangeTemplate;
};

/** Which rows of Standard Change Template. Everything given must hold. */
export type StandardChangeTemplateFilter = {
  /** By sysId. */
  readonly sysId?: InputMaybe<IdFilter>;
  /** By name. */
  readonly name?: InputMaybe<StringFilter>;
  /** By shortDescription. */
  readonly shortDescription?: InputMaybe<StringFilter>;
  /** By active. */
  readonly active?: InputMaybe<BooleanFilter>;
  /** By updatedAt. */
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<StandardChangeTemplateFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<StandardChangeTemplateFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<StandardChangeTemplateFilter>;
};

/** What to sort rows of Standard Change Template by: one column in each. */
export type StandardChangeTemplateOrder =
  /** By sysId. */
  { readonly sysId: OrderDirection; readonly name?: never; readonly shortDescription?: never; readonly active?: never; readonly updatedAt?: never; }
  |  /** By name. */
  { readonly sysId?: never; readonly name: OrderDirection; readonly shortDescription?: never; readonly active?: never; readonly updatedAt?: never; }
  |  /** By shortDescription. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription: OrderDirection; readonly active?: never; readonly updatedAt?: never; }
  |  /** By active. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription?: never; readonly active: OrderDirection; readonly updatedAt?: never; }
  |  /** By updatedAt. */
  { readonly sysId?: never; readonly name?: never; readonly shortDescription?: never; readonly active?: never; readonly updatedAt: OrderDirection; };

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
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
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

/** What a reference to User must lead to. A row that cannot be seen is not there. Everything given must hold. */
export type UserReferenceFilter = {
  /** true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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

/** A page of a list of rows of Shipment. */
export type ShipmentConnection = {
  readonly __typename?: 'ShipmentConnection';
  /** The rows of the page. */
  readonly nodes: ReadonlyArray<Shipment>;
  /** The rows of the page, each with its cursor. */
  readonly edges: ReadonlyArray<ShipmentEdge>;
  /** Where the page stands in its list. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A row of Shipment and its place in the list. */
export type ShipmentEdge = {
  readonly __typename?: 'ShipmentEdge';
  /** Give it as `after` to get the rows behind this one, as `before` to get those in front of it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Shipment;
};

/** Which rows of Shipment. Everything given must hold. */
export type ShipmentFilter = {
  /** By trackingNumber. */
  readonly trackingNumber?: InputMaybe<StringFilter>;
  /** By status. */
  readonly status?: InputMaybe<ChoiceFilter>;
  /** By carrier. */
  readonly carrier?: InputMaybe<StringFilter>;
  /** By service. */
  readonly service?: InputMaybe<StringFilter>;
  /** By pieces. */
  readonly pieces?: InputMaybe<IntFilter>;
  /** By weight. */
  readonly weight?: InputMaybe<DecimalFilter>;
  /** By cost. */
  readonly cost?: InputMaybe<DecimalFilter>;
  /** By currency. */
  readonly currency?: InputMaybe<StringFilter>;
  /** By city. */
  readonly city?: InputMaybe<StringFilter>;
  /** By country. */
  readonly country?: InputMaybe<StringFilter>;
  /** By insured. */
  readonly insured?: InputMaybe<BooleanFilter>;
  /** By instructions. */
  readonly instructions?: InputMaybe<StringFilter>;
  /** By createdAt. */
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  /** By shippedAt. */
  readonly shippedAt?: InputMaybe<DateTimeFilter>;
  /** By estimatedDelivery. */
  readonly estimatedDelivery?: InputMaybe<DateFilter>;
  /** By deliveredAt. */
  readonly deliveredAt?: InputMaybe<DateTimeFilter>;
  /** By customerNumber. */
  readonly customerNumber?: InputMaybe<StringFilter>;
  /** By trackingUrl. */
  readonly trackingUrl?: InputMaybe<StringFilter>;
  /** By what account leads to. */
  readonly account?: InputMaybe<AccountReferenceFilter>;
  /** All of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ShipmentFilter>>;
  /** One of these must hold. An empty list matches nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ShipmentFilter>>;
  /** This must not hold. */
  readonly not?: InputMaybe<ShipmentFilter>;
};

/** What must be among a list of rows of Shipment. Rows that cannot be seen are not there. Everything given must hold. */
export type ShipmentListFilter = {
  /** At least one row of the list matches. */
  readonly some?: InputMaybe<ShipmentFilter>;
  /** No row of the list matches. */
  readonly none?: InputMaybe<ShipmentFilter>;
};

/** What to sort rows of Shipment by: one column in each. */
export type ShipmentOrder =
  /** By trackingNumber. */
  { readonly trackingNumber: OrderDirection; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By status. */
  { readonly trackingNumber?: never; readonly status: OrderDirection; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By carrier. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier: OrderDirection; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By service. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service: OrderDirection; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By pieces. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces: OrderDirection; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By weight. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight: OrderDirection; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By cost. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost: OrderDirection; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By currency. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency: OrderDirection; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By city. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city: OrderDirection; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By country. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country: OrderDirection; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By insured. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured: OrderDirection; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By instructions. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions: OrderDirection; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By createdAt. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt: OrderDirection; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By shippedAt. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt: OrderDirection; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By estimatedDelivery. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery: OrderDirection; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By deliveredAt. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt: OrderDirection; readonly customerNumber?: never; readonly trackingUrl?: never; }
  |  /** By customerNumber. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber: OrderDirection; readonly trackingUrl?: never; }
  |  /** By trackingUrl. */
  { readonly trackingNumber?: never; readonly status?: never; readonly carrier?: never; readonly service?: never; readonly pieces?: never; readonly weight?: never; readonly cost?: never; readonly currency?: never; readonly city?: never; readonly country?: never; readonly insured?: never; readonly instructions?: never; readonly createdAt?: never; readonly shippedAt?: never; readonly estimatedDelivery?: never; readonly deliveredAt?: never; readonly customerNumber?: never; readonly trackingUrl: OrderDirection; };
