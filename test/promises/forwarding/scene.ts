import { expect, vi } from 'vitest';
import { devSettings } from '../../../src/cli/dev-config.ts';
import { parseConfig, type Config } from '../../../src/config/index.ts';
import { startGateway, type Gateway } from '../../../src/gateway.ts';
import { createLog } from '../../../src/observe/log.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../../harness/servicenow-admin.ts';
import { stackOf, type Stack } from '../../harness/stack.ts';
import { quietOf, type Quiet } from './quiet.ts';
import { liveOf, type Live } from './live.ts';

const SECRET = 'forwarding-test-servicenow-secret';

export type Line = Readonly<Record<string, unknown>>;

export interface SceneOptions {
  /** Rules; default one for each tool, as they are by default. */
  readonly forwarding?: readonly object[];
  readonly sandbox?: Omit<SandboxOptions, 'cases'>;
  readonly sync?: object;
  /** Whether the systems tell of changes; default true; then changes are looked for every three seconds only. */
  readonly webhooks?: boolean;
  /** Seconds between two looks. */
  readonly interval?: number;
  /** Before the gateway starts. */
  readonly before?: (scene: Pick<Scene, 'admin' | 'quiet' | 'live' | 'sandbox'>) => Promise<void>;
}

/** A gateway between the sandbox's incident tools and its ServiceNow. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly admin: ServiceNowAdmin;
  readonly quiet: Quiet;
  readonly live: Live;
  readonly stack: Stack;
  readonly lines: Line[];
  /** Another replica. */
  readonly another: () => Promise<Gateway>;
  /** The record of an incident, once it fulfils a condition. */
  readonly record: (key: string, holds?: (record: SnColumns) => boolean) => Promise<SnColumns>;
  /** So many records of an incident. */
  readonly records: (key: string) => Promise<readonly SnColumns[]>;
  close(): Promise<void>;
}

export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const sandbox = await startSandbox({ ...options.sandbox, cases: 25 });
  const admin = serviceNowAdmin(sandbox);
  const [quiet, live] = [quietOf(sandbox), liveOf(sandbox)];
  const lines: Line[] = [];
  const gateways: Gateway[] = [];
  const begin = async (): Promise<Gateway> => {
    const log = createLog('info', (line) => lines.push(JSON.parse(line) as Line));
    const gateway = await startGateway({ config: configOf(sandbox, options), log });
    gateways.push(gateway);
    return gateway;
  };
  const close = async (): Promise<void> => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await sandbox.close();
  };
  try {
    await options.before?.({ admin, quiet, live, sandbox });
    const gateway = await begin();
    if (options.webhooks !== false) await tellGateway(sandbox, gateway);
    await vi.waitUntil(
      () => lines.some(({ purpose, leads }) => purpose === 'forwarding' && leads === true),
      WAIT,
    );
    const records = (key: string) => admin.list('incident', `correlation_id=${key}`);
    return {
      sandbox,
      admin,
      quiet,
      live,
      lines,
      stack: stackOf(sandbox, gateway),
      another: begin,
      records,
      record: async (key, holds = () => true) => {
        let found: readonly SnColumns[] = [];
        const there = async (): Promise<boolean> => {
          found = await records(key);
          return found.length > 0 && found.every(holds);
        };
        await vi.waitUntil(there, WAIT).catch(() => undefined);
        expect(
          found.map((each) => holds(each)),
          JSON.stringify(found),
        ).toEqual([true]);
        return found[0]!;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export const WAIT = { timeout: 20_000, interval: 40 };

export function configOf(sandbox: Sandbox, options: SceneOptions): Config {
  return parseConfig(JSON.stringify(settingsOf(sandbox, options)), 'test', {});
}

/** The configuration as it would stand in a file. */
export function settingsOf({ urls, credentials, tokens }: Sandbox, options: SceneOptions): object {
  const { forwarding = [{ from: 'incident-io' }, { from: 'all-quiet' }], webhooks = true } = options;
  const settings = devSettings({ ...urls, credentials, tokens }, 0, 4);
  const key = (token: string) => ({ grant: 'bearer', token: { value: token } });
  return {
    ...settings,
    connections: {
      ...settings.connections,
      'incident-io': {
        adapter: 'incidentio',
        url: urls.incidentio,
        auth: key(credentials.incidentio.apiKey),
      },
      'all-quiet': { adapter: 'allquiet', url: urls.allquiet, auth: key(credentials.allquiet.apiKey) },
    },
    events: {
      servicenow: { secrets: [{ value: SECRET }] },
      'incident-io': { secrets: [{ value: credentials.incidentio.webhookSecret }] },
      'all-quiet': { secrets: [{ value: credentials.allquiet.webhookToken }] },
    },
    forwarding,
    sync: {
      notes: { writeDeadline: 2, drain: 0.5, lookBack: 600 },
      lease: { term: 6, margin: 0.05 },
      poll: { interval: options.interval ?? (webhooks ? 3 : 0.3), overlap: 5 },
      ...options.sync,
    },
  };
}

/** Lets all three systems tell the gateway of their changes. */
export async function tellGateway({ urls }: Sandbox, gateway: Pick<Gateway, 'graphql'>): Promise<void> {
  const { origin } = new URL(gateway.graphql);
  const send = async (method: string, address: string, body: object): Promise<void> => {
    const response = await fetch(address, { method, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
  };
  await send('PUT', `${urls.servicenow}/__sandbox/events`, {
    url: `${origin}/events/servicenow`,
    secret: SECRET,
  });
  await send('POST', `${urls.incidentio}/__sandbox/webhooks`, { url: `${origin}/events/incident-io` });
  await send('POST', `${urls.allquiet}/__sandbox/webhooks`, { url: `${origin}/events/all-quiet` });
}

/** Writes of incidents that a system was asked for since it was told to forget. */
export async function writesTo(
  stack: Stack,
  system: 'servicenow' | 'incidentio' | 'allquiet',
): Promise<number> {
  const requests = await stack.requests(system);
  return requests.filter(({ method, path }) => method !== 'GET' && WRITTEN.test(path)).length;
}

const WRITTEN = /^\/api\/now\/table\/incident|^\/api\/public\/v1\/incident|\/actions\/edit$/;
