import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoPassword, SALESFORCE_CLIENT } from '../sandbox/world/credentials.ts';
import { type Child, startChild } from './child.ts';
import { MEASURED, NAIVE } from './command.ts';
import { type NaiveSettings, SETTINGS_VARIABLE } from './naive/settings.ts';
import type { SandboxReport } from './sandbox.ts';

/** A server that answers the measured operations. */
export interface Contender {
  readonly name: string;
  /** Address of its GraphQL endpoint. */
  readonly url: string;
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** The gateway, from a configuration file, as it would be deployed. */
export async function startGateway(
  cli: readonly string[],
  report: SandboxReport,
  core: number,
): Promise<Contender> {
  const folder = await mkdtemp(join(tmpdir(), 'casegraph-bench-'));
  const file = join(folder, 'casegraph.yaml');
  // JSON is YAML.
  await writeFile(file, JSON.stringify(configuration(report)));
  const port = await freePort();
  const args = [...MEASURED, ...cli, 'serve', '--config', file, '--port', String(port), '--log', 'warn'];
  const child = await startChild(args, { core, awaitsLine: false });
  const stop = async (): Promise<void> => {
    await child.stop();
    await rm(folder, { recursive: true });
  };
  try {
    await untilReady(`http://127.0.0.1:${port}/health/ready`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { name: 'gateway', url: `http://127.0.0.1:${port}/graphql`, cpu: () => child.cpu(), stop };
}

export async function startNaive(report: SandboxReport, core: number): Promise<Contender> {
  const { clientId, clientSecret, user } = report.credentials.servicenow;
  const settings: NaiveSettings = {
    servicenow: {
      url: report.servicenow,
      clientId,
      clientSecret,
      username: user,
      password: demoPassword(user),
    },
    salesforce: {
      url: report.salesforce,
      clientId: SALESFORCE_CLIENT.clientId,
      clientSecret: SALESFORCE_CLIENT.clientSecret,
    },
  };
  const environment = { [SETTINGS_VARIABLE]: JSON.stringify(settings) };
  const child: Child = await startChild([...MEASURED, ...NAIVE], {
    core,
    environment,
    awaitsLine: true,
  });
  const { graphql } = JSON.parse(child.line) as { graphql: string };
  return { name: 'naive', url: graphql, cpu: () => child.cpu(), stop: () => child.stop() };
}

function configuration({ servicenow, salesforce, identity, credentials }: SandboxReport): unknown {
  const grant = 'jwt-bearer';
  const { clientId, clientSecret, user, privateKeyFile } = credentials.servicenow;
  const app = credentials.salesforce;
  return {
    // The sandbox speaks plain http, which production takes for this machine only.
    server: { mode: 'production' },
    identity: { issuer: identity, audience: 'casegraph', jwks: `${identity}/.well-known/jwks.json` },
    domains: { connection: 'servicenow' },
    connections: {
      servicenow: {
        adapter: 'servicenow',
        url: servicenow,
        auth: {
          grant,
          tokenUrl: '/oauth_token.do',
          issuer: clientId,
          audience: clientId,
          subject: user,
          clientId,
          clientSecret: { value: clientSecret },
          key: { file: privateKeyFile },
        },
      },
      salesforce: {
        adapter: 'salesforce',
        url: salesforce,
        auth: {
          grant,
          tokenUrl: '/services/oauth2/token',
          issuer: app.clientId,
          audience: app.audience,
          subject: app.username,
          key: { file: app.privateKeyFile },
        },
      },
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw new Error(
    'the gateway was not ready within 30 s; run "npm run build" and look at what it said above',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
