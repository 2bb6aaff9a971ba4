import { makeExecutableSchema } from '@graphql-tools/schema';
import { Kind, validateSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Catalog } from '../engine/scope.ts';
import { publishedDocuments } from './published/publish.ts';
import { presentTables } from './declaration/presentation.ts';
import { caseResolvers } from './resolvers/cases.ts';
import { connectionResolvers } from './resolvers/connections.ts';
import { eventResolvers } from './resolvers/events.ts';
import { forwardingResolvers } from './resolvers/forwarding.ts';
import { liveResolvers } from './resolvers/live.ts';
import { majorCaseResolvers } from './resolvers/major-cases.ts';
import { metadataResolvers } from './resolvers/metadata.ts';
import { portalResolvers } from './resolvers/portal.ts';
import { roots } from './resolvers/roots.ts';
import { rootResolvers, tableResolvers } from './resolvers/table.ts';
import { upstreamCallResolvers } from './resolvers/upstream-calls.ts';
import { SCALARS } from './scalars.ts';

/** The executable schema of a catalog. Throws when what was generated is no valid schema. */
export function buildGraph(documents: readonly DocumentNode[], catalog: Catalog): GraphQLSchema {
  const tables = [...catalog.tables.values()].filter(({ reach }) => reach !== 'internal');
  const fields = Object.assign(
    {},
    ...tables.filter(({ reach }) => reach === 'root').map(rootResolvers),
  ) as Record<string, unknown>;
  const schema = makeExecutableSchema({
    typeDefs: [...publishedDocuments(documents, catalog.tables)],
    resolvers: [
      SCALARS,
      roots,
      connectionResolvers,
      ...(declares(documents, 'CaseActionOffer') ? [caseResolvers] : []),
      ...(declares(documents, 'CaseActivity') ? [liveResolvers] : []),
      ...(declares(documents, 'UpstreamCall') ? [upstreamCallResolvers, eventResolvers] : []),
      ...(declares(documents, 'ForwardIncidentPayload') ? [forwardingResolvers] : []),
      ...(declares(documents, 'MajorCasePayload') ? [majorCaseResolvers] : []),
      ...(declaresList(documents) ? [portalResolvers] : []),
      { Query: fields },
      ...metadata(documents, catalog),
      ...tables.map(tableResolvers),
    ] as never,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  const problems = validateSchema(schema);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return schema;
}

/** A schema folder of one's own may leave these out: metadata.graphql, cases.graphql, major-cases.graphql, portal.graphql, live.graphql, operations.graphql. */
function metadata(documents: readonly DocumentNode[], { tables }: Catalog) {
  return declares(documents, 'RemoteTable') ? [metadataResolvers(presentTables(documents, tables))] : [];
}

/** The enum that the portal's lists are named by. */
function declaresList(documents: readonly DocumentNode[]): boolean {
  return documents.some(({ definitions }) =>
    definitions.some((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'CaseList'),
  );
}

function declares(documents: readonly DocumentNode[], type: string): boolean {
  return documents.some(({ definitions }) =>
    definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type),
  );
}
