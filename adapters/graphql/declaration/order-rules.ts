import type { BoundTable, ColumnType } from '../../../src/contract/index.ts';
import { isName, quote } from '../names.ts';
import type { OrderRules } from './declared.ts';
import type { Section } from './section.ts';
import { flagIn, nameIn, oneOfIn, sectionOf, typeIn } from './section.ts';

const AT = 'options.list.order';
const NAMES = ['argument', 'type', 'style', 'columns', 'directions', 'names', 'tiebreak'];
const STYLES = ['casegraph', 'objects', 'fields', 'values'] as const;
const UNSORTED: ReadonlySet<ColumnType> = new Set<ColumnType>(['text', 'json', 'list', 'url']);

type Directions = { readonly asc: unknown; readonly desc: unknown };

/**
 * `objects`: `[{ title: ASC }]`; `fields`: `[{ field: TITLE, direction: ASC }]`; `values`: a value of its own for each column and direction,
 * `[TITLE_ASC]`; `casegraph`: `objects` over all columns.
 */
export function orderRulesOf(
  given: unknown,
  table: BoundTable,
  report: Section['report'],
): OrderRules | null {
  const section = sectionOf(given, AT, NAMES, report);
  if (section === null) return null;
  const style = oneOfIn(section, 'style', STYLES);
  const columns = columnsOf(section, table, style);
  const write = writerOf(section, style);
  return {
    argument: nameIn(section, 'argument', 'orderBy', 'orderBy'),
    type: typeIn(section, 'type', `[${table.object || 'Row'}Order!]`),
    columns: new Map(
      [...columns].flatMap(([name, value]) => (table.columns.has(name) ? [[name, write(value)]] : [])),
    ),
    tiebreak: flagIn(section, 'tiebreak'),
  };
}

function columnsOf(section: Section, table: BoundTable, style: string): ReadonlyMap<string, unknown> {
  const given = section.values['columns'];
  if (given === undefined && style === 'casegraph') {
    const sortable = [...table.columns.values()].filter(
      ({ type, upstream }) => !UNSORTED.has(type) && isName(upstream),
    );
    return new Map(sortable.map(({ name, upstream }) => [name, upstream]));
  }
  const named = Array.isArray(given)
    ? new Map(given.map((name: unknown) => [String(name), table.columns.get(String(name))?.upstream]))
    : new Map(Object.entries(sectionOf(given, `${AT}.columns`, null, section.report)?.values ?? {}));
  if (named.size === 0)
    section.report(`${AT}.columns is missing; name the columns that can be sorted by: { title: "TITLE" }`);
  for (const [name, value] of named) complain(section, table, style, name, value);
  return named;
}

function complain(section: Section, table: BoundTable, style: string, name: string, value: unknown): void {
  const { report } = section;
  if (!table.columns.has(name))
    report(`${AT}.columns names ${quote(name)}, which is no column of ${table.name}`);
  else if (style === 'values') {
    const both = typeof value === 'object' && value !== null && 'asc' in value && 'desc' in value;
    if (!both) report(`${AT}.columns.${name} is ${quote(value)}; write { asc: "…", desc: "…" }`, name);
  } else if (!isName(value))
    report(
      `${AT}.columns.${name} is ${quote(value)}; write the service's name of it: { ${name}: "TITLE" }`,
      name,
    );
}

function writerOf(section: Section, style: (typeof STYLES)[number]): (value: unknown) => Directions {
  const words = sectionOf(
    section.values['directions'] ?? {},
    `${AT}.directions`,
    ['asc', 'desc'],
    section.report,
  );
  const names = sectionOf(
    section.values['names'] ?? {},
    `${AT}.names`,
    ['field', 'direction'],
    section.report,
  );
  const asc = words === null ? '' : nameIn(words, 'asc', 'ASC', 'ASC');
  const desc = words === null ? '' : nameIn(words, 'desc', 'DESC', 'DESC');
  const field = names === null ? '' : nameIn(names, 'field', 'field', 'field');
  const direction = names === null ? '' : nameIn(names, 'direction', 'direction', 'direction');
  if (style === 'values')
    return (value) => ({ asc: undefined, desc: undefined, ...(value as object | undefined) });
  if (style === 'fields')
    return (value) => ({
      asc: { [field]: value, [direction]: asc },
      desc: { [field]: value, [direction]: desc },
    });
  return (value) => ({ asc: { [String(value)]: asc }, desc: { [String(value)]: desc } });
}
