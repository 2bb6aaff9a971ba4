import { describe, expect, it } from 'vitest';
import { ancestry, resolveAlias } from './alias.ts';
import { DEFAULT_LIMITS } from './settings.ts';
import type { ConnectionConfig } from './settings.ts';
import { secret } from './upstream.test-server.ts';

const config: ConnectionConfig = {
  name: 'crm',
  adapter: 'salesforce',
  url: 'https://base.example/',
  auth: { grant: 'none' },
  limits: { deadline: 7, retries: undefined },
  options: { version: 'v60.0', strict: true },
  domains: {
    'TOP/ACME': { url: 'https://acme.example', limits: { concurrency: 3 }, options: { strict: false } },
    'TOP/ACME/EMEA/DE': { auth: { grant: 'bearer', token: secret('t') }, identity: 'service' },
  },
};

describe('ancestry', () => {
  it.each([
    ['TOP/ACME/EMEA', ['TOP/ACME/EMEA', 'TOP/ACME', 'TOP']],
    ['global', ['global']],
    ['', []],
  ])('%s', (domain, path) => expect(ancestry(domain)).toEqual(path));
});

describe('resolveAlias', () => {
  it.each([
    ['TOP', 'crm', 'https://base.example', 64],
    ['global', 'crm', 'https://base.example', 64],
    ['TOP/ACMETWO', 'crm', 'https://base.example', 64],
    ['constructor', 'crm', 'https://base.example', 64],
    ['TOP/ACME', 'crm@TOP/ACME', 'https://acme.example', 3],
    ['TOP/ACME/EMEA', 'crm@TOP/ACME', 'https://acme.example', 3],
    ['TOP/ACME/EMEA/DE', 'crm@TOP/ACME/EMEA/DE', 'https://acme.example', 3],
    ['TOP/ACME/EMEA/DE/BER', 'crm@TOP/ACME/EMEA/DE', 'https://acme.example', 3],
  ])('%s takes %s', (domain, key, url, concurrency) => {
    const alias = resolveAlias(config, domain);
    expect({ key: alias.key, url: alias.url }).toEqual({ key, url });
    expect(alias.limits).toEqual({ ...DEFAULT_LIMITS, deadline: 7, concurrency });
  });

  it('inherits what a child does not set, through the children between', () => {
    const alias = resolveAlias(config, 'TOP/ACME/EMEA/DE');
    expect(alias.auth.grant).toBe('bearer');
    expect(alias.options).toEqual({ version: 'v60.0', strict: false });
    expect(resolveAlias(config, 'TOP').options).toEqual({ version: 'v60.0', strict: true });
  });
});
