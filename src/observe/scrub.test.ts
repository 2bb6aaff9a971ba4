import { expect, it } from 'vitest';
import { scrub } from './scrub.ts';

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl';

it.each([
  ['a JWT anywhere', `{"note":"got ${JWT} here"}`, JWT],
  [
    'a Salesforce session',
    '{"x":"00D000000000001!AQcAQH0dMHZfz972Szmpkb58urFRkgeBGsxL"}',
    'AQcAQH0dMHZfz972',
  ],
  ['an authorization header', '{"authorization":"Basic YWRhOmxvdmVsYWNl"}', 'YWRhOmxvdmVsYWNl'],
  ['a password', '{"password":"hunter2 and more"}', 'hunter2'],
  ['a nested secret in text', '{"msg":"{\\"client_secret\\":\\"s3cr3t-value\\"}"}', 's3cr3t-value'],
  ['a query parameter', '{"url":"https://x/y?a=1&access_token=abcdef123456&b=2"}', 'abcdef123456'],
  ['credentials in an address', '{"url":"https://ada:lovelace@example.com/"}', 'lovelace'],
  [
    'a private key',
    '-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBg\\n-----END PRIVATE KEY-----',
    'MIIEvQIBADANBg',
  ],
  ['an API key', "x-sn-apikey: 'now_k3y_12345'", 'now_k3y_12345'],
])('takes out %s', (_, line, secret) => {
  expect(scrub(line)).not.toContain(secret);
});

it('leaves ordinary lines alone', () => {
  const line =
    '{"level":30,"msg":"listening","port":4000,"tokens":3,"path":"/api/now/table/incident?sysparm_limit=5"}';
  expect(scrub(line)).toBe(line);
});
