import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { CasegraphError } from '../../contract/index.ts';
import { cellText } from '../../engine/cell-text.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import { cursorOf } from '../../engine/engine.ts';
import { RELATIONS, ROW, type RelationValue, type ResultRow, type Rows } from '../../engine/query.ts';
import type { GraphContext } from '../context.ts';
import { keyOfType, toGlobalId } from '../global-id.ts';
import { toListArguments } from '../list-arguments.ts';
import { DEFAULT_PAGE, oneField, uniqueColumns } from '../published/names.ts';
import { selectRow, selectRows } from '../selection.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Resolvers of a table's type, connection and edge. Columns need none: result rows hold them as plain properties. */
export function tableResolvers(table: TableDefinition) {
  const relation = (row: ResultRow, _: Arguments, { slots }: GraphContext, info: GraphQLResolveInfo) =>
    relationValue(row, slots.get(info.fieldNodes[0] as FieldNode) ?? '');
  const relations = [...table.references.keys(), ...table.lists.keys()].map(
    (name) => [name, relation] as const,
  );
  const id = (row: ResultRow) => toGlobalId(table.name, cellText(row[ROW], table.key) ?? '');
  return {
    [table.name]: { ...Object.fromEntries(relations), [table.key]: id } satisfies Record<string, unknown>,
    [`${table.name}Connection`]: {
      edges: (rows: Rows) => rows.nodes.map((node) => ({ node, cursor: cursorOf(table, rows, node) })),
      pageInfo: (rows: Rows) => pageInfo(table, rows),
    },
  };
}

/** A slot that nobody filled would be an answer that nobody read: a defect, not a null. */
function relationValue(row: ResultRow, slot: string): RelationValue {
  const value = row[RELATIONS][slot];
  if (value === undefined) throw new Error(`nothing was read for ${slot}`);
  return value;
}

function pageInfo(table: TableDefinition, rows: Rows) {
  const { nodes, hasNextPage, hasPreviousPage } = rows;
  const [first] = nodes;
  const last = nodes.at(-1);
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: first === undefined ? null : cursorOf(table, rows, first),
    endCursor: last === undefined ? null : cursorOf(table, rows, last),
  };
}

/** Resolvers of a table's root fields. */
export function rootResolvers(table: TableDefinition) {
  return {
    [oneField(table)]: async (
      _: unknown,
      values: Arguments,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ) => {
      const { column, key } = lookup(table, values);
      return found(table, await context.reader.one(table, column, key, selectRow(context, info, table)));
    },
    [table.plural]: (_: unknown, values: Arguments, context: GraphContext, info: GraphQLResolveInfo) => {
      const { engine, limits } = context;
      const reading = { catalog: engine.catalog, limits, defaultPage: DEFAULT_PAGE };
      const list = toListArguments(table, values, false, reading);
      const { select, count } = selectRows(context, info, table, list.first);
      return context.reader.list(table, { ...list, count }, select);
    },
  };
}

function lookup(table: TableDefinition, values: Arguments): { column: string; key: string } {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1) {
    const names = ['id', ...uniqueColumns(table).map(({ name }) => name)].join(', ');
    throw new CasegraphError(
      'invalid-input',
      `${oneField(table)} takes exactly one of ${names}; ${given.length} are given.`,
    );
  }
  const [name, value] = only as [string, string];
  return name === 'id'
    ? { column: table.key, key: keyOfType(table.name, value) }
    : { column: name, key: value };
}

export function found(table: TableDefinition, row: ResultRow | null): ResultRow {
  if (row === null)
    throw new CasegraphError('not-found', `There is no such ${table.label}, or you cannot see it.`);
  return row;
}
