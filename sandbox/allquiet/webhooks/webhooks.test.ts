import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { IncidentResource } from '../incidents/resource.ts';
import type { Scene } from '../testing/scene.ts';
import { startScene, world } from '../testing/scene.ts';
import type { Delivery } from './outbox.ts';

interface Call {
  readonly authorization: string | undefined;
  readonly body: { readonly incidentId: string; readonly incident: IncidentResource };
}

let scene: Scene;
let receiver: Server;
let calls: Call[];
/** What the next calls are answered with; then 204. */
let answers: (number | 'drop')[];

beforeEach(async () => {
  [calls, answers] = [[], []];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      calls.push({ authorization: request.headers.authorization, body: JSON.parse(text) as Call['body'] });
      const answer = answers.shift() ?? 204;
      if (answer === 'drop') response.destroy();
      else response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  scene = await startScene({ webhooks: { attempts: 3, retryMs: 5, timeoutMs: 1_000 } });
});
afterEach(async () => {
  await scene.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const url = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/events/allquiet`;
const setUp = async (more: object = {}): Promise<string> => {
  const response = await scene.control('POST', 'webhooks', { url: url(), ...more });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
};
const deliveries = async (): Promise<readonly Delivery[]> =>
  ((await (await scene.control('GET', 'deliveries')).json()) as { deliveries: Delivery[] }).deliveries;
const settled = (count: number): Promise<readonly Delivery[]> =>
  vi.waitFor(async () => {
    const list = await deliveries();
    expect(list.map(({ state }) => state)).toEqual(
      Array.from({ length: count }, () => expect.not.stringMatching('pending') as string),
    );
    return list;
  });
const create = async (): Promise<IncidentResource> =>
  (await scene.call('POST', '/incident', { title: 'A', status: 'Open', severity: 'Minor' })).body;
const comment = (id: string, message: string) =>
  scene.call('PATCH', `/incident/${id}`, { operations: { appendIntent: { intent: 'Commented', message } } });
const forward = (id: string, to: string) =>
  scene.call('PATCH', `/incident/${id}`, {
    operations: {
      appendIntent: {
        intent: 'Forwarded',
        intentOptions: { forwardingOptions: { outboundIntegration: { id: to } } },
      },
    },
  });

test('each change is told with the incident as the API shows it, under the bearer token', async () => {
  await setUp();
  const made = await create();
  await settled(1);
  const { body } = await comment(made.id, 'Hello');
  const list = await settled(2);
  expect(calls.map(({ authorization }) => authorization)).toEqual(['Bearer t-default', 'Bearer t-default']);
  expect(calls[0]!.body).toEqual({ incidentId: made.id, incident: made });
  expect(calls[1]!.body).toEqual({ incidentId: made.id, incident: body });
  expect(list.map(({ state, attempts }) => [state, attempts.map(({ status }) => status)])).toEqual([
    ['delivered', [204]],
    ['delivered', [204]],
  ]);
});

test.each<[string, (number | 'drop')[], string, (number | null)[]]>([
  ['a server error is tried again', [500, 204], 'delivered', [500, 204]],
  ['so is a refusal, an answer elsewhere, and a lost connection', [401, 302], 'delivered', [401, 302, 204]],
  ['three attempts are all', ['drop', 503, 'drop', 204], 'failed', [null, 503, null]],
])('%s', async (_, given, state, statuses) => {
  answers = given;
  await setUp({ token: 't-own' });
  await create();
  const [delivery] = await settled(1);
  expect([delivery!.state, delivery!.attempts.map(({ status }) => status)]).toEqual([state, statuses]);
  expect(new Set(calls.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer t-own']));
});

test('a delivery is sent again as it was, whatever has happened since', async () => {
  await setUp();
  const made = await create();
  const [first] = await settled(1);
  await comment(made.id, 'Later');
  await settled(2);
  const again = await scene.control('POST', `deliveries/${first!.id}/send`);
  expect([again.status, await again.json()]).toEqual([202, { id: '3' }]);
  await settled(3);
  expect(calls[2]).toEqual(calls[0]);
  expect((await scene.control('POST', 'deliveries/99/send')).status).toBe(404);
});

describe('modes', () => {
  const told = async (): Promise<(string | null)[]> => {
    await settled((await deliveries()).length);
    return calls.map(({ body }) => body.incident.events.at(-1)!.modification.intent);
  };
  test.each<[string, object, (string | null)[]]>([
    ['always', {}, [null, 'Commented', 'Forwarded', 'Commented']],
    ['always after forwarding', { triggersOnlyOnForwarded: true }, ['Forwarded', 'Commented']],
    [
      'only on forwarding',
      { triggersOnlyOnForwarded: true, skipUpdatingAfterForwarding: true },
      ['Forwarded'],
    ],
  ])('%s', async (_, mode, expected) => {
    const endpoint = await setUp(mode);
    const { id } = await create();
    await told();
    await comment(id, 'Before');
    await told();
    expect((await forward(id, endpoint)).status).toBe(200);
    await told();
    await comment(id, 'After');
    expect(await told()).toEqual(expected);
  });
});

test('webhooks are listed and removed, and what is none is refused', async () => {
  const id = await setUp({ displayName: 'Gateway' });
  expect(await (await scene.control('GET', 'webhooks')).json()).toMatchObject({
    webhooks: [{ id, displayName: 'Gateway' }],
  });
  expect((await scene.control('DELETE', `webhooks/${id}`)).status).toBe(204);
  expect((await scene.control('DELETE', `webhooks/${id}`)).status).toBe(404);
  for (const bad of [{}, { url: 'ftp://a.example' }, { url: url(), mode: 'Always' }]) {
    const refused = await scene.control('POST', 'webhooks', bad);
    expect([refused.status, ((await refused.json()) as { error: string }).error]).toEqual([
      400,
      expect.stringContaining('url'),
    ]);
  }
  await setUp();
  expect((await scene.control('DELETE', 'webhooks')).status).toBe(204);
  await create();
  expect(await deliveries()).toEqual([]);
  expect((await scene.control('GET', 'nothing')).status).toBe(404);
});

test('a flood is delivered whole', async () => {
  await setUp();
  const { id } = world.incidents.find(({ isArchived }) => !isArchived)!;
  for (let n = 0; n < 60; n++) await comment(id, `comment ${n}`);
  await settled(60);
  expect(new Set(calls.map(({ body }) => body.incident.events.at(-1)!.message)).size).toBe(60);
  expect((await scene.control('DELETE', 'deliveries')).status).toBe(204);
  expect(await deliveries()).toEqual([]);
});

test('closing gives up what is under way', async () => {
  await scene.close();
  scene = await startScene({ webhooks: { attempts: 9, retryMs: 10, timeoutMs: 1_000 } });
  answers = Array.from({ length: 20 }, () => 'drop' as const);
  await setUp();
  await create();
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(1));
  await scene.close();
  const before = calls.length;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(calls.length).toBe(before);
});
