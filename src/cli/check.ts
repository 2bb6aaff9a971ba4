import type { Command } from 'commander';
import { loadConfig } from '../config/index.ts';
import { ADAPTERS } from '../gateway.ts';
import { buildCatalog } from '../graphql/declaration/catalog.ts';
import { readSchemaFolder } from '../graphql/declaration/read.ts';
import { buildGraph } from '../graphql/schema.ts';
import { packageRoot } from '../config/package-root.ts';

export function check(program: Command): void {
  program
    .command('check')
    .description('Check a configuration file and the declarations of its tables without serving them.')
    .requiredOption('-c, --config <file>', 'configuration file')
    .action(async ({ config: file }: { config: string }) => {
      const config = await loadConfig(file, process.env, { adapters: Object.keys(ADAPTERS) });
      const documents = await readSchemaFolder(config.tables.schema ?? `${packageRoot()}/schema`);
      const adapters = new Map(
        config.connections.map(({ name, adapter, options }) => [name, ADAPTERS[adapter]?.(options ?? {})]),
      );
      const catalog = buildCatalog(
        documents,
        [...adapters.keys()],
        (bound) => adapters.get(bound.connection)?.check(bound) ?? [],
      );
      buildGraph(documents, catalog);
      process.stdout.write(
        `${file}: ${config.connections.length} connections and ${catalog.tables.size} tables are in order.\n`,
      );
    });
}
