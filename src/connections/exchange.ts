import type { Dispatcher } from 'undici';

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root of the origin, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface WireAnswer {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As it came: not decompressed. */
  readonly body: Buffer;
}

/** Why there is no answer. `reached`: a part of the request may have been written to a socket. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly reached: boolean;

  constructor(reached: boolean, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.reached = reached;
  }
}

/** An answer that is larger than allowed. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * One request and its whole answer over one socket of the pool. No redirect is followed and nothing is repeated. Aborting destroys the
 * socket at once (undici 7 may open an idle one in its place, which the next request takes or its keep-alive timeout closes). Throws ExchangeError, also for an answer that was cut off or is larger than `maxBytes`.
 */
export function exchange(
  pool: Dispatcher,
  request: WireRequest,
  maxBytes: number,
  signal: AbortSignal,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let over = false;
    let status = 0;
    let headers: WireAnswer['headers'] = {};
    let size = 0;
    const chunks: Buffer[] = [];

    const settle = (act: () => void) => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', stop);
      act();
    };
    const fail = (cause: unknown) => settle(() => reject(new ExchangeError(controller !== null, cause)));
    const stop = () => {
      fail(signal.reason);
      controller?.abort(signal.reason as Error);
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(own) {
        // Called just before the first byte is written. Who left while the socket was being opened writes nothing.
        if (over) return own.abort(new Error('aborted'));
        controller = own;
      },
      onResponseStart(_own, code, fields) {
        status = code;
        headers = fields;
      },
      onResponseData(own, chunk) {
        size += chunk.length;
        if (size <= maxBytes) return void chunks.push(chunk);
        const error = new TooLargeError(`the answer has more than ${maxBytes} bytes`);
        fail(error);
        own.abort(error);
      },
      onResponseEnd: () => settle(() => resolve({ status, headers, body: Buffer.concat(chunks, size) })),
      onResponseError: (_own, error) => fail(error),
    };
    try {
      pool.dispatch({ ...request }, handler);
    } catch (error) {
      fail(error);
    }
  });
}
