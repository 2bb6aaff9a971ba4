import { CasegraphError } from '../contract/index.ts';

/** Who asks, and until when. */
export interface Caller {
  /** Domain of the viewer: `TOP/ACME`. */
  readonly domain: string;
  /** The viewer's subject; `null` where there is no viewer (start-up, probes). */
  readonly subject: string | null;
  /** Claims of the viewer that connections take names from, by claim. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly signal: AbortSignal;
  readonly requestId: string;
  /** When the caller's own time is up, in milliseconds since 1970; the connection's deadline holds as well. */
  readonly deadline?: number;
}

/** One `send`, or one request for a token, from its start to its end. */
export interface Operation {
  readonly requestId: string;
  /** The viewer's subject; `null` where there is no viewer. */
  readonly viewer: string | null;
  /** Aborted by the caller or by the deadline; the reason is the CasegraphError to throw. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remaining(): number;
  /** Share of the connection's own deadline that was there at the start: a caller in a hurry proves nothing about the upstream. */
  readonly patience: number;
  /** Lets go of the caller's signal and of the timer. */
  end(): void;
}

export function beginOperation(
  connection: string,
  seconds: number,
  caller: Pick<Caller, 'signal' | 'requestId' | 'deadline'> & Partial<Pick<Caller, 'subject'>>,
  now: () => number,
): Operation {
  const started = now();
  const ends = Math.min(started + seconds * 1000, caller.deadline ?? Infinity);
  const controller = new AbortController();
  const timeUp = () => controller.abort(timeoutError(connection));
  const left = () => controller.abort(cancelledError(caller.signal, connection));
  const timer = setTimeout(timeUp, Math.max(0, ends - started));
  if (caller.signal.aborted) left();
  else if (ends <= started) timeUp();
  else caller.signal.addEventListener('abort', left, { once: true });
  return {
    requestId: caller.requestId,
    viewer: caller.subject ?? null,
    signal: controller.signal,
    remaining: () => ends - now(),
    patience: (ends - started) / (seconds * 1000),
    end() {
      clearTimeout(timer);
      caller.signal.removeEventListener('abort', left);
    },
  };
}

function timeoutError(connection: string): CasegraphError {
  return new CasegraphError('upstream-timeout', `"${connection}" did not answer in time.`, { connection });
}

/** A caller that knows better why it left (its own deadline, say) is taken at its word. */
function cancelledError(signal: AbortSignal, connection: string): CasegraphError {
  if (signal.reason instanceof CasegraphError) return signal.reason;
  return new CasegraphError('cancelled', 'The request was cancelled.', { connection, cause: signal.reason });
}
