import { both, decideField, type Decision } from '../access/rules.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Filter, Order } from '../contract/index.ts';
import type { ListDefinition, ReferenceDefinition, TableDefinition } from './definition.ts';
import { allOf } from './filter/combine.ts';
import type { Condition } from './query.ts';

/** Whether a viewer may read a column, and in which rows. A link is read where all columns that it is made from are. */
export function columnDecision(table: TableDefinition, name: string, viewer: Viewer): Decision {
  const column = table.columns.get(name);
  if (column === undefined) return { allowed: true, rows: null };
  const own = decideField(column.access, viewer);
  if (column.template === null) return own;
  const parts = column.template.flatMap((part) =>
    typeof part === 'object' && part !== null ? [columnDecision(table, part.column, viewer)] : [],
  );
  return both([own, ...parts]);
}

/**
 * Whether a viewer may follow a relation, and from which rows. One that no rule of its own opens shows what the column shows that it leads from, so it follows
 * that column's rules.
 */
export function relationDecision(
  table: TableDefinition,
  definition: ReferenceDefinition | ListDefinition,
  viewer: Viewer,
): Decision {
  const own = decideField(definition.access, viewer);
  if (hasOwnRule(definition)) return own;
  const column = 'to' in definition ? definition.column : definition.from;
  return both([own, columnDecision(table, column, viewer)]);
}

/** The same at its other end: which rows it may lead to, as the column there says that it finds them by. */
export function arrivalDecision(
  target: TableDefinition,
  definition: ReferenceDefinition | ListDefinition,
  viewer: Viewer,
): Decision {
  if (hasOwnRule(definition)) return { allowed: true, rows: null };
  return columnDecision(target, 'to' in definition ? definition.to : definition.column, viewer);
}

/** Whether a relation says itself who may follow it. */
export function hasOwnRule({ access }: ReferenceDefinition | ListDefinition): boolean {
  return access.some(({ effect, operation }) => effect === 'allow-if' && operation === 'read');
}

/** Of these columns, those that the viewer reads only in the rows that a condition holds for. */
export function conditionalColumns(
  table: TableDefinition,
  columns: Iterable<string>,
  viewer: Viewer,
): ReadonlyMap<string, Filter> {
  const conditional = new Map<string, Filter>();
  for (const name of columns) {
    const decision = columnDecision(table, name, viewer);
    if (decision.allowed && decision.rows !== null) conditional.set(name, decision.rows);
  }
  return conditional;
}

/** What a row must fulfil for the viewer to see these columns in it. */
export function visibleIn(table: TableDefinition, columns: Iterable<string>, viewer: Viewer): Condition {
  const conditions: Condition[] = [];
  for (const name of columns) conditions.push(asCondition(columnDecision(table, name, viewer)));
  return allOf(conditions);
}

/** A test of one column, of which rows that hide the column from the viewer know nothing: they do not match, whatever the test. */
export function guarded(
  table: TableDefinition,
  test: Filter & { readonly column: string },
  viewer: Viewer,
): Condition {
  return allOf([visibleIn(table, [test.column], viewer), test]);
}

/** Sorting shows a column as a filter does: rows that hide it are left out of the list. */
export function sortable(table: TableDefinition, order: readonly Order[], viewer: Viewer): Condition {
  return visibleIn(
    table,
    order.map(({ column }) => column),
    viewer,
  );
}

/** A decision as a condition on rows. */
export function asCondition(decision: Decision): Condition {
  return decision.allowed && decision.rows;
}
