import type { DescribedColumn, DescribedReference } from '../contract/index.ts';
import type { TableDefinition } from '../engine/definition.ts';

/** The declared table that a reference leads to. */
export interface Target {
  readonly table: TableDefinition;
  /** Column of the table (its name in the graph) that the reference holds the value of; null: its key. */
  readonly to: string | null;
}

export function tableOfObject(
  tables: readonly TableDefinition[],
  connection: string,
  object: string,
): TableDefinition | undefined {
  return tables.find(({ sources }) =>
    sources.some(({ bound }) => bound.connection === connection && bound.object === object),
  );
}

/**
 * Where a reference leads: to the table that is declared for the same object of the same connection, else to where another declared table
 * of the connection leads by a column of the same name (`AccountId` to the accounts of another system). Null where neither is there, and for
 * polymorphic references, whose rows stand in several tables.
 */
export function targetOf(
  { upstream, references }: DescribedColumn,
  tables: readonly TableDefinition[],
  connection: string,
): Target | null {
  const [reference, ...more] = references;
  if (reference === undefined || more.length > 0) return null;
  const table = tableOfObject(tables, connection, reference.object);
  if (table !== undefined) return direct(table, reference);
  return upstream.toLowerCase().startsWith(reference.object.toLowerCase())
    ? byExample(upstream, tables, connection)
    : null;
}

function direct(table: TableDefinition, { column }: DescribedReference): Target | null {
  const key = table.columns.get(table.key);
  if (column === null || column === key?.upstream) return { table, to: null };
  const aimed = [...table.columns.values()].find(
    ({ upstream, hidden, template }) => upstream === column && !hidden && template === null,
  );
  return aimed === undefined ? null : { table, to: aimed.name };
}

function byExample(upstream: string, tables: readonly TableDefinition[], connection: string): Target | null {
  for (const example of tables.filter((table) => isRead(table, connection))) {
    for (const { column, table: name, to } of example.references.values()) {
      if (example.columns.get(column)?.upstream !== upstream) continue;
      const table = tables.find((candidate) => candidate.name === name);
      if (table !== undefined && !isRead(table, connection))
        return { table, to: to === table.key ? null : to };
    }
  }
  return null;
}

function isRead({ sources }: TableDefinition, connection: string): boolean {
  return sources.some(({ bound }) => bound.connection === connection);
}
