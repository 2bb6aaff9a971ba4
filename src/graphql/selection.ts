import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
  Kind,
} from 'graphql';
import { CasegraphError } from '../contract/index.ts';
import type { TableDefinition } from '../engine/definition.ts';
import type { RelationSelect, Select } from '../engine/query.ts';
import type { GraphContext } from './context.ts';
import { toListArguments } from './list-arguments.ts';
import { DEFAULT_NESTED_PAGE } from './published/names.ts';

/** What a selection is read with: the operation and how many rows one row of the level at hand stands for. */
interface Reading {
  readonly context: GraphContext;
  readonly info: GraphQLResolveInfo;
}

/** What is selected of the one row that a field answers. */
export function selectRow(context: GraphContext, info: GraphQLResolveInfo, table: TableDefinition): Select {
  return readSelect({ context, info }, table, info.fieldNodes, 1);
}

/** What is selected of the rows of a connection field, and whether their number is. */
export function selectRows(
  context: GraphContext,
  info: GraphQLResolveInfo,
  table: TableDefinition,
  first: number,
): { readonly select: Select; readonly count: boolean } {
  const reading = { context, info };
  addRows(reading, first);
  return readConnection(reading, table, info.fieldNodes, first);
}

/** The fields that are selected of what a field answers, by response key. `typeName`: its type, which is no table's. */
export function selectedFields(
  context: GraphContext,
  info: GraphQLResolveInfo,
  typeName: string,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = collectByResponse({ context, info }, typeName, info.fieldNodes);
  return new Map(fields.map(([name, nodes]) => [nodes[0]?.alias?.value ?? name, nodes]));
}

function readConnection(
  reading: Reading,
  table: TableDefinition,
  nodes: readonly FieldNode[],
  rows: number,
): { select: Select; count: boolean } {
  const fields = collect(reading, `${table.name}Connection`, nodes);
  const edges = collect(reading, `${table.name}Edge`, fields.get('edges') ?? []);
  const select = readSelect(
    reading,
    table,
    [...(fields.get('nodes') ?? []), ...(edges.get('node') ?? [])],
    rows,
  );
  return { select, count: fields.has('totalCount') };
}

function readSelect(
  reading: Reading,
  table: TableDefinition,
  nodes: readonly FieldNode[],
  rows: number,
): Select {
  const columns = new Set<string>();
  const relations = new Map<string, RelationSelect>();
  for (const [name, fields] of collectByResponse(reading, table.name, nodes)) {
    if (table.columns.has(name)) columns.add(name);
    else if (table.references.has(name) || table.lists.has(name)) {
      const { slot, relation } = readRelation(reading, table, name, fields, rows);
      for (const field of fields) reading.context.slots.set(field, slot);
      relations.set(slot, merge(relations.get(slot), relation));
    } else readComputed(table, name, columns, relations);
  }
  return { columns, relations };
}

function readComputed(
  table: TableDefinition,
  name: string,
  columns: Set<string>,
  relations: Map<string, RelationSelect>,
): void {
  const computed = table.computed.get(name);
  computed?.columns.forEach((column) => columns.add(column));
  for (const { relation, column } of computed?.through ?? []) {
    const select: Select = { columns: new Set([column]), relations: new Map() };
    relations.set(relation, merge(relations.get(relation), { relation, select, list: null }));
  }
}

function readRelation(
  reading: Reading,
  table: TableDefinition,
  name: string,
  fields: readonly FieldNode[],
  rows: number,
): { slot: string; relation: RelationSelect } {
  const { catalog } = reading.context.engine;
  const list = table.lists.get(name);
  const target = catalog.tables.get(list?.table ?? table.references.get(name)?.table ?? '');
  if (target === undefined) throw new Error(`${table.name}.${name} leads nowhere`);
  if (list === undefined)
    return {
      slot: name,
      relation: { relation: name, select: readSelect(reading, target, fields, rows), list: null },
    };
  const values = argumentsOf(reading, table, name, fields);
  const { limits } = reading.context;
  const page = toListArguments(target, values, false, { catalog, limits, defaultPage: DEFAULT_NESTED_PAGE });
  addRows(reading, rows * page.first);
  const { select, count } = readConnection(reading, target, fields, rows * page.first);
  return {
    slot: `${name}${JSON.stringify(values)}`,
    relation: { relation: name, select, list: { ...page, count } },
  };
}

