import { CasegraphError } from '../contract/index.ts';
import type { Adapter, Filter, Operand, Order } from '../contract/index.ts';
import { atSource, hasColumn } from './at-source.ts';
import { arrivalDecision, asCondition, guarded, relationDecision } from './column-access.ts';
import type { ListDefinition, ReferenceDefinition, TableDefinition } from './definition.ts';
import { allOf, anyOf } from './filter/combine.ts';
import { comparable } from './filter/compare.ts';
import type { KeyedDependencies } from './keyed.ts';
import { typeOf } from './materialise.ts';
import { canFollow, looksFurther, relatedCondition, residualOf, type RelatedTest } from './pushed-through.ts';
import type { Condition, Through, Wanted } from './query.ts';
import { readableFor, refuseColumns, type Readable } from './readable.ts';
import { scan } from './scan.ts';
import type { Catalog, Scope } from './scope.ts';

/** What a relation filter is decided with. */
export interface ThroughContext {
  readonly catalog: Catalog;
  readonly scope: Scope;
}

/** A relation as a filter follows it: which column here holds a value of which column there. */
interface Link {
  readonly definition: ReferenceDefinition | ListDefinition;
  readonly table: TableDefinition;
  readonly target: TableDefinition;
  /** Column of this table. */
  readonly own: string;
  /** Column of the other table. */
  readonly other: string;
}

/**
 * What may not be seen is not filtered on, however many relations away: columns, relations and tables are checked before anything
 * is asked.
 */
export function refuseWanted(
  context: ThroughContext,
  table: TableDefinition,
  { filter, order }: { readonly filter: Wanted; readonly order: readonly Order[] },
): CasegraphError | null {
  const { own, through } = partsOf(filter);
  const refused = refuseColumns(table, { filter: own, order }, context.scope);
  if (refused !== null) return refused;
  for (const part of through) {
    const found = refuseThrough(context, table, part);
    if (found !== null) return found;
  }
  return null;
}

function refuseThrough(
  context: ThroughContext,
  table: TableDefinition,
  part: Through,
): CasegraphError | null {
  const link = linkOf(context, table, part.relation);
  const { from, arrival } = accessOf(link, context);
  if (from === false || arrival === false)
    return new CasegraphError('forbidden', `You may not filter ${table.label} by ${part.relation}.`);
  const readable = readableFor(link.target, context.scope);
  if (readable instanceof CasegraphError) return readable;
  return refuseWanted(context, link.target, { filter: part.filter, order: [] });
}

/** The request that a condition becomes a part of. */
export interface Beside {
  /** What else the rows must fulfil. */
  readonly condition: Condition;
  /** Rows of many keys: what of the whole is left to the engine is then taken part by part, in an order that is not known here. */
  readonly keyed: boolean;
}

/**
 * The condition for what is wanted of a table. A part that leads through a relation is pushed down where the owning system takes it with all that the
 * viewer may see of the related rows, and where the request as a whole does not grow too large for it. Else it is answered in two
 * steps: the related rows that match are read, and the rows that hold one of their keys are wanted. More related rows than the scan
 * bound are an error that names the relation. Everything has passed {@link refuseWanted}.
 */
export async function resolveWanted(
  context: ThroughContext,
  dependencies: KeyedDependencies,
  readable: Readable,
  wanted: Wanted,
  beside: Beside,
): Promise<Condition> {
  const pushed = await resolve({ ...context, push: true }, dependencies, readable, wanted);
  if (!looksFurther(pushed)) return pushed;
  const whole = atSource(readable.bound, allOf([pushed, readable.rows, beside.condition]));
  const residual = residualOf(adapterOf(dependencies, readable), readable.bound, whole);
  if (residual === null || (!beside.keyed && !looksFurther(residual))) return pushed;
  return resolve({ ...context, push: false }, dependencies, readable, wanted);
}

interface Resolving extends ThroughContext {
  /** Whether relations may be left for the owning system to follow. */
  readonly push: boolean;
}

async function resolve(
  context: Resolving,
  dependencies: KeyedDependencies,
  readable: Readable,
  wanted: Wanted,
): Promise<Condition> {
  if (wanted === null || wanted === false) return wanted;
  const each = (parts: readonly Wanted[]): Promise<Condition[]> =>
    Promise.all(parts.map((part) => resolve(context, dependencies, readable, part)));
  switch (wanted.op) {
    case 'and':
      return allOf(await each(wanted.all));
    case 'or':
      return anyOf(await each(wanted.any));
    case 'through':
      return resolveThrough(context, dependencies, readable, wanted);
    case 'some':
    case 'none':
      return wanted;
    default:
      return guarded(readable.table, wanted, context.scope.viewer);
  }
}

