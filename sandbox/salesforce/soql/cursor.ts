import type { Path } from './ast.ts';
import { lex } from './lexer.ts';
import type { Token, TokenKind } from './lexer.ts';
import { SoqlError } from './soql-error.ts';

const DEEPEST = 200;

/** The place a parse has come to. Words are compared without regard to case. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = lex(text);
  }

  get token(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    const token = this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new Error('A list of tokens always ends with an end token.');
    return token;
  }

  advance(): Token {
    const token = this.token;
    this.#at++;
    return token;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.kind === 'word' || token.kind === 'symbol') && token.text.toUpperCase() === text;
  }

  /** Steps over the words or symbols if all of them follow here. */
  accept(...texts: readonly string[]): boolean {
    if (!texts.every((text, ahead) => this.is(text, ahead))) return false;
    this.#at += texts.length;
    return true;
  }

  expect(text: string): Token {
    if (!this.is(text)) throw this.unexpected();
    return this.advance();
  }

  expectKind(kind: TokenKind): Token {
    if (this.token.kind !== kind) throw this.unexpected();
    return this.advance();
  }

  unexpected(token: Token = this.token): SoqlError {
    return new SoqlError('MALFORMED_QUERY', `unexpected token: ${token.text}`, token.at);
  }

  /** Guards every recursion: deeper nesting is refused, so that no query can exhaust the stack. */
  nested<T>(parse: () => T): T {
    if (this.#depth >= DEEPEST) throw this.unexpected();
    this.#depth++;
    try {
      return parse();
    } finally {
      this.#depth--;
    }
  }

  /** `Account.Owner.Name`. */
  path(): Path {
    const first = this.expectKind('word');
    const parts = [first.text];
    while (this.accept('.')) parts.push(this.expectKind('word').text);
    return { parts, at: first.at };
  }

  /** One or more of something, with commas between. */
  list<T>(parse: () => T): T[] {
    const items = [parse()];
    while (this.accept(',')) items.push(parse());
    return items;
  }
}
