import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { GraphQLError, parse, Source, type DocumentNode } from 'graphql';
import { DeclarationError, type DeclarationProblem } from './problem.ts';

/** Reads every .graphql file of a folder and the folders in it, in the order of their names. Throws DeclarationError. */
export async function readSchemaFolder(folder: string): Promise<readonly DocumentNode[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const sources = await Promise.all(
    files.map(async (file) => new Source(await readFile(file, 'utf8'), relative(folder, file))),
  );
  return parseSources(sources);
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
