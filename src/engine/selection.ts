import { CasegraphError } from '../contract/index.ts';
import type { Capabilities, Filter, Selection } from '../contract/index.ts';
import { hasColumn } from './at-source.ts';
import {
  arrivalDecision,
  asCondition,
  conditionalColumns,
  relationDecision,
  sortable,
} from './column-access.ts';
import type { TableDefinition } from './definition.ts';
import { allOf, columnsOf } from './filter/combine.ts';
import type { Condition, RelationSelect, Select, Wanted } from './query.ts';
import { deniedColumns, narrowed, readableFor, type Readable } from './readable.ts';
import type { Upstreams } from './scope.ts';
import { betweenPlaces } from './page.ts';
import { refuseWanted, type Beside, type ThroughContext } from './through.ts';

/** How one relation of a level is answered. */
export type Route =
  | { readonly by: 'error'; readonly error: CasegraphError }
  /** The row came along with its parent's. */
  | { readonly by: 'join'; readonly level: Level; readonly from: Condition }
  /** Read apart, in bulk. */
  | {
      readonly by: 'keys';
      readonly level: Level;
      /** Rows from which the viewer may follow it. */
      readonly from: Condition;
      readonly filter: () => Promise<Condition>;
    };

/** One level of the request tree: a table, what is read of it, and how its relations are answered. */
export interface Level {
  readonly readable: Readable;
  readonly select: Select;
  /** What is asked of the adapter. */
  readonly selection: Selection;
  readonly denied: ReadonlySet<string>;
  /** Columns that the viewer sees only in rows that a condition holds for. */
  readonly conditional: ReadonlyMap<string, Filter>;
  readonly routes: ReadonlyMap<string, Route>;
}

export interface LevelContext extends ThroughContext {
  readonly upstreams: Upstreams;
  /** Asks for what relation filters need to know. */
  readonly resolve: (readable: Readable, wanted: Wanted, beside: Beside) => Promise<Condition>;
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
  const conditional = conditionalColumns(table, select.columns, context.scope.viewer);
  const columns = new Set<string>([table.key, ...extra]);
  for (const condition of conditional.values()) columnsOf(condition, columns);
  for (const name of select.columns) if (!denied.has(name)) addColumn(table, name, columns);
  const joins: Record<string, Selection> = {};
  const routes = new Map<string, Route>();
  for (const [slot, relation] of select.relations) {
    const route = routeFor(context, readable, relation, joinsLeft);
    routes.set(slot, route);
    if (route.by === 'join')
      joins[relation.relation] = mergeSelections(joins[relation.relation], route.level.selection);
    if (route.by !== 'error') columnsOf(route.from, columns).add(ownColumn(table, relation));
  }
  const selection = { columns: [...columns].filter((name) => hasColumn(readable.bound, name)), joins };
  return { readable, select, selection, denied, conditional, routes };
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
  const { viewer } = context.scope;
  const from = asCondition(relationDecision(table, definition, viewer));
  const arrival = asCondition(arrivalDecision(target, definition, viewer));
  if (from === false || arrival === false)
    return denied(`You may not read ${definition.name} of ${table.label}.`);
  const found = readableFor(target, context.scope);
  if (found instanceof CasegraphError) return { by: 'error', error: found };
  const readable = narrowed(found, allOf([arrival, sortable(target, relation.list?.order ?? [], viewer)]));
  const refused = relation.list === null ? null : refuseWanted(context, target, relation.list);
  if (refused !== null) return { by: 'error', error: refused };
  if (canJoin(parent, readable, relation, joinsLeft)) {
    return {
      by: 'join',
      from,
      // The conditions of a joined row cannot be put to the upstream; they are tested here, on columns that come along.
      level: layOut(context, readable, relation.select, columnsOf(readable.rows), joinsLeft - 1),
    };
  }
  const key = 'to' in definition ? definition.to : definition.column;
  const order = relation.list?.order.map(({ column }) => column) ?? [];
  return {
    by: 'keys',
    from,
    level: layOut(context, readable, relation.select, [key, ...order]),
    filter: () =>
      relation.list === null
        ? Promise.resolve(null)
        : context.resolve(readable, relation.list.filter, {
            condition: betweenPlaces(relation.list),
            keyed: true,
          }),
  };
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
