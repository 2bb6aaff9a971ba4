import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import { incidents as desk, people } from './desk-data.ts';
import type { Incident } from './desk-data.ts';
import { DESK } from './desk-schema.ts';

type Where = { readonly [name: string]: unknown };

/** Apollo Server over the desk's data. `log` counts what was asked of it. */
export function deskServer(incidents: readonly Incident[] = desk): ApolloServer {
  return new ApolloServer({
    plugins: [ApolloServerPluginCacheControlDisabled()],
    typeDefs: DESK,
    resolvers: {
      Query: {
        incidents: (
          _: unknown,
          { where, sort, first, after }: { where?: Where; sort?: string[]; first: number; after?: string },
        ) => {
          const found = incidents
            .filter((row) => where == null || holds(where, row))
            .toSorted(by(sort ?? []));
          const start = after == null ? 0 : Number(Buffer.from(after, 'base64').toString()) + 1;
          const cursor = (index: number): string => Buffer.from(String(index)).toString('base64');
          const edges = found
            .slice(start, start + first)
            .map((node, n) => ({ node, cursor: cursor(start + n) }));
          const pageInfo = {
            hasNextPage: start + first < found.length,
            endCursor: edges.at(-1)?.cursor ?? null,
          };
          return { edges, pageInfo, total: found.length };
        },
        incident: (_: unknown, { id }: { id: string }) => oneOf(incidents, id),
        incidentStrictly: (_: unknown, { id }: { id: string }) => oneOf(incidents, id),
        incidentsByIds: (_: unknown, { ids }: { ids: string[] }) =>
          ids.map((id) => incidents.find((row) => row.id === id) ?? null).toReversed(),
        people: (
          _: unknown,
          args: { city?: string; nameStarts?: string; ids?: string[]; limit?: number; offset?: number },
        ) =>
          people
            .filter(({ city }) => args.city == null || same(city, args.city))
            .filter(
              ({ name }) =>
                args.nameStarts == null || name.toLowerCase().startsWith(args.nameStarts.toLowerCase()),
            )
            .filter(({ id }) => args.ids == null || args.ids.includes(id))
            .slice(args.offset ?? 0, (args.offset ?? 0) + (args.limit ?? 1_000)),
      },
      Incident: {
        reporter: ({ reporterId }: Incident) => people.find(({ id }) => id === reporterId) ?? null,
      },
    },
  });
}

function oneOf(incidents: readonly Incident[], id: string): Incident {
  if (id === 'I013') throw new GraphQLError('secret ward', { extensions: { code: 'FORBIDDEN' } });
  const row = incidents.find((incident) => incident.id === id);
  if (row === undefined) throw new GraphQLError('no such incident', { extensions: { code: 'NOT_FOUND' } });
  return row;
}

function same(a: string | null, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function holds(where: Where, row: Incident): boolean {
  return Object.entries(where).every(([name, part]) => {
    if (name === '_and') return (part as Where[]).every((each) => holds(each, row));
    if (name === '_or') return (part as Where[]).some((each) => holds(each, row));
    if (name === '_not') return !holds(part as Where, row);
    if (name === 'state') return tests((part as { code: Where }).code, row.state?.code ?? null, String);
    if (name === 'cost') return tests(part as Where, row.cost, Number);
    if (name === 'impact') return tests(part as Where, row.impact, Number);
    if (name === 'createdAt') return tests(part as Where, row.createdAt, (text) => Date.parse(String(text)));
    if (name === 'id' || name === 'reporterId') return tests(part as Where, row[name], String);
    return tests(part as Where, row[name as 'title'], (text) => String(text).toLowerCase());
  });
}

function tests(asked: Where, cell: unknown, weigh: (value: unknown) => string | number): boolean {
  const own = cell === null ? null : weigh(cell);
  return Object.entries(asked).every(([op, operand]) => {
    if (op === '_null') return (own === null) === operand;
    if (op === '_neq') return own !== weigh(operand);
    if (own === null) return false;
    if (op === '_in') return (operand as unknown[]).some((each) => weigh(each) === own);
    const other = weigh(operand);
    if (op === '_eq') return own === other;
    if (op === '_lt') return own < other;
    if (op === '_lte') return own <= other;
    if (op === '_gt') return own > other;
    if (op === '_gte') return own >= other;
    if (op === '_has') return String(own).includes(String(other));
    return op === '_starts' ? String(own).startsWith(String(other)) : String(own).endsWith(String(other));
  });
}

/** Rows without a value come first ascending. */
function by(sort: readonly string[]): (a: Incident, b: Incident) => number {
  const weights: Record<string, (row: Incident) => string | number | null> = {
    ID: ({ id }) => id,
    TITLE: ({ title }) => title?.toLowerCase() ?? null,
    COST: ({ cost }) => (cost === null ? null : Number(cost)),
    CREATED: ({ createdAt }) => (createdAt === null ? null : Date.parse(createdAt)),
  };
  return (a, b) => {
    for (const word of sort) {
      const [name = '', direction] = word.split('_');
      const [left = null, right = null] = [weights[name]?.(a), weights[name]?.(b)];
      const order = left === right ? 0 : left === null ? -1 : right === null ? 1 : left < right ? -1 : 1;
      if (order !== 0) return direction === 'DESC' ? -order : order;
    }
    return 0;
  };
}
