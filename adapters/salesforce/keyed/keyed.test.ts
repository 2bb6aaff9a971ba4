import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Filter,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  SendRequest,
} from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import { createSalesforceAdapter } from '../index.ts';
import { normaliseId } from '../id.ts';
import { settingsOf } from '../settings.ts';
import type { Recorded } from '../testing/replay.ts';
import { failure, replay, results, soqlIn } from '../testing/replay.ts';
import { accounts, opportunities } from '../testing/tables.ts';

const adapter = createSalesforceAdapter();
const bound = settingsOf({}).targetBytes;

function accountId(n: number): string {
  return normaliseId(`001000000${String(n).padStart(6, '0')}`)!;
}

function opportunityId(n: number): string {
  return normaliseId(`006000000${String(n).padStart(6, '0')}`)!;
}

function keyed(more: Partial<KeyedRequest>): KeyedRequest {
  return {
    column: 'id',
    select: { columns: ['id', 'name'], joins: {} },
    filter: null,
    order: [],
    limit: null,
    ...more,
  };
}

/** The ids in the IN list of a query. */
function idsIn(request: SendRequest): string[] {
  return (/ IN \((.*)\)/.exec(soqlIn(request))?.[1] ?? '').split(',').map((literal) => literal.slice(1, -1));
}

function rowsOf(answer: KeyedAnswer, index: number): unknown[] {
  const result = answer.results[index];
  if (result === undefined || result instanceof CasegraphError) throw result ?? new Error('no result');
  return result.rows.map(({ values }) => values);
}

const none = { rows: [], more: false };

