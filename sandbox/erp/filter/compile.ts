import type { ErpRecord } from '../../world/world.ts';
import type { EdmType, EntitySet } from '../model/model.ts';
import type { ErpStore } from '../service/store.ts';
import type { BinarySign, Expression, Kind } from './ast.ts';
import type { Cell } from './functions.ts';
import { MODEL } from '../model/model.ts';
import { badOption } from '../service/odata-error.ts';
import { FUNCTIONS } from './functions.ts';

/** An expression that is known to fit the model. Its value is null where a null went into it, as the standard wants. */
export interface Compiled {
  readonly kind: Kind;
  readonly of: (record: ErpRecord) => Cell;
}

export interface Scope {
  readonly set: EntitySet;
  readonly store: ErpStore;
  /** The query option that the expression stands in, for errors. */
  readonly option: string;
}

const KINDS: Readonly<Record<EdmType, Kind>> = {
  'Edm.String': 'string',
  'Edm.Decimal': 'number',
  'Edm.Int32': 'number',
  'Edm.Boolean': 'boolean',
  'Edm.Date': 'date',
  'Edm.DateTimeOffset': 'moment',
};

/** Checks names and types against the model. Throws a 400 for what does not fit. */
export function compile(expression: Expression, scope: Scope): Compiled {
  switch (expression.op) {
    case 'literal':
      return { kind: expression.kind, of: () => expression.value };
    case 'path':
      return compilePath(expression.steps, scope.set, scope);
    case 'call':
      return compileCall(
        expression.name,
        expression.args.map((arg) => compile(arg, scope)),
        scope,
      );
    case 'not': {
      const inner = required(compile(expression.of, scope), 'boolean', 'not', scope);
      return { kind: 'boolean', of: (record) => negated(inner.of(record)) };
    }
    case 'negate': {
      const inner = required(compile(expression.of, scope), 'number', '-', scope);
      return { kind: 'number', of: (record) => lifted(inner.of(record), (value) => -Number(value)) };
    }
    case 'in':
      return compileIn(expression.left, expression.list, scope);
    case 'binary':
      return compileBinary(expression, scope);
  }
}

function compilePath(steps: readonly string[], set: EntitySet, scope: Scope): Compiled {
  const [name = '', ...rest] = steps;
  const property = set.properties.get(name);
  if (property !== undefined && rest.length === 0)
    return { kind: KINDS[property.type], of: (record) => cellOf(property.type, record[name] ?? null) };
  const navigation = set.navigations.get(name);
  const target = navigation && MODEL.get(navigation.target);
  if (navigation === undefined || target === undefined || navigation.many || rest.length === 0) {
    const message = `Could not find a property named '${name}' on type 'Finance.${set.type}'.`;
    throw badOption(scope.option, navigation?.many ? `'${name}' is a collection and has no value.` : message);
  }
  const inner = compilePath(rest, target, scope);
  return {
    kind: inner.kind,
    of: (record) => {
      const [found] = scope.store.follow(navigation, record);
      return found === undefined ? null : inner.of(found);
    },
  };
}

/** The value that is compared: decimals are kept as text and moments as written. */
function cellOf(type: EdmType, value: Cell): Cell {
  if (value === null) return null;
  if (type === 'Edm.Decimal') return Number(value);
  return type === 'Edm.DateTimeOffset' ? Date.parse(String(value)) : value;
}

function compileCall(name: string, args: readonly Compiled[], scope: Scope): Compiled {
  const forms = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (forms === undefined)
    throw badOption(scope.option, `An unknown function with name '${name}' was found.`);
  const fits = forms.find(
    ({ takes }) =>
      takes.length === args.length && takes.every((kind, index) => agrees(args[index]?.kind, kind)),
  );
  if (fits === undefined) {
    const given = args.map(({ kind }) => kind).join(', ');
    throw badOption(scope.option, `No function signature for the function '${name}' takes (${given}).`);
  }
  const { gives, of } = fits;
  return {
    kind: gives,
    of: (record) => {
      const values = args.map((arg) => arg.of(record));
      return values.includes(null) ? null : of(...(values as never[]));
    },
  };
}

