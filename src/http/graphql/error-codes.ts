import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../../contract/index.ts';

/** Apollo's own codes in our taxonomy. */
const OURS: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  INTERNAL_SERVER_ERROR: 'INTERNAL',
};

/** Errors of the request itself, which the GraphQL-over-HTTP draft answers with 200 to clients that take plain JSON only. */
const REQUEST_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

export function withOurCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  const ours = typeof code === 'string' ? OURS[code] : 'INTERNAL';
  return ours === undefined
    ? formatted
    : { ...formatted, extensions: { ...formatted.extensions, code: ours } };
}

export function isRequestError(code: unknown): boolean {
  return typeof code === 'string' && REQUEST_ERRORS.has(code);
}

/** The message without the names that graphql-js proposes: they tell of a schema that the viewer may not see. */
export function withoutSuggestions(error: GraphQLFormattedError): GraphQLFormattedError {
  const cut = error.message.search(/ Did you mean | Allowed: /);
  return cut < 0 ? error : { ...error, message: error.message.slice(0, cut) };
}
