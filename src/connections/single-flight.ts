import { Flight } from '../concurrency/flight.ts';

/**
 * Work that is done once however many ask for it at the same time. Each caller may leave; the work is aborted when the last one has
 * left, and who asks after that starts it anew. Nothing is kept once it has settled.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** How many pieces of work are going on. */
  get size(): number {
    return this.#flights.size;
  }

  /** Joins the work under `key`, or starts it. Rejects with the signal's reason as soon as `signal` aborts. */
  run(key: string, start: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const known = this.#flights.get(key);
    return (known?.open ? known : this.#begin(key, start)).wait(signal);
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const flight = new Flight(start, () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    return flight;
  }
}
