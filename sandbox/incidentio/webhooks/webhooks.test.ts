import { afterEach, beforeEach, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import type { Receiver } from '../testing/receiver.ts';
import type { Served } from '../testing/serve.ts';
import type { Delivery } from './deliveries.ts';
import { strangers, webhookExamples } from '../testing/conforms.ts';
import { receiver } from '../testing/receiver.ts';
import { SECRET, serve, world } from '../testing/serve.ts';

let io: Served;
let hook: Receiver;
beforeEach(async () => {
  hook = await receiver();
  io = await serve({ webhooks: [{ url: hook.url, secret: SECRET }], retryAfterMs: [10, 20] });
});
afterEach(async () => {
  await io.close();
  await hook.close();
});

const live = world.incidents.find(
  ({ incident_status: status, visibility, mode }) =>
    status.category === 'live' && visibility === 'public' && mode === 'standard',
)!;
const secret = world.incidents.find(({ visibility }) => visibility === 'private')!;
const types = (): string[] =>
  hook.received.map(({ body }) => (JSON.parse(body) as { event_type: string }).event_type).sort();
const deliveries = async (): Promise<readonly Delivery[]> =>
  (await io.control('GET', 'deliveries')).body['deliveries'] as Delivery[];
async function settled(): Promise<readonly Delivery[]> {
  for (;;) {
    const list = await deliveries();
    if (list.every(({ state }) => state !== 'pending')) return list;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('what is sent verifies with an independent library and looks as the vendor shows', async () => {
  await io.post('/v2/incidents', {
    idempotency_key: 'w1',
    visibility: 'public',
    severity_id: world.organisation.severities[0]!.id,
    summary: 'x',
  });
  await io.control('POST', `incidents/${live.id}`, { status: 'Monitoring', message: 'Better now' });
  const made = await io.control('POST', 'follow_ups', { incident_id: live.id, title: 'Write it down' });
  await io.control('POST', `follow_ups/${(made.body['follow_up'] as { id: string }).id}`, {
    status: 'not_doing',
  });
  const received = await hook.count(5);
  expect(types()).toEqual([
    'public_incident.follow_up_created_v2',
    'public_incident.follow_up_updated_v2',
    'public_incident.incident_created_v2',
    'public_incident.incident_status_updated_v2',
    'public_incident.incident_updated_v2',
  ]);
  for (const { headers, body } of received) {
    const event = new Webhook(SECRET).verify(body, headers) as { event_type: string };
    expect(strangers(event, webhookExamples.get(event.event_type))).toEqual([]);
    expect(() => new Webhook(SECRET).verify(`${body} `, headers)).toThrow();
    expect(() => new Webhook('whsec_b3RoZXI=').verify(body, headers)).toThrow();
  }
  const status = received.find(({ body }) => body.includes('status_updated'))!;
  expect(JSON.parse(status.body)).toMatchObject({
    'public_incident.incident_status_updated_v2': {
      incident: { id: live.id },
      message: 'Better now',
      new_status: { name: 'Monitoring' },
      previous_status: live.incident_status,
    },
  });
  const updated = received.find(({ body }) => body.includes('.incident_updated'))!;
  expect(updated.body).toContain('"most_recent_update_message":"Better now"');
});

test('of private incidents only the id is told, and a change of status as any change', async () => {
  await io.control('POST', `incidents/${secret.id}`, { status: 'closed', message: 'Secret' });
  await hook.count(1);
  await settled();
  expect(hook.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    {
      event_type: 'private_incident.incident_updated_v2',
      'private_incident.incident_updated_v2': { id: secret.id },
    },
  ]);
});

test('an edit that changes nothing tells nobody', async () => {
  await io.post(`/v2/incidents/${live.id}/actions/edit`, {
    incident: { name: live.name, incident_status_id: live.incident_status.id },
    notify_incident_channel: false,
  });
  expect(await deliveries()).toEqual([]);
});

test('a refused delivery is tried again under its id, until it is taken or the attempts are used up', async () => {
  hook.answers = [500, 302];
  await io.control('POST', `incidents/${live.id}`, { message: 'First' });
  await hook.count(3);
  const [first] = await settled();
  expect(first).toMatchObject({
    state: 'delivered',
    attempts: [{ status: 500 }, { status: 302 }, { status: 204 }],
  });
  expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  hook.answers = [500, 500, 500];
  await io.control('POST', `incidents/${live.id}`, { message: 'Second' });
  await hook.count(6);
  const [, second] = await settled();
  expect(second).toMatchObject({ state: 'failed', attempts: [{}, {}, {}] });
});

test('an address where nobody listens is an attempt with an error', async () => {
  await hook.close();
  await io.control('POST', `incidents/${live.id}`, { message: 'Anyone?' });
  const [lost] = await settled();
  expect(lost).toMatchObject({
    state: 'failed',
    attempts: [{ status: null }, { status: null }, { status: null }],
  });
  expect(lost!.attempts[0]!.error).toMatch(/ECONNREFUSED/);
});

test('a delivery can be sent again, and for another moment', async () => {
  await io.control('POST', `incidents/${live.id}`, { message: 'Once' });
  await hook.count(1);
  const [{ id } = { id: '' }] = await settled();
  expect((await io.control('POST', `deliveries/${id}/resend`)).status).toBe(202);
  const [first, second] = await hook.count(2);
  expect([second!.headers['webhook-id'], second!.body]).toEqual([first!.headers['webhook-id'], first!.body]);
  const old = Math.floor(Date.now() / 1000) - 600;
  await io.control('POST', `deliveries/${id}/resend`, { timestamp: old });
  const third = (await hook.count(3))[2]!;
  expect(third.headers['webhook-timestamp']).toBe(String(old));
  expect(() => new Webhook(SECRET).verify(third.body, third.headers)).toThrow(/too old/);
});

test('endpoints come and go, take what they ask for, and are signed with both secrets of a rotation', async () => {
  const other = await receiver();
  const previous = 'whsec_cHJldmlvdXM=';
  const added = await io.control('POST', 'webhooks', {
    url: other.url,
    previous_secret: previous,
    events: ['public_incident.incident_updated_v2'],
  });
  expect(added).toMatchObject({ status: 201, body: { url: other.url, secret: SECRET } });
  await io.control('POST', `incidents/${live.id}`, { status: 'Monitoring' });
  await hook.count(2);
  const [only] = await other.count(1);
  for (const known of [SECRET, previous]) new Webhook(known).verify(only!.body, only!.headers);
  await io.control('DELETE', `webhooks/${String(added.body['id'])}`);
  await io.control('POST', `incidents/${live.id}`, { status: 'Fixing' });
  await hook.count(4);
  await settled();
  expect(other.received).toHaveLength(1);
  await io.control('DELETE', 'deliveries');
  expect(await deliveries()).toEqual([]);
  await other.close();
});

test('hundreds of changes arrive, each once', async () => {
  await Promise.all(
    Array.from({ length: 200 }, (_, n) => io.control('POST', `incidents/${live.id}`, { message: `n${n}` })),
  );
  const received = await hook.count(200);
  const list = await settled();
  expect(list).toHaveLength(200);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(200);
});