function argumentsOf(
  reading: Reading,
  table: TableDefinition,
  name: string,
  fields: readonly FieldNode[],
): Record<string, unknown> {
  const type = reading.info.schema.getType(table.name) as GraphQLObjectType;
  const definition = type.getFields()[name];
  const [field] = fields;
  return definition === undefined || field === undefined
    ? {}
    : getArgumentValues(definition, field, reading.info.variableValues);
}

/** The same list asked for under two aliases is read once, with what both select. */
function merge(left: RelationSelect | undefined, right: RelationSelect): RelationSelect {
  if (left === undefined) return right;
  const list =
    right.list === null ? null : { ...right.list, count: right.list.count || left.list?.count === true };
  return { ...right, list, select: mergeSelects(left.select, right.select) };
}

function mergeSelects(left: Select, right: Select): Select {
  const relations = new Map(left.relations);
  for (const [slot, relation] of right.relations) relations.set(slot, merge(relations.get(slot), relation));
  return { columns: new Set([...left.columns, ...right.columns]), relations };
}

/** Counts rows that the operation asks for. Throws `too-complex` beyond what one may. */
export function addRows({ context }: Pick<Reading, 'context'>, rows: number): void {
  const { asked, limits } = context;
  asked.rows += rows;
  if (asked.rows <= limits.rows) return;
  throw new CasegraphError(
    'too-complex',
    `The operation asks for up to ${asked.rows} rows, pages within pages multiplied; at most ${limits.rows} are allowed. Ask for smaller pages.`,
  );
}

/** Fields below these nodes on a type, by field name. */
function collect(reading: Reading, typeName: string, nodes: readonly FieldNode[]): Map<string, FieldNode[]> {
  const byName = new Map<string, FieldNode[]>();
  for (const node of nodes)
    if (node.selectionSet)
      walk(reading, typeName, node.selectionSet, (field) => append(byName, field.name.value, field));
  return byName;
}

/** Fields below these nodes, those of one response key together: they have the same name and arguments. */
function collectByResponse(
  reading: Reading,
  typeName: string,
  nodes: readonly FieldNode[],
): [string, FieldNode[]][] {
  const byKey = new Map<string, FieldNode[]>();
  for (const node of nodes) {
    if (node.selectionSet)
      walk(reading, typeName, node.selectionSet, (field) =>
        append(byKey, field.alias?.value ?? field.name.value, field),
      );
  }
  return [...byKey.values()].map((fields) => [fields[0]?.name.value ?? '', fields]);
}

function walk(
  reading: Reading,
  typeName: string,
  selections: SelectionSetNode,
  found: (field: FieldNode) => void,
): void {
  const { info } = reading;
  for (const node of selections.selections) {
    if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] === false) continue;
    if (node.kind === Kind.FIELD) found(node);
    else {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
      const condition = fragment?.typeCondition?.name.value;
      if (
        fragment !== undefined &&
        (condition === undefined || condition === typeName || isInterface(info, condition))
      ) {
        walk(reading, typeName, fragment.selectionSet, found);
      }
    }
  }
}

/** The only abstract type is Node, and every type it is asked of has it. */
function isInterface({ schema }: GraphQLResolveInfo, name: string): boolean {
  return schema.getType(name)?.astNode?.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function append(map: Map<string, FieldNode[]>, name: string, field: FieldNode): void {
  const fields = map.get(name);
  if (fields === undefined) map.set(name, [field]);
  else fields.push(field);
}
