import { mayReadColumn } from '../access/rules.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Capabilities, Selection } from '../contract/index.ts';
import type { TableDefinition } from './definition.ts';
import { columnsOf } from './filter/combine.ts';
import type { RelationSelect, Select } from './query.ts';
import { deniedColumns, readableFor, refuseColumns, type Readable } from './readable.ts';
import type { Catalog, Scope, Upstreams } from './scope.ts';

/** How one relation of a level is answered. */
export type Route =
  | { readonly by: 'error'; readonly error: CasegraphError }
  /** The row came along with its parent's. */
  | { readonly by: 'join'; readonly level: Level }
  /** Read apart, in bulk. */
  | { readonly by: 'keys'; readonly level: Level };

/** One level of the request tree: a table, what is read of it, and how its relations are answered. */
export interface Level {
  readonly readable: Readable;
  readonly select: Select;
  /** What is asked of the adapter. */
  readonly selection: Selection;
  readonly denied: ReadonlySet<string>;
  readonly routes: ReadonlyMap<string, Route>;
}

export interface LevelContext {
  readonly catalog: Catalog;
  readonly upstreams: Upstreams;
  readonly scope: Scope;
}

/**
 * Lays out a level and all below it, before anything is asked. `extra` are columns that the caller reads for itself (order, keys, residual filters).
 * Single references into the same system are joined as deep as the adapter can.
 */
export function layOut(
  context: LevelContext,
  readable: Readable,
  select: Select,
  extra: Iterable<string>,
  joinsLeft = capabilitiesOf(context, readable).joins,
): Level {
  const { table } = readable;
  const denied = deniedColumns(table, select.columns, context.scope);
  const columns = new Set<string>([table.key, ...extra]);
  for (const name of select.columns) if (!denied.has(name)) addColumn(table, name, columns);
  const joins: Record<string, Selection> = {};
  const routes = new Map<string, Route>();
  for (const [slot, relation] of select.relations) {
    const route = routeFor(context, readable, relation, joinsLeft);
    routes.set(slot, route);
    if (route.by === 'join')
      joins[relation.relation] = mergeSelections(joins[relation.relation], route.level.selection);
    if (route.by !== 'error') columns.add(ownColumn(table, relation));
  }
  return { readable, select, selection: { columns: [...columns], joins }, denied, routes };
}

/** A link is made from other columns; those are read instead. */
function addColumn(table: TableDefinition, name: string, columns: Set<string>): void {
  const template = table.columns.get(name)?.template ?? null;
  if (template === null) columns.add(name);
  else for (const part of template) if (typeof part === 'object' && part !== null) columns.add(part.column);
}

function ownColumn(table: TableDefinition, relation: RelationSelect): string {
  const reference = table.references.get(relation.relation);
  return reference?.column ?? table.lists.get(relation.relation)?.from ?? table.key;
}

function routeFor(
  context: LevelContext,
  parent: Readable,
  relation: RelationSelect,
  joinsLeft: number,
): Route {
  const { table } = parent;
  const definition = table.references.get(relation.relation) ?? table.lists.get(relation.relation);
  const target = definition === undefined ? undefined : context.catalog.tables.get(definition.table);
  if (definition === undefined || target === undefined)
    throw new Error(`${table.name} has no relation ${relation.relation}`);
  if (!mayReadColumn(definition.access, context.scope.viewer))
    return denied(`You may not read ${definition.name} of ${table.label}.`);
  const readable = readableFor(target, context.scope);
  if (readable instanceof CasegraphError) return { by: 'error', error: readable };
  const refused = relation.list === null ? null : refuseColumns(target, relation.list, context.scope);
  if (refused !== null) return { by: 'error', error: refused };
  if (canJoin(parent, readable, relation, joinsLeft)) {
    return {
      by: 'join',
      // The conditions of a joined row cannot be put to the upstream; they are tested here, on columns that come along.
      level: layOut(context, readable, relation.select, columnsOf(readable.rows), joinsLeft - 1),
    };
  }
  const key = 'to' in definition ? definition.to : definition.column;
  const order = relation.list?.order.map(({ column }) => column) ?? [];
  return { by: 'keys', level: layOut(context, readable, relation.select, [key, ...order]) };
}

function canJoin(parent: Readable, target: Readable, relation: RelationSelect, joinsLeft: number): boolean {
  const join = parent.bound.joins.get(relation.relation);
  return join !== undefined && joinsLeft > 0 && relation.list === null && join.table() === target.bound;
}

function capabilitiesOf({ upstreams }: LevelContext, { bound }: Readable): Capabilities {
  return upstreams.adapter(bound.connection).capabilities(bound);
}

export function mergeSelections(left: Selection | undefined, right: Selection): Selection {
  if (left === undefined) return right;
  const joins: Record<string, Selection> = { ...left.joins };
  for (const [name, selection] of Object.entries(right.joins))
    joins[name] = mergeSelections(joins[name], selection);
  return { columns: [...new Set([...left.columns, ...right.columns])], joins };
}

function denied(message: string): Route {
  return { by: 'error', error: new CasegraphError('forbidden', message) };
}
