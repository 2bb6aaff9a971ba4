import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/fixture.test-server.ts';
import type { TestServer } from '../testing/fixture.test-server.ts';
import { isFromOwnPage } from './personas.ts';

let directory: string;
let server: TestServer | undefined;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'casegraph-playground-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Casegraph</title>');
  await writeFile(join(directory, 'assets/a.js'), 'export {};');
  await writeFile(join(directory, 'secret.env'), 'KEY=1');
});
afterAll(() => rm(directory, { recursive: true }));
afterEach(() => server?.close());

const PERSONAS = [{ name: 'agent', description: 'An agent', token: 'a.b.c' }];

it('serves the page and its files under a strict policy, packed and plain', async () => {
  server = await startTestServer({ playground: { directory } });
  for (const path of ['/', '/playground']) {
    const page = await fetch(server.url + path);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
    expect(await page.text()).toContain('Casegraph');
  }
  const script = await fetch(`${server.url}/playground/assets/a.js`, {
    headers: { 'accept-encoding': 'identity' },
  });
  expect([await script.text(), script.headers.get('content-encoding')]).toEqual(['export {};', null]);
  expect(script.headers.get('cache-control')).toContain('immutable');
  const packed = await fetch(`${server.url}/playground/assets/a.js`);
  expect([await packed.text(), packed.headers.get('content-encoding')]).toEqual(['export {};', 'gzip']);
});

it.each([
  '/playground/secret.env',
  '/playground/../package.json',
  '/playground/%2e%2e/package.json',
  '/playground/assets/../secret.env',
  '/playground/assets',
])('has nothing at %s', async (path) => {
  server = await startTestServer({ playground: { directory } });
  expect((await fetch(server.url + path)).status).toBe(404);
});

it('says what to do when it has not been built', async () => {
  server = await startTestServer({ playground: { directory: join(directory, 'none') } });
  const response = await fetch(server.url);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build');
});

describe('personas', () => {
  it('are there in dev mode', async () => {
    server = await startTestServer({
      playground: { directory },
      mode: 'dev',
      personas: async () => PERSONAS,
    });
    const response = await fetch(`${server.url}/playground/personas`);
    expect(await response.json()).toEqual({ personas: PERSONAS });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const foreign = await fetch(`${server.url}/playground/personas`, {
      headers: { origin: 'https://evil.example' },
    });
    expect([foreign.status, (await foreign.text()).includes('a.b.c')]).toEqual([403, false]);
  });

  it.each<[string, object]>([
    ['in production', { mode: 'production', playground: true }],
    ['without a playground', { mode: 'dev', playground: false }],
  ])('are not there %s', async (_name, options) => {
    server = await startTestServer({ personas: async () => PERSONAS, ...options });
    expect((await fetch(`${server.url}/playground/personas`)).status).toBe(404);
  });

  it.each<[string, IncomingHttpHeaders, string, boolean]>([
    ['this page', { host: '127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }, '127.0.0.1', true],
    ['this page over IPv6', { host: '[::1]:4000', 'sec-fetch-site': 'same-origin' }, '::1', true],
    ['a script on this machine', { host: 'localhost:4000' }, '::ffff:127.0.0.1', true],
    ['another machine', { host: '10.0.0.5:4000' }, '10.0.0.7', false],
    ['another machine that claims to be this one', { host: '127.0.0.1:4000' }, '10.0.0.7', false],
    ['a proxy on this machine', { host: '127.0.0.1:4000', 'x-forwarded-for': '1.2.3.4' }, '127.0.0.1', false],
    ['a name rebound to this machine', { host: 'evil.example:4000' }, '127.0.0.1', false],
    ['a name that begins like this machine', { host: '127.0.0.1.evil.example' }, '127.0.0.1', false],
    ['no name', {}, '127.0.0.1', false],
    [
      'a page of another site',
      { host: '127.0.0.1:4000', 'sec-fetch-site': 'cross-site' },
      '127.0.0.1',
      false,
    ],
    ['a page on another port', { host: '127.0.0.1:4000', 'sec-fetch-site': 'same-site' }, '127.0.0.1', false],
    ['the address bar', { host: '127.0.0.1:4000', 'sec-fetch-site': 'none' }, '127.0.0.1', false],
    ['another origin', { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:5000' }, '127.0.0.1', false],
  ])('asked by %s', (_name, headers, address, expected) => {
    expect(isFromOwnPage(headers, address)).toBe(expected);
  });
});
