import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { GraphQLError, parse, Source, type DocumentNode } from 'graphql';
import { DeclarationError, type DeclarationProblem } from './problem.ts';

/** Reads every .graphql file of a folder and the folders in it, in the order of their names. Throws DeclarationError. */
export function readSchemaFolder(folder: string): Promise<readonly DocumentNode[]> {
  return readSchemaFolders([folder]);
}

/**
 * The same for several folders, read as one: a file takes the place of the file with the same path below a folder named before, so that one
 * table can be replaced and all others kept. Problems name files of the first folder by their path in it, and others in full.
 */
export async function readSchemaFolders(
  folders: readonly string[],
  wanted: (folder: string, path: string) => boolean = () => true,
): Promise<readonly DocumentNode[]> {
  const files = new Map<string, SchemaFile>();
  for (const [index, folder] of folders.entries()) {
    for (const path of await schemaFiles(folder)) {
      if (!wanted(folder, path)) continue;
      const file = join(folder, path);
      files.set(path, { file, name: index === 0 ? path : file });
    }
  }
  const sources = await Promise.all(
    [...files.values()].map(async ({ file, name }) => new Source(await readFile(file, 'utf8'), name)),
  );
  return parseSources(sources);
}

interface SchemaFile {
  readonly file: string;
  /** In messages. */
  readonly name: string;
}

/**
 * Paths of a folder's .graphql files, in the order of their names. Links to files are followed; what begins with a dot is left out, since editors
 * and mounted volumes keep their own things there. Throws DeclarationError when there is no such folder.
 */
export async function schemaFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const message = `The folder of declarations cannot be read (${reason}). Make it, or mend tables.schema.`;
    throw new DeclarationError([{ file: folder, line: 1, column: 1, message }]);
  });
  const paths = entries
    .filter(({ name }) => name.endsWith('.graphql'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')))
    .sort();
  const found = await Promise.all(paths.map((path) => isFile(join(folder, path))));
  return paths.filter((_, index) => found[index]);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

export function parseSources(sources: readonly Source[]): readonly DocumentNode[] {
  const problems: DeclarationProblem[] = [];
  const documents: DocumentNode[] = [];
  for (const source of sources) {
    try {
      documents.push(parse(source));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const [place] = error.locations ?? [];
      problems.push({
        file: source.name,
        line: place?.line ?? 1,
        column: place?.column ?? 1,
        message: error.message,
      });
    }
  }
  if (problems.length > 0) throw new DeclarationError(problems);
  return documents;
}
