import { Flight } from '../concurrency/flight.ts';
import type { Outcomes } from './outcome.ts';

/** A read under way, and since when (milliseconds since 1970). */
export interface Run {
  readonly flight: Flight<Outcomes<unknown, object>>;
  readonly began: number;
}

/** Reads under way by the names of what they will answer. */
export class Flights {
  readonly #runs = new Map<string, Run>();

  /** The read that will answer this, unless it began longer ago than `maxAge` seconds before `now`. */
  find(name: string, maxAge: number, now: number): Run | undefined {
    const run = this.#runs.get(name);
    if (maxAge <= 0 || run === undefined || !run.flight.open) return undefined;
    return (now - run.began) / 1000 <= maxAge ? run : undefined;
  }

  /** Starts a read. Others can join it by the names given, until it is over or everybody who waited for it has left. */
  depart(
    names: readonly string[],
    began: number,
    work: (signal: AbortSignal) => Promise<Outcomes<unknown, object>>,
  ): Run {
    const over = (): void => {
      for (const name of names) if (this.#runs.get(name) === run) this.#runs.delete(name);
    };
    const run: Run = { flight: new Flight(work, over), began };
    for (const name of names) this.#runs.set(name, run);
    return run;
  }
}
