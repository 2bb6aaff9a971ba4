import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Limits } from './limits/limits.ts';
import { startTestServer, TOKEN } from './testing/fixture.test-server.ts';
import type { TestServer } from './testing/fixture.test-server.ts';

let server: TestServer | undefined;
let sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await server?.close();
});

const QUICK: Partial<Limits> = {
  headersTimeout: 300,
  requestTimeout: 500,
  connectionsCheckingInterval: 50,
  keepAliveTimeout: 300,
};

function open(): { socket: Socket; text: () => string; closed: Promise<number> } {
  const socket = connect(Number(new URL(server!.url).port), '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined);
  const start = performance.now();
  const closed = new Promise<number>((resolve) =>
    socket.on('close', () => resolve(performance.now() - start)),
  );
  return { socket, text: () => text, closed };
}

const head = (length: number, more = '') =>
  `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TOKEN}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${more}\r\n`;
const request = (query: string, more = '') => {
  const body = JSON.stringify({ query });
  return head(Buffer.byteLength(body), more) + body;
};

describe('a slow client is dropped', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['that says nothing', () => undefined],
    [
      'that never ends its headers',
      (socket) => {
        socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
        setInterval(() => socket.write('x-a: b\r\n'), 50).unref();
      },
    ],
    ['that never sends its body', (socket) => void socket.write(head(100))],
    [
      'that sends its body byte by byte',
      (socket) => {
        socket.write(head(1000));
        setInterval(() => socket.write('x'), 50).unref();
      },
    ],
    ['that is idle after its answer', (socket) => void socket.write(request('{ hello }'))],
  ])('%s', async (_name, act) => {
    server = await startTestServer({ limits: QUICK });
    const { socket, closed } = open();
    act(socket);
    // Node keeps an idle connection for a second beyond its keep-alive timeout.
    expect(await closed).toBeLessThan(2500);
  });

  it('that does not take its answer', async () => {
    server = await startTestServer({ limits: { ...QUICK, responseTimeout: 300 } });
    const { socket, closed } = open();
    socket.pause();
    socket.write(request('{ big(bytes: 30000000) }'));
    setTimeout(() => socket.resume(), 1500);
    await closed;
    expect(socket.bytesRead).toBeLessThan(30_000_000);
  });
});

it('a request that takes its time to run is not taken for a slow client', async () => {
  server = await startTestServer({ limits: QUICK });
  const response = await server.post({ query: '{ slow(ms: 900) }' });
  expect(await response.json()).toEqual({ data: { slow: 'done' } });
});

it('a connection may not pile up requests', async () => {
  server = await startTestServer({ limits: { pipelined: 5 } });
  const { socket, closed, text } = open();
  socket.write(request('{ slow(ms: 5000) }').repeat(6));
  expect(await closed).toBeLessThan(1500);
  expect(text()).toBe('');
});

it('headers beyond their bound are refused', async () => {
  server = await startTestServer();
  const { socket, closed, text } = open();
  socket.write(request('{ hello }', `x-pad: ${'x'.repeat(20_000)}\r\n`));
  await closed;
  expect(text()).toMatch(/^HTTP\/1\.1 431/);
});

it('connections beyond their bound are not taken', async () => {
  server = await startTestServer({ limits: { connections: 2 } });
  const first = [open(), open()];
  await Promise.all(first.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await open().closed).toBeLessThan(500);
});