async function resolveThrough(
  context: Resolving,
  dependencies: KeyedDependencies,
  readable: Readable,
  { relation, test, filter }: Through,
): Promise<Condition> {
  const link = linkOf(context, readable.table, relation);
  const { from, arrival } = accessOf(link, context);
  if (test === 'null' || test === 'notNull') return allOf([from, { op: test, column: link.own }]);
  const target = readableFor(link.target, context.scope);
  if (target instanceof CasegraphError) throw target;
  const wanted = await resolve(context, dependencies, target, filter);
  const pushed = pushedTest(context, dependencies, readable, {
    relation,
    test,
    target,
    wanted: allOf([wanted, arrival]),
  });
  if (pushed !== undefined) return allOf([from, pushed]);
  const rowsFor = (part: Condition): Condition =>
    atSource(target.bound, allOf([part, target.rows, arrival, notNull(link.other)]));
  const first = rowsFor(wanted);
  const left = residualOf(adapterOf(dependencies, target), target.bound, first);
  const condition = looksFurther(left)
    ? rowsFor(await resolve({ ...context, push: false }, dependencies, target, filter))
    : first;
  const found = condition === false ? [] : await keysOf(context, dependencies, link, target, condition);
  const keys = acceptable(dependencies, readable, link.own, found);
  if (keys.length === 0) return test === 'some' ? false : from;
  return allOf([from, { op: test === 'some' ? 'in' : 'notIn', column: link.own, values: keys }]);
}

function pushedTest(
  { push, scope }: Resolving,
  dependencies: KeyedDependencies,
  readable: Readable,
  test: RelatedTest,
): Condition | undefined {
  const { upstreams } = dependencies;
  if (!push || !upstreams.sharesRows(readable.bound.connection, scope.viewer)) return undefined;
  const adapter = adapterOf(dependencies, readable);
  return canFollow(adapter, readable, test) ? relatedCondition(adapter, readable, test) : undefined;
}

function adapterOf({ upstreams }: KeyedDependencies, { bound }: Readable): Adapter {
  return upstreams.adapter(bound.connection);
}

/** Values of the joining column of the related rows that match. */
async function keysOf(
  { scope }: ThroughContext,
  dependencies: KeyedDependencies,
  { table, target, other }: Link,
  readable: Readable,
  filter: Filter | null,
): Promise<readonly Operand[]> {
  const { scanRows } = dependencies;
  const order = [{ column: target.key, direction: 'asc' as const }];
  const columns = [...new Set([other, target.key])];
  const request = { readable, selection: { columns, joins: {} }, filter, order, limit: scanRows + 1 };
  const { rows } = await scan(dependencies, scope, request, scanRows);
  if (rows.length > scanRows) {
    throw new CasegraphError(
      'too-complex',
      `${table.label}: the filter leads through more than ${scanRows} rows of ${target.label}. Narrow the part of the filter that is about ${target.label}.`,
    );
  }
  const type = typeOf(target, other);
  const keys = rows.flatMap((row) => comparable(type, row.values[other]) ?? []);
  return [...new Set(keys)];
}

/**
 * Keys that the referring column can hold at all: the other system may keep something else in the column, and no row refers to that. The
 * whole list is tried first, since that is nearly always right.
 */
function acceptable(
  { upstreams }: KeyedDependencies,
  { bound }: Readable,
  column: string,
  keys: readonly Operand[],
): readonly Operand[] {
  if (!hasColumn(bound, column)) return keys;
  const adapter = upstreams.adapter(bound.connection);
  const select = { columns: [bound.key], joins: {} };
  const takes = (values: readonly Operand[]): boolean => {
    try {
      adapter.plan(bound, { select, filter: { op: 'in', column, values }, order: [], limit: null });
      return true;
    } catch (error) {
      if (error instanceof CasegraphError && error.kind === 'invalid-input') return false;
      throw error;
    }
  };
  return keys.length === 0 || takes(keys) ? keys : keys.filter((key) => takes([key]));
}

function linkOf({ catalog }: ThroughContext, table: TableDefinition, relation: string): Link {
  const reference = table.references.get(relation);
  const list = table.lists.get(relation);
  const target = catalog.tables.get(reference?.table ?? list?.table ?? '');
  if (target !== undefined && reference !== undefined)
    return { definition: reference, table, target, own: reference.column, other: reference.to };
  if (target !== undefined && list !== undefined)
    return { definition: list, table, target, own: list.from, other: list.column };
  throw new Error(`${table.name} has no relation ${relation}`);
}

/** From which rows the viewer may follow a link, and to which. */
function accessOf(
  { definition, table, target }: Link,
  { scope }: ThroughContext,
): { readonly from: Condition; readonly arrival: Condition } {
  return {
    from: asCondition(relationDecision(table, definition, scope.viewer)),
    arrival: asCondition(arrivalDecision(target, definition, scope.viewer)),
  };
}

/** The leaves on columns of the table itself, and those that lead elsewhere. */
function partsOf(wanted: Wanted): { readonly own: Condition; readonly through: readonly Through[] } {
  if (wanted === null || wanted === false) return { own: null, through: [] };
  if (wanted.op === 'through') return { own: null, through: [wanted] };
  if (wanted.op !== 'and' && wanted.op !== 'or') return { own: wanted, through: [] };
  const parts = (wanted.op === 'and' ? wanted.all : wanted.any).map(partsOf);
  return { own: allOf(parts.map(({ own }) => own)), through: parts.flatMap(({ through }) => through) };
}

function notNull(column: string): Filter {
  return { op: 'notNull', column };
}
