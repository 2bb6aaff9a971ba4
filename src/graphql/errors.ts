import {
  GraphQLError,
  isInputObjectType,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { CasegraphError } from '../contract/index.ts';

/** Codes that the GraphQL server itself gives to what a client got wrong. */
const CLIENT_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
]);
const OUR_CODES: ReadonlySet<unknown> = new Set([
  'QUERY_TOO_COMPLEX',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
]);

/** The one place where an error becomes what a client sees: a text written for it and a code; nothing of what was thrown by accident. */
export function presentError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const original = thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const requestId = formatted.extensions?.['requestId'];
  const request = requestId === undefined ? {} : { requestId };
  if (original instanceof CasegraphError)
    return { message: original.message, ...place, extensions: { ...extensionsOf(original), ...request } };
  const code = formatted.extensions?.['code'];
  if (OUR_CODES.has(code)) return { ...formatted, extensions: { code, retryable: false, ...request } };
  if (CLIENT_CODES.has(code))
    return {
      message: formatted.message,
      ...place,
      extensions: { code: 'BAD_USER_INPUT', retryable: false, ...request },
    };
  return {
    message: 'Something went wrong inside the gateway.',
    ...place,
    extensions: { code: 'INTERNAL', retryable: false, ...request },
  };
}

/** Puts the request's id on the errors of its answer, so that operators find what clients report. */
export function stampErrors(result: ExecutionResult, requestId: string): ExecutionResult {
  for (const error of result.errors ?? []) error.extensions['requestId'] = requestId;
  return result;
}

/** What an INTERNAL error hides, for the log; `null` where nothing went wrong that was not expected. */
export function thrownBy(error: unknown): unknown {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original instanceof CasegraphError) return original.kind === 'internal' ? original : null;
  return original instanceof Error && !(original instanceof GraphQLError) ? original : null;
}

function extensionsOf({
  code,
  retryable,
  connection,
  retryAfter,
  affected,
}: CasegraphError): Record<string, unknown> {
  return {
    code,
    retryable,
    ...(connection === undefined ? {} : { connection }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(affected === undefined ? {} : { affected }),
  };
}

const UNKNOWN_INPUT = /Field "[^"]*" is not defined by type "([^"]+)"/;

/** Adds to a refused input field which fields there are: to those who may know the schema. */
export function explainInput(schema: GraphQLSchema, formatted: GraphQLFormattedError): GraphQLFormattedError {
  const [, name] = UNKNOWN_INPUT.exec(formatted.message) ?? [];
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isInputObjectType(type)) return formatted;
  return {
    ...formatted,
    message: `${formatted.message} Allowed: ${Object.keys(type.getFields()).join(', ')}.`,
  };
}
