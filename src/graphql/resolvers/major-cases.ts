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
import { selectRow } from '../selection.ts';
import { answer, CASE, mutation } from './cases.ts';
import { readerOf, shownBy, type ShownRecords } from './read-back.ts';

const MAJOR: ShownRecords = { ...CASE, majorCase: { type: 'Case', keyOf: ({ recordKey }) => recordKey } };
const ADDED: ShownRecords = {
  majorCase: { type: 'Case', keyOf: ({ caseKey }) => caseKey },
  childCase: { type: 'Case', keyOf: ({ recordKey }) => recordKey },
};
const EXTENDED: ShownRecords = { majorCase: { type: 'Case', keyOf: ({ caseKey }) => caseKey } };

/** Mutations of major cases and their payloads. */
export const majorCaseResolvers = {
  Mutation: {
    proposeMajorCase: mutation(MAJOR, ({ major }, asks, input: ProposeMajorCaseInput) => {
      const { caseId, businessImpact, workNotes = null } = input;
      return major.propose(asks, { caseKey: keyOfType('Case', caseId), businessImpact, workNotes });
    }),
    acceptMajorCase: mutation(
      MAJOR,
      ({ major }, asks, { caseId, idempotencyKey = null }: AcceptMajorCaseInput) =>
        major.accept(asks, { caseKey: keyOfType('Case', caseId), idempotencyKey }),
    ),
    rejectMajorCase: mutation(MAJOR, ({ major }, asks, { caseId, reason }: RejectMajorCaseInput) =>
      major.reject(asks, { caseKey: keyOfType('Case', caseId), reason }),
    ),
    createChildCases: mutation(EXTENDED, ({ major }, asks, input: CreateChildCasesInput) =>
      major.createChildren(asks, {
        caseKey: keyOfType('Case', input.majorCaseId),
        accounts: (input.accountIds ?? []).map((id) => keyOfType('Account', id)),
        consumers: (input.consumerIds ?? []).map((id) => keyOfType('Consumer', id)),
        idempotencyKey: input.idempotencyKey ?? null,
      }),
    ),
    addChildCase: mutation(ADDED, ({ major }, asks, { majorCaseId, caseId }: AddChildCaseInput) =>
      major.addChild(asks, {
        majorKey: keyOfType('Case', majorCaseId),
        caseKey: keyOfType('Case', caseId),
      }),
    ),
  },
  MajorCasePayload: {
    ...answer,
    ...shownBy(MAJOR),
    warnings: ({ warnings = [] }: Outcome) => warnings,
  },
  CreateChildCasesPayload: { ...answer, ...shownBy(EXTENDED) },
  ChildCaseResult: {
    recipientId: ({ kind, recipient }: ChildResult) =>
      toGlobalId(kind === 'account' ? 'Account' : 'Consumer', recipient),
    case: ({ childKey }: ChildResult, _: unknown, context: GraphContext, info: GraphQLResolveInfo) => {
      const table = context.engine.catalog.tables.get('Case');
      if (childKey === null || table === undefined) return null;
      return readerOf(context).one(table, table.key, childKey, selectRow(context, info, table));
    },
    userError: ({ refusal }: ChildResult): UserError | null =>
      answer.userErrors({ refusals: refusal === null ? [] : [refusal] })[0] ?? null,
  },
  AddChildCasePayload: { ...answer, ...shownBy(ADDED) },
};
