import { join, sep } from 'node:path';
import type { DocumentNode } from 'graphql';
import type { Config } from '../config/index.ts';
import { packageRoot } from '../config/package-root.ts';
import { readSchemaFolders } from '../graphql/declaration/read.ts';

/**
 * Folders among the declarations that come with Casegraph which stand for systems that everybody has in another shape: they are examples, and read
 * only where a connection of the folder's name is configured.
 */
const EXAMPLES: readonly string[] = ['erp', 'shipping'];

/** The declarations that a configuration names; `wanted` chooses among their paths. Throws DeclarationError. */
export function readDeclarations(
  { tables, connections }: Pick<Config, 'tables' | 'connections'>,
  wanted: (path: string) => boolean = () => true,
): Promise<readonly DocumentNode[]> {
  const names = new Set(connections.map(({ name }) => name));
  const builtin = join(packageRoot(), 'schema');
  return readSchemaFolders(tables.schema, (folder, path) => {
    const [system = ''] = path.split(sep);
    const isMeant = folder !== builtin || !EXAMPLES.includes(system) || names.has(system);
    return isMeant && wanted(path);
  });
}
