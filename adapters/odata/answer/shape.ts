import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property's value; undefined where the answer does not hold it. */
export function propertyOf(record: Json, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A success whose content is not what OData documents: a proxy's page, a cut body, another service. */
export function notOData(table: BoundTable | null, detail: string): CasegraphError {
  return new CasegraphError(
    'upstream-unavailable',
    'The service answered something that is no OData answer; check the address and path of the connection, the version, and what stands between',
    { detail, ...(table === null ? {} : { connection: table.connection }) },
  );
}
