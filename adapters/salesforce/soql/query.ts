import { columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Order, Selection } from '../../../src/contract/index.ts';
import { isParentPath } from '../names.ts';
import { isConverted } from '../options.ts';
import { canOrder } from './operators.ts';

/** The parts of one SELECT, each composed already. */
export interface Query {
  /** Field paths, and child queries in parentheses. */
  readonly fields: readonly string[];
  readonly from: string;
  /** Conditions that must all hold; each can stand beside AND. */
  readonly where: readonly string[];
  readonly orderBy: string;
  readonly limit: number | null;
}

export function soqlOf({ fields, from, where, orderBy, limit }: Query): string {
  return [
    `SELECT ${fields.join(',')} FROM ${from}`,
    where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`,
    orderBy === '' ? '' : ` ORDER BY ${orderBy}`,
    limit === null ? '' : ` LIMIT ${limit}`,
  ].join('');
}

/**
 * The ORDER BY list; null where a column cannot be sorted by upstream as the contract sorts. Nulls are placed in words: left to itself,
 * Salesforce puts them first in both directions.
 */
export function orderByOf(table: BoundTable, order: readonly Order[]): string | null {
  const terms = new Map<string, string>();
  for (const { column: name, direction } of order) {
    const column = columnOf(table, name);
    if (!canOrder(table, column)) return null;
    const field = column.upstream.toLowerCase();
    const nulls = direction === 'asc' ? 'ASC NULLS FIRST' : 'DESC NULLS LAST';
    if (!terms.has(field)) terms.set(field, `${column.upstream} ${nulls}`);
  }
  return [...terms.values()].join(',');
}

/** Whether a selection needs a query: it reaches beyond the row itself, or converts. */
export function needsQuery(table: BoundTable, select: Selection): boolean {
  return (
    Object.keys(select.joins).length > 0 ||
    select.columns.some((name) => {
      const column = columnOf(table, name);
      return isParentPath(column.upstream) || isConverted(table, column);
    })
  );
}
