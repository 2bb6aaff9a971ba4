import type { Packing, SendResponse } from '../../src/contract/index.ts';
import { answersOf, batchOf } from './batch.ts';
import { MOST_LISTS_PER_BATCH } from './keyed/limited-lists.ts';

/** What may travel in a batch: plain reads of rows. */
const ROWS = '/api/now/table/';

/**
 * Reads of one tick as one batch request. The instance runs the parts one after the other, so queries go apart, where they run side by side; what a change is
 * decided on are few small reads, and there each request counts.
 */
export const PACKING: Packing = {
  most: MOST_LISTS_PER_BATCH,
  onRequest: true,
  takes: ({ method, path }) => method === 'GET' && path.startsWith(ROWS),
  pack: (requests) => batchOf(requests.map(({ path }) => path)),
  unpack: (response, requests) => {
    // Refused as a whole: the answer of each.
    if (response.status >= 400) return requests.map(() => response);
    return answersOf(response, requests.length).map((answer) =>
      answer instanceof Error ? answer : ({ ...response, ...answer } satisfies SendResponse),
    );
  },
};
