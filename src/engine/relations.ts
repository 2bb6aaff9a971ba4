import { CasegraphError } from '../contract/index.ts';
import type { Operand, Row } from '../contract/index.ts';
import type { ListDefinition } from './definition.ts';
import { viaAt } from './at-source.ts';
import { allOf } from './filter/combine.ts';
import { comparable } from './filter/compare.ts';
import type { KeyedFind, KeyedReader } from './keyed.ts';
import { denyColumns, hideCells, holds, keep, resultRow, typeOf } from './materialise.ts';
import { betweenPlaces, cutPage, pageEnds, readingOrder } from './page.ts';
import {
  RELATIONS,
  ROW,
  type Condition,
  type ListArguments,
  type RelationSelect,
  type RelationValue,
  type ResultRow,
  type Rows,
} from './query.ts';
import { asCasegraphError, type Outcomes } from './outcome.ts';
import { cellsDenied } from './readable.ts';
import type { Level, Route } from './selection.ts';

/** Turns the rows of a level into result rows and resolves everything below them in bulk: one batched read per relation. */
export async function finish(
  keyed: KeyedReader,
  level: Level,
  rows: readonly Row[],
  instance: string | undefined,
): Promise<readonly ResultRow[]> {
  const { readable, select, denied, conditional, routes } = level;
  const results = rows.map((row) => resultRow(readable.table, row, select, instance));
  denyColumns(readable.table, denied, results);
  hideCells(readable.table, conditional, results);
  const pending: Promise<void>[] = [];
  for (const [slot, route] of routes) {
    const relation = select.relations.get(slot) as RelationSelect;
    pending.push(resolveRelation(keyed, level, slot, relation, route, results, instance));
  }
  await Promise.all(pending);
  return results;
}

async function resolveRelation(
  keyed: KeyedReader,
  level: Level,
  slot: string,
  relation: RelationSelect,
  route: Route,
  results: readonly ResultRow[],
  instance: string | undefined,
): Promise<void> {
  if (route.by === 'error') return spread(slot, results, () => route.error);
  const open = followable(level, slot, relation, route.from, results);
  if (route.by === 'join') await finishJoined(keyed, slot, relation, route.level, open, instance);
  else if (relation.list === null) await finishReference(keyed, level, slot, relation, route.level, open);
  else await finishList(keyed, level, slot, { ...relation, list: relation.list }, route, open);
}

/** The rows from which the viewer may follow a relation; for all others one error says that they may not. */
function followable(
  { readable: { table } }: Level,
  slot: string,
  { relation }: RelationSelect,
  from: Condition,
  results: readonly ResultRow[],
): readonly ResultRow[] {
  if (from === null) return results;
  const open = new Set(results.filter((result) => holds(table, result, from)));
  const error = cellsDenied(table, relation, 0);
  spread(
    slot,
    results.filter((result) => !open.has(result)),
    () => error,
  );
  return [...open];
}

async function finishJoined(
  keyed: KeyedReader,
  slot: string,
  { relation }: RelationSelect,
  target: Level,
  results: readonly ResultRow[],
  instance: string | undefined,
): Promise<void> {
  const { table, rows: condition } = target.readable;
  const joined: Row[] = [];
  const parents: ResultRow[] = [];
  for (const result of results) {
    const row = result[ROW].joined?.[relation] ?? null;
    if (row === null || keep(table, [row], condition).length === 0) result[RELATIONS][slot] = null;
    else {
      joined.push(row);
      parents.push(result);
    }
  }
  const children = await finish(keyed, target, joined, instance);
  parents.forEach((parent, index) => {
    parent[RELATIONS][slot] = children[index] ?? null;
  });
}

async function finishReference(
  keyed: KeyedReader,
  level: Level,
  slot: string,
  { relation }: RelationSelect,
  target: Level,
  results: readonly ResultRow[],
): Promise<void> {
  const definition = level.readable.table.references.get(relation);
  if (definition === undefined) return;
  const keyOf = keyReader(level, definition.column);
  const { readable, selection } = target;
  const order = [{ column: readable.table.key, direction: 'asc' as const }];
  const ask = {
    readable,
    selection,
    column: definition.to,
    keys: distinct(results, keyOf),
    filter: null,
    order,
    limit: null,
    single: true,
  };
  const found = await keyed.read(ask);
  const children = await finishFound(keyed, target, found);
  spread(slot, results, (result) => {
    const key = keyOf(result);
    const outcome = key === null ? null : (children.get(key) ?? null);
    return outcome === null || outcome instanceof CasegraphError ? outcome : (outcome.nodes[0] ?? null);
  });
}

