import { pointsToRecord } from '../dictionary/column.ts';
import type { Column, TableDefinition } from '../dictionary/column.ts';
import type { Condition, EncodedQuery, Term } from '../query/ast.ts';
import { resolveReference } from './references.ts';
import type { TableContext } from './context.ts';

const NOT_PAIRS = ['access_token'];

const term = (column: string, value: string): Term => ({ kind: 'term', column, operator: '=', value });

/** Pairs take display values too: a label stands for its choice, a name for its record. */
function pairCondition(
  context: TableContext,
  table: TableDefinition,
  column: Column | undefined,
  name: string,
  value: string,
): Condition {
  if (column?.choice === true) {
    const wanted = value.toLowerCase();
    const list = context.sight.choices.of(table, name);
    const found =
      list.find((choice) => choice.value === value) ??
      list.find(({ label }) => label.toLowerCase() === wanted);
    return term(name, found?.value ?? value);
  }
  if (column && pointsToRecord(column))
    return term(name, resolveReference(context.sight, column, value) ?? value);
  return term(name, value);
}

/** `state=closed&assigned_to=john.smith` as a query; every parameter that is not the interface's own is a condition. */
export function pairsQuery(context: TableContext): EncodedQuery {
  const { table, request } = context;
  const pairs = [...request.query].filter(
    ([name]) => !name.startsWith('sysparm_') && !NOT_PAIRS.includes(name),
  );
  const group = pairs.map(([name, value]) => [
    pairCondition(context, table, table.columns.get(name), name, value),
  ]);
  return { groups: [group], orders: [], groupBy: [] };
}
