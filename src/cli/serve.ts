import type { Command } from 'commander';
import { loadConfig } from '../config/index.ts';
import { ADAPTERS, startGateway } from '../gateway.ts';
import { createLog } from '../observe/log.ts';
import { port } from './options.ts';
import { untilStopped } from './until-stopped.ts';

interface ServeOptions {
  readonly config: string;
  readonly port?: number;
  readonly log: string;
}

export function serve(program: Command): void {
  program
    .command('serve')
    .description('Serve the gateway of a configuration file.')
    .requiredOption('-c, --config <file>', 'configuration file; casegraph.example.yaml is one with comments')
    .option('-p, --port <port>', 'port to listen on instead of the configured one; 0 takes a free one', port)
    .option('--log <level>', 'trace, debug, info, warn, error or silent', 'info')
    .action(async (options: ServeOptions) => {
      const config = await loadConfig(options.config, process.env, { adapters: Object.keys(ADAPTERS) });
      const server = options.port === undefined ? config.server : { ...config.server, port: options.port };
      const log = createLog(options.log);
      const gateway = await startGateway({ config: { ...config, server }, log });
      log.info(
        { graphql: gateway.graphql, playground: gateway.playground, health: gateway.health },
        'serving',
      );
      await untilStopped(() => gateway.close());
    });
}
