import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value of a field as the answer spells it. Answers use Salesforce's own capitals, whatever the query wrote, so a name that is not there
 * is looked for once more without regard to case.
 */
export function fieldOf(record: Json, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(record).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : record[found];
}

/** A success whose content is not what Salesforce documents: a proxy's page, a cut body, another service. */
export function notSalesforce(table: BoundTable | null, detail: string): CasegraphError {
  return new CasegraphError(
    'upstream-unavailable',
    'Salesforce answered something that is no answer of its REST API; check the address of the connection and what stands between',
    { detail, ...(table === null ? {} : { connection: table.connection }) },
  );
}
