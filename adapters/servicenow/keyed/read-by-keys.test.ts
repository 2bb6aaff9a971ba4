import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, KeyedAnswer, KeyedRequest, Operand } from '../../../src/contract/index.ts';
import { createServiceNowAdapter } from '../index.ts';
import { batch, failure, fakeCall, json, list, nextLink } from '../testing/fake-call.ts';
import { splitQuery } from '../testing/split-query.ts';
import { CASE, sysId } from '../testing/tables.ts';

const adapter = createServiceNowAdapter();

function read(keys: readonly Operand[], change: Partial<KeyedRequest>, call: Call): Promise<KeyedAnswer> {
  const order = [{ column: 'id', direction: 'asc' as const }];
  const base: KeyedRequest = {
    select: { columns: ['number'], joins: {} },
    filter: null,
    order,
    limit: null,
    column: 'id',
  };
  return adapter.readByKeys(CASE, { ...base, ...change }, keys, call);
}

type Record_ = Readonly<Record<string, string>>;

/** An instance with these records: answers `=` and `IN` on one column, without case, with limit and offset. */
function instance(records: readonly Record_[]) {
  return (_: unknown, url: URL) => {
    const { groups } = splitQuery(url.searchParams.get('sysparm_query') ?? '');
    const wanted = new Map<string, Set<string>>();
    for (const { column, operator, value } of groups[0]?.[0] ?? []) {
      const values = operator === 'IN' ? value.split(',') : [value];
      wanted.set(
        column,
        new Set([...(wanted.get(column) ?? []), ...values.map((text) => text.toLowerCase())]),
      );
    }
    const found = records.filter((record) =>
      [...wanted].every(([column, values]) => values.has((record[column] ?? '').toLowerCase())),
    );
    const limit = Number(url.searchParams.get('sysparm_limit'));
    const offset = Number(url.searchParams.get('sysparm_offset') ?? 0);
    return list(
      found.slice(offset, offset + limit),
      offset + limit < found.length ? nextLink(offset + limit) : {},
    );
  };
}

const numbers = (answer: KeyedAnswer) =>
  answer.results.map((result) =>
    result instanceof CasegraphError ? result.kind : result.rows.map((row) => row.values['number']),
  );

describe('rows of a unique key', () => {
  it('come with one IN list, in the order of the keys, repeats and misses included', async () => {
    const call = fakeCall(instance([1, 2, 3].map((n) => ({ sys_id: sysId(n), number: `CS${n}` }))));
    const answer = await read([sysId(3), sysId(9), sysId(1), sysId(3)], {}, call);
    expect(numbers(answer)).toEqual([['CS3'], [], ['CS1'], ['CS3']]);
    expect(answer.instance).toBe('https://acme.example');
    expect(call.sent).toHaveLength(1);
    const { searchParams } = new URL(call.sent[0]?.path ?? '', 'https://x');
    expect(searchParams.get('sysparm_query')).toBe(
      `sys_idIN${sysId(3)},${sysId(9)},${sysId(1)}^ORDERBYsys_id`,
    );
    expect(Object.fromEntries(searchParams)).toMatchObject({
      sysparm_fields: 'number,sys_id',
      sysparm_limit: '3',
      sysparm_no_count: 'true',
      sysparm_suppress_pagination_header: 'true',
    });
  });

  it('are not asked for where the key is no sys_id', async () => {
    const call = fakeCall(() => list([]));
    expect(numbers(await read(['nope', 'x^NQ', sysId(1).toUpperCase() + 'A', ''], {}, call))).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(call.sent).toEqual([]);
  });

  it('are asked for in chunks whose request lines stay within the bound, each failing alone', async () => {
    const records = Array.from({ length: 700 }, (_, n) => ({ sys_id: sysId(n), number: `CS${n}` }));
    const answerer = instance(records);
    const call = fakeCall((request, url) =>
      url.href.includes(sysId(699)) ? failure(403, 'User Not Authorized', 'x') : answerer(request, url),
    );
    const results = numbers(
      await read(
        records.map((record) => record.sys_id),
        {},
        call,
      ),
    );
    expect(call.sent.length).toBeLessThanOrEqual(4);
    for (const { path } of call.sent) expect(Buffer.byteLength(path)).toBeLessThanOrEqual(8000);
    expect(results[0]).toEqual(['CS0']);
    expect(results[699]).toBe('upstream-unauthorized');
  });
});

