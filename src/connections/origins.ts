import { LRUCache } from 'lru-cache';
import { Pool } from 'undici';
import type { Alias } from './alias.ts';
import { Breaker } from './breaker.ts';
import type { BreakerState } from './breaker.ts';

/** Sockets and circuit breaker of one origin (scheme, host and port). */
export interface Origin {
  readonly pool: Pool;
  readonly breaker: Breaker;
}

export interface OriginsOptions {
  readonly now: () => number;
  readonly random: () => number;
  readonly changed: (state: BreakerState) => void;
}

/** Origins per alias; with an identity per viewer, each viewer's login may name another instance. */
const MOST = 32;

/** The origins that one alias has sent to. */
export class Origins {
  readonly #alias: Alias;
  readonly #options: OriginsOptions;
  readonly #known = new LRUCache<string, Origin>({
    max: MOST,
    dispose: (origin) => void origin.pool.close().catch(() => undefined),
  });

  constructor(alias: Alias, options: OriginsOptions) {
    this.#alias = alias;
    this.#options = options;
  }

  at(origin: string): Origin {
    const known = this.#known.get(origin);
    if (known) return known;
    const made = { pool: openPool(origin, this.#alias), breaker: this.#openBreaker() };
    this.#known.set(origin, made);
    return made;
  }

  breakers(): Breaker[] {
    return [...this.#known.values()].map((origin) => origin.breaker);
  }

  /** Cuts every socket. */
  async close(): Promise<void> {
    await Promise.all([...this.#known.values()].map((origin) => origin.pool.destroy()));
  }

  #openBreaker(): Breaker {
    const { breakerFailures, breakerCooldown } = this.#alias.limits;
    return new Breaker({ ...this.#options, failures: breakerFailures, cooldown: breakerCooldown * 1000 });
  }
}

/** ServiceNow's Link header repeats a long address up to four times, which is more than Node's own 16 KB. */
const MAX_HEADER_BYTES = 65_536;

function openPool(origin: string, alias: Alias): Pool {
  return new Pool(origin, {
    connections: alias.limits.concurrency,
    pipelining: 1,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The operation's own deadline ends what takes too long, wherever it stands.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: alias.limits.connectTimeout * 1000,
      ...(alias.ca === undefined ? {} : { ca: alias.ca }),
    },
  });
}
