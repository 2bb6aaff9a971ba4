import type { Config } from '../config/index.ts';
import type { ReadyGeneration } from '../http/index.ts';
import { describe } from './describe.ts';
import { buildGeneration, type Generation, type Lifetime } from './generation.ts';
import { NotReadyError, problemsOf, type ReloadProblem } from './reload-problem.ts';

/** How a reload ended. */
export type Reload =
  | {
      readonly taken: true;
      readonly generation: number;
      readonly tables: number;
      readonly connections: number;
    }
  | { readonly taken: false; readonly generation: number; readonly problems: readonly ReloadProblem[] };

export interface LiveOptions {
  readonly lifetime: Lifetime;
  /** The configuration as it is now, with what it names being watched from then on. */
  readonly read: () => Promise<Config>;
  /** Hears of every reload but those that find the gateway closed. */
  readonly told: (reload: Reload) => void;
  readonly now: () => number;
}

/** Puts a generation in the place of the one that answers requests; `retired` resolves when the old one's last request has ended. */
export type Swap = (
  next: Generation,
  status: () => ReadyGeneration,
) => Promise<{ readonly retired: Promise<void> }>;

/**
 * The generation that answers, and how another one takes its place: built beside it, checked, swapped in at once or not at all. An old one is
 * closed when its last request has ended.
 */
export class Live {
  readonly #options: LiveOptions;
  #current: { readonly number: number; readonly since: number; readonly generation: Generation };
  #refused: number | null = null;
  #swap: Swap | undefined;
  #running: Promise<Reload> | undefined;
  #next: Promise<Reload> | undefined;
  #closed = false;
  readonly #retiring = new Set<Promise<void>>();

  private constructor(options: LiveOptions, generation: Generation) {
    this.#options = options;
    this.#current = { number: 1, since: options.now(), generation };
  }

  /** Builds the first generation. Throws what is wrong with configuration and declarations. */
  static async start(options: LiveOptions): Promise<Live> {
    return new Live(options, await buildGeneration(await options.read(), options.lifetime, null));
  }

  get generation(): Generation {
    return this.#current.generation;
  }

  /** For readiness. */
  readonly status = (): ReadyGeneration => ({
    number: this.#current.number,
    since: new Date(this.#current.since).toISOString(),
    refused: this.#refused === null ? null : new Date(this.#refused).toISOString(),
  });

  /** Generations that are not closed yet, the current one included. */
  get open(): number {
    return 1 + this.#retiring.size;
  }

  /** From now on reloads can be taken. */
  serve(swap: Swap): void {
    this.#swap = swap;
  }

  /** Takes what has changed. One runs at a time; all who ask while one runs wait for one more, which sees everything they saw. */
  reload(): Promise<Reload> {
    if (this.#closed) return Promise.resolve(this.#closing());
    if (this.#running === undefined) {
      this.#running = this.#run().finally(() => (this.#running = undefined));
      return this.#running;
    }
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.reload();
    });
    return this.#next;
  }

  async close(): Promise<void> {
    this.#closed = true;
    while (this.#running !== undefined) await this.#running;
    await Promise.all([this.#current.generation.close(), ...this.#retiring]);
  }

  async #run(): Promise<Reload> {
    const { told, now } = this.#options;
    const started = now();
    try {
      await this.#take();
      this.#refused = null;
      const { catalog, config } = this.generation;
      const taken = { tables: catalog.tables.size, connections: config.connections.length };
      const reload: Reload = { taken: true, generation: this.#current.number, ...taken };
      this.#options.lifetime.log.info(
        { ...taken, generation: reload.generation, milliseconds: now() - started },
        'reloaded',
      );
      told(reload);
      return reload;
    } catch (error) {
      if (this.#closed) return this.#closing();
      const reload = this.#refuse(error);
      told(reload);
      return reload;
    }
  }

  async #take(): Promise<void> {
    const before = this.#current.generation;
    const { lifetime, read, now } = this.#options;
    const next = await buildGeneration(await read(), lifetime, before);
    try {
      if (this.#swap === undefined || this.#closed) throw new Error('the gateway does not serve');
      await requireReady(next, before);
      const number = this.#current.number + 1;
      const { retired } = await this.#swap(next, this.status);
      this.#current = { number, since: now(), generation: next };
      this.#retire(before, retired);
      void before.sync.handOver().finally(() => next.sync.start());
    } catch (error) {
      await next.close();
      throw error;
    }
  }

  #retire(generation: Generation, retired: Promise<void>): void {
    const closed = retired
      .then(() => generation.close())
      .catch((error: unknown) =>
        this.#options.lifetime.log.error(
          { error: describe(error) },
          'an old generation was not closed in order',
        ),
      )
      .finally(() => this.#retiring.delete(closed));
    this.#retiring.add(closed);
  }

  #closing(): Reload {
    const problems = [{ message: 'The gateway is being stopped.' }];
    return { taken: false, generation: this.#current.number, problems };
  }

  #refuse(error: unknown): Reload {
    const { lifetime, now } = this.#options;
    const generation = this.#current.number;
    this.#refused = now();
    const known = problemsOf(error);
    const problems = known ?? [{ message: error instanceof Error ? error.message : String(error) }];
    lifetime.log.error(
      { generation, problems, ...(known === null ? { error: describe(error) } : {}) },
      `a change was refused; generation ${generation} goes on`,
    );
    return { taken: false, generation, problems };
  }
}

/** A change may not take away what works: then it is a mistake, or comes at the wrong time. */
async function requireReady(next: Generation, before: Generation): Promise<void> {
  const [after, was] = await Promise.all([next.checks(), before.checks()]);
  const lost = after.filter(({ name, ok }) => !ok && was.some((check) => check.name === name && check.ok));
  if (lost.length > 0) throw new NotReadyError(lost.map(({ name }) => name));
}
