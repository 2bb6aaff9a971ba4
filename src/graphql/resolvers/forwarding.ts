import type { GraphQLResolveInfo } from 'graphql';
import { refuseIncidentWriter } from '../../cases/incident/incident-rules.ts';
import type { Outcome } from '../../cases/outcome.ts';
import type { Refusal } from '../../cases/refusal.ts';
import type { Select } from '../../engine/query.ts';
import type { GraphContext } from '../context.ts';
import type { ForwardIncidentInput } from '../generated/schema.ts';
import { fromGlobalId } from '../global-id.ts';
import { answer } from './cases.ts';
import { acting, readerOf, shownBy, type ShownRecords } from './read-back.ts';

const FORWARDED: ShownRecords = { incident: { type: 'Incident', keyOf: ({ recordKey }) => recordKey } };

type ForwardOutcome = Pick<Outcome, 'caseKey' | 'recordKey' | 'refusals'> & { readonly created: boolean };

/** The mutation that forwards by hand, and its payload. */
export const forwardingResolvers = {
  Mutation: {
    forwardIncident: (
      _: unknown,
      { input }: { input: ForwardIncidentInput },
      context: GraphContext,
      info: GraphQLResolveInfo,
    ) => acting(context, info, FORWARDED, () => forward(context, input.incidentId)),
  },
  ForwardIncidentPayload: {
    ...answer,
    ...shownBy(FORWARDED),
    created: ({ created }: ForwardOutcome) => created,
  },
};

async function forward(context: GraphContext, id: string): Promise<ForwardOutcome> {
  const forbidden = refuseIncidentWriter(context.viewer);
  if (forbidden !== null) return refused(forbidden);
  const { type, key } = fromGlobalId(id);
  const table = context.engine.catalog.tables.get(type);
  const source = table?.sources.find(
    ({ bound }) =>
      bound.object === INCIDENTS && context.forwarding?.connections.includes(bound.connection) === true,
  );
  if (table === undefined || source === undefined) return refused(notForwarded(type));
  const select: Select = { columns: new Set([table.key]), relations: new Map() };
  if ((await readerOf(context).one(table, table.key, key, select)) === null) return refused(notSeen());
  const forwarded = await context.forwarding?.forward(
    source.bound.connection,
    key,
    homeOf(context),
    context.signal,
  );
  if (forwarded === undefined || forwarded.outcome === 'not-found') return refused(notSeen());
  if (forwarded.outcome === 'private')
    return refused({
      code: 'INVALID_STATE',
      message: 'Private incidents are never forwarded.',
      field: FIELD,
    });
  if (forwarded.outcome === 'refused')
    return refused({ code: 'NOT_ACCEPTED', message: forwarded.message, field: FIELD });
  return { caseKey: null, recordKey: forwarded.key, refusals: [], created: forwarded.created };
}

/** Where whoever forwards by hand sees the record, and so do the colleagues; `null` where there are no domains, or the viewer is above them all. */
function homeOf({ reader, viewer }: GraphContext): string | null {
  return reader.scope.domains.find(({ path }) => path === viewer.domain)?.id ?? null;
}

/** The collection of both tools that holds their incidents. */
const INCIDENTS = 'incidents';
const FIELD = ['incidentId'];

function refused(refusal: Refusal): ForwardOutcome {
  return { caseKey: null, recordKey: null, refusals: [refusal], created: false };
}

function notSeen(): Refusal {
  return { code: 'NOT_FOUND', message: 'There is no such incident, or you cannot see it.', field: FIELD };
}

function notForwarded(type: string): Refusal {
  const message = `No rule forwards incidents of ${type}; the configuration names them at "forwarding".`;
  return { code: 'INVALID_INPUT', message, field: FIELD };
}
