import type { BoundTable, Column, LeafOp } from '../../../src/contract/index.ts';
import { LEAF_OPS } from '../../../src/contract/index.ts';
import { casegraphOperators } from '../filter/operators.ts';
import { isName, isPath, isType, quote } from '../names.ts';
import type { ColumnRules, FilterRules, OperatorRule } from './declared.ts';
import type { Section } from './section.ts';
import { nameIn, oneOfIn, pathIn, sectionOf, typeIn } from './section.ts';

const AT = 'options.list.filter';
const NAMES = ['argument', 'type', 'style', 'columns', 'and', 'or', 'not'];
const STYLES = ['casegraph', 'nested', 'flat'] as const;
const AS = ['string', 'number'] as const;
type Style = (typeof STYLES)[number];

export function filterRulesOf(
  given: unknown,
  table: BoundTable,
  report: Section['report'],
): FilterRules | null {
  const section = sectionOf(given, AT, NAMES, report);
  if (section === null) return null;
  const style = oneOfIn(section, 'style', STYLES);
  const bare = style === 'flat' && section.values['argument'] === undefined;
  return {
    style: style === 'flat' ? 'flat' : 'nested',
    argument: bare
      ? null
      : nameIn(section, 'argument', 'filter', style === 'casegraph' ? 'filter' : undefined),
    type: bare ? '' : typeIn(section, 'type', `${table.object || 'Row'}Filter`),
    and: style === 'flat' ? null : nameIn(section, 'and', 'and', 'and'),
    or: style === 'flat' ? null : joinerOf(section, 'or'),
    not: style === 'flat' ? null : joinerOf(section, 'not'),
    columns: columnsOf(section, table, style, bare),
  };
}

/** `null` says that the service has none. */
function joinerOf(section: Section, name: string): string | null {
  return section.values[name] === null ? null : nameIn(section, name, name, name);
}

function columnsOf(
  section: Section,
  table: BoundTable,
  style: Style,
  bare: boolean,
): ReadonlyMap<string, ColumnRules> {
  const given = section.values['columns'];
  if (style === 'casegraph' && (given === undefined || Array.isArray(given)))
    return presets(section, table, given as readonly unknown[] | undefined);
  const columns = sectionOf(given ?? {}, `${AT}.columns`, null, section.report)?.values ?? {};
  if (Object.keys(columns).length === 0)
    section.report(
      `${AT}.columns is missing; say what each column can be tested for: { title: ["eq", "in"] }`,
    );
  return new Map(
    Object.entries(columns).flatMap(([name, rules]) => {
      const column = table.columns.get(name);
      if (column !== undefined) return [[name, rulesOf(section, column, rules, style, bare)] as const];
      section.report(`${AT}.columns names ${quote(name)}, which is no column of ${table.name}`);
      return [];
    }),
  );
}

function presets(
  section: Section,
  table: BoundTable,
  given: readonly unknown[] | undefined,
): Map<string, ColumnRules> {
  for (const name of given ?? [])
    if (!table.columns.has(String(name)))
      section.report(`${AT}.columns names ${quote(name)}, which is no column of ${table.name}`);
  const wanted = [...table.columns.values()].filter(
    ({ name, upstream }) => given?.includes(name) ?? isName(upstream),
  );
  return new Map(
    wanted.flatMap(({ name, upstream, type }) => {
      const operators = casegraphOperators(type);
      return operators.size === 0
        ? []
        : [[name, { field: upstream.split('.'), as: null, operators }] as const];
    }),
  );
}

function rulesOf(section: Section, column: Column, given: unknown, style: Style, bare: boolean): ColumnRules {
  const at = `${AT}.columns.${column.name}`;
  const long = typeof given === 'object' && given !== null && !Array.isArray(given) && 'operators' in given;
  const part = sectionOf(
    long ? given : { operators: given },
    at,
    ['field', 'as', 'operators'],
    section.report,
  );
  if (part === null) return { field: [], as: null, operators: new Map() };
  const fallback = isPath(column.upstream) ? column.upstream : 'field';
  return {
    field: pathIn(part, 'field', 'title', fallback),
    as: part.values['as'] === undefined ? null : oneOfIn(part, 'as', AS),
    operators: operatorsOf(part, column, style, bare),
  };
}

function operatorsOf(part: Section, column: Column, style: Style, bare: boolean): Map<LeafOp, OperatorRule> {
  const given = part.values['operators'];
  const entries: [string, unknown][] = Array.isArray(given)
    ? given.map((name: unknown) => [String(name), style === 'flat' ? undefined : name])
    : Object.entries(sectionOf(given, `${part.at}.operators`, null, part.report)?.values ?? {});
  return new Map(
    entries.flatMap(([word, rule]) => {
      const op = LEAF_OPS.find((name) => name === word);
      if (op === undefined) {
        part.report(
          `${part.at} knows no operator ${quote(word)}; it knows ${LEAF_OPS.join(', ')}`,
          column.name,
        );
        return [];
      }
      const read = ruleOf(op, rule, bare);
      if (read === null)
        part.report(`${part.at}.${op} is ${quote(rule)}; ${wanted(op, style, bare)}`, column.name);
      return read === null ? [] : [[op, read] as const];
    }),
  );
}

/** A word, or `{ name, value?, not?, type? }`. Null where it is neither. */
function ruleOf(op: LeafOp, given: unknown, bare: boolean): OperatorRule | null {
  const full = typeof given === 'string' ? { name: given } : given;
  if (typeof full !== 'object' || full === null) return null;
  const { name, value, not = false, type = null } = full as Record<string, unknown>;
  if (!isName(name) || typeof not !== 'boolean') return null;
  if (bare ? !isType(type) || not : type !== null) return null;
  if ((op === 'null' || op === 'notNull') !== (value !== undefined)) return null;
  return { name, not, type: type as string | null, ...(value === undefined ? {} : { value }) };
}

function wanted(op: LeafOp, style: Style, bare: boolean): string {
  const value = op === 'null' || op === 'notNull' ? `, value: ${op === 'null'}` : '';
  const type = bare ? ', type: "String"' : '';
  if (value !== '') return `write { name: "isNull"${value}${type} }`;
  return style === 'flat'
    ? `write the service's name of this test: { name: "titleContains"${type} }`
    : 'write the service\'s name of it: { eq: "equals" }, or { name: "contains", not: true }';
}
