import { devConfig } from '../../src/cli/dev-config.ts';
import { startGateway, type Gateway } from '../../src/gateway.ts';
import { createLog } from '../../src/observe/log.ts';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { patient } from '../harness/patient.ts';
import type { GraphError } from '../harness/stack.ts';
import type { Post } from './ask.ts';
import { DEADLINE } from './sequences.ts';

/** Two gateways before one door of ServiceNow, where one sequence at a time runs: what is broken there is broken for nobody else. */
export interface Lane {
  /** One per gateway. What one has begun, the other takes up as after a restart: it remembers nothing of it. */
  readonly posts: readonly [Post, Post];
  fault(fault: FaultInput): Promise<void>;
  clearFaults(): Promise<void>;
  close(): Promise<void>;
}

export async function startLane(sandbox: Sandbox, door: string): Promise<Lane> {
  const { urls, credentials, tokens } = sandbox;
  const settings = devConfig({ ...urls, servicenow: door, credentials, tokens }, 0, DEADLINE);
  const start = (): Promise<Gateway> => startGateway({ config: patient(settings), log: createLog('silent') });
  const gateways = [await start(), await start()] as const;
  const control = async (method: string, body?: object): Promise<void> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${door}/__sandbox/faults`, init);
    if (!response.ok) throw new Error(`${method} faults: ${response.status} ${await response.text()}`);
  };
  const post =
    ({ graphql }: Gateway): Post =>
    async (who, query, variables) => {
      const authorization = `Bearer ${tokens[who] ?? ''}`;
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache', authorization };
      const response = await fetch(graphql, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as { data?: unknown; errors?: GraphError[] };
    };
  return {
    posts: [post(gateways[0]), post(gateways[1])],
    fault: (fault) => control('POST', fault),
    clearFaults: () => control('DELETE'),
    close: async () => {
      await Promise.all(gateways.map((gateway) => gateway.close()));
    },
  };
}
