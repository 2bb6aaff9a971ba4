import type { BoundTable, Column, Join } from '../../../src/contract/index.ts';
import { relationshipPath } from '../columns.ts';
import { PARENT_LEVELS } from '../names.ts';

/** Where the columns of a condition stand, seen from the object of the query. */
export interface Below {
  /** Relationships to follow, each with its dot: `Account.Owner.`; empty for the object itself. */
  readonly path: string;
}

export const HERE: Below = { path: '' };

/** One reference further; null where its relationship has no name, or lies too far away. */
export function parentOf(table: BoundTable, join: Join, { path }: Below): Below | null {
  const relationship = relationshipPath(table, join);
  if (relationship === null) return null;
  const further = `${path}${relationship}.`;
  return isNear(`${further}Id`) ? { path: further } : null;
}

/** The table with its columns as the query names them. Columns that are too far away for SOQL are not there to be filtered. */
export function seenFrom(table: BoundTable, { path }: Below): BoundTable {
  if (path === '') return table;
  const columns = [...table.columns].map(([name, column]): [string, Column] => {
    const upstream = `${path}${column.upstream}`;
    // SOQL can filter no column of type json.
    return [name, { ...column, upstream, type: isNear(upstream) ? column.type : 'json' }];
  });
  return { ...table, columns: new Map(columns) };
}

function isNear(path: string): boolean {
  return path.split('.').length <= PARENT_LEVELS + 1;
}
