import { join, relative, resolve, sep } from 'node:path';
import { Kind, parse, Source, visit, type DocumentNode } from 'graphql';
import { packageRoot } from '../../config/package-root.ts';
import type { Config } from '../../config/index.ts';
import type { Adapter } from '../../contract/index.ts';
import { readDeclarations } from '../../gateway/declarations.ts';
import { buildCatalog } from '../../graphql/declaration/catalog.ts';
import { buildGraph } from '../../graphql/schema.ts';
import { surroundingsOf, type Surroundings } from '../../importing/surroundings.ts';

/** What is declared already, as far as it stays when the new file is there. */
export interface SchemaPlace {
  readonly around: Surroundings;
  /** Whether the file will be read by the gateway of this configuration. */
  readonly isServed: boolean;
  /** Throws DeclarationError where the schema with the new declaration could not be served. */
  check(sdl: string, name: string): void;
}

/**
 * `out`: the file that will be written, or null. `adapters`: by connection, the one of the new table among them. Without a configuration every
 * connection that a declaration names is taken to be there. Throws DeclarationError.
 */
export async function schemaPlace(
  config: Config | null,
  out: string | null,
  adapters: ReadonlyMap<string, Adapter>,
): Promise<SchemaPlace> {
  const folders = config?.tables.schema ?? [join(packageRoot(), 'schema')];
  const path = out === null ? null : pathIn(folders, resolve(out));
  const read = (wanted: (path: string) => boolean): Promise<readonly DocumentNode[]> =>
    readDeclarations(config ?? { tables: { schema: folders }, connections: [] }, wanted);
  const all = await read(() => true);
  const kept = path === null ? all : await read((other) => other !== path);
  const [replaced = null] = path === null ? [] : await read((other) => other === path);
  const known = new Set([...adapters.keys(), ...(config === null ? connectionsIn(all) : [])]);
  const { tables, graph } = build(all, known, adapters);
  return {
    around: surroundingsOf(tables, graph, kept, replaced),
    isServed: path !== null,
    check: (sdl, name) => void build([...kept, parse(new Source(sdl, name))], known, adapters),
  };
}

/** Path of a file below the first folder that holds it. */
function pathIn(folders: readonly string[], file: string): string | null {
  const found = folders
    .map((folder) => relative(resolve(folder), file))
    .find((path) => path !== '' && path !== '..' && !path.startsWith(`..${sep}`));
  return found ?? null;
}

function build(
  documents: readonly DocumentNode[],
  connections: ReadonlySet<string>,
  adapters: ReadonlyMap<string, Adapter>,
) {
  const catalog = buildCatalog(
    documents,
    [...connections],
    (bound) => adapters.get(bound.connection)?.check(bound) ?? [],
  );
  return { tables: catalog.tables, graph: buildGraph(documents, catalog) };
}

function connectionsIn(documents: readonly DocumentNode[]): readonly string[] {
  const names: string[] = [];
  for (const document of documents) {
    visit(document, {
      Directive: (node) => {
        const [connection] = (node.arguments ?? []).filter(({ name }) => name.value === 'connection');
        if (node.name.value === 'source' && connection?.value.kind === Kind.STRING)
          names.push(connection.value.value);
      },
    });
  }
  return names;
}
