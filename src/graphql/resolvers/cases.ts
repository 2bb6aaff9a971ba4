import type { GraphQLResolveInfo } from 'graphql';
import type { Associate, CreateFromCase } from '../../cases/case-actions.ts';
import { RELATION_KINDS } from '../../cases/association/relation-kind.ts';
import type { ResultRow } from '../../engine/query.ts';
import type { TransitionAction } from '../../cases/transition/transition.ts';
import type { Outcome } from '../../cases/outcome.ts';
import type {
  AddCaseCommentInput,
  AssociateWithCaseInput,
  CloseCaseInput,
  CreateIncidentFromCaseInput,
  ProposeSolutionInput,
  UserError,
} from '../generated/schema.ts';
import type { GraphContext } from '../context.ts';
import { keyOfType } from '../global-id.ts';
import { selectRow } from '../selection.ts';

/** What all inputs that create a record from a case have in common. */
type CreateInput = Pick<CreateIncidentFromCaseInput, 'caseId' | 'idempotencyKey'>;

/** What every payload of a case action says. */
const answer = {
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
  CaseTransitionPayload: answer,
  CreateIncidentFromCasePayload: payload('incident', 'Incident'),
  CreateProblemFromCasePayload: payload('problem', 'Problem'),
  CreateNormalChangeFromCasePayload: payload('changeRequest', 'ChangeRequest'),
  CaseAssociationPayload: answer,
};

function creating(create: (context: GraphContext, call: CreateFromCase) => Promise<Outcome>) {
  return (_: unknown, { input }: { input: CreateInput }, context: GraphContext) =>
    create(context, {
      caseKey: keyOfType('Case', input.caseId),
      idempotencyKey: input.idempotencyKey ?? null,
    });
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

function readBack(type: string, keyOf: (outcome: Outcome) => string | null) {
  return (outcome: Outcome, _: unknown, context: GraphContext, info: GraphQLResolveInfo) => {
    const key = keyOf(outcome);
    const table = context.engine.catalog.tables.get(type);
    return key === null || table === undefined
      ? null
      : context.reader.one(table, table.key, key, selectRow(context, info, table));
  };
}
