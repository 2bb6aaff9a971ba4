import type { OAuthClient } from './client.ts';

/** Default lifetimes, seconds (facts 4.1). */
const ACCESS_SECONDS = 1800;
const REFRESH_SECONDS = 8_640_000;

export interface AccessToken {
  readonly token: string;
  readonly client: OAuthClient;
  readonly userName: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

interface RefreshToken {
  readonly client: OAuthClient;
  readonly userName: string;
  readonly expires: number;
}

/** Issued tokens. A client that asks again for a user within the lifetime gets the current token again. */
export class Tokens {
  readonly #now: () => number;
  readonly #newToken: () => string;
  readonly #access = new Map<string, AccessToken>();
  readonly #current = new Map<string, string>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #currentRefresh = new Map<string, string>();
  readonly #usedAssertions = new Map<string, number>();

  constructor(now: () => number, newToken: () => string) {
    this.#now = now;
    this.#newToken = newToken;
  }

  access(client: OAuthClient, userName: string): AccessToken {
    const key = JSON.stringify([client.id, userName]);
    const current = this.find(this.#current.get(key) ?? '');
    if (current) return current;
    const token: AccessToken = {
      token: this.#newToken(),
      client,
      userName,
      expires: this.#now() + ACCESS_SECONDS * 1000,
    };
    this.#access.set(token.token, token);
    this.#current.set(key, token.token);
    return token;
  }

  refresh(client: OAuthClient, userName: string): string {
    const key = JSON.stringify([client.id, userName]);
    const current = this.#currentRefresh.get(key) ?? '';
    if (this.findRefresh(current)) return current;
    const token = this.#newToken();
    this.#refresh.set(token, { client, userName, expires: this.#now() + REFRESH_SECONDS * 1000 });
    this.#currentRefresh.set(key, token);
    return token;
  }

  /** A token that is still good. */
  find(token: string): AccessToken | undefined {
    const found = this.#access.get(token);
    if (found && found.expires > this.#now()) return found;
    this.#access.delete(token);
    return undefined;
  }

  findRefresh(token: string): RefreshToken | undefined {
    const found = this.#refresh.get(token);
    return found && found.expires > this.#now() ? found : undefined;
  }

  /** False when an assertion with this id was taken before. */
  takeAssertion(id: string, expires: number): boolean {
    for (const [used, until] of this.#usedAssertions)
      if (until < this.#now()) this.#usedAssertions.delete(used);
    if (this.#usedAssertions.has(id)) return false;
    this.#usedAssertions.set(id, expires);
    return true;
  }

  /** Whole seconds that a token has left. */
  secondsLeft(token: AccessToken): number {
    return Math.max(0, Math.floor((token.expires - this.#now()) / 1000) - 1);
  }
}
