import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member of an object; undefined where there is no such thing. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce(memberOf, value);
}

/** A success whose content is not what a GraphQL service answers to this query: a proxy's page, a cut body, another service. */
export function notGraphQL(table: BoundTable | null, detail: string): CasegraphError {
  return new CasegraphError(
    'upstream-unavailable',
    'The GraphQL service answered something that is no answer to the query; check the address and path of the connection and what stands between',
    { detail, ...(table === null ? {} : { connection: table.connection }) },
  );
}
