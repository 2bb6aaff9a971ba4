import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchedRequest } from '../../sandbox/http/watch.ts';
import { startStack, type Stack, type System } from '../harness/stack.ts';

/**
 * What rows below many parents cost, by the record that the systems keep of what they were asked: one request for 100 parents, and for 1,000 as many
 * as the system's own limits demand. `test/contract/checks/batches.ts` holds each adapter to the same for keys of every kind.
 */
let stack: Stack;
beforeAll(async () => {
  const wide = { aliases: 200, rootFields: 200 };
  stack = await startStack({
    cases: 1_400,
    config: (config) => ({
      ...config,
      limits: { ...config.limits, ...wide },
    }),
  });
  // Tokens and the tree of domains are there before anything is counted.
  await stack.graphql(
    'agent-itsm',
    '{ cases(first: 1) { nodes { number } } opportunities(first: 1) { nodes { probability } } }',
  );
});
afterAll(() => stack.close());

const SYSTEMS: readonly System[] = ['servicenow', 'salesforce'];

interface Asked<Data> {
  readonly data: Data;
  readonly servicenow: readonly WatchedRequest[];
  readonly salesforce: readonly WatchedRequest[];
}

async function ask<Data>(query: string): Promise<Asked<Data>> {
  await stack.forget();
  const { body } = await stack.graphql('agent-itsm', query);
  expect(body.errors).toBeUndefined();
  const [servicenow = [], salesforce = []] = await Promise.all(
    SYSTEMS.map((system) => stack.requests(system)),
  );
  return { data: body.data as Data, servicenow, salesforce };
}

const wordsOf = (requests: readonly WatchedRequest[]): string[] =>
  requests.map(({ method, path }) => `${method} ${path}`);

/** The least number of requests that can carry the keys of these within targets of so many bytes. */
function demanded(
  requests: readonly WatchedRequest[],
  key: RegExp,
  separator: number,
  bound: number,
): number {
  const targets = requests.map(({ path, query }) => {
    const keys = query.match(key) ?? [];
    const bytes = keys.reduce((sum, found) => sum + found.length + separator, 0);
    const target = path.length + 1 + query.length;
    expect(target).toBeLessThanOrEqual(bound);
    return { bytes, bare: target - bytes };
  });
  const room = bound - Math.max(...targets.map(({ bare }) => bare));
  return Math.ceil(targets.reduce((sum, { bytes }) => sum + bytes, 0) / room);
}

interface Nodes<Row> {
  readonly nodes: readonly Row[];
}

const ACCOUNTS = 'GET /api/now/table/customer_account';
const CASES = 'GET /api/now/table/sn_customerservice_case';
const BATCH = 'POST /api/now/v1/batch';
const QUERY = 'GET /services/data/v62.0/query';

describe('100 parents', () => {
  it('bring the rows that their references lead to along in their own request', async () => {
    const { data, servicenow, salesforce } = await ask<{ cases: Nodes<unknown> }>(
      '{ cases(first: 100) { nodes { number account { name } contact { email } incident { number state { label } } problem { number } assignedTo { name } } } }',
    );
    expect(data.cases.nodes).toHaveLength(100);
    expect(wordsOf(servicenow)).toEqual([CASES]);
    expect(salesforce).toEqual([]);
  });

  it('cost one request for references that cannot come along', async () => {
    const { data, servicenow } = await ask<{ cases: Nodes<{ parentCase: unknown }> }>(
      '{ cases(first: 100, filter: { parentCase: { isNull: false } }) { nodes { number parentCase { number shortDescription } } } }',
    );
    expect(data.cases.nodes.length).toBeGreaterThan(5);
    expect(data.cases.nodes.every(({ parentCase }) => parentCase !== null)).toBe(true);
    expect(wordsOf(servicenow)).toEqual([CASES, CASES]);
  });

  it('cost one request for the first rows of a related list in ServiceNow', async () => {
    const { data, servicenow } = await ask<{ accounts: Nodes<{ cases: Nodes<unknown> }> }>(
      '{ accounts(first: 100) { nodes { number cases(first: 2, orderBy: [{ number: DESC }]) { nodes { number } pageInfo { hasNextPage } } } } }',
    );
    expect(data.accounts.nodes).toHaveLength(100);
    expect(data.accounts.nodes.some(({ cases }) => cases.nodes.length === 2)).toBe(true);
    expect(wordsOf(servicenow)).toEqual([ACCOUNTS, BATCH]);
  });

  it('cost one request for the first rows of a related list in Salesforce', async () => {
    const { data, servicenow, salesforce } = await ask<{
      accounts: Nodes<{ opportunities: Nodes<unknown> }>;
    }>('{ accounts(first: 100) { nodes { name opportunities(first: 3) { nodes { name amount } } } } }');
    expect(data.accounts.nodes.some(({ opportunities }) => opportunities.nodes.length === 3)).toBe(true);
    expect(wordsOf(servicenow)).toEqual([ACCOUNTS]);
    expect(wordsOf(salesforce)).toEqual([QUERY]);
  });

  it('cost one request each way across systems, by natural keys', async () => {
    const { data, servicenow, salesforce } = await ask<{ opportunities: Nodes<{ account: unknown }> }>(
      '{ opportunities(first: 100) { nodes { closeDate account { number name } } } }',
    );
    expect(data.opportunities.nodes.some(({ account }) => account !== null)).toBe(true);
    expect(wordsOf(salesforce)).toEqual([QUERY]);
    expect(wordsOf(servicenow)).toEqual([ACCOUNTS]);
  });
});

