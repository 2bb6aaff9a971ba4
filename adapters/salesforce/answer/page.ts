import type { BoundTable } from '../../../src/contract/index.ts';
import type { Json } from './shape.ts';
import { isObject, notSalesforce } from './shape.ts';

/** One block of query results: the answer itself, or a child list inside a record. */
export interface Block {
  readonly totalSize: number;
  readonly records: readonly Json[];
  /** Path of the next block; null when this was the last. */
  readonly next: string | null;
}

/** Where a query may be continued; anything else is not followed, since it would carry our credential. */
const LOCATOR = /^\/services\/data\/v\d{1,3}\.\d\/query(?:All)?\/[A-Za-z0-9_-]{1,100}$/;

export function isLocator(path: unknown): path is string {
  return typeof path === 'string' && LOCATOR.test(path);
}

/** Reads `{ totalSize, done, records, nextRecordsUrl? }`; throws upstream-unavailable for any other shape. */
export function blockOf(json: unknown, table: BoundTable): Block {
  if (!isObject(json)) throw notSalesforce(table, 'query: the answer is no JSON object');
  const { totalSize, done, records, nextRecordsUrl } = json;
  if (typeof totalSize !== 'number' || !Number.isSafeInteger(totalSize) || totalSize < 0) {
    throw notSalesforce(table, 'query: totalSize is no count');
  }
  if (typeof done !== 'boolean') throw notSalesforce(table, 'query: done is no boolean');
  if (!Array.isArray(records) || !records.every(isObject)) {
    throw notSalesforce(table, 'query: records is no list of objects');
  }
  if (done) return { totalSize, records, next: null };
  if (!isLocator(nextRecordsUrl)) throw notSalesforce(table, 'query: not done, and no usable nextRecordsUrl');
  return { totalSize, records, next: nextRecordsUrl };
}
