import { CasegraphError } from '../../contract/index.ts';
import type { Hint, Hints } from '../hints.ts';
import { Wake } from './wake.ts';

export interface Follow<Event> {
  readonly hints: Hints;
  /** Has the owner looked at for changes, until the function that it answers is called. */
  readonly watch: () => () => void;
  /** Whether a hint is about what is followed. */
  readonly touches: (hint: Hint) => boolean;
  /** What has happened since the last look, in order; nothing when it was a false alarm. Throws CasegraphError. */
  readonly look: () => Promise<readonly Event[]>;
  readonly signal: AbortSignal;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

/** Milliseconds until a look that failed is repeated: the first time, and at most. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/**
 * What happens to something, from now on: looks whenever a hint says that there may be something to see. While an owner does not answer it looks again
 * and again, ever more slowly, and misses nothing, since each look begins where the last one ended. Ends with the signal; throws where
 * looking again cannot help (no right to see it, no such record).
 */
export async function* follow<Event>(options: Follow<Event>): AsyncGenerator<Event, void, void> {
  const { hints, watch, touches, signal } = options;
  const wake = new Wake();
  const stop = hints.listen((hint) => {
    if (touches(hint)) wake.ring();
  });
  const unwatch = watch();
  try {
    // What happened before anybody listened, after a reconnect for instance.
    wake.ring();
    while (!signal.aborted) {
      await wake.next(signal);
      if (!signal.aborted) yield* await patiently(options);
    }
  } finally {
    unwatch();
    stop();
  }
}

async function patiently<Event>({ look, signal, random }: Follow<Event>): Promise<readonly Event[]> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await look();
    } catch (error) {
      if (signal.aborted) return [];
      if (!(error instanceof CasegraphError) || !error.retryable) throw error;
      await wait(pause * (0.5 + random() / 2), signal);
    }
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