async function finishList(
  keyed: KeyedReader,
  level: Level,
  slot: string,
  { relation, list }: RelationSelect & { list: ListArguments },
  { level: target, filter }: Route & { by: 'keys' },
  results: readonly ResultRow[],
): Promise<void> {
  const definition = level.readable.table.lists.get(relation);
  if (definition === undefined) return;
  const keyOf = keyReader(level, definition.from);
  const keys = distinct(results, keyOf);
  const children = await readLists(keyed, target, definition, list, keys, filter);
  const empty: Rows = {
    nodes: [],
    ...pageEnds(list, false),
    order: list.order,
    totalCount: list.count ? 0 : null,
  };
  spread(slot, results, (result) => {
    if (children instanceof CasegraphError) return children;
    const key = keyOf(result);
    const outcome = key === null ? undefined : children.get(key);
    if (outcome === undefined || outcome instanceof CasegraphError) return outcome ?? empty;
    const { nodes, more, total } = outcome;
    return { nodes, ...pageEnds(list, more), order: list.order, totalCount: total };
  });
}

/** The pages of all parents; an error where nothing can be asked for any of them. */
async function readLists(
  keyed: KeyedReader,
  target: Level,
  definition: ListDefinition,
  list: ListArguments,
  keys: readonly Operand[],
  filter: () => Promise<Condition>,
): Promise<Map<Operand, FinishedKey | CasegraphError> | CasegraphError> {
  if (keys.length === 0) return new Map();
  try {
    const { readable, selection } = target;
    const via = viaAt(readable, definition);
    const common = {
      readable,
      selection,
      column: definition.column,
      keys,
      order: readingOrder(list),
      ...(via === undefined ? {} : { via }),
    };
    // Counting needs every row of a key anyway; then the page is cut from them here.
    const ask = list.count
      ? { filter: await filter(), limit: null }
      : { filter: allOf([await filter(), betweenPlaces(list)]), limit: list.first };
    const found = await keyed.read({ ...common, ...ask });
    return await finishFound(keyed, target, cutPages(found, target, list));
  } catch (error) {
    return asCasegraphError(error);
  }
}

interface FinishedKey {
  readonly nodes: readonly ResultRow[];
  readonly more: boolean;
  readonly total: number | null;
}

/** Finishes the rows of all keys together, so that what lies below is batched over all of them. */
async function finishFound(
  keyed: KeyedReader,
  target: Level,
  found: Outcomes<Operand, KeyedFind & { readonly total?: number }>,
): Promise<Map<Operand, FinishedKey | CasegraphError>> {
  const rows: Row[] = [];
  let instance: string | undefined;
  for (const outcome of found.values()) {
    if (outcome instanceof CasegraphError) continue;
    instance ??= outcome.instance;
    rows.push(...outcome.rows);
  }
  const finished = await finish(keyed, target, rows, instance);
  const byKey = new Map<Operand, FinishedKey | CasegraphError>();
  let at = 0;
  for (const [key, outcome] of found) {
    if (outcome instanceof CasegraphError) byKey.set(key, outcome);
    else {
      byKey.set(key, {
        nodes: finished.slice(at, at + outcome.rows.length),
        more: outcome.more,
        total: outcome.total ?? null,
      });
      at += outcome.rows.length;
    }
  }
  return byKey;
}

/** The page of each key, in the order of the list. */
function cutPages(
  found: Outcomes<Operand, KeyedFind>,
  { readable }: Level,
  list: ListArguments,
): Outcomes<Operand, KeyedFind & { readonly total?: number }> {
  const between = betweenPlaces(list);
  const cut = new Map<Operand, (KeyedFind & { readonly total?: number }) | CasegraphError>();
  for (const [key, outcome] of found) {
    if (outcome instanceof CasegraphError) {
      cut.set(key, outcome);
      continue;
    }
    const rows = list.count ? keep(readable.table, outcome.rows, between) : outcome.rows;
    const page = cutPage(rows, list);
    const total = list.count ? { total: outcome.rows.length } : {};
    cut.set(key, { ...outcome, ...total, rows: page.rows, more: outcome.more || page.more });
  }
  return cut;
}

function keyReader({ readable }: Level, column: string): (result: ResultRow) => Operand | null {
  const type = typeOf(readable.table, column);
  return (result) => comparable(type, result[ROW].values[column]);
}

function distinct(results: readonly ResultRow[], keyOf: (result: ResultRow) => Operand | null): Operand[] {
  const keys = new Set<Operand>();
  for (const result of results) {
    const key = keyOf(result);
    if (key !== null) keys.add(key);
  }
  return [...keys];
}

/** Puts values into a slot; of each error, only the first place shows it and says how many more are empty because of it. */
function spread(
  slot: string,
  results: readonly ResultRow[],
  valueOf: (result: ResultRow) => RelationValue,
): void {
  const places = new Map<CasegraphError, ResultRow[]>();
  for (const result of results) {
    const value = valueOf(result);
    result[RELATIONS][slot] = value instanceof CasegraphError ? null : value;
    if (!(value instanceof CasegraphError)) continue;
    const affected = places.get(value);
    if (affected === undefined) places.set(value, [result]);
    else affected.push(result);
  }
  for (const [error, affected] of places) {
    const [first, ...rest] = affected;
    if (first !== undefined) first[RELATIONS][slot] = withAffected(error, rest.length);
  }
}

function withAffected(error: CasegraphError, affected: number): CasegraphError {
  const { connection, retryAfter, detail, cause } = error;
  return new CasegraphError(error.kind, error.message, { connection, retryAfter, detail, cause, affected });
}
