import type { GraphQLResolveInfo } from 'graphql';
import type {
  Associate,
  CreateFromCase,
  CreateRequestFromCase,
  CreateStandardChange,
} from '../../cases/case-actions.ts';
import { RELATION_KINDS } from '../../cases/association/relation-kind.ts';
import type { ResultRow } from '../../engine/query.ts';
import type { IncidentAction } from '../../cases/incident/incident-rules.ts';
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
  UserError,
} from '../generated/schema.ts';
import type { GraphContext } from '../context.ts';
import { fromGlobalId, keyOfType } from '../global-id.ts';
import { selectRow } from '../selection.ts';

/** What all inputs that create a record from a case have in common. */
type CreateInput = Pick<CreateIncidentFromCaseInput, 'caseId' | 'idempotencyKey'>;

/** What every payload of a case action says. */
export const answer = {
  case: readBack('Case', ({ caseKey }) => caseKey),
  userErrors: ({ refusals }: Outcome): readonly UserError[] =>
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
    createIncidentFromCase: creating((context, call) => context.cases.createIncident(context, call)),
    createProblemFromCase: creating((context, call) => context.cases.createProblem(context, call)),
    createNormalChangeFromCase: creating((context, call) => context.cases.createNormalChange(context, call)),
    createStandardChangeFromCase: (
      _: unknown,
      { input }: { input: CreateStandardChangeFromCaseInput },
      context: GraphContext,
    ) => context.cases.createStandardChange(context, toStandardChange(input)),
    createRequestFromCase: (
      _: unknown,
      { input }: { input: CreateRequestFromCaseInput },
      context: GraphContext,
    ) => context.cases.createRequest(context, toRequest(input)),
    resolveIncident: changingIncident('RESOLVE'),
    closeIncident: changingIncident('CLOSE'),
    holdIncident: changingIncident('HOLD'),
    associateWithCase: associating((context, call) => context.cases.associate(context, call)),
    proposeSolution: changing('PROPOSE_SOLUTION'),
    acceptSolution: changing('ACCEPT_SOLUTION'),
    rejectSolution: changing('REJECT_SOLUTION'),
    requestInfo: changing('REQUEST_INFO'),
    closeCase: changing('CLOSE'),
    addCaseComment: (_: unknown, { input }: { input: AddCaseCommentInput }, context: GraphContext) => {
      const { caseId, text, audience = 'CUSTOMER' } = input;
      return context.cases.comment(context, { caseKey: keyOfType('Case', caseId), text, audience });
    },
    removeFromCase: associating((context, call) => context.cases.remove(context, call)),
  },
  CaseTransitionPayload: { ...answer, warnings: ({ warnings = [] }: Outcome) => warnings },
  CreateStandardChangeFromCasePayload: payload('changeRequest', 'ChangeRequest'),
  CreateRequestFromCasePayload: payload('request', 'ServiceRequest'),
  IncidentTransitionPayload: {
    userErrors: answer.userErrors,
    incident: readBack('Incident', ({ recordKey }) => recordKey),
  },
  CreateIncidentFromCasePayload: payload('incident', 'Incident'),
  CreateProblemFromCasePayload: payload('problem', 'Problem'),
  CreateNormalChangeFromCasePayload: payload('changeRequest', 'ChangeRequest'),
  CaseAssociationPayload: answer,
};

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
  return (_: unknown, { input }: { input: IncidentChange }, context: GraphContext) => {
    const { comment = null, closeCode = null, closeNotes = null, reason: holdReason = null } = input;
    const said = { comment, closeCode, closeNotes, holdReason };
    const incidentKey = keyOfType('Incident', input.incidentId);
    return context.cases.changeIncident(context, { action, incidentKey, input: said });
  };
}

function creating(create: (context: GraphContext, call: CreateFromCase) => Promise<Outcome>) {
  return (_: unknown, { input }: { input: CreateInput }, context: GraphContext) =>
    create(context, toCreate(input));
}

/** What the inputs of all changes of state have between them. */
type TransitionInput = Pick<ProposeSolutionInput, 'caseId'> &
  Partial<Pick<ProposeSolutionInput, 'comment' | 'resolutionCode'>> &
  Pick<CloseCaseInput, 'closeNotes'>;

function changing(action: TransitionAction) {
  return (_: unknown, { input }: { input: TransitionInput }, context: GraphContext) => {
    const { caseId, comment = null, resolutionCode = null, closeNotes = null } = input;
    const said = { comment, resolutionCode, closeNotes };
    return context.cases.transition(context, { action, caseKey: keyOfType('Case', caseId), input: said });
  };
}

function associating(change: (context: GraphContext, call: Associate) => Promise<Outcome>) {
  return (_: unknown, { input }: { input: AssociateWithCaseInput }, context: GraphContext) =>
    change(context, {
      caseKey: keyOfType('Case', input.caseId),
      recordKey: keyOfType(RELATION_KINDS[input.relation].type, input.recordId),
      relation: input.relation,
    });
}

/** `field` holds the record that was created, a row of the type. */
function payload(field: string, type: string) {
  return { ...answer, [field]: readBack(type, ({ recordKey }) => recordKey) };
}

export function readBack(type: string, keyOf: (outcome: Outcome) => string | null) {
  return (outcome: Outcome, _: unknown, context: GraphContext, info: GraphQLResolveInfo) => {
    const key = keyOf(outcome);
    const table = context.engine.catalog.tables.get(type);
    return key === null || table === undefined
      ? null
      : context.reader.one(table, table.key, key, selectRow(context, info, table));
  };
}
