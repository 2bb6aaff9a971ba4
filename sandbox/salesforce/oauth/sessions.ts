/** Who is logged in. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  readonly username: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly scope: string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._';
const SECRET_LENGTH = 96;

/** More sessions than this are swept for expired ones at each login. */
const SWEEP = 10_000;

interface Entry {
  readonly session: Session;
  expiresAt: number;
}

/** Opaque access tokens and how long they are good for: each use starts the time anew. */
export class Sessions {
  readonly #now: () => number;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #timeout: number;
  readonly #entries = new Map<string, Entry>();

  constructor(now: () => number, random: (bytes: number) => Uint8Array, timeout: number) {
    this.#now = now;
    this.#random = random;
    this.#timeout = timeout;
  }

  /** A new session. Its token is the org's 15-character id, `!` and a secret. */
  open(org: string, user: { readonly id: string; readonly username: string }, scope: string): Session {
    const now = this.#now();
    if (this.#entries.size > SWEEP) this.#sweep(now);
    const secret = [...this.#random(SECRET_LENGTH)]
      .map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
      .join('');
    const token = `${org.slice(0, 15)}!${secret}`;
    const session = { token, userId: user.id, username: user.username, issuedAt: now, scope };
    this.#entries.set(token, { session, expiresAt: now + this.#timeout });
    return session;
  }

  /** The session of a token that is still good; using it keeps it so. */
  use(token: string): Session | undefined {
    const entry = this.#entries.get(token);
    const now = this.#now();
    if (entry === undefined || entry.expiresAt <= now) return undefined;
    entry.expiresAt = now + this.#timeout;
    return entry.session;
  }

  /** The session and when it ends, without using it. */
  inspect(token: string): { readonly session: Session; readonly expiresAt: number } | undefined {
    const entry = this.#entries.get(token);
    return entry === undefined || entry.expiresAt <= this.#now() ? undefined : entry;
  }

  close(token: string): boolean {
    return this.#entries.delete(token);
  }

  #sweep(now: number): void {
    for (const [token, entry] of this.#entries) if (entry.expiresAt <= now) this.#entries.delete(token);
  }
}
