import { CasegraphError, type ObjectDescription } from '../contract/index.ts';
import { columnFields } from './columns.ts';
import type { ColumnField, Declaration, DeclaredField } from './declaration.ts';
import { linksOf } from './links.ts';
import { NamePool } from './name-pool.ts';
import { FIRST_ROLE, printDeclaration } from './print.ts';
import type { Surroundings } from './surroundings.ts';
import { tableNames } from './table-names.ts';
import { line } from './words.ts';

export interface Import {
  readonly description: ObjectDescription;
  /** Connection that rows will be read through. */
  readonly connection: string;
  /** Name of the type; made of the object's where it is left out. */
  readonly name?: string | undefined;
  readonly around: Surroundings;
  /** Objects that references lead to and that are declared already, by their names. */
  readonly parents?: ReadonlyMap<string, ObjectDescription>;
}

export interface Imported {
  readonly type: string;
  readonly sdl: string;
  /** What a person should know, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * A declaration that is ready to serve, out of what the upstream says of an object. The same description and surroundings give the same text.
 * Throws NameError for a name that cannot be had, and CasegraphError for an object without a key.
 */
export function importTable({
  description: given,
  connection,
  name,
  around,
  parents = new Map<string, ObjectDescription>(),
}: Import): Imported {
  const description = writable(given);
  const { key, object } = description;
  if (key === null)
    throw new CasegraphError(
      'upstream-rejected',
      `${object} has no single column that identifies a row, so it cannot be a table.`,
    );
  const names = tableNames(description, connection, name, around);
  const pool = new NamePool(around.addedTo(names.type));
  const columns = columnFields(description, connection, pool);
  const byUpstream = new Map(columns.map((field) => [field.from.upstream, field.name]));
  const columnName = (upstream: string): string | undefined => byUpstream.get(upstream);
  const links = linksOf({ description, connection, names, around, pool, columnName, parents });
  const options = description.options?.({
    column: columnName,
    relation: (column) => links.byColumn.get(column),
  });
  const declaration: Declaration = {
    ...names,
    help: line(description.help ?? '', 400) || `Rows of ${names.label}, live from ${connection}`,
    connection,
    object,
    options: options ?? {},
    separation: description.separation ?? null,
    key,
    fields: [...columns, ...links.fields, ...recordLink(description, pool)],
    extensions: links.extensions,
  };
  return {
    type: names.type,
    sdl: printDeclaration(declaration, headOf(description, connection)),
    notes: [...description.notes, ...notesOf(declaration, columns)],
  };
}

const HALF = /\p{Cs}/u;

/** Without columns whose names no file can hold: halves of characters. */
function writable(description: ObjectDescription): ObjectDescription {
  const columns = description.columns.filter(({ upstream }) => upstream !== '' && !HALF.test(upstream));
  return columns.length === description.columns.length ? description : { ...description, columns };
}

function recordLink({ recordUrl }: ObjectDescription, pool: NamePool): DeclaredField[] {
  if (recordUrl === undefined) return [];
  return [
    { is: 'link', name: pool.take('recordUrl'), template: recordUrl, help: 'The record in its own system' },
  ];
}

function headOf({ object }: ObjectDescription, connection: string): string[] {
  return [
    `${line(object, 100)} of the connection ${line(connection, 100)}, written by casegraph import from the system's own metadata.`,
    `Only the role ${FIRST_ROLE} may read it so far: change @access. Leave out the fields that nobody needs.`,
  ];
}

function notesOf({ type, separation }: Declaration, columns: readonly ColumnField[]): string[] {
  const unfiltered = columns.filter(
    ({ from, type: declared }) => !from.filterable && declared !== 'text' && declared !== 'json',
  );
  return [
    `Only the role ${FIRST_ROLE} may read ${type} so far: change @access to open it.`,
    ...(separation === null
      ? []
      : [`Rows are separated by domain (@separated): viewers see rows of their domains only.`]),
    ...(unfiltered.length === 0
      ? []
      : [
          `The system cannot filter by ${unfiltered.map(({ name }) => name).join(', ')}: a filter on one of them fails there.`,
        ]),
  ];
}
