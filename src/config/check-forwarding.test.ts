import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConfigError, parseConfig } from './index.ts';
import { packageRoot } from './package-root.ts';

const connection = (adapter: string) => ({ adapter, url: 'https://a.example', auth: { grant: 'none' } });
const base = {
  identity: { issuer: 'https://id.example', audience: 'casegraph', jwks: 'https://id.example/jwks' },
  connections: {
    servicenow: connection('servicenow'),
    quiet: connection('allquiet'),
    live: connection('incidentio'),
  },
};

/** What is found wrong, a line each; none where all is well. */
function problemsOf(...forwarding: readonly object[]): readonly string[] {
  try {
    parseConfig(JSON.stringify({ ...base, forwarding }), 'test', {});
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ path, message }) => `${path} ${message}`);
  }
}

describe('forwarding', () => {
  it('is one rule for each tool', () => {
    expect(problemsOf({ from: 'quiet' }, { from: 'live', tasks: {}, mode: 'always' })).toEqual([]);
  });

  it.each([
    [[{ from: 'quite' }], 'forwarding.0.from names the connection "quite", which is not there'],
    [[{ from: 'servicenow' }], 'forwarding.0.from must name a connection to an incident tool'],
    [[{ from: 'quiet', to: 'live' }], 'forwarding.0.to must name a connection to a ServiceNow instance'],
    [[{ from: 'quiet' }, { from: 'quiet' }], 'forwarding.1.from is forwarded by another rule already'],
    [
      [{ from: 'quiet', states: { resolved: '5' } }],
      'forwarding.0.states.over must hold the state that "resolved" names',
    ],
    [
      [{ from: 'quiet', states: { open: '6' } }],
      'forwarding.0.states.over must not hold the states that "new" and "open" name',
    ],
    [
      [{ from: 'quiet', states: { closed: ['9'] } }],
      'forwarding.0.states.closed may hold only states that "over" holds too',
    ],
    [[{ from: 'quiet', table: 'Incident Table' }], 'forwarding.0.table must be a name of small letters'],
  ])('%j', (rules, wanted) => {
    const found = problemsOf(...rules);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(wanted);
  });

  it('the example is in order', () => {
    const example = readFileSync(join(packageRoot(), 'casegraph.example.yaml'), 'utf8');
    const lines = example.slice(example.indexOf('# forwarding:')).split('\n');
    const section = parse(lines.map((line) => line.replace(/^# ?/, '')).join('\n')) as {
      forwarding: object[];
    };
    expect(problemsOf(...section.forwarding.map((rule) => ({ ...rule, from: 'live' })))).toEqual([]);
  });
});
