import { EVENT_REFUSALS, type EventRefusal as Reason } from '../../sync/events/refusal.ts';
import type { GraphContext } from '../context.ts';
import type { EventRefusal, EventSource } from '../generated/schema.ts';
import { requireAdministrator } from './administrators.ts';

/** What came in by webhook, for administrators. */
export const eventResolvers = {
  Query: {
    events: (_: unknown, __: unknown, context: GraphContext): readonly EventSource[] => {
      const watch = requireAdministrator(context.operations, context, 'what came in by webhook');
      return watch.events().map(({ connection, accepted, refused, lastAt }) => ({
        connection,
        accepted,
        refused: EVENT_REFUSALS.filter((reason) => refused[reason] > 0).map((reason) => ({
          reason: NAMES[reason],
          count: refused[reason],
        })),
        lastAt: lastAt === null ? null : new Date(lastAt).toISOString(),
      }));
    },
  },
};

const NAMES: Readonly<Record<Reason, EventRefusal>> = {
  forged: 'FORGED',
  stale: 'STALE',
  replayed: 'REPLAYED',
  oversized: 'OVERSIZED',
  malformed: 'MALFORMED',
};
