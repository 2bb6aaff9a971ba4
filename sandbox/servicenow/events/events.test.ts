import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { listen } from '../../http/listen.ts';
import type { Listener } from '../../http/listen.ts';
import { NOW, request, smallServer } from '../testing/call.ts';
import type { Call } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';
import type { Message } from './message.ts';
import { EventSender } from './sender.ts';
import type { Delivery } from './sender.ts';

interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Readonly<Record<string, string>>;
}

const SECRET = 'a secret of both';
const INCIDENT = `/api/now/table/incident/${id('INC0000001')}`;
const CASE = `/api/now/table/sn_customerservice_case/${id('CS0000001')}`;

let ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(ends.map((end) => end()));
  ends = [];
});

/** An endpoint that writes down what it gets and answers `status`. */
async function endpoint(status = 204): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server: Server = createServer((message, response) => {
    const parts: Buffer[] = [];
    message.on('data', (part: Buffer) => parts.push(part));
    message.on('end', () => {
      const text = Buffer.concat(parts).toString();
      received.push({ headers: message.headers, text, body: JSON.parse(text) as Received['body'] });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  ends.push(async () => server.closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events/servicenow`, received };
}

interface Told {
  readonly url: string | null;
  readonly pending: number;
  readonly deliveries: readonly Delivery[];
}

interface Instance {
  readonly call: Call;
  /** One of the control routes, over HTTP. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly told: () => Promise<Told>;
  /** What was sent, once nothing is on its way. */
  readonly settled: () => Promise<readonly Delivery[]>;
}

async function instance(events?: { url: string; secret: string }): Promise<Instance> {
  const { service, call } = smallServer(events ? { events } : {});
  const listener: Listener = await listen(service, { port: 0 });
  ends.push(
    () => listener.close(),
    async () => service.close?.(),
  );
  const control = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${listener.url}/__sandbox/events${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const told = async (): Promise<Told> => (await (await control('GET', '')).json()) as Told;
  const settled = async (): Promise<readonly Delivery[]> => {
    await expect.poll(async () => (await told()).pending).toBe(0);
    return (await told()).deliveries;
  };
  return { call, control, told, settled };
}

describe('what is sent', () => {
  test('an update, signed over id, time and body', async () => {
    const { url, received } = await endpoint();
    const { call, settled } = await instance({ url, secret: SECRET });
    await call(INCIDENT, { method: 'PATCH', body: { state: '3', hold_reason: '1' } });
    expect(await settled()).toMatchObject([{ seq: 1, url, status: 204, problem: null, done: true }]);
    const [event] = received;
    expect(event?.body).toEqual({
      id: event?.headers['x-casegraph-id'],
      table: 'incident',
      sys_id: id('INC0000001'),
      operation: 'update',
      sys_updated_on: '2026-03-10 15:30:00',
      sys_mod_count: '4',
    });
    expect(event?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-casegraph-timestamp': String(NOW / 1000),
    });
    const signed = `${event?.body.id ?? ''}.${NOW / 1000}.${event?.text ?? ''}`;
    const signature = createHmac('sha256', SECRET).update(signed).digest('hex');
    expect(event?.headers['x-casegraph-signature']).toBe(`v1=${signature}`);
  });

  test.each([
    ['an insert', '/api/now/table/incident', 'POST', { short_description: 'New' }, 'insert'],
    ['an incident task', '/api/now/table/incident_task', 'POST', { incident: id('INC0000001') }, 'insert'],
    ['a journal entry alone', CASE, 'PATCH', { work_notes: 'Seen' }, 'update'],
    ['a problem', `/api/now/table/problem/${id('PRB0000001')}`, 'PATCH', { state: '102' }, 'update'],
    [
      'a write through the parent class',
      `/api/now/table/task/${id('INC0000001')}`,
      'PATCH',
      { impact: '2' },
      'update',
    ],
  ])('%s', async (_, target, method, body, operation) => {
    const { url, received } = await endpoint();
    const { call, settled } = await instance({ url, secret: SECRET });
    expect((await call(target, { method, body })).status).toBeLessThan(300);
    await settled();
    expect(received.map((event) => event.body.operation)).toEqual([operation]);
  });

  test.each([
    ['a write that changes nothing', INCIDENT, 'PATCH', { state: '2' }],
    ['a refused write', INCIDENT, 'PATCH', { state: '6' }],
    [
      'a journal write on a closed incident',
      `/api/now/table/incident/${id('INC0000002')}`,
      'PATCH',
      { comments: 'late' },
    ],
    ['a table that is not reported', '/api/now/table/problem_task', 'POST', { short_description: 'x' }],
    ['a read', INCIDENT, 'GET', undefined],
  ])('nothing for %s', async (_, target, method, body) => {
    const { url, received } = await endpoint();
    const { call, settled } = await instance({ url, secret: SECRET });
    await call(target, { method, body });
    expect(await settled()).toEqual([]);
    expect(received).toEqual([]);
  });

  test('in the order of the writes, each id once', async () => {
    const { url, received } = await endpoint();
    const { call, settled } = await instance({ url, secret: SECRET });
    for (let at = 0; at < 100; at += 1)
      await call(INCIDENT, { method: 'PATCH', body: { short_description: `Turn ${at}` } });
    const counts = (await settled()).map(({ event }) => Number(event.sys_mod_count));
    expect(counts).toEqual(Array.from({ length: 100 }, (_, at) => at + 4));
    expect(new Set(received.map(({ body }) => body.id)).size).toBe(100);
  });

  test('what does not arrive is not sent again', async () => {
    const { url, received } = await endpoint(500);
    const { call, settled } = await instance({ url, secret: SECRET });
    await call(INCIDENT, { method: 'PATCH', body: { state: '3' } });
    expect(await settled()).toMatchObject([{ status: 500, done: true }]);
    expect(received).toHaveLength(1);
  });

  test('an endpoint that is not there does not disturb the write', async () => {
    const { call, settled } = await instance({ url: 'http://127.0.0.1:1/', secret: SECRET });
    expect((await call(INCIDENT, { method: 'PATCH', body: { state: '3' } })).status).toBe(200);
    expect(await settled()).toMatchObject([
      { status: null, problem: expect.stringMatching(/ECONNREFUSED/) as string },
    ]);
  });
});

describe('control', () => {
  test('switched on, off and on again while it runs', async () => {
    const { url, received } = await endpoint();
    const { call, control, told, settled } = await instance();
    const write = (text: string) => call(INCIDENT, { method: 'PATCH', body: { short_description: text } });
    await write('before');
    expect(await told()).toEqual({ url: null, pending: 0, lost: 0, deliveries: [] });
    expect((await control('PUT', '', { url, secret: SECRET })).status).toBe(204);
    await write('on');
    await settled();
    expect((await control('DELETE', '')).status).toBe(204);
    await write('off');
    await control('PUT', '', { url, secret: SECRET });
    await write('on again');
    await settled();
    expect(received.map(({ body }) => body.sys_mod_count)).toEqual(['5', '7']);
    expect(JSON.stringify(await told())).not.toContain(SECRET);
  });

  test('sent again byte for byte', async () => {
    const { url, received } = await endpoint();
    const { call, control, settled } = await instance({ url, secret: SECRET });
    await call(INCIDENT, { method: 'PATCH', body: { state: '3' } });
    await settled();
    expect((await control('POST', '/deliveries/1/resend')).status).toBe(202);
    expect(await settled()).toMatchObject([{ seq: 1 }, { seq: 2, status: 204 }]);
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
  });

  test('the list is forgotten', async () => {
    const { url } = await endpoint();
    const { call, control, settled } = await instance({ url, secret: SECRET });
    await call(INCIDENT, { method: 'PATCH', body: { state: '3' } });
    await settled();
    expect((await control('DELETE', '/deliveries')).status).toBe(204);
    expect(await settled()).toEqual([]);
    expect((await control('POST', '/deliveries/1/resend')).status).toBe(404);
  });

  test.each([
    ['no JSON', 'nonsense', /not JSON/],
    ['no secret', { url: 'http://127.0.0.1/' }, /Send/],
    ['an empty secret', { url: 'http://127.0.0.1/', secret: '' }, /secret must not be empty/],
    ['another protocol', { url: 'file:///etc/hosts', secret: 'x' }, /http or https/],
    ['no address', { url: 'nowhere', secret: 'x' }, /http or https/],
  ])('refuses %s', async (_, body, words) => {
    const { control, told } = await instance();
    const answer = await control('PUT', '', body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(words);
    expect((await told()).url).toBeNull();
  });

  test('other control routes stay what they are', () => {
    const { service } = smallServer();
    expect(service.control?.(request('/__sandbox/requests', { as: null }))).toBeUndefined();
  });
});

describe('the sender', () => {
  test('four at a time at most, waiting events are signed when they go', async () => {
    const open: { message: Message; answer: (status: number) => void }[] = [];
    let time = 1_000_000;
    let made = 0;
    const sender = new EventSender(
      { url: 'http://127.0.0.1/', secret: SECRET },
      (_url, message) => new Promise((answer) => open.push({ message, answer })),
      () => time,
      () => `event ${++made}`,
    );
    const table = {
      name: 'incident',
      label: 'Incident',
      root: 'task',
      columns: new Map(),
      display: 'number',
      platform: false,
    };
    for (let at = 0; at < 6; at += 1) sender.publish({ table, values: { sys_id: String(at) } }, 'update');
    expect(open).toHaveLength(4);
    expect(sender.load).toEqual({ pending: 6, lost: 0 });
    time += 60_000;
    open[0]?.answer(204);
    await expect.poll(() => open.length).toBe(5);
    expect(open.map(({ message }) => message.headers['x-casegraph-timestamp'])).toEqual([
      ...Array<string>(4).fill('1000'),
      '1060',
    ]);
    sender.setTarget(null);
    for (const { answer } of open.slice(1)) answer(204);
    await expect.poll(() => sender.load.pending).toBe(0);
    expect(sender.deliveries().at(-1)).toMatchObject({
      status: null,
      problem: expect.stringMatching(/switched off/) as string,
    });
  });
});
