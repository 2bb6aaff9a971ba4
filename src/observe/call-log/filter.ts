import type { UpstreamCall } from './call.ts';

export type StatusClass = 'success' | 'redirect' | 'client-error' | 'server-error' | 'no-answer';

/** What is looked for; all that is given must hold. */
export interface CallFilter {
  readonly connection?: string | undefined;
  readonly status?: StatusClass | undefined;
  /** Milliseconds. */
  readonly minDuration?: number | undefined;
  readonly requestId?: string | undefined;
  readonly viewer?: string | undefined;
  readonly failedOnly?: boolean | undefined;
}

export function matches(call: UpstreamCall, filter: CallFilter): boolean {
  const { connection, status, minDuration, requestId, viewer, failedOnly } = filter;
  return (
    (connection === undefined || call.connection === connection) &&
    (status === undefined || classOf(call.status) === status) &&
    (minDuration === undefined || call.durationMs >= minDuration) &&
    (requestId === undefined || call.requestId === requestId) &&
    (viewer === undefined || call.viewer === viewer) &&
    (failedOnly !== true || hasFailed(call))
  );
}

/** No answer, or one that says no. */
export function hasFailed({ status, error }: Pick<UpstreamCall, 'status' | 'error'>): boolean {
  return error !== null || status === null || status >= 400;
}

function classOf(status: number | null): StatusClass {
  if (status === null) return 'no-answer';
  if (status < 300) return 'success';
  if (status < 400) return 'redirect';
  return status < 500 ? 'client-error' : 'server-error';
}
