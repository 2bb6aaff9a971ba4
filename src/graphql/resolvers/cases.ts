import type { GraphQLResolveInfo } from 'graphql';
import type { Created } from '../../cases/create-incident.ts';
import type { CreateIncidentFromCaseInput, UserError } from '../generated/schema.ts';
import type { GraphContext } from '../context.ts';
import { keyOfType } from '../global-id.ts';
import { selectRow } from '../selection.ts';

/** Mutations of cases and their payloads. Payloads read their records fresh and together. */
export const caseResolvers = {
  Mutation: {
    createIncidentFromCase: (
      _: unknown,
      { input }: { input: CreateIncidentFromCaseInput },
      context: GraphContext,
    ) => context.cases.createIncident(context, keyOfType('Case', input.caseId), input.idempotencyKey ?? null),
  },
  CreateIncidentFromCasePayload: {
    case: readBack('Case', ({ caseKey }) => caseKey),
    incident: readBack('Incident', ({ incidentKey }) => incidentKey),
    userErrors: ({ refusals }: Created): readonly UserError[] =>
      refusals.map(({ code, message, field }) => ({
        code,
        message,
        field: field === undefined ? null : [...field],
      })),
  },
};

function readBack(type: string, keyOf: (created: Created) => string | null) {
  return (created: Created, _: unknown, context: GraphContext, info: GraphQLResolveInfo) => {
    const key = keyOf(created);
    const table = context.engine.catalog.tables.get(type);
    return key === null || table === undefined
      ? null
      : context.reader.one(table, table.key, key, selectRow(context, info, table));
  };
}
