import type { BinarySign, Expression } from './ast.ts';
import type { Token } from './lexer.ts';
import { badOption } from '../service/odata-error.ts';
import { literalOf } from './literal.ts';
import { tokenize } from './lexer.ts';

/** How tightly each operator binds (OData URL Conventions 4.01, 5.1.1.14): the larger the tighter. */
const BINDING: Readonly<Record<BinarySign, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 4,
  ge: 4,
  lt: 4,
  le: 4,
  add: 5,
  sub: 5,
  mul: 6,
  div: 6,
  mod: 6,
};
const UNARY = 7;
const PRIMARY = 8;
const DEEPEST = 800;

/** An expression of $filter or $orderby as a tree. Throws a 400 that says where it breaks. */
export function parseExpression(text: string, option: string): Expression {
  const parser = new Parser(text, option);
  const expression = parser.expression(0);
  parser.expectEnd();
  return expression;
}

class Parser {
  readonly #text: string;
  readonly #option: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, option: string) {
    this.#text = text;
    this.#option = option;
    this.#tokens = tokenize(text, option);
  }

  expression(least: number): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw badOption(this.#option, 'The expression is nested too deeply.');
    let left = this.#prefix();
    for (;;) {
      const sign = this.#infix();
      if (sign === null) break;
      const binding = sign === 'in' ? PRIMARY : BINDING[sign];
      if (binding <= least) break;
      this.#operator();
      left =
        sign === 'in'
          ? { op: 'in', left, list: this.#list() }
          : { op: 'binary', sign, left, right: this.expression(binding) };
    }
    this.#depth -= 1;
    return left;
  }

  expectEnd(): void {
    if (this.#token().kind !== 'end') throw this.#broken();
  }

  #prefix(): Expression {
    const token = this.#next();
    if (token.text === '(') {
      const inner = this.expression(0);
      this.#expect(')');
      return inner;
    }
    if (token.text === '-') return { op: 'negate', of: this.expression(UNARY) };
    if (token.kind === 'word') return this.#word(token);
    const literal = literalOf(token);
    if (literal !== null) return literal;
    this.#at -= 1;
    throw this.#broken();
  }

  #word(token: Token): Expression {
    const { text } = token;
    if (text === 'true' || text === 'false')
      return { op: 'literal', kind: 'boolean', value: text === 'true' };
    if (text === 'null') return { op: 'literal', kind: 'null', value: null };
    if (text === 'not' && this.#token().kind !== 'end') return { op: 'not', of: this.expression(UNARY) };
    if (this.#is('(') && !this.#token().spaced) return { op: 'call', name: text, args: this.#list() };
    const steps = [text];
    while (this.#is('/')) {
      this.#at += 1;
      const step = this.#next();
      if (step.kind !== 'word') throw this.#broken();
      steps.push(step.text);
    }
    return { op: 'path', steps };
  }

  #list(): Expression[] {
    this.#expect('(');
    const members: Expression[] = [];
    if (this.#is(')')) {
      this.#at += 1;
      return members;
    }
    for (;;) {
      members.push(this.expression(0));
      if (!this.#is(',')) break;
      this.#at += 1;
    }
    this.#expect(')');
    return members;
  }

  #infix(): BinarySign | 'in' | null {
    const { kind, text } = this.#token();
    if (kind !== 'word') return null;
    return text === 'in' || Object.hasOwn(BINDING, text) ? (text as BinarySign | 'in') : null;
  }

  /** Operators stand between white space: `A eq'x'` is not well-formed. */
  #operator(): void {
    const spaced = this.#next().spaced && this.#token().spaced;
    if (!spaced) throw this.#broken();
  }

  #expect(sign: string): void {
    if (!this.#is(sign)) throw this.#broken();
    this.#at += 1;
  }

  #is(sign: string): boolean {
    const { kind, text } = this.#token();
    return kind === 'sign' && text === sign;
  }

  #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', at: this.#text.length, spaced: false };
  }

  #next(): Token {
    const token = this.#token();
    this.#at += 1;
    return token;
  }

  #broken() {
    const { kind, at } = this.#token();
    const where = kind === 'end' ? 'at its end' : `at position ${at}`;
    return badOption(this.#option, `Syntax error ${where} in '${this.#text}'.`);
  }
}
