import { parseQuery } from '@jetstreamapp/soql-parser-js';

/**
 * A judge of SOQL conditions for tests: parses with a public parser, puts its flat list back into a tree, refuses what Salesforce refuses
 * (AND beside OR without parentheses), and evaluates over plain records. Knows nothing of the composer.
 */
export type Cell = string | number | boolean | null;
export type Rec = Readonly<Record<string, Cell>>;

/** How an operator takes a field without a value: whichever is right, our conditions must mean the same. */
export type NullRule = 'nulls fail negative tests' | 'nulls pass negative tests';

interface Test {
  readonly field: string;
  readonly operator: string;
  readonly literalType: string | string[];
  readonly value: string | string[];
}
type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Test;
export type Tree =
  | { readonly op: 'test'; readonly test: Test }
  | { readonly op: 'not'; readonly of: Tree }
  | { readonly op: 'AND' | 'OR'; readonly of: readonly Tree[] };

interface Link {
  readonly left?: Partial<Test> & { readonly openParen?: number; readonly closeParen?: number };
  readonly operator?: string;
  readonly right?: Link;
}

/** The condition tree of a query, or null where it has no WHERE. Throws where the query cannot be parsed. */
export function conditionTree(soql: string): Tree | null {
  const where = parseQuery(soql).where as Link | undefined;
  if (where === undefined) return null;
  const tokens = tokensOf(where);
  const tree = expression(tokens);
  if (tokens.length > 0) throw new Error(`unexpected ${JSON.stringify(tokens[0])} in ${soql}`);
  return tree;
}

function tokensOf(link: Link): Token[] {
  const { left, operator, right } = link;
  const tokens: Token[] = [];
  if (left !== undefined) {
    tokens.push(...Array<Token>(left.openParen ?? 0).fill('('));
    if (left.field !== undefined) tokens.push(left as Test);
    tokens.push(...Array<Token>(left.closeParen ?? 0).fill(')'));
  }
  if (operator !== undefined) tokens.push(operator as Token);
  return right === undefined ? tokens : [...tokens, ...tokensOf(right)];
}

function expression(tokens: Token[]): Tree {
  const first = term(tokens);
  const word = tokens[0];
  if (word !== 'AND' && word !== 'OR') return first;
  const of = [first];
  while (tokens[0] === 'AND' || tokens[0] === 'OR') {
    if (tokens.shift() !== word) throw new Error('AND and OR side by side');
    of.push(term(tokens));
  }
  return { op: word, of };
}

function term(tokens: Token[]): Tree {
  const token = tokens.shift();
  if (token === undefined) throw new Error('the condition ends too early');
  if (token === 'NOT') return { op: 'not', of: term(tokens) };
  if (token === '(') {
    const inner = expression(tokens);
    if (tokens.shift() !== ')') throw new Error('a parenthesis is not closed');
    return inner;
  }
  if (typeof token === 'string') throw new Error(`unexpected ${token}`);
  return { op: 'test', test: token };
}

/** All tests of a tree, from left to right. */
export function testsOf(tree: Tree): readonly Test[] {
  if (tree.op === 'test') return [tree.test];
  return (tree.op === 'not' ? [tree.of] : tree.of).flatMap(testsOf);
}

/** Three-valued, as a database is: null is "unknown", which a WHERE does not let through. */
export function holds(tree: Tree, record: Rec, rule: NullRule): boolean | null {
  switch (tree.op) {
    case 'test':
      return testHolds(tree.test, record, rule);
    case 'not': {
      const inner = holds(tree.of, record, rule);
      return inner === null ? null : !inner;
    }
    case 'AND': {
      const parts = tree.of.map((part) => holds(part, record, rule));
      return parts.includes(false) ? false : parts.includes(null) ? null : true;
    }
    case 'OR': {
      const parts = tree.of.map((part) => holds(part, record, rule));
      return parts.includes(true) ? true : parts.includes(null) ? null : false;
    }
  }
}

function testHolds(test: Test, record: Rec, rule: NullRule): boolean | null {
  const cell = record[test.field] ?? null;
  const operator = test.operator.toUpperCase();
  if (test.literalType === 'NULL') return operator === '=' ? cell === null : cell !== null;
  if (cell === null) {
    if (rule === 'nulls fail negative tests') return null;
    return ['!=', 'NOT IN', 'EXCLUDES'].includes(operator);
  }
  const values = [test.value].flat().map((value) => unquoted(value, operator === 'LIKE'));
  const equal = (value: string): boolean => comparison(cell, value) === 0;
  switch (operator) {
    case '=':
    case 'IN':
      return values.some(equal);
    case '!=':
    case 'NOT IN':
      return !values.some(equal);
    case 'INCLUDES':
      return values.some((value) => hasMembers(cell, value));
    case 'EXCLUDES':
      return !values.some((value) => hasMembers(cell, value));
    case 'LIKE':
      return values.some((value) => likes(cell, value));
    case '<':
      return values.every((value) => comparison(cell, value) < 0);
    case '<=':
      return values.every((value) => comparison(cell, value) <= 0);
    case '>':
      return values.every((value) => comparison(cell, value) > 0);
    case '>=':
      return values.every((value) => comparison(cell, value) >= 0);
    default:
      throw new Error(`operator ${operator}`);
  }
}

function comparison(cell: Exclude<Cell, null>, literal: string): number {
  if (typeof cell === 'number') return cell - Number(literal);
  const [a, b] = [String(cell).toLowerCase(), literal.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

function hasMembers(cell: Exclude<Cell, null>, literal: string): boolean {
  const members = String(cell).toLowerCase().split(';');
  return literal
    .toLowerCase()
    .split(';')
    .every((member) => members.includes(member));
}

/** `%` and `_` that were escaped arrive as private characters, so that only the others are wild. */
const ESCAPED = { '%': '\uE000', _: '\uE001' } as const;

function likes(cell: Exclude<Cell, null>, literal: string): boolean {
  const source = [...literal.toLowerCase()]
    .map((character) => {
      if (character === '%') return '[^]*';
      if (character === '_') return '[^]';
      const plain = character === ESCAPED['%'] ? '%' : character === ESCAPED._ ? '_' : character;
      return plain.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'u').test(String(cell).toLowerCase());
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What a literal stands for. Throws on anything that is no complete SOQL literal. */
export function unquoted(literal: string, inLike: boolean): string {
  if (!literal.startsWith("'")) return literal.toLowerCase();
  const body = /^'((?:[^'\\]|\\[^])*)'$/.exec(literal)?.[1];
  if (body === undefined) throw new Error(`no whole literal: ${literal}`);
  return body.replace(/\\(u[0-9a-fA-F]{4}|[^])/g, (_, escape: string) => {
    if (escape.length > 1) return String.fromCharCode(parseInt(escape.slice(1), 16));
    if ((escape === '%' || escape === '_') && inLike) return ESCAPED[escape];
    if (escape in LETTERS) return LETTERS[escape] ?? '';
    if ('\'"\\'.includes(escape)) return escape;
    throw new Error(`\\${escape} is no escape of SOQL`);
  });
}
