import { X509Certificate, createPrivateKey } from 'node:crypto';
import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listener } from './listen.ts';
import { selfSigned } from './certificate.ts';
import { listen } from './listen.ts';

const tls = selfSigned(Date.now());
let listener: Listener;

beforeAll(async () => {
  listener = await listen(
    { name: 'echo', handle: ({ origin }) => ({ status: 200, body: { origin } }) },
    { port: 0, tls },
  );
});
afterAll(() => listener.close());

function get(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ca, agent: false }, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk: string) => (text += chunk)).on('end', () => resolve(text));
    });
    sent.on('error', reject).end();
  });
}

test('the certificate names loopback and signs itself', () => {
  const read = new X509Certificate(tls.cert);
  expect(read.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
  expect(read.checkPrivateKey(createPrivateKey(tls.key))).toBe(true);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.ca).toBe(true);
});

test('a client that trusts it can call by address and by name', async () => {
  const { port } = new URL(listener.url);
  for (const host of ['127.0.0.1', 'localhost'])
    expect(JSON.parse(await get(`https://${host}:${port}/`, tls.cert))).toEqual({
      origin: `https://${host}:${port}`,
    });
});

test('a client that trusts another certificate refuses it', async () => {
  await expect(get(listener.url, selfSigned(Date.now()).cert)).rejects.toThrow(/self-signed certificate/);
});
