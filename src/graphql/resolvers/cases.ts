import type { GraphQLResolveInfo } from 'graphql';
import type {
  Asks,
  Associate,
  CaseActions,
  CreateFromCase,
  CreateRequestFromCase,
  CreateStandardChange,
} from '../../cases/case-actions.ts';
import { typeOfRelation } from '../../cases/association/relation-kind.ts';
import type { ResultRow } from '../../engine/query.ts';
import type { IncidentAction } from '../../cases/incident/incident-rules.ts';
import type { TriageIncident } from '../../cases/incident/triage-incident.ts';
import type { TransitionAction } from '../../cases/transition/transition.ts';
import type { Outcome } from '../../cases/outcome.ts';
import type {
  AddCaseCommentInput,
  AssociateWithCaseInput,
  CloseCaseInput,
  CreateIncidentFromCaseInput,
  CreateRequestFromCaseInput,
  CreateStandardChangeFromCaseInput,
  HoldIncidentInput,
  ProposeSolutionInput,
  ResolveIncidentInput,
  TriageIncidentInput,
  UserError,
} from '../generated/schema.ts';
import type { GraphContext } from '../context.ts';
import { fromGlobalId, keyOfType } from '../global-id.ts';
import { acting, shownBy, type ShownRecords } from './read-back.ts';

/** What all inputs that create a record from a case have in common. */
type CreateInput = Pick<CreateIncidentFromCaseInput, 'caseId' | 'idempotencyKey'>;

/** The case that an action was about. */
export const CASE: ShownRecords = { case: { type: 'Case', keyOf: ({ caseKey }) => caseKey } };

const INCIDENT: ShownRecords = { incident: { type: 'Incident', keyOf: ({ recordKey }) => recordKey } };

/** What creating a record shows: the case, and what was made. */
const CREATED = {
  incident: { ...CASE, ...INCIDENT },
  problem: madeFromCase('problem', 'Problem'),
  change: madeFromCase('changeRequest', 'ChangeRequest'),
  request: madeFromCase('request', 'ServiceRequest'),
};

/** What every payload says. */
export const answer = {
  userErrors: ({ refusals }: Pick<Outcome, 'refusals'>): readonly UserError[] =>
    refusals.map(({ code, message, field }) => ({
      code,
      message,
      field: field === undefined ? null : [...field],
    })),
};

/** Mutations of cases and their payloads. Payloads read their records fresh and together. */
export const caseResolvers = {
  Case: {
    availableActions: (row: ResultRow, _: unknown, context: GraphContext) =>
      context.cases.available(context.viewer, row),
  },
  Mutation: {
    createIncidentFromCase: mutation(CREATED.incident, (cases, asks, input: CreateInput) =>
      cases.createIncident(asks, toCreate(input)),
    ),
    createProblemFromCase: mutation(CREATED.problem, (cases, asks, input: CreateInput) =>
      cases.createProblem(asks, toCreate(input)),
    ),
    createNormalChangeFromCase: mutation(CREATED.change, (cases, asks, input: CreateInput) =>
      cases.createNormalChange(asks, toCreate(input)),
    ),
    createStandardChangeFromCase: mutation(
      CREATED.change,
      (cases, asks, input: CreateStandardChangeFromCaseInput) =>
        cases.createStandardChange(asks, toStandardChange(input)),
    ),
    createRequestFromCase: mutation(CREATED.request, (cases, asks, input: CreateRequestFromCaseInput) =>
      cases.createRequest(asks, toRequest(input)),
    ),
    resolveIncident: changingIncident('RESOLVE'),
    closeIncident: changingIncident('CLOSE'),
    holdIncident: changingIncident('HOLD'),
    resumeIncident: changingIncident('RESUME'),
    triageIncident: mutation(INCIDENT, (cases, asks, input: TriageIncidentInput) =>
      cases.triageIncident(asks, toTriage(input)),
    ),
    associateWithCase: mutation(CASE, (cases, asks, input: AssociateWithCaseInput) =>
      cases.associate(asks, toAssociate(input)),
    ),
    proposeSolution: changing('PROPOSE_SOLUTION'),
    acceptSolution: changing('ACCEPT_SOLUTION'),
    rejectSolution: changing('REJECT_SOLUTION'),
    requestInfo: changing('REQUEST_INFO'),
    closeCase: changing('CLOSE'),
    addCaseComment: mutation(CASE, (cases, asks, input: AddCaseCommentInput) => {
      const { caseId, text, audience = 'CUSTOMER' } = input;
      return cases.comment(asks, { caseKey: keyOfType('Case', caseId), text, audience });
    }),
    removeFromCase: mutation(CASE, (cases, asks, input: AssociateWithCaseInput) =>
      cases.remove(asks, toAssociate(input)),
    ),
  },
  CaseTransitionPayload: {
    ...answer,
    ...shownBy(CASE),
    warnings: ({ warnings = [] }: Outcome) => warnings,
  },
  CreateStandardChangeFromCasePayload: { ...answer, ...shownBy(CREATED.change) },
  CreateRequestFromCasePayload: { ...answer, ...shownBy(CREATED.request) },
  IncidentTransitionPayload: { ...answer, ...shownBy(INCIDENT) },
  CreateIncidentFromCasePayload: { ...answer, ...shownBy(CREATED.incident) },
  CreateProblemFromCasePayload: { ...answer, ...shownBy(CREATED.problem) },
  CreateNormalChangeFromCasePayload: { ...answer, ...shownBy(CREATED.change) },
  CaseAssociationPayload: { ...answer, ...shownBy(CASE) },
};

