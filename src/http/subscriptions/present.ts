import { parse, validate, GraphQLError } from 'graphql';
import type { DocumentNode, ExecutionResult, FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { withOurCode } from '../graphql/error-codes.ts';
import type { ServiceOptions } from '../options.ts';

type Presenting = Pick<ServiceOptions, 'formatError'>;

/** A document as it can be executed, or what is wrong with it. */
export interface Valid {
  /** `null`: it is none. */
  readonly document: DocumentNode | null;
  readonly errors: readonly GraphQLFormattedError[];
}

export function validated(options: Presenting & Pick<ServiceOptions, 'schema'>, text: string): Valid {
  const refused = (errors: readonly GraphQLError[]): Valid => ({
    document: null,
    errors: errors.map((error) => present(options, error, 'BAD_USER_INPUT')),
  });
  try {
    const document = parse(text);
    const errors = validate(options.schema, document);
    return errors.length === 0 ? { document, errors: [] } : refused(errors);
  } catch (error) {
    return refused([error instanceof GraphQLError ? error : new GraphQLError('This is not GraphQL.')]);
  }
}

/** An answer as clients see it. */
export function presentAll(
  options: Presenting,
  { errors, ...result }: ExecutionResult,
): FormattedExecutionResult {
  if (errors === undefined) return result;
  return { ...result, errors: errors.map((error) => present(options, error)) };
}

/** What is thrown where no operation could be executed. `code`: of an error of graphql-js itself, which has none. */
export function present(options: Presenting, thrown: unknown, code?: string): GraphQLFormattedError {
  const error = located(thrown);
  const formatted = error.toJSON();
  const extensions = code === undefined ? { ...formatted.extensions } : { ...formatted.extensions, code };
  return options.formatError(withOurCode({ ...formatted, extensions }), error);
}

/** What graphql-js itself finds wrong before a source exists is about the request: a variable of the wrong type, for instance. */
export function codeOf(error: GraphQLError): string | undefined {
  return error.originalError === undefined ? 'BAD_USER_INPUT' : undefined;
}

function located(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const original = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(original.message, { originalError: original });
}
