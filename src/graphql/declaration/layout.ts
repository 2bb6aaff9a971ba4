import {
  Kind,
  type ConstDirectiveNode,
  type ConstObjectValueNode,
  type ConstValueNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { Order } from '../../contract/index.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import { canOrder } from '../published/filters.ts';
import { argumentsOf, directiveOf, text } from './directives.ts';
import { argumentNode, itemsOf, textOf } from './literal.ts';
import { problemAt, suggestion, type DeclarationProblem } from './problem.ts';

/** How a table is arranged, by names of fields; `null`: not declared. */
export interface DeclaredLayout {
  readonly list: readonly string[] | null;
  readonly form: readonly FormSection[] | null;
  readonly related: readonly string[] | null;
  readonly popup: readonly string[] | null;
  readonly display: string | null;
  readonly order: readonly Order[] | null;
  /** The owning system's own arrangement is asked for first. */
  readonly fromInstance: boolean;
}

export interface FormSection {
  readonly title: string | null;
  readonly columns: readonly string[];
}

const NONE: DeclaredLayout = {
  list: null,
  form: null,
  related: null,
  popup: null,
  display: null,
  order: null,
  fromInstance: false,
};

/** Reads a table's @layout; what is wrong with it goes to `problems`, each at its place. */
export function declaredLayout(
  node: ObjectTypeDefinitionNode,
  table: TableDefinition,
  problems: DeclarationProblem[],
): DeclaredLayout {
  const directive = directiveOf(node, 'layout');
  if (directive === undefined) return NONE;
  const report: Report = (place, message) => problems.push(problemAt(place, message));
  const columns = (argument: string) => {
    const value = argumentNode(directive, argument);
    return value === undefined ? null : columnNames(argument, itemsOf(value), table, new Set(), report);
  };
  return {
    list: columns('list'),
    form: formSections(argumentNode(directive, 'form'), table, report),
    related: relatedLists(argumentNode(directive, 'related'), table, report),
    popup: columns('popup'),
    display: displayColumn(directive, table, report),
    order: firstOrder(argumentNode(directive, 'order'), table, report),
    fromInstance: argumentsOf(directive)['from'] === 'INSTANCE',
  };
}

type Report = (place: ConstValueNode, message: string) => void;

/** What stands in lists and forms: what a row has one of. */
function shownNames({ columns, references }: TableDefinition): readonly string[] {
  const visible = [...columns.values()].filter(({ hidden }) => !hidden).map(({ name }) => name);
  return [...visible, ...references.keys()];
}

function columnNames(
  argument: string,
  nodes: readonly ConstValueNode[],
  table: TableDefinition,
  seen: Set<string>,
  report: Report,
): readonly string[] {
  const known = shownNames(table);
  for (const node of nodes) {
    const name = textOf(node) ?? '';
    if (table.lists.has(name))
      report(node, `${argument} names ${name}, which leads to many rows. Put it into related.`);
    else if (!known.includes(name))
      report(
        node,
        `${argument} names ${name || 'something'}, which is no column of ${table.name}. ${suggestion(name, known)}`,
      );
    else if (seen.has(name)) report(node, `${argument} names ${name} twice; keep one.`);
    seen.add(name);
  }
  return nodes.map((node) => textOf(node) ?? '');
}

const SECTION = 'A section is { title: "…", columns: ["…"] }; title may be left out.';

/** A list of columns is one section without a title. A column stands in one place of a form. */
function formSections(
  node: ConstValueNode | undefined,
  table: TableDefinition,
  report: Report,
): readonly FormSection[] | null {
  if (node === undefined) return null;
  const items = itemsOf(node);
  const seen = new Set<string>();
  if (items.every(({ kind }) => kind === Kind.STRING))
    return [{ title: null, columns: columnNames('form', items, table, seen, report) }];
  return items.flatMap((item): FormSection[] => {
    if (item.kind !== Kind.OBJECT) {
      report(item, `form mixes columns and sections. ${SECTION}`);
      return [];
    }
    const parts = sectionParts(item, report);
    return [{ title: parts.title, columns: columnNames('form', parts.columns, table, seen, report) }];
  });
}

function sectionParts(item: ConstObjectValueNode, report: Report) {
  const part = (name: string) => item.fields.find((field) => field.name.value === name)?.value;
  for (const { name, value } of item.fields)
    if (name.value !== 'title' && name.value !== 'columns')
      report(value, `form has ${name.value} in a section. ${SECTION}`);
  const title = part('title');
  if (title !== undefined && textOf(title) === null)
    report(title, `The title of a section is a text. ${SECTION}`);
  const columns = itemsOf(part('columns'));
  if (columns.length === 0) report(item, `form has a section without columns. ${SECTION}`);
  return { title: textOf(title), columns };
}

function relatedLists(
  node: ConstValueNode | undefined,
  { name: type, lists, references, columns }: TableDefinition,
  report: Report,
): readonly string[] | null {
  if (node === undefined) return null;
  const names = itemsOf(node).map((item) => textOf(item) ?? '');
  itemsOf(node).forEach((item, index) => {
    const name = names[index] ?? '';
    if (names.indexOf(name) < index) report(item, `related names ${name} twice; keep one.`);
    if (lists.has(name)) return;
    if (references.has(name) || columns.has(name))
      report(item, `related names ${name}, which does not lead to many rows. Put it into list or form.`);
    else
      report(
        item,
        `related names ${name}, which is no list of ${type}. ${suggestion(name, [...lists.keys()])}`,
      );
  });
  return names;
}

function displayColumn(directive: ConstDirectiveNode, table: TableDefinition, report: Report): string | null {
  const node = argumentNode(directive, 'display');
  const name = text(argumentsOf(directive), 'display');
  if (node === undefined || name === undefined) return null;
  const known = [...table.columns.values()].filter(({ hidden, type }) => !hidden && type === 'string');
  const names = known.map((column) => column.name);
  if (!names.includes(name))
    report(
      node,
      `display names ${name}, which is no column of ${table.name} with a short text. ${suggestion(name, names)}`,
    );
  return name;
}

function firstOrder(
  node: ConstValueNode | undefined,
  table: TableDefinition,
  report: Report,
): readonly Order[] | null {
  if (node === undefined) return null;
  if (node.kind !== Kind.OBJECT) {
    report(node, 'order is written as { column: ASC } or { column: DESC }.');
    return null;
  }
  const known = [...table.columns.values()].filter(
    ({ hidden, type, template, name }) =>
      !hidden && canOrder(type) && template === null && name !== table.key,
  );
  const names = known.map((column) => column.name);
  return node.fields.map(({ name, value }) => {
    const direction = value.kind === Kind.ENUM ? value.value : '';
    if (!names.includes(name.value))
      report(
        value,
        `order names ${name.value}, by which ${table.name} cannot be sorted. ${suggestion(name.value, names)}`,
      );
    if (direction !== 'ASC' && direction !== 'DESC') report(value, `order of ${name.value} is ASC or DESC.`);
    return { column: name.value, direction: direction === 'DESC' ? 'desc' : 'asc' };
  });
}
