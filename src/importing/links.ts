import type { DescribedColumn, ObjectDescription } from '../contract/index.ts';
import type { TableDefinition } from '../engine/definition.ts';
import { isReference, labelOf, relationName } from './columns.ts';
import type { Extension, RelationField } from './declaration.ts';
import { NamePool } from './name-pool.ts';
import { tableOfObject, targetOf } from './relations.ts';
import type { Surroundings } from './surroundings.ts';
import type { TableNames } from './table-names.ts';
import { camel, line, pascal } from './words.ts';

export interface Linking {
  readonly description: ObjectDescription;
  readonly connection: string;
  readonly names: TableNames;
  readonly around: Surroundings;
  /** Names of the new type's own fields. */
  readonly pool: NamePool;
  /** The new type's name of a column. */
  readonly columnName: (upstream: string) => string | undefined;
  /** What is known of the objects that references lead to, by their names: only they know what their lists are called. */
  readonly parents: ReadonlyMap<string, ObjectDescription>;
}

export interface Links {
  readonly fields: readonly RelationField[];
  readonly extensions: readonly Extension[];
  /** Relation by the upstream column that holds it. */
  readonly byColumn: ReadonlyMap<string, string>;
}

/** All that leads from the new table to declared ones and back. */
export function linksOf(linking: Linking): Links {
  const extensions = new Map<string, RelationField[]>();
  const extend = (type: string, field: RelationField): void => {
    extensions.set(type, [...(extensions.get(type) ?? []), field]);
  };
  const pools = new Map<string, NamePool>([[linking.names.type, linking.pool]]);
  const poolOf = (type: string): NamePool => {
    const pool = pools.get(type) ?? new NamePool(linking.around.fieldsOf(type));
    pools.set(type, pool);
    return pool;
  };
  const byColumn = new Map<string, string>();
  const own: RelationField[] = [];
  const put = (type: string, field: RelationField): void => {
    if (type === linking.names.type) own.push(field);
    else extend(type, field);
  };
  for (const column of linking.description.columns.filter(isReference)) {
    const found = aimOf(linking, column);
    if (found === null) continue;
    const name = linking.pool.take(relationName(column), `${relationName(column)}Row`);
    byColumn.set(column.upstream, name);
    own.push(referenceField(name, column, found.type, found.to));
    put(found.type, backList(linking, column, found, poolOf(found.type)));
  }
  for (const child of childLists(linking)) {
    own.push(child.list);
    if (child.back !== null) extend(child.list.target, child.back(poolOf(child.list.target)));
  }
  return {
    fields: own,
    extensions: [...extensions]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, fields]) => ({ type, fields })),
    byColumn,
  };
}

interface Aim {
  readonly type: string;
  readonly to: string | null;
}

function aimOf({ description, connection, names, around }: Linking, column: DescribedColumn): Aim | null {
  const [reference, ...more] = column.references;
  if (reference?.object === description.object && more.length === 0) {
    const isKey = reference.column === null || reference.column === description.key;
    return isKey ? { type: names.type, to: null } : null;
  }
  const target = targetOf(column, around.tables, connection);
  return target === null ? null : { type: target.table.name, to: target.to };
}

function referenceField(
  name: string,
  column: DescribedColumn,
  target: string,
  to: string | null,
): RelationField {
  const help = labelOf(column);
  return {
    is: 'reference',
    name,
    target,
    help: help.replace(/ ID$/i, ''),
    column: column.upstream,
    other: to,
    via: null,
  };
}

/** The list of the new table's rows in the table that a reference leads to. */
function backList(
  { description, names, parents }: Linking,
  column: DescribedColumn,
  { type, to }: Aim,
  pool: NamePool,
): RelationField {
  const [reference] = column.references;
  const parent = reference === undefined ? undefined : parents.get(reference.object);
  const list = parent?.children.find(
    (child) => child.object === description.object && child.column === column.upstream,
  )?.relation;
  const isOwn = type === names.type;
  const byColumn = `${names.plural}By${pascal(relationName(column))}`;
  const wanted = isOwn ? [list === undefined ? byColumn : camel(list), byColumn] : [names.plural, byColumn];
  return {
    is: 'list',
    name: pool.take(...wanted),
    target: names.type,
    help: `Rows of ${names.label} that lead here by ${labelOf(column)}`,
    column: column.upstream,
    other: to,
    via: list === undefined ? null : `${parent?.object ?? ''}.${list}`,
  };
}

interface ChildList {
  readonly list: RelationField;
  /** The reference back, where the child declares none for this column. */
  readonly back: ((pool: NamePool) => RelationField) | null;
}

function childLists(linking: Linking): ChildList[] {
  const { description, connection, around } = linking;
  return description.children.flatMap((child) => {
    const table = tableOfObject(around.tables, connection, child.object);
    const from = child.to === null || child.to === description.key ? null : linking.columnName(child.to);
    if (table === undefined || from === undefined || child.object === description.object) return [];
    const named = `${table.plural}By${pascal(child.column)}`;
    const name = linking.pool.take(
      child.relation === undefined ? table.plural : camel(child.relation),
      named,
    );
    const via = child.relation === undefined ? null : `${description.object}.${child.relation}`;
    const list: RelationField = {
      is: 'list', name, target: table.name, help: `Rows of ${line(table.label, 80)} that lead here`, column: child.column, other: from, via,
    }; // prettier-ignore
    return [
      {
        list,
        back: leadsSomewhere(table, child.column)
          ? null
          : (pool) => backReference(linking, child.column, from, pool),
      },
    ];
  });
}

function leadsSomewhere(table: TableDefinition, upstream: string): boolean {
  return [...table.references.values()].some(
    ({ column }) => table.columns.get(column)?.upstream === upstream,
  );
}

function backReference({ names }: Linking, column: string, to: string | null, pool: NamePool): RelationField {
  const wanted = relationName({ upstream: column, references: [] });
  const name = pool.take(wanted, `${wanted}Row`);
  return { is: 'reference', name, target: names.type, help: names.label, column, other: to, via: null };
}
