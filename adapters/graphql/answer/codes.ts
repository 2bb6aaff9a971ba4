import type { ErrorKind } from '../../../src/contract/index.ts';

/**
 * What the codes of common services mean. There is no standard: Apollo Server's, Casegraph's own, Hasura's, GitHub's (`type`) and
 * AppSync's (`errorType`) are here. `not-found` stands for "no row".
 */
const CODES: Readonly<Record<string, ErrorKind>> = {
  UNAUTHENTICATED: 'upstream-unauthorized',
  UNAUTHORIZED: 'upstream-unauthorized',
  FORBIDDEN: 'upstream-unauthorized',
  ACCESS_DENIED: 'upstream-unauthorized',
  INVALID_JWT: 'upstream-unauthorized',
  UPSTREAM_UNAUTHORIZED: 'upstream-unauthorized',
  NOT_FOUND: 'not-found',
  BAD_USER_INPUT: 'upstream-rejected',
  BAD_REQUEST: 'upstream-rejected',
  GRAPHQL_PARSE_FAILED: 'upstream-rejected',
  GRAPHQL_VALIDATION_FAILED: 'upstream-rejected',
  VALIDATION_FAILED: 'upstream-rejected',
  OPERATION_RESOLUTION_FAILURE: 'upstream-rejected',
  UPSTREAM_REJECTED: 'upstream-rejected',
  QUERY_TOO_COMPLEX: 'too-complex',
  MAX_NODE_LIMIT_EXCEEDED: 'too-complex',
  RESOURCE_LIMITS_EXCEEDED: 'too-complex',
  RATE_LIMITED: 'upstream-rate-limited',
  RATE_LIMIT: 'upstream-rate-limited',
  RATE_LIMIT_EXCEEDED: 'upstream-rate-limited',
  THROTTLED: 'upstream-rate-limited',
  TOO_MANY_REQUESTS: 'upstream-rate-limited',
  UPSTREAM_RATE_LIMITED: 'upstream-rate-limited',
  TIMEOUT: 'upstream-timeout',
  GATEWAY_TIMEOUT: 'upstream-timeout',
  UPSTREAM_TIMEOUT: 'upstream-timeout',
  INTERNAL: 'upstream-unavailable',
  INTERNAL_SERVER_ERROR: 'upstream-unavailable',
  INTERNAL_ERROR: 'upstream-unavailable',
  SERVICE_UNAVAILABLE: 'upstream-unavailable',
  UPSTREAM_UNAVAILABLE: 'upstream-unavailable',
};

/** Unknown codes are refusals: asking again would not mend them. */
export function kindOfCode(code: string | null): ErrorKind | null {
  if (code === null) return null;
  const known = code.toUpperCase().replaceAll('-', '_');
  return Object.hasOwn(CODES, known) ? (CODES[known] ?? null) : null;
}

export function kindOfStatus(status: number): ErrorKind {
  if (status === 401 || status === 403) return 'upstream-unauthorized';
  if (status === 429) return 'upstream-rate-limited';
  return 'upstream-rejected';
}

/** What the client is told. */
export const MESSAGES: Partial<Record<ErrorKind, string>> = {
  'upstream-unauthorized':
    '{table}: the GraphQL service does not let this connection read that; grant its user the rights or mend its credential',
  'upstream-rejected':
    '{table}: the GraphQL service refused the query; compare the declaration with the schema of the service',
  'not-found': '{table}: the GraphQL service knows no such thing',
  'too-complex':
    '{table}: the GraphQL service finds the query too large; ask for fewer rows or columns at once',
  'upstream-rate-limited': '{table}: the GraphQL service asks for a pause; try again later',
  'upstream-timeout': '{table}: the GraphQL service took too long',
  'upstream-unavailable': '{table}: the GraphQL service failed; try again later',
};
