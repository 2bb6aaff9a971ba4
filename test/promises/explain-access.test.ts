import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainTo } from '../../src/cli/explain-access.ts';
import { runCommand } from '../harness/command.ts';

/** What an administrator is told about who may do what, and by which line of which file. */
const DIRECTIVES = fileURLToPath(new URL('../../schema/directives.graphql', import.meta.url));
const TABLES = `type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "crm", object: "Opportunity")
  @source(connection: "crm-acme", object: "Opportunity", domain: "TOP/ACME")
  @access(kinds: [AGENT], read: ["agent"], write: ["boss"])
  @access(kinds: [CONTACT], where: { accountId: { eq: { viewer: "account" } } })
  @denyUnless(on: [WRITE], where: { closed: { ne: true } }) {
  id: ID! @key(column: "Id")
  amount: Decimal
    @column(name: "Amount")
    @access(read: ["boss"])
    @access(read: ["agent"], where: { closed: { eq: true } })
  closed: Boolean @column(name: "IsClosed", writable: true)
  accountId: ID @column(name: "AccountId")
}
`;
const ADA = { sub: 'ada', kind: 'agent', roles: ['agent'], domain: 'TOP/ACME' };
const BO = { ...ADA, sub: 'bo', roles: ['agent', 'boss'], domain: 'TOP/GLOBEX' };
const CY = { ...ADA, sub: 'cy', kind: 'contact', roles: [] };

let folder: string;
let config: string;
let issuer: Server;
let token: (claims: object) => Promise<string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casegraph-explain-'));
  mkdirSync(join(folder, 'schema'));
  cpSync(DIRECTIVES, join(folder, 'schema/directives.graphql'));
  writeFileSync(join(folder, 'schema/deal.graphql'), TABLES);
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] });
  issuer = createServer((_, response) => void response.end(keys));
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  token = (claims) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt' })
      .setIssuer('https://id.example')
      .setAudience('casegraph')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
  config = configFor('casegraph.yaml', (issuer.address() as AddressInfo).port);
});
afterAll(() => {
  issuer.close();
  rmSync(folder, { recursive: true });
});

function configFor(name: string, port: number): string {
  const path = join(folder, name);
  const crm =
    '{ adapter: salesforce, url: https://crm.example, auth: { grant: bearer, token: { value: t } } }';
  writeFileSync(
    path,
    `server: { mode: dev }
identity: { issuer: 'https://id.example', audience: casegraph, jwks: 'http://127.0.0.1:${port}/jwks' }
connections: { crm: ${crm}, crm-acme: ${crm} }
tables: { schema: schema }
`,
  );
  return path;
}

async function explain(who: object | string, asked: Partial<Parameters<typeof explainTo>[1]> = {}) {
  let out = '';
  const as = typeof who === 'string' ? who : JSON.stringify(who);
  const options = { config, as, table: 'Deal', operation: 'read' as const, ...asked };
  const code = await explainTo((text) => void (out += text), options);
  return { code, out };
}

describe('casegraph explain-access', () => {
  it('names the rule that opens, what was tried, the rows and the source', async () => {
    expect(await explain(ADA, { column: 'amount' })).toEqual({
      code: 0,
      out: `read Deal.amount: allowed in some rows
  viewer   ada, agent, roles agent, domain TOP/ACME
  source   Opportunity of connection crm-acme, placed in TOP/ACME
  rows     closed = true

  read Deal: allowed
  → deal.graphql:5:3 @access(kinds: [AGENT], read: ["agent"], write: ["boss"])
      holds
    deal.graphql:6:3 @access(kinds: [CONTACT], where: {accountId: {eq: {viewer: "account"}}})
      does not hold: the viewer is of another kind

  read Deal.amount: allowed in some rows: closed = true
    deal.graphql:11:5 @access(read: ["boss"])
      does not hold: the viewer has none of the roles
  → deal.graphql:12:5 @access(read: ["agent"], where: {closed: {eq: true}})
      holds where closed = true

`,
    });
  });

  it('says what a deny-unless leaves, and that a row that is written must be seen', async () => {
    const { code, out } = await explain(BO, { operation: 'write' });
    expect([code, out.split('\n').slice(0, 4)]).toEqual([
      0,
      [
        'write Deal: allowed in some rows',
        '  viewer   bo, agent, roles agent, boss, domain TOP/GLOBEX',
        '  source   Opportunity of connection crm, placed in global',
        '  rows     closed ≠ true',
      ],
    ]);
    expect(out).toContain('  read Deal (a row that is written must be seen): allowed\n');
  });

  it('ends with 1 where it is denied, and says what is missing', async () => {
    const { code, out } = await explain(CY);
    expect([code, out.split('\n')[0]]).toEqual([1, 'read Deal: denied']);
    expect(out).toContain('  rows     no rows');
    expect(out).toContain('does not hold: the viewer lacks a value that it compares with');
  });

  it('takes a token as the gateway would', async () => {
    const { code, out } = await explain(await token(ADA));
    expect([code, out.split('\n')[0]]).toEqual([0, 'read Deal: allowed']);
  });

  it('refuses a token that the gateway would refuse', async () => {
    const [head, , signature] = (await token(ADA)).split('.');
    const forged = [head, Buffer.from('{"sub":"eve"}').toString('base64url'), signature].join('.');
    await expect(explain(forged)).rejects.toThrow('The access token is not valid for this gateway.');
  });

  it('says that a token was not verified where the issuer cannot be reached', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const { code, out } = await explain(await token(ADA), { config: configFor('offline.yaml', port) });
    expect(code).toBe(0);
    expect(out).toMatch(/^The token was not verified: .*\nread Deal: allowed\n/);
  });

  it.each([
    [ADA, { table: 'Deel' }, 'There is no table Deel. Did you mean Deal?'],
    [ADA, { column: 'amont' }, 'Deal has no column amont. Did you mean amount?'],
    ['{ sub: ada }', {}, '--as starts with { but is no JSON.'],
    ['ada', {}, 'holds no bearer token'],
  ])('bad input: %s %s', async (who, asked, message) => {
    await expect(explain(who, asked)).rejects.toThrow(message);
  });

  it('as a command it ends with 1 where it is denied, and with 2 for claims that make no viewer', async () => {
    const run = async (who: object) => {
      const options = ['--config', config, '--as', JSON.stringify(who), '--table', 'Deal'];
      const command = runCommand('explain-access', ...options);
      return { code: await command.ended, ...command.output };
    };
    expect(await run(CY)).toMatchObject({
      code: 1,
      err: '',
      out: expect.stringMatching(/^read Deal: denied\n/) as string,
    });
    const bad = await run({ ...ADA, kind: 'robot' });
    expect([bad.code, bad.out]).toEqual([2, '']);
    expect(bad.err).toContain('claim "kind" is none of agent, contact, consumer, service');
    expect(bad.err).not.toMatch(/\n\s+at /);
  }, 60_000);
});
