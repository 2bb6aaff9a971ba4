import { devConfig } from '../../src/cli/dev-config.ts';
import type { Config } from '../../src/config/index.ts';
import { startGateway, type Gateway } from '../../src/gateway.ts';
import { createLog } from '../../src/observe/log.ts';
import type { Sandbox } from '../../sandbox/index.ts';

/** Another gateway on a sandbox that runs already: what a restart, or a second instance, is. It remembers nothing of the first. */
export function secondGateway(
  { urls, credentials, tokens }: Sandbox,
  config: (config: Config) => Config = (same) => same,
): Promise<Gateway> {
  return startGateway({
    config: config(devConfig({ ...urls, credentials, tokens }, 0, 8)),
    log: createLog('silent'),
  });
}
