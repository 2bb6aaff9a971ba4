import type { Column, TableDefinition } from './column.ts';
import { DOMAIN_COLUMNS, SYSTEM_COLUMNS } from './declaration.ts';
import type { TableDeclaration, TableDeclarations } from './declaration.ts';
import { parseColumns } from './notation.ts';
import { INTERFACE_TABLES } from './tables-interface.ts';
import { PEOPLE_TABLES } from './tables-people.ts';
import { PLATFORM_TABLES } from './tables-platform.ts';
import { SCOPED_TABLES } from './tables-scoped.ts';
import { SERVICE_TABLES } from './tables-service.ts';
import { TASK_TABLES } from './tables-task.ts';

const DECLARATIONS: TableDeclarations = {
  ...TASK_TABLES,
  ...SERVICE_TABLES,
  ...PEOPLE_TABLES,
  ...PLATFORM_TABLES,
  ...INTERFACE_TABLES,
  ...SCOPED_TABLES,
};

export type Dictionary = ReadonlyMap<string, TableDefinition>;

function columnsOf(declaration: TableDeclaration, parent: TableDefinition | undefined): Map<string, Column> {
  const columns = new Map<string, Column>(parent?.columns);
  const domain = declaration.separated && !parent ? parseColumns(DOMAIN_COLUMNS) : [];
  const system = parent ? [] : parseColumns(SYSTEM_COLUMNS);
  for (const column of [...parseColumns(declaration.columns), ...system, ...domain]) {
    // A column that a subclass declares again keeps what it does not change.
    columns.set(column.name, { ...columns.get(column.name), ...column });
  }
  return columns;
}

/** Builds every table, parents first. */
export function buildDictionary(): Dictionary {
  const built = new Map<string, TableDefinition>();
  const build = (name: string): TableDefinition => {
    const ready = built.get(name);
    if (ready) return ready;
    const declaration = DECLARATIONS[name];
    if (!declaration) throw new Error(`table ${name} is not declared`);
    const parent = declaration.parent === undefined ? undefined : build(declaration.parent);
    const prefix = declaration.prefix;
    const master = declaration.domainMaster;
    const table: TableDefinition = {
      name,
      label: declaration.label,
      root: parent?.root ?? name,
      columns: columnsOf(declaration, parent),
      display: declaration.display ?? parent?.display ?? 'sys_id',
      platform: declaration.platform ?? false,
      ...(parent ? { parent } : {}),
      ...(prefix === undefined ? {} : { prefix }),
      ...(master === undefined ? {} : { domainMaster: master }),
    };
    built.set(name, table);
    return table;
  };
  Object.keys(DECLARATIONS).forEach(build);
  return built;
}

/** Whether `table` is `ancestor` or extends it. */
export function extendsTable(table: TableDefinition, ancestor: string): boolean {
  for (let at: TableDefinition | undefined = table; at; at = at.parent) if (at.name === ancestor) return true;
  return false;
}

/** The table and its ancestors, most special first. */
export function lineage(table: TableDefinition): TableDefinition[] {
  return table.parent ? [table, ...lineage(table.parent)] : [table];
}
