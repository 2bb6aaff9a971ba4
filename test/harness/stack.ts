import { devConfig } from '../../src/cli/dev-config.ts';
import type { Config } from '../../src/config/index.ts';
import { startGateway, type Gateway } from '../../src/gateway.ts';
import { createLog, type Log } from '../../src/observe/log.ts';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import type { WatchedRequest } from '../../sandbox/http/watch.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts';

export interface StackOptions {
  /** Cases in the sandbox; default 60. */
  readonly cases?: number;
  /** Settings of the sandbox's systems. */
  readonly sandbox?: Omit<SandboxOptions, 'cases'>;
  /** Seconds for one upstream request; default 8. */
  readonly deadline?: number;
  /** Default: silent. */
  readonly log?: Log;
  /** Changes the configuration that `casegraph dev` would use. */
  readonly config?: (config: Config) => Config;
}

/** Whom a request is made as: a persona of the sandbox, a token as it is, or nobody. */
export type Who = string | { readonly token: string } | null;

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it was sent. */
  readonly text: string;
  readonly body: { readonly data?: unknown; readonly errors?: readonly GraphError[] };
}

export type System = 'servicenow' | 'salesforce' | 'erp' | 'shipping' | 'incidentio' | 'allquiet';

/** The gateway and its upstreams in this process, reached over HTTP as any client would. */
export interface Stack {
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  /** Address of the gateway, without a path. */
  readonly url: string;
  graphql(
    who: Who,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    init?: RequestInit,
  ): Promise<Reply>;
  /** What a system was asked since `forget`, token requests included. */
  requests(system: System): Promise<readonly WatchedRequest[]>;
  forget(): Promise<void>;
  fault(system: System, fault: FaultInput): Promise<void>;
  clearFaults(): Promise<void>;
  close(): Promise<void>;
}

const SYSTEMS: readonly System[] = ['servicenow', 'salesforce', 'erp', 'shipping', 'incidentio', 'allquiet'];

/** Starts both on free ports. Neither is left behind when the other does not start. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { cases = 60, deadline = 8, log = createLog('silent'), config = (same) => same } = options;
  const sandbox = await startSandbox({ ...options.sandbox, cases });
  try {
    const { urls, credentials, tokens } = sandbox;
    const settings = config(devConfig({ ...urls, credentials, tokens }, 0, deadline));
    return stackOf(sandbox, await startGateway({ config: settings, log }));
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/** The stack over what runs already. */
export function stackOf(sandbox: Sandbox, gateway: Gateway): Stack {
  const { urls } = sandbox;
  const control = async (system: System, method: string, what: string, body?: unknown): Promise<Response> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${urls[system]}/__sandbox/${what}`, init);
    if (!response.ok) throw new Error(`${method} ${what}: ${response.status} ${await response.text()}`);
    return response;
  };
  const onBoth = async (what: string): Promise<void> => {
    await Promise.all(SYSTEMS.map((system) => control(system, 'DELETE', what)));
  };
  return {
    sandbox,
    gateway,
    url: new URL(gateway.graphql).origin,
    graphql: (who, query, variables = {}, init = {}) =>
      ask(gateway.graphql, tokenOf(sandbox, who), { query, variables }, init),
    requests: async (system) => {
      const response = await control(system, 'GET', 'requests');
      return ((await response.json()) as { requests: WatchedRequest[] }).requests;
    },
    forget: () => onBoth('requests'),
    fault: async (system, fault) => void (await control(system, 'POST', 'faults', fault)),
    clearFaults: () => onBoth('faults'),
    close: async () => {
      await gateway.close();
      await sandbox.close();
    },
  };
}

function tokenOf({ tokens }: Sandbox, who: Who): string | null {
  if (who === null || typeof who === 'object') return who?.token ?? null;
  const token = tokens[who];
  if (token === undefined) throw new Error(`there is no persona ${who}: ${Object.keys(tokens).join(', ')}`);
  return token;
}

async function ask(address: string, token: string | null, body: object, init: RequestInit): Promise<Reply> {
  const response = await fetch(address, {
    method: 'POST',
    body: JSON.stringify(body),
    ...init,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...Object.fromEntries(new Headers(init.headers)),
    },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

function parse(text: string): Reply['body'] {
  try {
    return JSON.parse(text) as Reply['body'];
  } catch {
    return {};
  }
}
