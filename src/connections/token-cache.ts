import { LRUCache } from 'lru-cache';
import { CasegraphError } from '../contract/index.ts';
import { SingleFlight } from './single-flight.ts';

/** What a token's answer said. */
export interface Grant {
  readonly accessToken: string;
  /** Seconds. */
  readonly lifetime: number;
  /** Address to send to, if the answer named one. */
  readonly instance: string | null;
  readonly refreshToken: string | null;
}

export interface Token extends Grant {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** From when on it is renewed while it is still used. */
  readonly renewAt: number;
  /** When it was fetched because its predecessor had been refused; else `null`. */
  readonly replacedAt: number | null;
  /** The upstream has taken it at least once. */
  proven: boolean;
}

/** Fetches a token; `refreshToken` is the latest that the upstream gave. Must observe the signal. */
export type FetchToken = (refreshToken: string | null, signal: AbortSignal) => Promise<Grant>;

interface Entry {
  token: Token | null;
  refreshToken: string | null;
  failure: { readonly error: CasegraphError; readonly until: number } | null;
}

/** Identities (viewers, mostly) whose tokens are kept at the same time. */
const MOST = 10_000;
/** Milliseconds that a failure is remembered: a refused credential longer than an absent server, which is to be found again soon. */
const REFUSED = 5000;
const ABSENT = 1000;
/** A token is renewed when a tenth of its life is left, but at most a minute ahead. */
const AHEAD = 60_000;

/**
 * Tokens by connection and identity. Fetched once however many wait; renewed in the background before they expire. ServiceNow answers with
 * the same token and less time as long as it is valid, so "ahead" is measured by what is left, not by a fixed margin.
 */
export class TokenCache {
  readonly #now: () => number;
  readonly #entries = new LRUCache<string, Entry>({ max: MOST });
  readonly #flights = new SingleFlight<Token>();

  constructor(now: () => number) {
    this.#now = now;
  }

  async get(key: string, fetch: FetchToken, signal: AbortSignal): Promise<Token> {
    const { token, failure } = this.#entry(key);
    const now = this.#now();
    const resting = failure !== null && now < failure.until;
    if (!token || now >= token.expiresAt) return this.#fetch(key, fetch, signal, null);
    if (now >= token.renewAt && !resting) this.#renewQuietly(key, fetch);
    return token;
  }

  /**
   * Another token instead of one that was answered with 401; the one that others have fetched meanwhile, if they have. `null`: the refused
   * token is itself such a replacement, fresh and never taken, so that asking for yet another would only hammer the login.
   */
  async replace(key: string, refused: Token, fetch: FetchToken, signal: AbortSignal): Promise<Token | null> {
    const entry = this.#entry(key);
    if (entry.token && entry.token !== refused) return entry.token;
    const now = this.#now();
    if (refused.replacedAt !== null && !refused.proven && now - refused.replacedAt < REFUSED) return null;
    entry.token = null;
    return this.#fetch(key, fetch, signal, now);
  }

  #entry(key: string): Entry {
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: Entry = { token: null, refreshToken: null, failure: null };
    this.#entries.set(key, entry);
    return entry;
  }

  #fetch(key: string, fetch: FetchToken, signal: AbortSignal, replacedAt: number | null): Promise<Token> {
    const entry = this.#entry(key);
    if (entry.failure && this.#now() < entry.failure.until) return Promise.reject(entry.failure.error);
    const start = async (own: AbortSignal) => {
      try {
        return this.#keep(entry, await fetch(entry.refreshToken, own), replacedAt);
      } catch (error) {
        if (!own.aborted) this.#remember(entry, error);
        throw error;
      }
    };
    return this.#flights.run(key, start, signal);
  }

  #renewQuietly(key: string, fetch: FetchToken): void {
    // Nobody waits for it, so nobody can leave: its own deadline ends it. A failure is remembered, and thrown once the old token is over.
    this.#fetch(key, fetch, new AbortController().signal, null).catch(() => undefined);
  }

  #keep(entry: Entry, grant: Grant, replacedAt: number | null): Token {
    const now = this.#now();
    const life = Math.max(1, grant.lifetime) * 1000;
    const renewAt = now + life - Math.min(AHEAD, life / 10);
    const token: Token = { ...grant, expiresAt: now + life, renewAt, replacedAt, proven: false };
    entry.token = token;
    entry.refreshToken = grant.refreshToken ?? entry.refreshToken;
    entry.failure = null;
    return token;
  }

  #remember(entry: Entry, error: unknown): void {
    if (!(error instanceof CasegraphError)) return;
    const refused = error.kind === 'upstream-unauthorized';
    // A refresh token that was handed out and is refused now must not keep the configured one from being tried.
    if (refused) entry.refreshToken = null;
    const pause = refused ? REFUSED : ABSENT;
    const asked = Math.min(60, error.retryAfter ?? 0) * 1000;
    entry.failure = { error, until: this.#now() + Math.max(pause, asked) };
  }
}
