import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createGraphQLAdapter } from '../../../adapters/graphql/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, KeyedAnswer, SendResponse } from '../../../src/contract/index.ts';
import { HOSTILE } from '../hostile.ts';
import { requestFor } from '../setup.ts';
import type { Sent } from './apollo-send.ts';
import { callsToApollo } from './apollo-send.ts';
import { DESK } from './desk-schema.ts';
import { deskServer } from './desk-server.ts';
import { incident, INCIDENT_OPTIONS } from './desk-tables.ts';

const adapter = createGraphQLAdapter();
const server = deskServer();
await server.start();
const schema = buildSchema(DESK);
const select = { columns: ['id', 'title'], joins: {} };

/** The incidents, found one by one. */
function byOne(one: Record<string, unknown>): BoundTable {
  return {
    ...incident,
    options: {
      one: { field: 'incident', argument: 'id', type: 'ID!', ...one },
      choices: INCIDENT_OPTIONS.choices,
    },
  };
}

async function lookUp(table: BoundTable, keys: readonly string[], log: Sent[] = []): Promise<KeyedAnswer> {
  const request = { ...requestFor(table, { select }), order: [], column: 'id' };
  return adapter.readByKeys(table, request, keys, callsToApollo(server, log)());
}

function outcomes({ results }: KeyedAnswer): unknown[] {
  return results.map((result) =>
    result instanceof CasegraphError ? result.kind : result.rows.map(({ values }) => values['id']),
  );
}

