import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptInstance } from './instance.ts';
import { maskPath, scrub } from './mask.ts';
import { pathProblem } from './path.ts';

describe('pathProblem', () => {
  it.each([
    '/',
    '/api/now/table/incident?sysparm_query=a%3D..%2F',
    '/a/b..c',
    '/a?next=//x/../y',
    '/.well-known/x',
    '/a//b',
  ])('takes %s', (path) => expect(pathProblem(path)).toBeNull());
  it.each([
    '',
    'api',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/a/../b',
    '/..',
    '/a/%2e%2E/b',
    '/a%2f..%2fb',
    '/a%5c..',
    '/./a',
    '/a b',
    '/a\r\nx: y',
    '/a\u0000',
    '/ä',
    '/a#b',
  ])('refuses %j', (path) => expect(pathProblem(path)).toBeTruthy());

  it('takes nothing that a URL parser reads as another host or a path elsewhere', () => {
    const risky = fc.array(
      fc.constantFrom('/', '.', '..', '\\', '%2e', '%2F', '@', ':', '?', 'a', '\t', '//', 'evil.example'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(risky, (parts) => {
        const path = `/${parts.join('')}`;
        if (pathProblem(path) !== null) return;
        const url = new URL(`https://host.example/base${path}`);
        expect(url.host).toBe('host.example');
        expect(url.pathname.startsWith('/base/')).toBe(true);
        expect(new URL(path, 'https://host.example').host).toBe('host.example');
      }),
    );
  });
});

describe('acceptInstance', () => {
  it.each([
    ['https://acme.my.salesforce.com', 'https://login.salesforce.com', 'https://acme.my.salesforce.com'],
    ['https://acme.my.salesforce.com/', 'https://login.salesforce.com', 'https://acme.my.salesforce.com'],
    ['http://127.0.0.1:99', 'http://127.0.0.1:80', 'http://127.0.0.1:99'],
    ['http://localhost:99', 'https://127.0.0.1:80', 'http://localhost:99'],
    ['http://crm.internal:99', 'http://crm.internal', 'http://crm.internal:99'],
    ['http://acme.my.salesforce.com', 'https://login.salesforce.com', null],
    ['http://login.salesforce.com', 'https://login.salesforce.com', null],
    ['http://other.internal', 'http://crm.internal', null],
    ['http://127.0.0.1:99', 'https://login.salesforce.com', null],
    ['https://127.0.0.1', 'https://login.salesforce.com', null],
    ['http://2130706433/', 'https://login.salesforce.com', null],
    ['https://0.0.0.0/', 'https://login.salesforce.com', null],
    ['https://[::ffff:127.0.0.1]/', 'https://login.salesforce.com', null],
    ['https://a.localhost/', 'https://login.salesforce.com', null],
    ['https://[::1]/', 'https://login.salesforce.com', null],
    ['https://user@acme.example', 'https://login.salesforce.com', null],
    ['file:///etc/passwd', 'http://127.0.0.1', null],
    ['javascript:alert(1)', 'https://a.example', null],
    ['acme', 'https://a.example', null],
  ])('%s, configured %s', (named, configured, expected) =>
    expect(acceptInstance(named, configured)).toBe(expected),
  );
});

describe('maskPath', () => {
  it.each([
    ['/a/b', '/a/b'],
    ['/a?q=1&access_token=xyz&b', '/a?q=1&access_token=***&b'],
    ['/a?client_secret=x&PASSWORD=y&assertion=z', '/a?client_secret=***&PASSWORD=***&assertion=***'],
    ['/a?%74oken=x', '/a?%74oken=***'],
    ['/a?%zz=x&q=token', '/a?%zz=x&q=token'],
  ])('%s', (path, masked) => expect(maskPath(path)).toBe(masked));
});

describe('scrub', () => {
  it('removes secrets in every form they may come back in', () => {
    const secret = 'p"ss w/rd';
    const text = JSON.stringify({ said: `${secret} ${encodeURIComponent(secret)}` });
    expect(scrub(`${text} ${secret}`, [secret, ''])).toBe('{"said":"*** ***"} ***');
  });
  it('cuts', () => expect(scrub('x'.repeat(9999), [])).toHaveLength(500));
});
