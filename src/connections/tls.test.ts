import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { caller, connect, errorOf } from './upstream.test-server.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.pem`, import.meta.url), 'utf8');

it('trusts the certificate authority that the alias names, and no other', async () => {
  const pair = { cert: fixture('loopback.cert'), key: fixture('loopback.key') };
  const server = createServer(pair, (_, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = { method: 'GET', path: '/' } as const;

  const trusting = connect(url, { ca: pair.cert }).connections.sender('up', caller());
  expect((await trusting(get)).text).toBe('hello');
  for (const ca of [undefined, fixture('other.cert')]) {
    const wary = connect(url, { ca, limits: { retries: 0 } }).connections.sender('up', caller());
    const error = await errorOf(wary(get));
    expect(error.kind).toBe('upstream-unavailable');
    expect(error.detail).toMatch(/SELF_SIGNED|UNABLE_TO|signature/i);
  }
});
