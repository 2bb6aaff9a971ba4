import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import { compareCells, matches } from '../../../adapters/memory/index.ts';
import type { TypeOf } from '../../../adapters/memory/index.ts';
import type { ColumnType, Order, Value } from '../../../src/contract/index.ts';
import { toCondition } from '../../../src/graphql/filter-input.ts';
import type { FilterInput } from '../../../src/graphql/filter-input.ts';

/** Cells by field of the published type `Incident`. */
export type Cells = Readonly<Record<string, Value>>;

interface Arguments {
  readonly filter?: FilterInput;
  readonly orderBy?: readonly Readonly<Record<string, string>>[];
  readonly first: number;
  readonly after?: string;
}

/** A service with the very schema that this gateway publishes, filters included, over rows of its own. */
export function gatewayServer(
  rows: readonly Cells[],
  types: Readonly<Record<string, ColumnType>>,
): ApolloServer {
  const typeOf: TypeOf = (name) => types[name] ?? 'string';
  return new ApolloServer({
    plugins: [ApolloServerPluginCacheControlDisabled()],
    typeDefs: readFileSync(new URL('../../snapshots/schema.graphql', import.meta.url), 'utf8'),
    resolvers: {
      Query: {
        incidents: (_: unknown, { filter, orderBy, first, after }: Arguments) => {
          const condition = toCondition(filter);
          const found = rows
            .filter((row) => condition !== false && (condition === null || matches(condition, row, typeOf)))
            .toSorted((a, b) => compareCells(orderOf(orderBy), a, b, typeOf));
          const start = after === undefined ? 0 : found.findIndex((row) => row['sysId'] === after) + 1;
          const nodes = found.slice(start, start + first);
          const pageInfo = {
            hasNextPage: start + first < found.length,
            hasPreviousPage: start > 0,
            endCursor: nodes.at(-1)?.['sysId'] ?? null,
          };
          return { nodes, pageInfo, totalCount: found.length };
        },
        incident: (_: unknown, { sysId }: { sysId?: string }) => {
          const row = rows.find((each) => each['sysId'] === sysId);
          if (row === undefined)
            throw new GraphQLError('There is none.', { extensions: { code: 'NOT_FOUND' } });
          return row;
        },
      },
      Incident: { id: (row: Cells) => `Incident:${JSON.stringify(row['sysId'])}` },
    },
  });
}

function orderOf(orderBy: Arguments['orderBy']): Order[] {
  const parts = (orderBy ?? []).flatMap((part) => Object.entries(part));
  const order = parts.map(([column, word]): Order => ({
    column,
    direction: word === 'DESC' ? 'desc' : 'asc',
  }));
  return [...order, { column: 'sysId', direction: 'asc' }];
}
