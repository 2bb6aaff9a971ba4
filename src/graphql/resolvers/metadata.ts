import type { GraphQLResolveInfo } from 'graphql';
import { CasegraphError } from '../../contract/index.ts';
import { CHOICE_ROWS, type Choices } from '../../engine/choices.ts';
import type { GraphContext } from '../context.ts';
import type { TablePresentation } from '../declaration/presentation.ts';
import type { ChoiceList, RemoteTable } from '../generated/schema.ts';
import { asksFor } from '../metadata/asked.ts';
import { describeTable } from '../metadata/describe-table.ts';
import { see, seeAll, type Seen, type Sight } from '../metadata/sight.ts';
import { addRows } from '../selection.ts';

/** Fields that the owning system may have a say in. */
const ARRANGED: ReadonlySet<string> = new Set([
  'listLayout',
  'formSections',
  'popup',
  'relatedLists',
  'layoutSource',
  'layoutNote',
]);

/** Resolvers of the tables' metadata. Everything is put together at the root: below it nothing waits. */
export function metadataResolvers(presentations: ReadonlyMap<string, TablePresentation>) {
  const sightOf = ({ engine, reader }: GraphContext): Sight => ({
    catalog: engine.catalog,
    presentations,
    scope: reader.scope,
  });
  return {
    Query: {
      remoteTables: (_: unknown, __: unknown, context: GraphContext, info: GraphQLResolveInfo) => {
        const sight = sightOf(context);
        return Promise.all(seeAll(sight).map((seen) => described(sight, seen, context, info)));
      },
      remoteTable: async (
        _: unknown,
        { name }: { name: string },
        context: GraphContext,
        info: GraphQLResolveInfo,
      ) => {
        const sight = sightOf(context);
        return described(sight, required(sight, name), context, info);
      },
      choices: async (_: unknown, asked: { table: string; column: string }, context: GraphContext) => {
        const { table } = required(sightOf(context), asked.table);
        // As many as may have to be read, where the owning system keeps no list.
        addRows({ context }, CHOICE_ROWS);
        return choiceList(await context.reader.choices(table, asked.column));
      },
    },
  };
}

/** A table that may not be read is answered as one that is not there. */
function required(sight: Sight, name: string): Seen {
  const seen = see(sight, name);
  if (seen !== null) return seen;
  const names = seeAll(sight).map(({ table }) => table.name);
  throw new CasegraphError(
    'not-found',
    `There is no table of this name that you can read. Tables: ${names.join(', ') || 'none'}.`,
  );
}

async function described(
  sight: Sight,
  seen: Seen,
  { reader }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<RemoteTable> {
  const asks = seen.presentation.layout.fromInstance && asksFor(info, ARRANGED);
  return describeTable(sight, seen, asks ? await reader.layout(seen.table) : null);
}

function choiceList({ options, dependsOn, source, note }: Choices): ChoiceList {
  return {
    values: options.map(({ value, label, inactive, dependentValues }) => ({
      value,
      label,
      inactive,
      dependentValues: [...dependentValues],
    })),
    dependsOn,
    source: source === 'instance' ? 'INSTANCE' : 'ROWS',
    note,
  };
}
