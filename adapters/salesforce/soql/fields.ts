import { CasegraphError, columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Selection } from '../../../src/contract/index.ts';
import { relationshipPath } from '../columns.ts';
import { PARENT_LEVELS } from '../names.ts';
import { isConverted } from '../options.ts';

/**
 * Field paths for a selection, each once (SOQL refuses a field named twice, whatever its case). A joined row is asked for its `Id` too, so
 * that a reference whose columns are all empty still answers. Throws too-complex where references are followed further than SOQL goes.
 */
export function fieldsOf(table: BoundTable, select: Selection, further: readonly string[] = []): string[] {
  const paths = [...pathsOf(table, select, ''), ...further];
  const seen = new Map(paths.map((path) => [path.toLowerCase(), path]));
  return seen.size === 0 ? ['Id'] : [...seen.values()];
}

function pathsOf(table: BoundTable, select: Selection, prefix: string): string[] {
  const own = select.columns.map((name) => {
    const column = columnOf(table, name);
    const path = bounded(prefix + column.upstream, table, name);
    return isConverted(table, column) ? `convertCurrency(${path})` : path;
  });
  const joined = Object.entries(select.joins).flatMap(([name, below]) => {
    const join = joinOf(table, name);
    const path = relationshipPath(table, join);
    if (path === null)
      throw new CasegraphError('internal', `${table.name} cannot follow ${name} in Salesforce`);
    const under = `${prefix}${path}.`;
    return [bounded(`${under}Id`, table, name), ...pathsOf(join.table(), below, under)];
  });
  return [...own, ...joined];
}

function bounded(path: string, table: BoundTable, name: string): string {
  if (path.split('.').length <= PARENT_LEVELS + 1) return path;
  throw new CasegraphError(
    'too-complex',
    `${table.name}.${name} is more than ${PARENT_LEVELS} references away from the record asked for; Salesforce follows no more in one request`,
  );
}
