import { CasegraphError } from '../../contract/index.ts';
import type { CallFilter, StatusClass } from '../../observe/call-log/filter.ts';
import type { UpstreamCall as Kept } from '../../observe/call-log/call.ts';
import type { GraphContext } from '../context.ts';
import type {
  QueryUpstreamCallsArgs,
  UpstreamCall,
  UpstreamCallFilter,
  UpstreamCallStatus,
} from '../generated/schema.ts';
import { requireAdministrator } from './administrators.ts';

const MOST = 1000;

const STATUS: Readonly<Record<UpstreamCallStatus, StatusClass>> = {
  SUCCESS: 'success',
  REDIRECT: 'redirect',
  CLIENT_ERROR: 'client-error',
  SERVER_ERROR: 'server-error',
  NO_ANSWER: 'no-answer',
};

/** What other systems were asked, for administrators. */
export const upstreamCallResolvers = {
  Query: {
    upstreamCalls: (
      _: unknown,
      { filter, last = 100 }: QueryUpstreamCallsArgs,
      context: GraphContext,
    ): readonly UpstreamCall[] => {
      const { calls } = requireAdministrator(context.operations, context, 'what other systems were asked');
      if (last < 0 || last > MOST)
        throw new CasegraphError('invalid-input', `last must be from 0 to ${MOST}, not ${last}.`);
      return calls.last(filterOf(filter ?? {}), last).map(published);
    },
  },
};

function filterOf({ status, ...rest }: UpstreamCallFilter): CallFilter {
  const { connection, minDuration, requestId, viewer, failedOnly } = rest;
  return {
    connection: connection ?? undefined,
    status: status === null || status === undefined ? undefined : STATUS[status],
    minDuration: minDuration ?? undefined,
    requestId: requestId ?? undefined,
    viewer: viewer ?? undefined,
    failedOnly: failedOnly ?? undefined,
  };
}

function published(call: Kept): UpstreamCall {
  const { number, connection, domain, operation, viewer, requestId, attempt, error } = call;
  const { method, path, sent, status, bytes, answered } = call;
  return {
    ...{ number, connection, domain, operation, viewer, requestId, attempt, error },
    at: new Date(call.at).toISOString(),
    purpose: call.purpose === 'token' ? 'TOKEN' : 'DATA',
    request: { method, path, body: sent },
    answer: status === null ? null : { status, bytes, body: answered },
    durationMs: Math.round(call.durationMs),
    cache: CACHE[call.cache],
  };
}

const CACHE: Readonly<Record<Kept['cache'], UpstreamCall['cache']>> = {
  miss: 'MISS',
  refresh: 'REFRESH',
  none: 'NONE',
};