describe('by id', () => {
  it('asks once for each id, whatever its form, and never for what is no id', async () => {
    const call = replay((request) => results(idsIn(request).map((Id) => ({ Id, Name: `n${Id}` }))));
    const a = accountId(1);
    const b = accountId(2);
    const keys = [a, 'no id', b.slice(0, 15), a, `${a.slice(0, 15)}ZZZ`];
    const answer = await adapter.readByKeys(accounts, keyed({}), keys, call);
    expect(call.requests.map(soqlIn)).toEqual([`SELECT Id,Name FROM Account WHERE Id IN ('${a}','${b}')`]);
    const row = (id: string): unknown => ({ rows: [{ values: { id, name: `n${id}` } }], more: false });
    expect(answer.results).toEqual([row(a), none, row(b), row(a), none]);
    expect(answer.instance).toBe('https://acme.lightning.force.com');
  });

  it('sends nothing where no key can exist', async () => {
    const call = replay([]);
    expect(await adapter.readByKeys(accounts, keyed({}), ['x', ''], call)).toEqual({ results: [none, none] });
    const impossible: Filter = { op: 'null', column: 'id' };
    expect(await adapter.readByKeys(accounts, keyed({ filter: impossible }), [accountId(1)], call)).toEqual({
      results: [none],
    });
    expect(call.requests).toEqual([]);
  });

  it('takes many plain ids in bodies of 2,000, null for the missing, in whatever order they come', async () => {
    const ids = Array.from({ length: 4_500 }, (_, n) => accountId(n));
    const call = replay((request) => {
      const asked = (request.json as { ids: string[] }).ids;
      return {
        json: asked
          .map((Id) => (Id === ids[7] ? null : { attributes: { type: 'Account' }, Id, Name: Id }))
          .reverse(),
      };
    });
    const answer = await adapter.readByKeys(
      accounts,
      keyed({ select: { columns: ['name'], joins: {} } }),
      ids,
      call,
    );
    expect(
      call.requests.map(({ method, path, json, idempotent }) => ({
        method,
        path,
        idempotent,
        size: (json as { ids: [] }).ids.length,
        fields: (json as { fields: [] }).fields,
      })),
    ).toEqual(
      [2000, 2000, 500].map((size) => ({
        method: 'POST',
        path: '/services/data/v62.0/composite/sobjects/Account',
        idempotent: true,
        size,
        fields: ['Name', 'Id'],
      })),
    );
    expect(answer.results[7]).toEqual(none);
    expect(
      answer.results.every((_, n) => n === 7 || (rowsOf(answer, n)[0] as { name: string }).name === ids[n]),
    ).toBe(true);
  });

  it.each([undefined, {}, [7], ['x'], [{ Id: accountId(1), Name: 7 }]])(
    'refuses bodies such as %j',
    async (json) => {
      const ids = Array.from({ length: 900 }, (_, n) => accountId(n));
      const answer = await adapter.readByKeys(accounts, keyed({}), ids, replay([{ json }]));
      expect(answer.results.every((result) => result instanceof CasegraphError)).toBe(true);
    },
  );

  it.each<[string, Partial<KeyedRequest>]>([
    ['a filter', { filter: { op: 'eq', column: 'closed', value: true } }],
    ['a joined row', { select: { columns: ['id'], joins: { account: { columns: ['name'], joins: {} } } } }],
    ['a field of a parent', { select: { columns: ['id', 'accountName'], joins: {} } }],
  ])('stays with queries where there is %s', async (_, more) => {
    const ids = Array.from({ length: 900 }, (_, n) => opportunityId(n));
    const call = replay(() => results([]));
    await adapter.readByKeys(opportunities, keyed(more), ids, call);
    expect(call.requests.length).toBeGreaterThan(1);
    expect(call.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('key lists', () => {
  it('are cut by encoded bytes, and no key is lost', async () => {
    const key = fc.string({
      unit: fc.constantFrom('a', 'B', 'ü', '😀', "'", '\\', '"', '\u0001', '%'),
      minLength: 1,
      maxLength: 300,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(key, { minLength: 1, maxLength: 120 }), async (keys) => {
        const call = replay((request) => {
          const literals = [...soqlIn(request).matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, body]) => body!);
          const names = literals.map((body) =>
            body.replace(/\\(u[0-9a-f]{4}|.)/g, (_, e: string) =>
              e.length > 1 ? String.fromCharCode(parseInt(e.slice(1), 16)) : e,
            ),
          );
          return results(names.map((Name) => ({ Id: accountId(1), Name })));
        });
        const answer = await adapter.readByKeys(
          accounts,
          keyed({ column: 'name', select: { columns: ['name'], joins: {} } }),
          keys,
          call,
        );
        for (const { path } of call.requests) expect(Buffer.byteLength(path)).toBeLessThanOrEqual(bound);
        keys.forEach((name, index) => {
          expect((rowsOf(answer, index) as { name: string }[]).map((row) => row.name.toLowerCase())).toEqual([
            name.toLowerCase(),
          ]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('fill their requests', async () => {
    const ids = Array.from({ length: 1_500 }, (_, n) => accountId(n));
    const call = replay(() => results([]));
    await adapter.readByKeys(opportunities, keyed({ column: 'accountId' }), ids, call);
    const sizes = call.requests.map(({ path }) => path.length);
    expect(call.requests.flatMap(idsIn)).toEqual(ids);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(bound - 30);
    expect(call.requests.length).toBe(3);
  });

  it('keep to a smaller bound where tokens are long', async () => {
    const call = replay(() => results([]));
    const small = createSalesforceAdapter({ headerReserve: 12_000 });
    await small.readByKeys(
      opportunities,
      keyed({ column: 'accountId' }),
      Array.from({ length: 300 }, (_, n) => accountId(n)),
      call,
    );
    expect(Math.max(...call.requests.map(({ path }) => path.length))).toBeLessThanOrEqual(16_384 - 12_000);
  });

  it('give a key that fits no request its own error', async () => {
    const call = replay((request) =>
      results(soqlIn(request).includes("'short'") ? [{ Id: accountId(1), Name: 'Short' }] : []),
    );
    const answer = await adapter.readByKeys(
      accounts,
      keyed({ column: 'name' }),
      ['😀'.repeat(1_500), 'short'],
      call,
    );
    expect(answer.results[0]).toMatchObject({
      kind: 'too-complex',
      message: expect.stringContaining('name') as string,
    });
    expect(rowsOf(answer, 1)).toEqual([{ id: accountId(1), name: 'Short' }]);
  });

  it('give a key that the column cannot hold its own error', async () => {
    const call = replay(() => results([{ Id: accountId(1), NumberOfEmployees: 7 }]));
    const request = keyed({ column: 'employees', select: { columns: ['id'], joins: {} } });
    const answer = await adapter.readByKeys(accounts, request, ['many', 7], call);
    expect(answer.results[0]).toMatchObject({ kind: 'invalid-input' });
    expect(rowsOf(answer, 1)).toEqual([{ id: accountId(1) }]);
    expect(soqlIn(call.requests[0])).toBe(
      'SELECT Id,NumberOfEmployees FROM Account WHERE NumberOfEmployees IN (7)',
    );
  });

  it('that fail fail alone', async () => {
    const ids = Array.from({ length: 1_500 }, (_, n) => accountId(n));
    const call = replay((request, index) =>
      index === 1
        ? new CasegraphError('upstream-timeout', 'too slow')
        : results(idsIn(request).map((AccountId) => ({ Id: opportunityId(1), Name: 'x', AccountId }))),
    );
    const answer = await adapter.readByKeys(opportunities, keyed({ column: 'accountId' }), ids, call);
    const failed = new Set(idsIn(call.requests[1]!));
    expect(failed.size).toBeGreaterThan(400);
    ids.forEach((id, index) => {
      if (failed.has(id)) expect(answer.results[index]).toMatchObject({ kind: 'upstream-timeout' });
      else expect(rowsOf(answer, index)).toHaveLength(1);
    });
  });

  it.each(['description', 'regions', 'callAt'])('cannot be of the column %s', async (column) => {
    const error = await failure(adapter.readByKeys(opportunities, keyed({ column }), ['x'], replay([])));
    expect(error).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining(column) as string,
    });
  });
});

describe('related rows without a limit', () => {
  it('come from one query and its pages, grouped by the reference, in order', async () => {
    const a = accountId(1);
    const b = accountId(2);
    const child = (n: number, AccountId: string): unknown => ({
      Id: opportunityId(n),
      Name: `o${n}`,
      AccountId,
    });
    const next = '/services/data/v62.0/query/01gB000003OCxSPIA1-2000';
    const call = replay([
      results([child(1, b), child(2, a)], { totalSize: 4, done: false, nextRecordsUrl: next }),
      results([child(3, b), child(4, accountId(3))], { totalSize: 4 }),
    ]);
    const request = keyed({
      column: 'accountId',
      filter: { op: 'eq', column: 'closed', value: false },
      order: [{ column: 'closeDate', direction: 'desc' }],
    });
    const answer = await adapter.readByKeys(opportunities, request, [a, b], call);
    expect(soqlIn(call.requests[0])).toBe(
      `SELECT Id,Name,AccountId FROM Opportunity WHERE IsClosed = false AND AccountId IN ('${a}','${b}') ORDER BY CloseDate DESC NULLS LAST`,
    );
    expect(call.requests[1]!.path).toBe(next);
    expect(rowsOf(answer, 0)).toEqual([{ id: opportunityId(2), name: 'o2' }]);
    expect(rowsOf(answer, 1)).toEqual([
      { id: opportunityId(1), name: 'o1' },
      { id: opportunityId(3), name: 'o3' },
    ]);
  });

  it('are recognised without regard to case, under the key as it was given', async () => {
    const call = replay(() => results([{ Id: accountId(1), Name: 'ACME' }]));
    const answer = await adapter.readByKeys(
      accounts,
      keyed({ column: 'name' }),
      ['acme', 'Acme', 'other'],
      call,
    );
    expect(soqlIn(call.requests[0])).toBe("SELECT Id,Name FROM Account WHERE Name IN ('Acme','other')");
    expect(answer.results.map((result) => (result as KeyedRows).rows.length)).toEqual([1, 1, 0]);
  });
});

describe('the first rows of each list', () => {
  const related = keyed({
    column: 'accountId',
    via: 'Account.Opportunities',
    limit: 2,
    order: [{ column: 'closeDate', direction: 'asc' }],
    filter: {
      op: 'or',
      any: [
        { op: 'eq', column: 'closed', value: false },
        { op: 'eq', column: 'stage', value: 'Won' },
      ],
    },
  });
  const a = accountId(1);
  const children = (from: number, size: number, more: Record<string, unknown> = {}): unknown => ({
    totalSize: size,
    done: true,
    records: Array.from({ length: size }, (_, n) => ({ Id: opportunityId(from + n), Name: `o${from + n}` })),
    ...more,
  });
  const childNext = '/services/data/v62.0/query/01gB000003OCxSPIA1-500';

  it('come from one child query for all parents, which asks for one more than wanted', async () => {
    const ids = [1, 2, 3, 4].map(accountId);
    const call = replay([
      results([
        { Id: ids[0], Opportunities: children(10, 3) },
        { Id: ids[1], Opportunities: null },
        { Id: ids[2], Opportunities: children(20, 2) },
      ]),
    ]);
    const answer = await adapter.readByKeys(opportunities, related, [...ids, ids[0]!.slice(0, 15)], call);
    expect(call.requests.map(soqlIn)).toEqual([
      `SELECT Id,(SELECT Id,Name FROM Opportunities WHERE (IsClosed = false OR StageName = 'Won') ORDER BY CloseDate ASC NULLS FIRST LIMIT 3) FROM Account WHERE Id IN ('${ids.join("','")}')`,
    ]);
    expect(
      answer.results.map((result) => ({
        rows: (result as KeyedRows).rows.length,
        more: (result as KeyedRows).more,
      })),
    ).toEqual([
      { rows: 2, more: true },
      { rows: 0, more: false },
      { rows: 2, more: false },
      { rows: 0, more: false },
      { rows: 2, more: true },
    ]);
  });

  it.each<[string, Recorded[], { rows: number; more: boolean }]>([
    ['breaks off early and goes on', [{ json: children(11, 1, { totalSize: 2 }) }], { rows: 2, more: false }],
    [
      'breaks off early and has more than wanted',
      [{ json: children(11, 2, { totalSize: 3 }) }],
      { rows: 2, more: true },
    ],
  ])('are complete where a list %s', async (_, further, expected) => {
    const cut = children(10, 1, { totalSize: 3, done: false, nextRecordsUrl: childNext });
    const call = replay([results([{ Id: a, Opportunities: cut }]), ...further]);
    const answer = await adapter.readByKeys(opportunities, related, [a], call);
    expect(call.requests[1]!.path).toBe(childNext);
    expect(rowsOf(answer, 0)).toHaveLength(expected.rows);
    expect(answer.results[0]).toMatchObject({ more: expected.more });
  });

  it('do not follow a list that is long enough', async () => {
    const cut = children(10, 3, { done: false, nextRecordsUrl: childNext });
    const call = replay([results([{ Id: a, Opportunities: cut }])]);
    expect((await adapter.readByKeys(opportunities, related, [a], call)).results[0]).toMatchObject({
      more: true,
    });
  });

  it('go on over the pages of the parents, children first', async () => {
    const parentNext = '/services/data/v62.0/query/01gB000003OCxSPIA1-2000';
    const cut = children(10, 1, { totalSize: 2, done: false, nextRecordsUrl: childNext });
    const call = replay([
      results([{ Id: a, Opportunities: cut }], { totalSize: 2, done: false, nextRecordsUrl: parentNext }),
      { json: children(11, 1) },
      results([{ Id: accountId(2), Opportunities: children(20, 1) }], { totalSize: 2 }),
    ]);
    const answer = await adapter.readByKeys(opportunities, related, [a, accountId(2)], call);
    expect(call.requests.map(({ path }) => path).slice(1)).toEqual([childNext, parentNext]);
    expect([rowsOf(answer, 0).length, rowsOf(answer, 1).length]).toEqual([2, 1]);
  });

  it('are not cut upstream where Salesforce cannot sort as asked', async () => {
    const call = replay(() => results([]));
    await adapter.readByKeys(
      opportunities,
      { ...related, order: [{ column: 'stage', direction: 'asc' }] },
      [a],
      call,
    );
    expect(soqlIn(call.requests[0])).toMatch(
      /^SELECT Id,Name,AccountId FROM Opportunity WHERE .* AND AccountId IN \('\w+'\)$/,
    );
  });

  it.each([
    7,
    [],
    { records: [] },
    { totalSize: 1, done: false, records: [{}] },
    { totalSize: 1, done: true, records: [7] },
  ])('are not %j', async (Opportunities) => {
    const call = replay([results([{ Id: a, Opportunities }])]);
    const answer = await adapter.readByKeys(opportunities, related, [a], call);
    expect(answer.results[0]).toMatchObject({ kind: 'upstream-unavailable' });
  });

  it.each(['Account', 'Account.Opportunities.More', 'Account.Opp FROM X', '.'])(
    'have a name, which is not %j',
    async (via) => {
      const error = await failure(adapter.readByKeys(opportunities, { ...related, via }, [a], replay([])));
      expect(error.message).toContain('expected Parent.List');
    },
  );
});
