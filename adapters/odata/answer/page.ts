import type { BoundTable, SendResponse } from '../../../src/contract/index.ts';
import type { Service } from '../service.ts';
import { wholeNumber } from '../whole-number.ts';
import { followed } from './next-link.ts';
import type { Json } from './shape.ts';
import { isObject, notOData, propertyOf } from './shape.ts';

/** One page of an entity set. */
export interface Block {
  readonly records: readonly Json[];
  /** Path of the page after it; null when the service says there is none. */
  readonly next: string | null;
}

/** The parts of an answer that both versions have, wherever they keep them. */
interface Envelope {
  readonly rows: unknown;
  readonly next: unknown;
  readonly count: unknown;
}

/** Reads one page; throws upstream-unavailable for anything that is none. */
export function blockOf(service: Service, table: BoundTable, response: SendResponse): Block {
  const { rows, next } = envelopeOf(service, table, response.json);
  if (!Array.isArray(rows) || !rows.every(isObject)) throw notOData(table, 'the rows are no list of objects');
  if (next === undefined || next === null) return { records: rows, next: null };
  const path = followed(service, next, response.instance);
  if (path === null) throw notOData(table, 'the link to the next page leads out of the service');
  return { records: rows, next: path };
}

/** The number of rows that match, of an answer that was asked to count. */
export function countOf(service: Service, table: BoundTable, json: unknown): number {
  const count = wholeNumber(envelopeOf(service, table, json).count);
  if (count === null || count < 0) throw notOData(table, 'the answer holds no count');
  return count;
}

/**
 * OData 4: `{ value, @odata.nextLink, @odata.count }`, and 4.01 may leave out `odata.`. OData 2: `{ d: { results, __next, __count } }`, and some
 * services that think of OData 1 give `{ d: […] }`.
 */
function envelopeOf({ version }: Service, table: BoundTable, json: unknown): Envelope {
  if (!isObject(json)) throw notOData(table, 'the answer is no JSON object');
  if (version === 4) {
    return {
      rows: propertyOf(json, 'value'),
      next: propertyOf(json, '@odata.nextLink') ?? propertyOf(json, '@nextLink'),
      count: propertyOf(json, '@odata.count') ?? propertyOf(json, '@count'),
    };
  }
  const data = propertyOf(json, 'd');
  if (Array.isArray(data)) return { rows: data, next: undefined, count: undefined };
  if (!isObject(data)) throw notOData(table, 'the answer has no "d"');
  return {
    rows: propertyOf(data, 'results'),
    next: propertyOf(data, '__next'),
    count: propertyOf(data, '__count'),
  };
}
