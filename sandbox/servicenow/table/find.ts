import { queryNotAllowed } from '../http/api-error.ts';
import type { EncodedQuery } from '../query/ast.ts';
import { queriedColumns } from '../query/columns.ts';
import { parseQuery } from '../query/parse.ts';
import { resolvePath } from '../query/path.ts';
import { runQuery } from '../query/run.ts';
import type { Row } from '../store/row.ts';
import type { TableContext } from './context.ts';
import { pairsQuery } from './pairs.ts';

/** The request's query: sysparm_query or, without it, its name=value pairs. */
export function queryOf(context: TableContext): EncodedQuery {
  const text = context.request.query.get('sysparm_query');
  return text === null ? pairsQuery(context) : parseQuery(text);
}

/** Throws 403 when the query compares or sorts by a column that the caller can read in no record. */
export function checkQueriedColumns(context: TableContext, query: EncodedQuery): void {
  const { instance, caller, table, sight } = context;
  for (const name of queriedColumns(query)) {
    const path = resolvePath(sight.store.dictionary, table, name);
    if (path && instance.acls.column(caller, path.table, path.column, 'read') === false)
      throw queryNotAllowed();
  }
}

/** All records in sight that the query finds, ACLs not yet applied. */
export function find(context: TableContext, query: EncodedQuery): readonly Row[] {
  checkQueriedColumns(context, query);
  const { instance, caller, table, request } = context;
  const run = (): readonly Row[] =>
    runQuery(context.compiler, table, query, { strict: instance.options.strictQueries === true });
  const text = request.query.get('sysparm_query') ?? '';
  // What depends on the clock is not kept.
  if (request.query.get('sysparm_query') === null || text.includes('javascript:')) return run();
  return instance.results.of(JSON.stringify([table.name, text, caller.userId, context.noDomain]), run);
}
