import { CasegraphError } from '../../src/contract/index.ts';
import type { KeyedAnswer } from '../../src/contract/index.ts';

/** Says in what went wrong which connection it was: the modules that read answers do not know it. */
export async function nameConnection<T>(connection: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw named(error, connection);
  }
}

/** The same for the keys that failed on their own. */
export async function nameConnectionOfKeys(
  connection: string,
  work: Promise<KeyedAnswer>,
): Promise<KeyedAnswer> {
  const answer = await nameConnection(connection, work);
  const results = answer.results.map((result) =>
    result instanceof CasegraphError ? withConnection(result, connection) : result,
  );
  return { ...answer, results };
}

function named(error: unknown, connection: string): unknown {
  return error instanceof CasegraphError ? withConnection(error, connection) : error;
}

function withConnection(error: CasegraphError, connection: string): CasegraphError {
  if (error.connection !== undefined) return error;
  const { kind, message, retryAfter, affected, detail } = error;
  return new CasegraphError(kind, message, {
    connection,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(affected === undefined ? {} : { affected }),
    ...(detail === undefined ? {} : { detail }),
    cause: error,
  });
}
