import { createServer } from 'node:net';
import type { Command } from 'commander';
import type { Gateway } from '../gateway.ts';
import { startGateway } from '../gateway.ts';
import type { PersonaToken } from '../http/index.ts';
import { createLog } from '../observe/log.ts';
import { devConfig } from './dev-config.ts';
import { count, port } from './options.ts';
import { startSandboxProcess, type SandboxProcess, type SandboxReport } from './sandbox-process.ts';
import { untilStopped } from './until-stopped.ts';

export interface DevOptions {
  readonly port: number;
  readonly cases: number;
  readonly seed?: string;
  readonly deadline: number;
  readonly json?: boolean;
  readonly log: string;
}

export interface DevTree {
  readonly sandbox: SandboxProcess;
  readonly gateway: Gateway;
  close(): Promise<void>;
}

/** Sandbox ports follow the gateway's at this distance. */
const SANDBOX_OFFSET = 100;

export function dev(program: Command): void {
  program
    .command('dev')
    .description('Serve the gateway with the sandbox as its upstreams, configured and ready to query.')
    .option(
      '-p, --port <port>',
      'port of the gateway; the sandbox takes the ones from 100 above it; 0 takes free ones',
      port,
      4000,
    )
    .option('--cases <count>', 'cases in the sandbox', count, 200)
    .option('--seed <text>', 'seed of the demo data')
    .option('--deadline <seconds>', 'deadline of an upstream request', count, 8)
    .option('--json', 'print one line of JSON when ready')
    .option('--log <level>', 'trace, debug, info, warn, error or silent', 'warn')
    .action(async (options: DevOptions) => {
      const tree = await startDev(options);
      process.stdout.write(options.json ? `${JSON.stringify(summary(tree))}\n` : readable(tree));
      void tree.sandbox.ended.then(() => process.kill(process.pid, 'SIGTERM'));
      await untilStopped(() => tree.close());
    });
}

/** Starts both; neither is left behind when the other does not start. */
export async function startDev(options: DevOptions): Promise<DevTree> {
  await requireFree(options.port);
  const base = options.port === 0 ? 0 : options.port + SANDBOX_OFFSET;
  const seed = options.seed === undefined ? [] : ['--seed', options.seed];
  const sandbox = await startSandboxProcess([
    '--port',
    String(base),
    '--cases',
    String(options.cases),
    ...seed,
  ]);
  try {
    const config = devConfig(sandbox.report, options.port, options.deadline);
    const personas = () => personaTokens(sandbox.report);
    const gateway = await startGateway({ config, log: createLog(options.log), personas });
    return {
      sandbox,
      gateway,
      close: async () => void (await Promise.all([gateway.close(), sandbox.close()])),
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/** Before the sandbox is started, so that a busy port is told at once. Throws node's own error. */
async function requireFree(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

/** Fresh tokens of all personas, from the sandbox's identity provider. */
async function personaTokens({ identity }: SandboxReport): Promise<readonly PersonaToken[]> {
  const response = await fetch(`${identity}/personas`);
  const body = (await response.json()) as { personas?: PersonaSummary[] } | PersonaSummary[];
  const personas = Array.isArray(body) ? body : (body.personas ?? []);
  return Promise.all(
    personas.map(async ({ name, description }) => {
      const answer = await fetch(`${identity}/token`, {
        method: 'POST',
        body: new URLSearchParams({ persona: name }),
      });
      const { access_token: token } = (await answer.json()) as { access_token: string };
      return { name, description, token };
    }),
  );
}

interface PersonaSummary {
  readonly name: string;
  readonly description: string;
}

function summary({ gateway, sandbox }: DevTree) {
  const { servicenow, servicenowTls, salesforce, identity, tokens } = sandbox.report;
  const { graphql, playground, health } = gateway;
  return {
    graphql,
    playground,
    health,
    sandbox: { servicenow, servicenowTls, salesforce, identity },
    tokens,
  };
}

function readable(tree: DevTree): string {
  const { graphql, playground, health, sandbox, tokens } = summary(tree);
  return `Casegraph is ready.

  playground   ${playground ?? 'not served'}
  GraphQL      ${graphql}
  health       ${health}

  sandbox      ServiceNow  ${sandbox.servicenow}  (TLS ${sandbox.servicenowTls})
               Salesforce  ${sandbox.salesforce}
               identity    ${sandbox.identity}

A token for one of ${Object.keys(tokens).join(', ')}:

  curl -s ${sandbox.identity}/token -d persona=agent-itsm

In the playground the personas are one click away. Ctrl-C stops everything.
`;
}
