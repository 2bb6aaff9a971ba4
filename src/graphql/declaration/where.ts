import type { Viewer } from '../../access/viewer.ts';
import { parseDate, parseDateTime, parseTime, plainDecimal, type ColumnType } from '../../contract/index.ts';
import type { Condition } from '../../engine/query.ts';
import { toCondition, type FilterInput } from '../filter-input.ts';
import { testsFor } from '../published/filters.ts';
import { suggestion } from './problem.ts';

/** Values of the viewer that a row condition may compare with: a text each. */
const TEXTS = ['subject', 'email', 'user', 'account', 'consumer', 'domain'] as const;
/** And those that are lists of texts, for `in` and `notIn`. */
const LISTS = ['roles', 'domains'] as const;
const VIEWER_VALUES = [...TEXTS, ...LISTS];
type ViewerValue = (typeof VIEWER_VALUES)[number];

/** The columns that a condition may name, with their types. */
export type ConditionColumns = ReadonlyMap<string, ColumnType>;

/** Everything that is wrong with the `where` of a rule or a source, in words. */
export function whereProblems(where: unknown, columns: ConditionColumns): readonly string[] {
  if (!isObject(where)) return ['where is no filter. Write where: { column: { eq: "value" } }.'];
  const entries = Object.entries(where);
  if (entries.length === 0) return ['where is empty, so it says nothing. Name a column, or leave where out.'];
  return entries.flatMap(([name, value]) => partProblems(name, value, columns));
}

function partProblems(name: string, value: unknown, columns: ConditionColumns): readonly string[] {
  if (name === 'not') return whereProblems(value, columns);
  if (name === 'and' || name === 'or') {
    if (!Array.isArray(value) || value.length === 0)
      return [`where.${name} is no list of filters. Write ${name}: [{ … }, { … }].`];
    return value.flatMap((inner) => whereProblems(inner, columns));
  }
  const type = columns.get(name);
  if (type === undefined)
    return [
      `where names ${name}, which is no column of this table. ${suggestion(name, [...columns.keys()])}`,
    ];
  if (!isObject(value) || Object.keys(value).length === 0)
    return [`where.${name} has no test. Write ${name}: { eq: "value" }.`];
  return Object.entries(value).flatMap(([op, operand]) => testProblems(name, type, op, operand));
}

function testProblems(name: string, type: ColumnType, op: string, operand: unknown): readonly string[] {
  const tests = testsFor(type);
  if (tests.length === 0) return [`where names ${name}, which cannot be filtered: it is of type ${type}.`];
  if (!tests.includes(op)) return [`where.${name} has no test ${op}. ${suggestion(op, tests)}`];
  const place = `where.${name}.${op}`;
  if (op === 'isNull') return typeof operand === 'boolean' ? [] : [`${place} is true or false.`];
  if (op !== 'in' && op !== 'notIn') return operandProblems(place, type, operand, false);
  if (!Array.isArray(operand)) return operandProblems(place, type, operand, true);
  if (operand.length === 0) return [`${place} is an empty list. Name at least one value.`];
  return operand.flatMap((inner) => operandProblems(place, type, inner, false));
}

function operandProblems(
  place: string,
  type: ColumnType,
  operand: unknown,
  listWanted: boolean,
): readonly string[] {
  const wanted = jsonType(type);
  if (!isObject(operand)) {
    if (listWanted) return [`${place} takes a list. Write ${op(place)}: [${quoted(operand)}].`];
    if (typeof operand !== wanted) return [`${place} is ${quoted(operand)}; it takes ${WANTED[wanted]}.`];
    const form = FORMS[type];
    if (form === undefined || form.parse(operand) !== null) return [];
    return [`${place} is ${quoted(operand)}; it takes ${form.example}.`];
  }
  const name = viewerValueOf(operand);
  if (name === null) return [`${place} is an object. Write a value, or { viewer: "account" }.`];
  if (!(VIEWER_VALUES as readonly string[]).includes(name))
    return [`where compares with viewer.${name}. ${suggestion(name, VIEWER_VALUES)}`];
  if (wanted !== 'string')
    return [`${place} compares with viewer.${name}, which is text; it takes ${WANTED[wanted]}.`];
  const list = (LISTS as readonly string[]).includes(name);
  if (list && !listWanted)
    return [`${place} compares with viewer.${name}, which is a list. Write in: { viewer: "${name}" }.`];
  if (!list && listWanted) return [`${place} takes a list. Write ${op(place)}: [{ viewer: "${name}" }].`];
  return [];
}

/** Texts that have a form. */
const FORMS: Partial<
  Record<ColumnType, { readonly parse: (text: unknown) => string | null; readonly example: string }>
> = {
  decimal: { parse: plainDecimal, example: 'a decimal number, such as "1250.00"' },
  date: { parse: parseDate, example: 'a day, such as "2026-11-22"' },
  time: { parse: parseTime, example: 'a time of day, such as "13:45:00"' },
  datetime: { parse: parseDateTime, example: 'a moment, such as "2026-11-22T13:45:00Z"' },
};

const WANTED = { string: 'a text in quotes', number: 'a whole number', boolean: 'true or false' };

function jsonType(type: ColumnType): keyof typeof WANTED {
  if (type === 'integer' || type === 'duration') return 'number';
  return type === 'boolean' ? 'boolean' : 'string';
}

function op(place: string): string {
  return place.slice(place.lastIndexOf('.') + 1);
}

function quoted(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

/** The rows that a `where` without problems means for a viewer; `false` where the viewer lacks a value that it compares with. */
export function conditionFor(where: FilterInput, viewer: Viewer): Condition {
  const missing = { found: false };
  const filled = fill(where, viewer, missing) as FilterInput;
  return missing.found ? false : toCondition(filled);
}

function fill(value: unknown, viewer: Viewer, missing: { found: boolean }): unknown {
  const name = viewerValueOf(value);
  if (name !== null) {
    const mine = valueOf(viewer, name as ViewerValue);
    if (mine === undefined || mine === '') missing.found = true;
    return mine;
  }
  if (Array.isArray(value)) return value.map((inner) => fill(inner, viewer, missing));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, viewer, missing)]));
}

function valueOf(viewer: Viewer, name: ViewerValue): string | readonly string[] | undefined {
  if (name === 'roles') return [...viewer.roles];
  if (name === 'domains') return [viewer.domain, ...viewer.domains];
  return viewer[name];
}

/** The values of the viewer that a `where` compares with. */
export function viewerValuesIn(where: unknown): readonly string[] {
  const name = viewerValueOf(where);
  if (name !== null) return [name];
  if (Array.isArray(where)) return where.flatMap(viewerValuesIn);
  return isObject(where) ? Object.values(where).flatMap(viewerValuesIn) : [];
}

/** `{ viewer: "account" }`; a column that is called viewer has an object there. */
function viewerValueOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const { viewer } = value;
  return typeof viewer === 'string' ? viewer : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