describe('rows found one by one', () => {
  it('come from aliases of one request, as many as declared', async () => {
    const log: Sent[] = [];
    const keys = Array.from({ length: 48 }, (_, n) => `I${String(n).padStart(3, '0')}`).filter(
      (key) => key !== 'I013',
    );
    const answer = await lookUp(byOne({ batch: 40 }), keys, log);
    expect(outcomes(answer)).toEqual(keys.map((key) => [key]));
    expect(log.map(({ variables }) => Object.keys(variables).length)).toEqual([40, 7]);
    expect(log[0]?.query).toMatch(
      /^query \(\$id: ID!, .*\{ k0: incident\(id: \$id\) \{ id title \} k1: incident/,
    );
  });

  it('fail one by one: a missing row is no row, a refusal is that key alone', async () => {
    expect(outcomes(await lookUp(byOne({}), ['I001', 'nobody', 'I013', 'I002', 'I001']))).toEqual([
      ['I001'],
      [],
      'upstream-unauthorized',
      ['I002'],
      ['I001'],
    ]);
  });

  it('are asked again where a field that cannot be null took the others with it', async () => {
    const log: Sent[] = [];
    const answer = await lookUp(byOne({ field: 'incidentStrictly' }), ['I001', 'nobody', 'I002'], log);
    expect(outcomes(answer)).toEqual([['I001'], [], ['I002']]);
    expect(log).toHaveLength(2);
  });

  it('are not asked for keys that cannot be', async () => {
    const log: Sent[] = [];
    expect(
      outcomes(await lookUp(byOne({ pattern: 'I[0-9]{3}' }), ['I001', "x' OR 1", 'I0010'], log)),
    ).toEqual([['I001'], [], []]);
    expect(log.map(({ variables }) => variables)).toEqual([{ id: 'I001' }]);
  });

  it('keep requests below the most bytes', async () => {
    const log: Sent[] = [];
    const small = createGraphQLAdapter({ maxBytes: 2_000 });
    const keys = Array.from({ length: 60 }, (_, n) => `${n}`.repeat(40));
    const request = { ...requestFor(byOne({}), { select }), order: [], column: 'id' };
    const { results } = await small.readByKeys(byOne({}), request, keys, callsToApollo(server, log)());
    expect(results).toHaveLength(60);
    expect(log.length).toBeGreaterThan(2);
    for (const sent of log) expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThanOrEqual(2_000);
  });
});

describe('related lists', () => {
  it('of many parents are one request, each list cut by itself', async () => {
    const log: Sent[] = [];
    const request = {
      ...requestFor(incident, { select, limit: 2 }),
      column: 'reporterId',
      via: 'Person.incidents',
    };
    const keys = Array.from({ length: 12 }, (_, n) => `P${String(n).padStart(2, '0')}`);
    const { results } = await adapter.readByKeys(incident, request, keys, callsToApollo(server, log)());
    expect(log).toHaveLength(1);
    expect(results[1]).toMatchObject({ more: true, rows: [{}, {}] });
    expect(results[11]).toEqual({ more: false, rows: [] });
  });
});

describe('documents', () => {
  it.each([...HOSTILE])('hold no value: %j', (value) => {
    const filter = { op: 'contains', column: 'title', value } as const;
    const { text } = adapter.plan(incident, requestFor(incident, { filter, limit: 3 }));
    const [query = '', variables = ''] = text.split('\n');
    expect(validate(schema, parse(query))).toEqual([]);
    expect(query).toBe(
      adapter
        .plan(incident, requestFor(incident, { filter: { ...filter, value: 'plain' }, limit: 3 }))
        .text.split('\n')[0],
    );
    expect(JSON.parse(variables)).toMatchObject({ where: { title: { _has: value } }, first: 3 });
  });

  it('ask for the selected columns only', () => {
    const request = requestFor(incident, { select: { columns: ['state', 'reporterCity'], joins: {} } });
    expect(adapter.plan(incident, request).text).toContain(
      '{ edges { node { id state { code name } reporter { city } } }',
    );
  });
});

const OK: SendResponse = {
  status: 200,
  headers: {},
  json: undefined,
  text: '',
  instance: 'https://desk.example',
};

function answering(response: Partial<SendResponse>): Call {
  return { ...callsToApollo(server)(), send: () => Promise.resolve({ ...OK, ...response }) };
}

async function failure(response: Partial<SendResponse>): Promise<unknown> {
  const plan = adapter.plan(incident, requestFor(incident, { select }));
  return adapter.read(incident, plan, answering(response)).catch((error: unknown) => error);
}

describe('errors', () => {
  it.each([
    ['UNAUTHENTICATED', 'upstream-unauthorized'],
    ['FORBIDDEN', 'upstream-unauthorized'],
    ['BAD_USER_INPUT', 'upstream-rejected'],
    ['GRAPHQL_VALIDATION_FAILED', 'upstream-rejected'],
    ['rate-limited', 'upstream-rate-limited'],
    ['INTERNAL_SERVER_ERROR', 'upstream-unavailable'],
    ['UPSTREAM_TIMEOUT', 'upstream-timeout'],
    ['constructor', 'upstream-rejected'],
    ['SOMETHING_ELSE', 'upstream-rejected'],
    [7, 'upstream-rejected'],
  ])('with the code %s are %s, whatever the status', async (code, kind) => {
    const errors = [{ message: 'SECRET words', extensions: { code, retryAfter: 9 } }];
    for (const status of [200, 400]) {
      const error = await failure({ status, json: { data: null, errors } });
      expect(error).toBeInstanceOf(CasegraphError);
      expect(error).toMatchObject({
        kind,
        retryAfter: 9,
        detail: expect.stringContaining('SECRET words') as string,
      });
      expect(String(error)).not.toContain('SECRET');
    }
  });

  const page = { hasNextPage: false, endCursor: null };
  it.each<unknown>([
    { data: [] },
    { data: 'x' },
    { data: {}, errors: {} },
    { data: {}, errors: [7] },
    { data: { incidents: null } },
    { data: { incidents: [] } },
    { data: { incidents: { edges: null, pageInfo: page } } },
    { data: { incidents: { edges: [null], pageInfo: page } } },
    { data: { incidents: { edges: [{ node: null }], pageInfo: page } } },
    { data: { incidents: { edges: [{ node: { id: null, title: 'x' } }], pageInfo: page } } },
    { data: { incidents: { edges: [{ node: { id: 'I1' } }], pageInfo: page } } },
    { data: { incidents: { edges: [{ node: { id: 'I1', title: {} } }], pageInfo: page } } },
    { data: { incidents: { edges: [] } } },
    { data: { incidents: { edges: [], pageInfo: { hasNextPage: true, endCursor: null } } } },
    { data: { incidents: { edges: [], pageInfo: { hasNextPage: 'no' } } } },
  ])('are answers such as %j', async (json) => {
    expect(await failure({ json })).toBeInstanceOf(CasegraphError);
  });

  it('of a part of a row fail the page: a cell that could not be read is not empty', async () => {
    const edges = [{ node: { id: 'I1', title: null } }];
    const errors = [
      { message: 'no', path: ['incidents', 'edges', 0, 'node', 'title'], extensions: { code: 'FORBIDDEN' } },
    ];
    expect(await failure({ json: { data: { incidents: { edges, pageInfo: page } }, errors } })).toMatchObject(
      { kind: 'upstream-unauthorized' },
    );
  });

  it('of a row that a reference leads to leave that row away', async () => {
    const edges = [{ node: { id: 'I1', _join_reporter: null } }];
    const errors = [
      {
        message: 'no',
        path: ['incidents', 'edges', 0, 'node', '_join_reporter'],
        extensions: { code: 'FORBIDDEN' },
      },
    ];
    const request = requestFor(incident, {
      select: { columns: ['id'], joins: { reporter: { columns: ['id'], joins: {} } } },
    });
    const call = answering({ json: { data: { incidents: { edges, pageInfo: page } }, errors } });
    const { rows } = await adapter.read(incident, adapter.plan(incident, request), call);
    expect(rows).toEqual([{ values: { id: 'I1' }, joined: { reporter: null } }]);
  });
});

describe('options', () => {
  it.each([{ path: 'graphql' }, { path: '//other.example/graphql' }, { path: '/a?b' }, { maxBytes: 1 }])(
    'are not %j',
    (options) => {
      expect(() => createGraphQLAdapter(options)).toThrow(RangeError);
    },
  );
});
