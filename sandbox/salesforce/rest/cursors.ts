import type { QueryAnswer } from '../soql/run-query.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Two days, as documented since 2026. */
const LIFETIME = 2 * 86_400_000;

/** The oldest is let go beyond this, so that unread pages cannot fill the memory. The real bound is not documented. */
const MOST = 200;

interface Cursor {
  readonly answer: QueryAnswer;
  readonly userId: string;
  readonly expiresAt: number;
}

/** Answers with pages left to fetch. A locator is 18 characters with the prefix 0r8; only its owner can use it. */
export class Cursors {
  readonly #now: () => number;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #cursors = new Map<string, Cursor>();

  constructor(now: () => number, random: (bytes: number) => Uint8Array) {
    this.#now = now;
    this.#random = random;
  }

  open(answer: QueryAnswer, userId: string): string {
    const tail = [...this.#random(15)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    const locator = `0r8${tail}`;
    this.#cursors.set(locator, { answer, userId, expiresAt: this.#now() + LIFETIME });
    const [oldest] = this.#cursors.keys();
    if (this.#cursors.size > MOST && oldest !== undefined) this.#cursors.delete(oldest);
    return locator;
  }

  find(locator: string, userId: string): QueryAnswer | undefined {
    const cursor = this.#cursors.get(locator);
    const good = cursor !== undefined && cursor.userId === userId && cursor.expiresAt > this.#now();
    return good ? cursor.answer : undefined;
  }
}
