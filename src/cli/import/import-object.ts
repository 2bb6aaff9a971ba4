import type { Config } from '../../config/index.ts';
import type { Adapter, ObjectDescription } from '../../contract/index.ts';
import { DeclarationError } from '../../graphql/declaration/problem.ts';
import { importTable, type Imported } from '../../importing/import-table.ts';
import { targetOf } from '../../importing/relations.ts';
import type { Surroundings } from '../../importing/surroundings.ts';
import { NameError } from '../../importing/table-names.ts';
import { ImportError } from './import-error.ts';
import { schemaPlace } from './schema-place.ts';

export interface ImportJob {
  readonly description: ObjectDescription;
  readonly connection: string;
  readonly config: Config | null;
  /** By connection; that of the new table is among them. */
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly name: string | undefined;
  readonly out: string | undefined;
  /** Describes an object that a reference leads to. */
  readonly parent: (object: string) => Promise<ObjectDescription>;
}

/** Makes the declaration and holds it against everything that is declared already. Throws ImportError, DeclarationError. */
export async function importObject(job: ImportJob): Promise<Imported> {
  const { description, connection, config, adapters, name, out } = job;
  const place = await schemaPlace(config, out ?? null, adapters);
  const parents = await parentsOf(job, place.around);
  const imported = made(() => importTable({ description, connection, name, around: place.around, parents }));
  checked(() => place.check(imported.sdl, out ?? `${imported.type}.graphql`), imported);
  return { ...imported, notes: [...imported.notes, ...placeNotes(job, place.isServed)] };
}

function placeNotes({ config, out }: ImportJob, isServed: boolean): string[] {
  if (out === undefined || isServed || config === null) return [];
  return [
    `${out} is in no folder of tables.schema: move it to ${config.tables.schema.join(' or ')} to have it served.`,
  ];
}

function made(make: () => Imported): Imported {
  try {
    return make();
  } catch (error) {
    if (error instanceof NameError) throw new ImportError(error.message);
    throw error;
  }
}

/** What the importer writes must be servable: where it is not, nothing is written and the reason is told. */
function checked(check: () => void, { sdl }: Imported): void {
  try {
    check();
  } catch (error) {
    const why = error instanceof DeclarationError || error instanceof Error ? error.message : String(error);
    throw new ImportError(
      `The declaration made of the metadata cannot be served, so it was not written:\n${why}\n\n${sdl}`,
      {
        cause: error,
      },
    );
  }
}

/** Lists have names only where their parents are described; where the upstream names no relations there is nothing to ask. */
async function parentsOf(
  { description, connection, parent }: ImportJob,
  { tables }: Surroundings,
): Promise<ReadonlyMap<string, ObjectDescription>> {
  const objects = description.columns.flatMap((column) => {
    const [reference] = column.references;
    if (reference?.relation === undefined) return [];
    const isSelf = reference.object === description.object;
    return !isSelf && targetOf(column, tables, connection) === null ? [] : [reference.object];
  });
  const parents = new Map<string, ObjectDescription>();
  for (const object of new Set(objects)) {
    const found = object === description.object ? description : await parent(object).catch(() => null);
    if (found !== null) parents.set(object, found);
  }
  return parents;
}