describe('rows of a natural key', () => {
  it('are told apart without regard to case, with a term of its own for what cannot stand in a list', async () => {
    const call = fakeCall(instance([{ number: 'CS1' }, { number: 'a,b' }]));
    const answer = await read(['cs1', 'A,b', 'x^ORy', '', 'a\nb'], { column: 'number' }, call);
    expect(numbers(answer)).toEqual([['CS1'], ['a,b'], 'invalid-input', [], 'invalid-input']);
    expect(new URL(call.sent[0]?.path ?? '', 'https://x').searchParams.get('sysparm_query')).toBe(
      'number=cs1^ORnumber=A,b^ORDERBYsys_id',
    );
  });
});

describe('related lists', () => {
  const cases = [1, 2, 3, 4, 5].flatMap((account) =>
    Array.from({ length: account }, (_, n) => ({ account: sysId(account), number: `${account}.${n}` })),
  );
  const ids = [5, 2, 1, 7].map(sysId);

  it('without a limit: one IN list, every page of it', async () => {
    const answerer = instance(cases);
    const call = fakeCall((request, url) => {
      url.searchParams.set('sysparm_limit', '3');
      return answerer(request, url);
    });
    const answer = await read(ids, { column: 'accountId' }, call);
    expect(numbers(answer)).toEqual([['5.0', '5.1', '5.2', '5.3', '5.4'], ['2.0', '2.1'], ['1.0'], []]);
    expect(call.sent).toHaveLength(3);
  });

  it('with a limit: one batch of short lists', async () => {
    const answerer = instance(cases);
    const call = fakeCall((request) => batch(request, (url) => answerer(request, url)));
    const answer = await read(ids, { column: 'accountId', limit: 2 }, call);
    expect(answer.results).toMatchObject([{ more: true }, { more: false }, { more: false }, { more: false }]);
    expect(numbers(answer)).toEqual([['5.0', '5.1'], ['2.0', '2.1'], ['1.0'], []]);
    expect(call.sent).toHaveLength(1);
    const { rest_requests: items } = call.sent[0]?.json as { rest_requests: readonly { url: string }[] };
    expect(new URL(items[0]?.url ?? '', 'https://x').searchParams.get('sysparm_limit')).toBe('3');
  });

  it('with a limit and one key: one plain list', async () => {
    const call = fakeCall(instance(cases));
    const answer = await read([sysId(5)], { column: 'accountId', limit: 2 }, call);
    expect(numbers(answer)).toEqual([['5.0', '5.1']]);
    expect(answer.results[0]).toMatchObject({ more: true });
    expect(call.sent).toMatchObject([{ method: 'GET' }]);
  });

  it('read on behind a page that rows are hidden from', async () => {
    const call = fakeCall((_, url) =>
      url.searchParams.has('sysparm_offset')
        ? list([
            { account: sysId(5), number: 'b' },
            { account: sysId(5), number: 'c' },
          ])
        : list([{ account: sysId(5), number: 'a' }], nextLink(3)),
    );
    const answer = await read([sysId(5)], { column: 'accountId', limit: 2 }, call);
    expect(numbers(answer)).toEqual([['a', 'b']]);
    expect(answer.results[0]).toMatchObject({ more: true });
  });

  it('keep the failure of an item to its key', async () => {
    const call = fakeCall((request) =>
      batch(request, (_, index) => {
        if (index === 0) return failure(403, 'Insufficient rights to query records', null);
        if (index === 1) return null;
        return index === 2 ? json('', 500) : list([{ account: sysId(7), number: 'x' }]);
      }),
    );
    const answer = await read(ids, { column: 'accountId', limit: 2 }, call);
    expect(numbers(answer)).toEqual([
      'upstream-unauthorized',
      'upstream-timeout',
      'upstream-unavailable',
      ['x'],
    ]);
  });

  it('are not cut upstream where upstream cannot sort as wanted', async () => {
    const call = fakeCall(instance(cases));
    const order = [{ column: 'category', direction: 'asc' as const }];
    const answer = await read([sysId(5)], { column: 'accountId', limit: 2, order }, call);
    expect(answer.results[0]).toMatchObject({ more: false, rows: { length: 5 } });
  });

  it('say which column the account may not read', async () => {
    const call = fakeCall(() => list([{ number: 'x' }]));
    const [result] = (await read([sysId(5)], { column: 'accountId' }, call)).results;
    expect(result).toMatchObject({
      kind: 'upstream-unauthorized',
      message: expect.stringContaining('accountId of Case') as string,
    });
  });

  it('stop at a bound', async () => {
    const page = Array.from({ length: 1000 }, () => ({ account: sysId(5), number: 'x' }));
    const call = fakeCall((_, url) =>
      list(page, nextLink(Number(url.searchParams.get('sysparm_offset') ?? 0) + 1000)),
    );
    expect(numbers(await read([sysId(5)], { column: 'accountId' }, call))).toEqual(['too-complex']);
    expect(call.sent.length).toBeLessThanOrEqual(11);
  });

  it('pass a cancelled call on', async () => {
    const call = fakeCall(() => Promise.reject(new CasegraphError('cancelled', 'gone')));
    await expect(read(ids, { column: 'accountId', limit: 2 }, call)).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });
});

