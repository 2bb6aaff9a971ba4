import type { Packing, SendRequest, SendResponse } from '../../src/contract/index.ts';
import { isObject, notSalesforce } from './answer/shape.ts';
import type { Settings } from './settings.ts';

/** Of the 25 parts of a composite request five may be queries; that number is known from memory only. */
const MOST_QUERIES = 5;

/**
 * Queries of one tick as one composite request: one API call, whatever the number of queries. Salesforce runs them one after the other, so that the
 * answer takes as long as all of them together; that is less than what a round trip for each costs, and spares the org's daily limit.
 * Whether an address inside a composite request is bounded like an outer one is not documented: they are kept as short.
 */
export function packingOf({ base }: Settings): Packing {
  const query = `${base}/query?q=`;
  return {
    most: MOST_QUERIES,
    takes: ({ method, path, headers }) => method === 'GET' && path.startsWith(query) && headers === undefined,
    pack: (requests) => ({
      method: 'POST',
      path: `${base}/composite`,
      json: { allOrNone: false, compositeRequest: requests.map(partOf) },
      // Only queries are taken, so nothing is changed by sending it again.
      idempotent: true,
    }),
    unpack: (response, requests) => {
      if (response.status < 200 || response.status > 299) return requests.map(() => response);
      return answersOf(response, requests);
    },
  };
}

function partOf({ path }: SendRequest, index: number) {
  return { method: 'GET', url: path, referenceId: referenceOf(index) };
}

function referenceOf(index: number): string {
  return `query${index}`;
}

function answersOf(response: SendResponse, requests: readonly SendRequest[]): readonly SendResponse[] {
  const { json } = response;
  const list: unknown = isObject(json) ? json['compositeResponse'] : undefined;
  if (!Array.isArray(list)) throw notSalesforce(null, 'composite: the answer has no compositeResponse');
  const parts = new Map(list.filter(isObject).map((part) => [part['referenceId'], part]));
  return requests.map((_, index) => {
    const { httpStatusCode: status, body } = parts.get(referenceOf(index)) ?? {};
    if (typeof status !== 'number') throw notSalesforce(null, 'composite: a part is not answered');
    return { ...response, status, json: body };
  });
}
