import type { Command } from 'commander';
import { loadConfig } from '../config/index.ts';
import { ADAPTERS } from '../gateway.ts';
import { adaptersOf } from '../gateway/adapters.ts';
import { readDeclarations } from '../gateway/declarations.ts';
import { buildCatalog } from '../graphql/declaration/catalog.ts';
import { buildGraph } from '../graphql/schema.ts';
import { checkForwarding } from './check-forwarding.ts';
import { checkMetadata } from './check-metadata.ts';
import { tryConnections, type CheckOptions } from './check-connections.ts';

interface Options extends CheckOptions {
  readonly config: string;
  readonly environment?: string;
  readonly connections?: boolean;
}

export function check(program: Command): void {
  program
    .command('check')
    .description('Check a configuration file and the declarations of its tables without serving them.')
    .requiredOption('-c, --config <file>', 'configuration file')
    .option('--environment <name>', "which of the connections' environments is used")
    .option('--connections', 'also log in to each connection and read a little of each table')
    .option(
      '--as <user>',
      "with --connections: whom to log in as where rows are read in the viewer's own name",
    )
    .option('--json', 'with --connections: print what was found as JSON')
    .action(async ({ config: file, environment, ...options }: Options) => {
      const known = { adapters: Object.keys(ADAPTERS), environment };
      const config = await loadConfig(file, process.env, known);
      const documents = await readDeclarations(config);
      const adapters = adaptersOf(config);
      const catalog = buildCatalog(
        documents,
        [...adapters.keys()],
        (bound) => adapters.get(bound.connection)?.check(bound) ?? [],
      );
      buildGraph(documents, catalog);
      if (options.connections !== true || options.json !== true)
        process.stdout.write(
          `${file}: ${config.connections.length} connections and ${catalog.tables.size} tables are in order.\n`,
        );
      if (options.connections !== true) return;
      const well = await tryConnections(config, catalog, adapters, options, (text) =>
        process.stdout.write(text),
      );
      // As JSON, standard output holds the reports alone.
      const told = options.json === true ? process.stderr : process.stdout;
      const fits = await checkMetadata(config, documents, catalog, adapters, (text) => told.write(text));
      const forwards = await checkForwarding(config, adapters, (text) => told.write(text));
      if (!well || !fits || !forwards) process.exitCode = 1;
    });
}