/** The case, and the record that was made from it. */
function madeFromCase(field: string, type: string): ShownRecords {
  return { ...CASE, [field]: { type, keyOf: ({ recordKey }) => recordKey } };
}

/** A mutation with one input, whose payload shows records. */
export function mutation<Input, T extends object>(
  records: ShownRecords,
  act: (cases: CaseActions, asks: Asks, input: Input) => Promise<T>,
) {
  return (_: unknown, { input }: { input: Input }, context: GraphContext, info: GraphQLResolveInfo) =>
    acting(context, info, records, (asks) => act(context.cases, asks, input));
}

function toStandardChange(input: CreateStandardChangeFromCaseInput): CreateStandardChange {
  return { ...toCreate(input), templateKey: keyOfType('StandardChangeTemplate', input.templateId) };
}

function toRequest(input: CreateRequestFromCaseInput): CreateRequestFromCase {
  const { catalogItemId, quantity = 1, requestedForId } = input;
  return {
    ...toCreate(input),
    catalogItemKey: keyOfType('CatalogItem', catalogItemId),
    quantity,
    requestedForKey: requestedForId == null ? null : personKey(requestedForId),
  };
}

/** A contact is a user, so both kinds of id name one. */
function personKey(id: string): string {
  const { type, key } = fromGlobalId(id);
  return type === 'Contact' ? key : keyOfType('User', id);
}

function toCreate({ caseId, idempotencyKey = null }: CreateInput): CreateFromCase {
  return { caseKey: keyOfType('Case', caseId), idempotencyKey };
}

/** What the inputs of all changes of an incident have between them. */
type IncidentChange = Pick<ResolveIncidentInput, 'incidentId' | 'comment'> &
  Partial<Pick<ResolveIncidentInput, 'closeCode' | 'closeNotes'> & Pick<HoldIncidentInput, 'reason'>>;

function changingIncident(action: IncidentAction) {
  return mutation(INCIDENT, (cases, asks, input: IncidentChange) => {
    const { comment = null, closeCode = null, closeNotes = null, reason: holdReason = null } = input;
    const said = { comment, closeCode, closeNotes, holdReason };
    const incidentKey = keyOfType('Incident', input.incidentId);
    return cases.changeIncident(asks, { action, incidentKey, input: said });
  });
}

function toTriage(input: TriageIncidentInput): Omit<TriageIncident, 'asker'> {
  const { incidentId, impact = null, urgency = null, assignmentGroupId, assignedToId } = input;
  const assignmentGroup = assignmentGroupId == null ? null : keyOfType('Group', assignmentGroupId);
  const assignedTo = assignedToId == null ? null : keyOfType('User', assignedToId);
  const triage = { impact, urgency, assignmentGroup, assignedTo };
  return { incidentKey: keyOfType('Incident', incidentId), input: triage };
}

/** What the inputs of all changes of state have between them. */
type TransitionInput = Pick<ProposeSolutionInput, 'caseId'> &
  Partial<Pick<ProposeSolutionInput, 'comment' | 'resolutionCode'>> &
  Pick<CloseCaseInput, 'closeNotes'>;

function changing(action: TransitionAction) {
  return mutation(CASE, (cases, asks, input: TransitionInput) => {
    const { caseId, comment = null, resolutionCode = null, closeNotes = null } = input;
    const said = { comment, resolutionCode, closeNotes };
    return cases.transition(asks, { action, caseKey: keyOfType('Case', caseId), input: said });
  });
}

function toAssociate({ caseId, recordId, relation }: AssociateWithCaseInput): Associate {
  return {
    caseKey: keyOfType('Case', caseId),
    recordKey: keyOfType(typeOfRelation(relation), recordId),
    relation,
  };
}
