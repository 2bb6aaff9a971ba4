import type { FormattedExecutionResult } from 'graphql';

export type Answers = AsyncGenerator<FormattedExecutionResult, void, void>;

export interface AnswersOptions {
  readonly events: AsyncIterable<unknown>;
  /** The answer to one event, as its viewer may see it then. */
  readonly run: (event: unknown) => Promise<FormattedExecutionResult>;
  /** Throws when the viewer may not be served any more. */
  readonly check: () => Promise<void>;
  /** The last answer of a stream that an error ends. */
  readonly refuse: (error: unknown) => FormattedExecutionResult;
  /** Milliseconds between checks while nothing happens. */
  readonly every: number;
  /** Aborted when nobody listens any more. */
  readonly ended: AbortSignal;
  /** Called once, when the stream is over. */
  readonly end: () => void;
}

const NOTHING = Symbol('nothing happened');

/** One answer per event. The next event is asked for once the answer before it has been taken, so a slow client slows its own stream only. */
export async function* answersOf(options: AnswersOptions): Answers {
  const { events, run, check, refuse, every, ended, end } = options;
  const source = events[Symbol.asyncIterator]();
  try {
    let next = source.next();
    while (!ended.aborted) {
      const event = await Promise.race([next, after(every, ended)]);
      if (event === NOTHING) {
        if (!ended.aborted) await check();
        continue;
      }
      if (event.done === true) return;
      yield await run(event.value);
      next = source.next();
    }
  } catch (error) {
    if (!ended.aborted) yield refuse(error);
  } finally {
    // First this, since a source that waits ends by it.
    end();
    await source.return?.();
  }
}

function after(milliseconds: number, ended: AbortSignal): Promise<typeof NOTHING> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      ended.removeEventListener('abort', done);
      resolve(NOTHING);
    };
    const timer = setTimeout(done, milliseconds);
    ended.addEventListener('abort', done, { once: true });
  });
}
