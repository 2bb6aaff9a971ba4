import type { CasegraphError } from './errors.ts';
import type { SendRequest, SendResponse } from './send.ts';

/**
 * How a kind of system takes several requests as one. What is sent at the same time on behalf of one operation then costs one request; every answer still
 * goes to whoever asked for it, and a part that fails fails alone.
 */
export interface Packing {
  /** Requests that one can hold at most. */
  readonly most: number;
  /**
   * Only reads that ask for it travel together, as those do that a change is decided on. For systems that answer the parts one after the other, so that the
   * reads of a query are quicker apart. Default: all reads do.
   */
  readonly onRequest?: true;
  /** Whether a request can be a part of another. Only what reads may be: a packed request is repeated where it fails. */
  takes(request: SendRequest): boolean;
  /** Several requests, all taken and no more than `most`, as one. */
  pack(requests: readonly SendRequest[]): SendRequest;
  /** The answer of each request, in their order, or what it failed by. Throws CasegraphError for an answer that is none. */
  unpack(
    response: SendResponse,
    requests: readonly SendRequest[],
  ): readonly (SendResponse | CasegraphError)[];
}
