import type { GraphQLResolveInfo } from 'graphql';
import type { Outcome } from '../../cases/outcome.ts';
import type { ChildResult } from '../../cases/major/create-children.ts';
import type {
  AcceptMajorCaseInput,
  AddChildCaseInput,
  CreateChildCasesInput,
  ProposeMajorCaseInput,
  RejectMajorCaseInput,
  UserError,
} from '../generated/schema.ts';
import type { GraphContext } from '../context.ts';
import { keyOfType, toGlobalId } from '../global-id.ts';
import { answer, readBack } from './cases.ts';

/** Mutations of major cases and their payloads. */
export const majorCaseResolvers = {
  Mutation: {
    proposeMajorCase: (_: unknown, { input }: { input: ProposeMajorCaseInput }, context: GraphContext) => {
      const { caseId, businessImpact, workNotes = null } = input;
      return context.cases.major.propose(context, {
        caseKey: keyOfType('Case', caseId),
        businessImpact,
        workNotes,
      });
    },
    acceptMajorCase: (_: unknown, { input }: { input: AcceptMajorCaseInput }, context: GraphContext) => {
      const { caseId, idempotencyKey = null } = input;
      return context.cases.major.accept(context, { caseKey: keyOfType('Case', caseId), idempotencyKey });
    },
    rejectMajorCase: (_: unknown, { input }: { input: RejectMajorCaseInput }, context: GraphContext) =>
      context.cases.major.reject(context, { caseKey: keyOfType('Case', input.caseId), reason: input.reason }),
    createChildCases: (_: unknown, { input }: { input: CreateChildCasesInput }, context: GraphContext) =>
      context.cases.major.createChildren(context, {
        caseKey: keyOfType('Case', input.majorCaseId),
        accounts: (input.accountIds ?? []).map((id) => keyOfType('Account', id)),
        consumers: (input.consumerIds ?? []).map((id) => keyOfType('Consumer', id)),
        idempotencyKey: input.idempotencyKey ?? null,
      }),
    addChildCase: (_: unknown, { input }: { input: AddChildCaseInput }, context: GraphContext) =>
      context.cases.major.addChild(context, {
        majorKey: keyOfType('Case', input.majorCaseId),
        caseKey: keyOfType('Case', input.caseId),
      }),
  },
  MajorCasePayload: {
    ...answer,
    majorCase: readBack('Case', ({ recordKey }) => recordKey),
    warnings: ({ warnings = [] }: Outcome) => warnings,
  },
  CreateChildCasesPayload: { majorCase: answer.case, userErrors: answer.userErrors },
  ChildCaseResult: {
    recipientId: ({ kind, recipient }: ChildResult) =>
      toGlobalId(kind === 'account' ? 'Account' : 'Consumer', recipient),
    case: (result: ChildResult, _: unknown, context: GraphContext, info: GraphQLResolveInfo) =>
      readChild(outcomeOf(result), _, context, info),
    userError: (result: ChildResult): UserError | null => answer.userErrors(outcomeOf(result))[0] ?? null,
  },
  AddChildCasePayload: {
    majorCase: answer.case,
    childCase: readBack('Case', ({ recordKey }) => recordKey),
    userErrors: answer.userErrors,
  },
};

const readChild = readBack('Case', ({ caseKey }) => caseKey);

function outcomeOf({ childKey, refusal }: ChildResult): Outcome {
  return { caseKey: childKey, recordKey: null, refusals: refusal === null ? [] : [refusal] };
}
