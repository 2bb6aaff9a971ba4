import type { TableDefinition } from '../dictionary/column.ts';
import type { Row } from '../store/row.ts';
import type { EncodedQuery } from './ast.ts';
import { candidates } from './candidates.ts';
import { compileQuery } from './compile.ts';
import type { Compiler } from './compile.ts';
import { sortRows } from './order.ts';

export interface QueryRules {
  /** The property glide.invalid_query.returns_no_rows: an invalid part empties the answer instead of being ignored. */
  readonly strict: boolean;
}

/** All records in the caller's domains that a query finds, in its order. ACLs come later. */
export function runQuery(
  compiler: Compiler,
  table: TableDefinition,
  query: EncodedQuery,
  rules: QueryRules,
): readonly Row[] {
  const { sight } = compiler;
  const compiled = compileQuery(compiler, table, query);
  if (compiled.invalid && rules.strict) return [];
  const found = candidates(sight.store, table, compiled).filter(
    (row) => sight.visible(row) && compiled.matches(row),
  );
  return sortRows(sight, table, found, query.orders);
}
