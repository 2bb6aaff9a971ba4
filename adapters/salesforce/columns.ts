import type { BoundTable, Column, Join } from '../../src/contract/index.ts';
import { relationshipOf } from './names.ts';

/** Columns whose cells are Salesforce record ids, compared by their 18-character form. */
export function holdsId(column: Column): boolean {
  return column.type === 'id' || column.type === 'reference';
}

/** The id of the row itself, which is never without a value. */
export function isOwnId(column: Column): boolean {
  return column.upstream.toLowerCase() === 'id';
}

/** Relationship names that the declaration gives by column or field, `@source(options: { relationships: { account: "Account" } })`. */
export function declaredRelationships(table: BoundTable): Readonly<Record<string, unknown>> {
  const given = table.options['relationships'];
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}

/** Path by which a join is followed in SOQL, from the table of the join: `Account`; null where nothing tells. */
export function relationshipPath(table: BoundTable, join: Join): string | null {
  const column = table.columns.get(join.column);
  const names = new Map(Object.entries(declaredRelationships(table)));
  // A column that only a relation uses has no name in the graph; it goes by its field.
  const declared = names.get(join.column) ?? names.get(column?.upstream ?? '');
  if (typeof declared === 'string') return declared;
  return column === undefined ? null : relationshipOf(column.upstream);
}
