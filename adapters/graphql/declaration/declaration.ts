import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Problem } from '../../../src/contract/index.ts';
import { isName, quote } from '../names.ts';
import { choicesOf } from './choices.ts';
import type { Declared, ListField } from './declared.ts';
import { filterRulesOf } from './filter-rules.ts';
import { orderRulesOf } from './order-rules.ts';
import { pageRulesOf } from './page-rules.ts';
import { keysOf, lookupsOf, MOST_BATCH, ROOT_NAMES, rootFieldOf } from './root-field.ts';
import type { Section } from './section.ts';
import { countIn, pathIn, sectionOf } from './section.ts';

const OPTIONS = ['list', 'one', 'keys', 'relations', 'choices', 'joins'];
const LIST_NAMES = [...ROOT_NAMES, 'rows', 'filter', 'order', 'page', 'count', 'batch'];
const MOST_JOINS = 10;

interface Reading {
  readonly declared: Declared;
  readonly problems: readonly Problem[];
}

/** Tables are built once and compared by identity, so that reading one twice gives the same. */
const known = new WeakMap<BoundTable, Reading>();

export function readDeclaration(table: BoundTable): Reading {
  const reading = known.get(table) ?? reread(table);
  known.set(table, reading);
  return reading;
}

/** Of a table that `check` has passed. */
export function declaredOf(table: BoundTable): Declared {
  const { declared, problems } = readDeclaration(table);
  const [first] = problems;
  if (first === undefined) return declared;
  throw new CasegraphError('internal', `${table.name} is not declared well: ${first.message}`, {
    connection: table.connection,
  });
}

function reread(table: BoundTable): Reading {
  const problems: Problem[] = [];
  const report: Section['report'] = (message, column) =>
    void problems.push(column === undefined ? { message } : { message, column });
  const options = sectionOf(table.options, 'options', OPTIONS, report)?.values ?? {};
  const relations = sectionOf(options['relations'], 'options.relations', null, report)?.values ?? {};
  for (const [name, field] of Object.entries(relations)) {
    if (!table.joins.has(name))
      report(`options.relations names ${quote(name)}, which is no relation to a table of this connection`);
    if (!isName(field))
      report(`options.relations.${name} is ${quote(field)}; write the service's field, such as "reportedBy"`);
  }
  const declared: Declared = {
    list: listOf(options['list'], table, report),
    lookups: lookupsOf(options['one'], table.key, report),
    keys: keysOf(options['keys'], table.key, report),
    relations: new Map(Object.entries(relations).map(([name, field]) => [name, String(field)])),
    choices: choicesOf(options['choices'], table, report),
    joins: joinsOf(options['joins'], report),
  };
  return { declared, problems };
}

function listOf(given: unknown, table: BoundTable, report: Section['report']): ListField | null {
  const section = sectionOf(given, 'options.list', LIST_NAMES, report);
  if (section === null) return null;
  const rows = pathIn(section, 'rows', 'nodes', '');
  const page = pageRulesOf(section.values['page'], report);
  if (rows.length === 0 && (page.style === 'relay' || section.values['count'] !== undefined))
    report(
      'options.list.rows is missing; a field with pageInfo or a count is no plain list: write rows: "nodes" or "edges.node"',
    );
  return {
    ...rootFieldOf(section, 'incidents'),
    rows,
    filter: filterRulesOf(section.values['filter'], table, report),
    order: orderRulesOf(section.values['order'], table, report),
    page,
    count: section.values['count'] === undefined ? null : pathIn(section, 'count', 'totalCount'),
    batch: countIn(section, 'batch', MOST_BATCH, MOST_BATCH),
  };
}

function joinsOf(given: unknown, report: Section['report']): number {
  if (given === undefined) return 2;
  if (typeof given === 'number' && Number.isSafeInteger(given) && given >= 0 && given <= MOST_JOINS)
    return given;
  report(
    `options.joins is ${quote(given)}; write how deep references may be followed in one request, 0 to ${MOST_JOINS}`,
  );
  return 0;
}
