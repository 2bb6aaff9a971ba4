/** What a sandbox system was asked, so that tests and people can look: a bounded list in order of arrival. */

export interface WatchedRequest {
  /** Counts up from 1 for the life of the service; forgetting does not start it again. */
  readonly seq: number;
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** As it stood in the request line, without the question mark. */
  readonly query: string;
  /** The request's body as text, cut to 64 KB. */
  requestBody: string;
  /** Null while the request runs, and when the connection ended before an answer began. */
  status: number | null;
  /** Bytes of the answer's body before any content encoding, as far as it was handed to the socket. */
  bytes: number;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Null while the request runs. */
  durationMs: number | null;
  /** The client closed the connection before the answer was complete. */
  aborted: boolean;
  /** Id of the fault that was applied, if any. */
  fault?: string;
  /** Name of the user that it acted as, where the service knows. */
  user?: string;
}

export const WATCHED_REQUESTS = 10_000;
export const WATCHED_BODY_CHARACTERS = 64 * 1024;

/** The requests of one service, whichever of its listeners they came through. The oldest fall out. */
export class Watch {
  readonly #bound: number;
  #requests: WatchedRequest[] = [];
  #seq = 0;

  constructor(bound = WATCHED_REQUESTS) {
    this.#bound = bound;
  }

  begin(method: string, path: string, query: string): WatchedRequest {
    const watched: WatchedRequest = {
      seq: ++this.#seq,
      method,
      path,
      query,
      requestBody: '',
      status: null,
      bytes: 0,
      startedAt: new Date().toISOString(),
      durationMs: null,
      aborted: false,
    };
    this.#requests.push(watched);
    // Dropped in blocks: a shift per request would move the whole list each time.
    if (this.#requests.length >= 2 * this.#bound) this.#requests = this.#requests.slice(-this.#bound);
    return watched;
  }

  list(): readonly WatchedRequest[] {
    return this.#requests.slice(-this.#bound);
  }

  forget(): void {
    this.#requests = [];
  }
}
