import { join, sep } from 'node:path';
import type { DocumentNode } from 'graphql';
import type { Config } from '../config/index.ts';
import { packageRoot } from '../config/package-root.ts';
import { readSchemaFolders } from '../graphql/declaration/read.ts';

/**
 * Folders among the declarations that come with Casegraph which stand for systems that not everybody has, or has in another shape, and the connection that
 * each is read with: only where that is configured.
 */
const OPTIONAL: ReadonlyMap<string, string> = new Map([
  ['erp', 'erp'],
  ['shipping', 'shipping'],
  ['incidentio', 'incident-io'],
  ['allquiet', 'all-quiet'],
]);

/** The declarations that a configuration names; `wanted` chooses among their paths. Throws DeclarationError. */
export function readDeclarations(
  { tables, connections }: Pick<Config, 'tables' | 'connections'>,
  wanted: (path: string) => boolean = () => true,
): Promise<readonly DocumentNode[]> {
  const names = new Set(connections.map(({ name }) => name));
  const builtin = join(packageRoot(), 'schema');
  return readSchemaFolders(tables.schema, (folder, path) => {
    const [system = ''] = path.split(sep);
    const connection = folder === builtin ? OPTIONAL.get(system) : undefined;
    const isMeant = connection === undefined || names.has(connection);
    return isMeant && wanted(path);
  });
}
