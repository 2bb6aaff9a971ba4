import type { GraphQLResolveInfo } from 'graphql';
import { CasegraphError } from '../../contract/index.ts';
import { TYPE, type ResultRow } from '../../engine/query.ts';
import type { GraphContext } from '../context.ts';
import type { Viewer, ViewerType } from '../generated/schema.ts';
import { fromGlobalId } from '../global-id.ts';
import { selectRow } from '../selection.ts';
import { found } from './table.ts';

/** Resolvers of what belongs to no table. */
export const roots = {
  Node: { __resolveType: (row: ResultRow) => row[TYPE] },
  Query: {
    viewer: (_: unknown, __: unknown, { viewer, reader }: GraphContext): Viewer => ({
      subject: viewer.subject,
      name: viewer.name,
      kind: viewer.kind.toUpperCase() as ViewerType,
      roles: [...viewer.roles].sort(),
      domain: viewer.domain,
      visibleDomains: reader.scope.domains.map(({ path }) => path).sort(),
    }),
    node: async (_: unknown, { id }: { id: string }, context: GraphContext, info: GraphQLResolveInfo) => {
      const { type, key } = fromGlobalId(id);
      const table = context.engine.catalog.tables.get(type);
      if (table === undefined || table.reach !== 'root')
        throw new CasegraphError('not-found', 'There is nothing with this id, or you cannot see it.');
      return found(table, await context.reader.one(table, table.key, key, selectRow(context, info, table)));
    },
  },
};
