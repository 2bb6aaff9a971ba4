import { CasegraphError } from '../contract/index.ts';
import type { Row } from '../contract/index.ts';
import type { TableDefinition } from './definition.ts';
import { hasColumn } from './at-source.ts';
import { deniedColumns, sourceFor } from './readable.ts';
import type { Scope } from './scope.ts';
import type { Level } from './selection.ts';

/** A read as a step of an operation that may write what it reads. */
export interface Step {
  /** The level with what is read besides: what the rules may ask of a row that is written. */
  widened(level: Level): Level;
  /** Takes rows of the widened level; gives them as the viewer may have them. */
  found(level: Level, rows: readonly Row[]): readonly Row[];
}

const OF_A_QUERY: Step = { widened: (level) => level, found: (_, rows) => rows };

/** Runs a read as a step where the operation decides on what it reads, else as it is. */
export function stepOf<T>(
  scope: Scope,
  table: TableDefinition,
  read: (step: Step) => Promise<T>,
): Promise<T> {
  const { standing } = scope;
  const source = sourceFor(table, scope);
  if (standing === undefined || source instanceof CasegraphError) return read(OF_A_QUERY);
  const tested = [...standing.columnsFor(table, source, scope.viewer)];
  const columns = tested.filter((name) => hasColumn(source.bound, name));
  const denied = deniedColumns(table, columns, scope);
  const widened = (level: Level): Level => {
    const { selection } = level;
    return {
      ...level,
      selection: { ...selection, columns: [...new Set([...selection.columns, ...columns])] },
    };
  };
  return standing.reading((keep) =>
    read({
      widened,
      found: (level, rows) => {
        keep(table, rows, widened(level).selection.columns);
        const hidden = new Set([...denied].filter((name) => !level.selection.columns.includes(name)));
        return hidden.size === 0 ? rows : rows.map((row) => without(row, hidden));
      },
    }),
  );
}

/** The rules test columns that the viewer may not read; nobody else is to find them in the row. */
function without(row: Row, denied: ReadonlySet<string>): Row {
  const values = Object.fromEntries(Object.entries(row.values).filter(([name]) => !denied.has(name)));
  return { ...row, values };
}