function compileIn(left: Expression, list: readonly Expression[], scope: Scope): Compiled {
  const subject = compile(left, scope);
  const members = list.map((member) => compile(member, scope));
  const odd = members.find(({ kind }) => !agrees(kind, subject.kind) && !agrees(subject.kind, kind));
  if (odd !== undefined) throw incompatible('in', subject, odd, scope);
  // A list of literals is the rule, and it can be long: it is looked up, not searched.
  if (list.every(({ op }) => op === 'literal')) {
    const values = new Set(list.map((member) => (member.op === 'literal' ? member.value : null)));
    return { kind: 'boolean', of: (record) => values.has(subject.of(record)) };
  }
  return {
    kind: 'boolean',
    of: (record) => members.some((member) => member.of(record) === subject.of(record)),
  };
}

function compileBinary({ sign, left, right }: Extract<Expression, { op: 'binary' }>, scope: Scope): Compiled {
  const [a, b] = [compile(left, scope), compile(right, scope)];
  const needed: Kind | null = NEEDED[sign];
  if (needed !== null) {
    required(a, needed, sign, scope);
    required(b, needed, sign, scope);
  } else if (!agrees(a.kind, b.kind) && !agrees(b.kind, a.kind)) throw incompatible(sign, a, b, scope);
  const of = OPERATIONS[sign];
  return { kind: needed === 'number' ? 'number' : 'boolean', of: (record) => of(a.of(record), b.of(record)) };
}

/** The kind that both sides must be of; null: any, but the same. */
const NEEDED: Readonly<Record<BinarySign, Kind | null>> = {
  or: 'boolean',
  and: 'boolean',
  eq: null,
  ne: null,
  gt: null,
  ge: null,
  lt: null,
  le: null,
  add: 'number',
  sub: 'number',
  mul: 'number',
  div: 'number',
  mod: 'number',
};

/** With null on a side: eq and ne compare it as a value, ranges are false, `and` and `or` reckon with three values, sums are null. */
const OPERATIONS: Readonly<Record<BinarySign, (a: Cell, b: Cell) => Cell>> = {
  or: (a, b) => (a === true || b === true ? true : a === null || b === null ? null : false),
  and: (a, b) => (a === false || b === false ? false : a === null || b === null ? null : true),
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a !== null && b !== null && a > b,
  ge: (a, b) => a !== null && b !== null && a >= b,
  lt: (a, b) => a !== null && b !== null && a < b,
  le: (a, b) => a !== null && b !== null && a <= b,
  add: (a, b) => sum(a, b, (x, y) => x + y),
  sub: (a, b) => sum(a, b, (x, y) => x - y),
  mul: (a, b) => sum(a, b, (x, y) => x * y),
  div: (a, b) => sum(a, b, (x, y) => x / y),
  mod: (a, b) => sum(a, b, (x, y) => x % y),
};

function sum(a: Cell, b: Cell, of: (x: number, y: number) => number): Cell {
  if (a === null || b === null) return null;
  const result = of(Number(a), Number(b));
  return Number.isFinite(result) ? result : null;
}

function negated(value: Cell): Cell {
  return value === null ? null : value !== true;
}

function lifted(value: Cell, of: (value: Cell) => Cell): Cell {
  return value === null ? null : of(value);
}

/** Null fits every kind. */
function agrees(given: Kind | undefined, wanted: Kind): boolean {
  return given === wanted || given === 'null';
}

function required(given: Compiled, kind: Kind, sign: string, scope: Scope): Compiled {
  if (agrees(given.kind, kind)) return given;
  throw badOption(scope.option, `The operator '${sign}' takes ${kind}, not ${given.kind}.`);
}

function incompatible(sign: string, a: Compiled, b: Compiled, scope: Scope) {
  const kinds = `'${a.kind}' and '${b.kind}'`;
  return badOption(
    scope.option,
    `A binary operator with incompatible types was detected: ${kinds} for '${sign}'.`,
  );
}
