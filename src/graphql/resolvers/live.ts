import { CaseWatch, type CaseActivity } from '../../sync/activity/case-activity.ts';
import { CaseChanges, caseTable, type CaseChange } from '../../sync/activity/case-changes.ts';
import { follow } from '../../sync/activity/follow.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { CasegraphError } from '../../contract/index.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import type { Reader } from '../../engine/engine.ts';
import type { Changes, GraphContext, Stream } from '../context.ts';
import type { FilterInput } from '../filter-input.ts';
import { toWanted } from '../filter-input.ts';
import type { SubscriptionCaseActivityArgs } from '../generated/schema.ts';
import { keyOfType } from '../global-id.ts';
import { selectRow } from '../selection.ts';

interface ChangedArguments {
  readonly filter?: FilterInput | null;
  readonly after?: string | null;
}

/** Subscriptions. The source of a stream only says what happened; what of it its viewer gets is read for every event. */
export const liveResolvers = {
  Subscription: {
    caseActivity: {
      subscribe: (stream: Stream, values: SubscriptionCaseActivityArgs, context: GraphContext) => {
        const { catalog } = context.engine;
        const watch = new CaseWatch(catalog, keyOfType('Case', values.caseId), values.after ?? null);
        return following(context, stream, {
          touches: (key) => watch.concerns(key),
          look: (reader) => watch.look(reader),
        });
      },
      resolve: (event: CaseActivity) => event,
    },
    caseChanged: {
      subscribe: (stream: Stream, { filter, after }: ChangedArguments, context: GraphContext) => {
        const { engine, limits } = context;
        const table = caseTable(engine.catalog.tables);
        const reading = { table, catalog: engine.catalog, most: limits.relationFilters };
        const changes = new CaseChanges(table, toWanted(filter, reading), after ?? null);
        return following(context, stream, {
          touches: (_, object) => isObjectOf(table, object),
          look: (reader) => changes.look(reader),
        });
      },
      resolve: (event: CaseChange) => event,
    },
  },
  CaseActivity: {
    case: row('Case', ({ caseKey }: CaseActivity) => caseKey),
    entry: row('JournalEntry', ({ entryKey }: CaseActivity) => entryKey),
  },
  CaseChange: { case: row('Case', ({ caseKey }: CaseChange) => caseKey) },
};

interface Following<Event> {
  readonly touches: (key: string, object: string) => boolean;
  readonly look: (reader: Reader) => Promise<readonly Event[]>;
}

function following<Event>(
  { changes }: GraphContext,
  { renew, signal }: Stream,
  { touches, look }: Following<Event>,
): AsyncGenerator<Event> {
  return follow({
    ...required(changes),
    touches: ({ key, object }) => touches(key, object),
    // Whoever looks is asked for anew each time: rights may be gone since.
    look: async () => look((await renew()).reader),
    signal,
    random: Math.random,
  });
}

function required(changes: Changes | undefined): Changes {
  if (changes === undefined)
    throw new CasegraphError('internal', 'A subscription was started where nothing is heard of changes.');
  return changes;
}

function isObjectOf({ sources }: TableDefinition, object: string): boolean {
  return sources.some(({ bound }) => bound.object === object);
}

function row<Event>(type: string, keyOf: (event: Event) => string | null) {
  return (event: Event, _: unknown, context: GraphContext, info: GraphQLResolveInfo) => {
    const key = keyOf(event);
    const table = context.engine.catalog.tables.get(type);
    return key === null || table === undefined
      ? null
      : context.reader.one(table, table.key, key, selectRow(context, info, table));
  };
}
