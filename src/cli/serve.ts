import type { Command } from 'commander';
import { loadConfig, type Config } from '../config/index.ts';
import { ADAPTERS, startGateway } from '../gateway.ts';
import { createLog } from '../observe/log.ts';
import { onHangup } from './on-hangup.ts';
import { port } from './options.ts';
import { untilStopped } from './until-stopped.ts';

interface ServeOptions {
  readonly config: string;
  readonly port?: number;
  readonly environment?: string;
  readonly log: string;
}

export function serve(program: Command): void {
  program
    .command('serve')
    .description('Serve the gateway of a configuration file.')
    .requiredOption('-c, --config <file>', 'configuration file; casegraph.example.yaml is one with comments')
    .option('-p, --port <port>', 'port to listen on instead of the configured one; 0 takes a free one', port)
    .option('--environment <name>', "which of the connections' environments is used")
    .option('--log <level>', 'trace, debug, info, warn, error or silent', 'info')
    .action(async (options: ServeOptions) => {
      const log = createLog(options.log);
      const gateway = await startGateway({
        config: { read: () => read(options), file: options.config },
        log,
      });
      log.info(
        { graphql: gateway.graphql, playground: gateway.playground, health: gateway.health },
        'serving',
      );
      onHangup(() => void gateway.reload());
      await untilStopped(() => gateway.close());
    });
}

/** What the command line says comes before the file, at each reading. */
async function read(options: ServeOptions): Promise<Config> {
  const known = { adapters: Object.keys(ADAPTERS), environment: options.environment };
  const config = await loadConfig(options.config, process.env, known);
  const server = options.port === undefined ? config.server : { ...config.server, port: options.port };
  return { ...config, server };
}
