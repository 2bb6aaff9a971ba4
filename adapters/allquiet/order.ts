import type { BoundTable, Order } from '../../src/contract/index.ts';
import type { Parameter } from './ask.ts';
import { isEvents } from './objects.ts';

/**
 * Columns that lists can be sorted by, and the API's words for them: it lists Urgency, LatestInteraction, LastUpdatedAt, Created and Title where it is
 * given another. How titles are compared is not said.
 */
const WORDS: Readonly<Record<string, string>> = { createdAt: 'Created', lastUpdatedAt: 'LastUpdatedAt' };

export function canSort(table: BoundTable, column: string): boolean {
  return !isEvents(table) && wordFor(table, column) !== undefined;
}

/** The parameters for an order; null: lists cannot come so. What comes behind the moment decides next to nothing; within a page the adapter sees to it. */
export function sortingFor(table: BoundTable, order: readonly Order[]): readonly Parameter[] | null {
  const [first, second, third] = order;
  if (first === undefined || third !== undefined || isEvents(table)) return null;
  const word = wordFor(table, first.column);
  if (word === undefined || (second !== undefined && second.column !== table.key)) return null;
  return [
    ['SortBy', word],
    ['Asc', String(first.direction === 'asc')],
  ];
}

/** From the oldest on nothing moves while the pages are read, and what is new comes at the end. */
export const STEADY: readonly Parameter[] = [
  ['SortBy', 'Created'],
  ['Asc', 'true'],
];

function wordFor(table: BoundTable, column: string): string | undefined {
  const upstream = table.columns.get(column)?.upstream ?? '';
  return Object.hasOwn(WORDS, upstream) ? WORDS[upstream] : undefined;
}