describe('any keys and conditions', () => {
  const key = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom('a,b', '=x', 'NULL', 'STANCEOFx'),
  );

  it('are asked for once each, within the bound, and never in more requests than needed by far', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { maxLength: 400, minLength: 1 }),
        fc.integer({ min: 0, max: 3 }),
        async (keys, groups) => {
          const any = Array.from({ length: groups }, (_, n) => ({
            op: 'and' as const,
            all: [
              { op: 'eq' as const, column: 'active', value: true },
              { op: 'eq' as const, column: 'number', value: `n${n}` },
            ],
          }));
          const call = fakeCall(() => list([]));
          const { results } = await read(
            keys,
            { column: 'number', filter: groups === 0 ? null : { op: 'or', any } },
            call,
          );
          const asked: string[] = [];
          for (const { method, path } of call.sent) {
            expect(method).toBe('GET');
            expect(Buffer.byteLength(path)).toBeLessThanOrEqual(8000);
            const { groups: parts } = splitQuery(
              new URL(path, 'https://x').searchParams.get('sysparm_query') ?? '',
            );
            expect(parts).toHaveLength(Math.max(1, groups));
            for (const { operator, value } of parts[0]?.[0] ?? [])
              asked.push(...(operator === 'IN' ? value.split(',') : [value]));
          }
          const wanted = keys.filter(
            (text, index) => text !== '' && !(results[index] instanceof CasegraphError),
          );
          expect(new Set(asked.map((text) => text.trim().toLowerCase()))).toEqual(
            new Set(wanted.map((text) => text.trim().toLowerCase())),
          );
          expect(asked.length).toBeLessThanOrEqual(wanted.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('get the answer of their own item, whatever the order in which a batch answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 230 }),
        fc.boolean(),
        async (keys, reversed) => {
          const call = fakeCall((request) => {
            const answer = batch(request, (url) => {
              const account =
                splitQuery(url.searchParams.get('sysparm_query') ?? '').groups[0]?.[0]?.[0]?.value ?? '';
              return list([{ account, number: account }]);
            });
            const body = answer.json as { serviced_requests: unknown[] };
            return reversed
              ? { ...answer, json: { ...body, serviced_requests: body.serviced_requests.toReversed() } }
              : answer;
          });
          const answer = await read(keys.map(sysId), { column: 'accountId', limit: 3 }, call);
          expect(numbers(answer)).toEqual(keys.map((id) => [sysId(id)]));
          expect(call.sent).toHaveLength(Math.ceil(keys.length / 100));
        },
      ),
      { numRuns: 20 },
    );
  });
});