describe('100 rows that are asked for apart, by natural keys', () => {
  const aliased = (keys: readonly string[], field: (key: string) => string): string =>
    `{ ${keys.map((key, index) => `row${index}: ${field(key)}`).join(' ')} }`;

  it('cost one request in ServiceNow', async () => {
    const found = await ask<{ cases: Nodes<{ number: string }> }>(
      '{ cases(first: 100) { nodes { number } } }',
    );
    const numbers = found.data.cases.nodes.map(({ number }) => number);
    const { data, servicenow } = await ask<Record<string, { number: string }>>(
      aliased(numbers, (number) => `case(number: "${number}") { number shortDescription }`),
    );
    expect(Object.values(data).map(({ number }) => number)).toEqual(numbers);
    expect(wordsOf(servicenow)).toEqual([CASES]);
  });

  it('cost one request in Salesforce', async () => {
    const found = await ask<{ opportunities: Nodes<{ salesforceId: string }> }>(
      '{ opportunities(first: 100, orderBy: [{ name: ASC }]) { nodes { salesforceId } } }',
    );
    const ids = found.data.opportunities.nodes.map(({ salesforceId }) => salesforceId);
    const { data, salesforce } = await ask<Record<string, { salesforceId: string }>>(
      aliased(ids, (id) => `opportunity(salesforceId: "${id}") { salesforceId name stage { label } }`),
    );
    expect(Object.values(data).map(({ salesforceId }) => salesforceId)).toEqual(ids);
    expect(wordsOf(salesforce)).toEqual([QUERY]);
  });
});

describe('1,000 parents', () => {
  /** Request lines that ServiceNow takes have 8,182 bytes; the adapter keeps its paths to 8,000. */
  const SERVICENOW_TARGET = 8_000;
  /** Lists that one batch runs within its 30 seconds. */
  const LISTS = 100;

  it('are one page, and their references cost what the bytes of the keys demand', async () => {
    const { data, servicenow } = await ask<{ cases: Nodes<{ parentCase: unknown }> }>(
      '{ cases(first: 1000) { nodes { number parentCase { number shortDescription } } } }',
    );
    expect(data.cases.nodes).toHaveLength(1_000);
    const [page, ...lookups] = servicenow;
    expect(page?.query).toContain('sysparm_limit=1001');
    expect(wordsOf(lookups)).toEqual(lookups.map(() => CASES));
    expect(lookups).toHaveLength(Math.max(1, demanded(lookups, /[0-9a-f]{32}/g, 1, SERVICENOW_TARGET)));
  });

  it('cost as many batches as their lists demand', async () => {
    const { data, servicenow } = await ask<{ cases: Nodes<unknown> }>(
      '{ cases(first: 1000, orderBy: [{ number: DESC }]) { nodes { number requests(first: 1) { nodes { number } } } } }',
    );
    expect(data.cases.nodes).toHaveLength(1_000);
    expect(wordsOf(servicenow)).toEqual([CASES, ...Array.from({ length: 1_000 / LISTS }, () => BATCH)]);
  });

  it('of Salesforce are one page, and cost what the bytes of their natural keys demand in ServiceNow', async () => {
    const { data, servicenow, salesforce } = await ask<{ opportunities: Nodes<unknown> }>(
      '{ opportunities(first: 1000, orderBy: [{ closeDate: ASC }]) { nodes { amount account { number accountCode: number industry: name } } } }',
    );
    expect(data.opportunities.nodes).toHaveLength(1_000);
    expect(wordsOf(salesforce)).toEqual([QUERY]);
    expect(wordsOf(servicenow)).toEqual(servicenow.map(() => ACCOUNTS));
    expect(servicenow).toHaveLength(demanded(servicenow, /001[0-9A-Za-z]{15}/g, 1, SERVICENOW_TARGET));
  });

  it('of all accounts cost what the bytes of their ids demand in Salesforce', async () => {
    const { data, salesforce } = await ask<{ accounts: Nodes<unknown> }>(
      '{ accounts(first: 1000) { nodes { number opportunities(first: 2, orderBy: [{ amount: DESC }]) { nodes { amount } } } } }',
    );
    expect(data.accounts.nodes.length).toBeGreaterThan(250);
    // 16,384 bytes of address and headers, of which 2,560 are kept for headers.
    const bound = 16_384 - 2_560 - 'GET  HTTP/1.1\r\n'.length;
    expect(salesforce).toHaveLength(demanded(salesforce, /001[0-9A-Za-z]{15}/g, "''%2C".length, bound));
  });
});
