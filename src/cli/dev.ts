import { createServer } from 'node:net';
import type { Command } from 'commander';
import type { Gateway, Reload } from '../gateway.ts';
import { startGateway } from '../gateway.ts';
import type { PersonaToken } from '../http/index.ts';
import { createLog } from '../observe/log.ts';
import { devConfig, liveConfig } from './dev-config.ts';
import { sendEvents } from './dev-events.ts';
import { onHangup } from './on-hangup.ts';
import { another, count, port } from './options.ts';
import { reloadNews } from './reload-news.ts';
import { startSandboxProcess, type SandboxProcess, type SandboxReport } from './sandbox-process.ts';
import { untilStopped } from './until-stopped.ts';

export interface DevOptions {
  readonly port: number;
  readonly cases: number;
  readonly seed?: string;
  readonly deadline: number;
  /** Folders of declarations beside those that come with Casegraph. */
  readonly schema?: readonly string[];
  readonly json?: boolean;
  /** False: nothing follows changes, so that the systems are asked by queries only. */
  readonly live?: boolean;
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
    .option(
      '-s, --schema <folder>',
      'folder of declarations of your own, beside those that come with Casegraph; may be given several times',
      another,
      [],
    )
    .option('--json', 'print one line of JSON when ready')
    .option('--log <level>', 'trace, debug, info, warn, error or silent', 'warn')
    .action(async (options: DevOptions) => {
      const tell = options.json
        ? undefined
        : (reload: Reload) => void process.stdout.write(reloadNews(reload));
      const tree = await startDev(options, tell);
      process.stdout.write(options.json ? `${JSON.stringify(summary(tree))}\n` : readable(tree));
      onHangup(() => void tree.gateway.reload());
      let stopping = false;
      // Without its systems the gateway is of no use.
      void tree.sandbox.ended.then(() => stopping || process.kill(process.pid, 'SIGTERM'));
      await untilStopped(() => {
        stopping = true;
        return tree.close();
      });
    });
}

/** Starts both; neither is left behind when the other does not start. Changes of declarations are taken, and `reloaded` told of. */
export async function startDev(
  options: DevOptions,
  reloaded: (reload: Reload) => void = () => undefined,
): Promise<DevTree> {
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
    const configOf = options.live === false ? devConfig : liveConfig;
    const settings = configOf(sandbox.report, options.port, options.deadline, options.schema);
    const config = { read: () => Promise.resolve(settings), file: null };
    const personas = () => personaTokens(sandbox.report);
    const gateway = await startGateway({ config, log: createLog(options.log), personas, reloaded });
    if (options.live !== false) {
      await sendEvents(sandbox.report, gateway.graphql).catch(async (error: unknown) => {
        await gateway.close();
        throw error;
      });
    }
    return {
      sandbox,
      gateway,
      // The gateway first: what it still has under way needs its systems.
      close: async () => {
        await gateway.close();
        await sandbox.close();
      },
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
  const { tokens, credentials: _, ...systems } = sandbox.report;
  const { graphql, playground, health } = gateway;
  return {
    graphql,
    playground,
    health,
    sandbox: systems,
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
               ERP         ${sandbox.erp}  (OData)
               shipping    ${sandbox.shipping}  (REST)
               incident.io ${sandbox.incidentio}
               All Quiet   ${sandbox.allquiet}
               identity    ${sandbox.identity}

A token for one of ${Object.keys(tokens).join(', ')}:

  curl -s ${sandbox.identity}/token -d persona=agent-itsm

In the playground the personas are one click away. Changes of declarations take effect at once. Ctrl-C stops everything.
`;
}
