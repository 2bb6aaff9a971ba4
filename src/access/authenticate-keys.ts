import { createLocalJWKSet, errors } from 'jose';
import type { CryptoKey, FlattenedJWSInput, JSONWebKeySet, JWSHeaderParameters } from 'jose';
import { CasegraphError } from '../contract/index.ts';

/** The part of `fetch` that is used. */
export type FetchKeys = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal; redirect: 'error' },
) => Promise<Pick<Response, 'ok' | 'status' | 'body'>>;

export interface KeySetOptions {
  readonly jwksUrl: string;
  /** Seconds that the last good keys are used beyond their age while the endpoint cannot be reached. */
  readonly grace: number;
}

const MAX_AGE = 600_000;
/** From this age on the next request renews the keys without waiting for them. */
const RENEW_AGE = 300_000;
/** A failed or a fruitless fetch is not repeated within this time, whatever tokens come in. */
const COOLDOWN = 30_000;
/** The same while there are no keys at all, so that a provider that comes up after the gateway is noticed soon. */
const COOLDOWN_EMPTY = 1_000;
const FETCH_TIMEOUT = 3_000;
const MAX_BYTES = 262_144;

type FindKey = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

/**
 * The identity provider's public keys: fetched once for many waiters, renewed after ten minutes and when a token names a key that is not
 * among them, kept for a bounded grace while the endpoint is down.
 */
export class KeySet {
  readonly #options: KeySetOptions;
  readonly #now: () => number;
  readonly #fetch: FetchKeys;
  #keys: { readonly find: FindKey; readonly at: number } | undefined;
  #pending: Promise<void> | undefined;
  #triedAt = -Infinity;
  #lastFailure: unknown;

  constructor(options: KeySetOptions, now: () => number, fetch: FetchKeys) {
    this.#options = options;
    this.#now = now;
    this.#fetch = fetch;
  }

  /** Key resolver for jose. Throws its `JWKSNoMatchingKey`, or `upstream-unavailable` when there are no keys to look among. */
  readonly find: FindKey = async (header, token) => {
    const keys = await this.#current();
    try {
      return await keys.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || this.#coolingDown()) throw error;
    }
    await this.#renew().catch(() => undefined);
    return (await this.#current()).find(header, token);
  };

  /** Resolves when keys are at hand. Throws `upstream-unavailable`. */
  async ready(): Promise<void> {
    await this.#current();
  }

  async #current(): Promise<{ readonly find: FindKey }> {
    const age = this.#age();
    if (age >= MAX_AGE && !this.#coolingDown()) await this.#renew().catch(() => undefined);
    else if (age >= RENEW_AGE && !this.#coolingDown()) void this.#renew().catch(() => undefined);
    if (this.#keys === undefined || this.#age() > MAX_AGE + this.#options.grace * 1000)
      throw this.#unavailable();
    return this.#keys;
  }

  #age(): number {
    return this.#keys === undefined ? Infinity : this.#now() - this.#keys.at;
  }

  #coolingDown(): boolean {
    return (
      this.#pending === undefined &&
      this.#now() - this.#triedAt < (this.#keys === undefined ? COOLDOWN_EMPTY : COOLDOWN)
    );
  }

  #renew(): Promise<void> {
    this.#pending ??= this.#fetchKeys().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetchKeys(): Promise<void> {
    this.#triedAt = this.#now();
    try {
      const response = await this.#fetch(this.#options.jwksUrl, {
        headers: { accept: 'application/json, application/jwk-set+json' },
        signal: AbortSignal.timeout(FETCH_TIMEOUT),
        redirect: 'error',
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const set = keySet(JSON.parse(await boundedText(response.body)));
      this.#keys = { find: createLocalJWKSet(set), at: this.#now() };
    } catch (error) {
      this.#lastFailure = error;
      throw error;
    }
  }

  #unavailable(): CasegraphError {
    return new CasegraphError(
      'upstream-unavailable',
      'Access tokens cannot be checked right now. Try again shortly.',
      {
        detail: `No keys from the identity provider: ${describe(this.#lastFailure)}`,
        cause: this.#lastFailure,
      },
    );
  }
}

// An empty set would lock everybody out, so it counts as a failed fetch and the last good keys stay.
function keySet(value: unknown): JSONWebKeySet {
  const keys: unknown =
    typeof value === 'object' && value !== null && 'keys' in value ? value.keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0) throw new Error('the answer holds no keys');
  return value as JSONWebKeySet;
}

async function boundedText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Error(`the answer is larger than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function describe(failure: unknown): string {
  return failure instanceof Error ? failure.message : 'not fetched yet';
}
