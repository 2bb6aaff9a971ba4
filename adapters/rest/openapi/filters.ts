import type { ColumnType, DescribedColumn } from '../../../src/contract/index.ts';
import type { Parameter } from './parameters.ts';

const flat = (path: string): string => path.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Types of which there is only one meaning of "equal": text may be compared by its beginning, or with regard to case. */
const EXACT: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'id',
  'integer',
  'boolean',
  'choice',
  'date',
  'datetime',
]);

/** Filters by column: a parameter that is called like a column is taken to test it for equality. */
export function filtersOf(
  columns: readonly DescribedColumn[],
  parameters: readonly Parameter[],
  taken: readonly string[],
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const filters = new Map<string, Readonly<Record<string, unknown>>>();
  for (const parameter of parameters) {
    if (taken.includes(parameter.name)) continue;
    const column = columns.find(
      ({ upstream, type }) => EXACT.has(type) && flat(upstream) === flat(parameter.name),
    );
    if (column === undefined || filters.has(column.upstream)) continue;
    filters.set(column.upstream, testOf(parameter));
  }
  return filters;
}

function testOf({ name, isList, list }: Parameter): Readonly<Record<string, unknown>> {
  if (!isList) return { eq: name };
  return { in: list === 'repeat' ? name : { param: name, list } };
}
