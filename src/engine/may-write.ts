import { both, decideField, decideTable, type Decision, type Operation } from '../access/rules.ts';
import type { Viewer } from '../access/viewer.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Change, Filter } from '../contract/index.ts';
import type { TableDefinition } from './definition.ts';
import { columnsOf } from './filter/combine.ts';

/** Which operation each kind of change is to the rules. */
const OPERATION: Readonly<Record<Change['kind'], Operation>> = {
  create: 'create',
  update: 'write',
  delete: 'delete',
};

/**
 * The rows in which the viewer may make a change (`null`: any), by the rules of the table and of every column that it gives a value; a `forbidden` error
 * where there are none.
 */
export function mayWrite(
  table: TableDefinition,
  change: Change,
  viewer: Viewer,
): { readonly rows: Filter | null } | CasegraphError {
  const operation = OPERATION[change.kind];
  const row = decideTable(table.access, viewer, operation);
  if (!row.allowed) return refused(`You may not ${operation} ${table.label}.`);
  const decisions: Decision[] = [row];
  for (const name of change.kind === 'delete' ? [] : Object.keys(change.values)) {
    const cell = writableCell(table, name, viewer, operation);
    if (!cell.allowed) return refused(`You may not ${operation} ${nameOf(table, name)} of ${table.label}.`);
    decisions.push(cell);
  }
  const all = both(decisions);
  return { rows: all.allowed ? all.rows : null };
}

/** Columns that the rules test where the viewer changes a row of the table, whichever of its columns that gives a value. */
export function columnsForWriting(table: TableDefinition, viewer: Viewer): ReadonlySet<string> {
  const tested = new Set<string>();
  const note = (decision: Decision): void => {
    if (decision.allowed) columnsOf(decision.rows, tested);
  };
  note(decideTable(table.access, viewer, 'write'));
  for (const { name, writable } of table.columns.values())
    if (writable) note(writableCell(table, name, viewer, 'write'));
  return tested;
}

/** A column is written through the field of its own or through the reference that it holds; both have a say. */
export function writableCell(
  table: TableDefinition,
  column: string,
  viewer: Viewer,
  operation: Operation,
): Decision {
  const references = [...table.references.values()].filter((reference) => reference.column === column);
  return both(
    [table.columns.get(column)?.access ?? [], ...references.map(({ access }) => access)].map((rules) =>
      decideField(rules, viewer, operation),
    ),
  );
}

/** The name that the schema has for a column: a hidden one is known by the reference that it holds. */
function nameOf(table: TableDefinition, column: string): string {
  if (table.columns.get(column)?.hidden !== true) return column;
  return [...table.references.values()].find((reference) => reference.column === column)?.name ?? column;
}

function refused(message: string): CasegraphError {
  return new CasegraphError('forbidden', `${message} Ask an administrator for a role that can.`);
}
