import { describe, expect, it } from 'vitest';
import type { BoundTable, Call, Page, Selection, TableRequest } from '../../../src/contract/index.ts';
import { createServiceNowAdapter } from '../index.ts';
import { batch, fakeCall, json, list, nextLink, recorded } from '../testing/fake-call.ts';
import { CASE, TASK, sysId } from '../testing/tables.ts';

const adapter = createServiceNowAdapter();

function request(table: BoundTable, change: Partial<TableRequest> = {}): TableRequest {
  return {
    select: { columns: [...table.columns.keys()], joins: {} },
    filter: null,
    order: [],
    limit: null,
    ...change,
  };
}

function read(table: BoundTable, wanted: TableRequest, call: Call, resume?: string): Promise<Page> {
  return adapter.read(table, adapter.plan(table, wanted), call, resume);
}

describe('recorded answers', () => {
  it('reads a list in the default shape', async () => {
    const page = await read(
      TASK,
      request(TASK),
      fakeCall(() => json(recorded('c_TableAPI-01'))),
    );
    expect(page).toEqual({
      next: null,
      instance: 'https://acme.example',
      rows: [
        {
          values: {
            id: '04ce72c9c0a8016600b5b7f75ac67b5b',
            number: 'PRB0000050',
            state: { value: '4', label: '4' },
            priority: { value: '4', label: '4' },
            active: false,
            openedAt: '2016-01-19T04:49:47Z',
            dueAt: null,
            calendarDuration: 137,
            ciId: '55b35562c0a8010e01cff22378e0aea9',
            openedById: 'glide.maint',
            domain: 'global',
            companyId: null,
            changes: 1,
            watchers: null,
          },
        },
      ],
    });
  });

  it('reads dot-walked fields with display values', async () => {
    const role: BoundTable = {
      ...TASK,
      columns: columns({ id: ['id', 'sys_id'], name: ['string', 'name'] }),
    };
    const user: BoundTable = {
      ...role,
      columns: columns({
        id: ['id', 'sys_id'],
        name: ['string', 'name'],
        department: ['reference', 'department'],
      }),
    };
    const membership: BoundTable = {
      ...TASK,
      object: 'sys_user_has_role',
      columns: columns({
        id: ['id', 'sys_id'],
        roleId: ['reference', 'role'],
        userId: ['reference', 'user'],
      }),
      joins: new Map([
        ['role', { column: 'roleId', table: () => role }],
        ['user', { column: 'userId', table: () => user }],
      ]),
    };
    const select: Selection = {
      columns: ['roleId'],
      joins: {
        role: { columns: ['id', 'name'], joins: {} },
        user: { columns: ['id', 'name', 'department'], joins: {} },
      },
    };
    const call = fakeCall(() => json(recorded('c_RESTAPI-01')));
    const page = await read(membership, request(membership, { select }), call);
    expect(page.rows[0]).toEqual({
      values: { roleId: '3d43716d0f6002003a2d47bce1050e0d' },
      joined: {
        role: { values: { id: '3d43716d0f6002003a2d47bce1050e0d', name: 'support' } },
        user: {
          values: {
            id: 'f5a3716d0f6002003a2d47bce1050ed4',
            name: 'Fred Johnson',
            department: '5b3b13530f58c2003a2d47bce1050e96',
          },
        },
      },
    });
    expect(call.sent[0]?.path).toContain('sysparm_fields=role,role.name,user,user.name,user.department&');
  });

  function columns(
    names: Record<string, readonly ['id' | 'string' | 'reference', string]>,
  ): BoundTable['columns'] {
    return new Map(Object.entries(names).map(([name, [type, upstream]]) => [name, { name, type, upstream }]));
  }
});

describe('joins', () => {
  const select: Selection = {
    columns: ['number'],
    joins: {
      account: { columns: ['id', 'sysId', 'name'], joins: {} },
      contact: { columns: ['email'], joins: { account: { columns: ['name'], joins: {} } } },
    },
  };
  const record = (values: Record<string, [string, string]>) =>
    json({
      result: [
        Object.fromEntries(
          Object.entries(values).map(([name, [value, display_value]]) => [name, { value, display_value }]),
        ),
      ],
    });

  async function joined(values: Record<string, [string, string]>): Promise<unknown> {
    const page = await read(
      CASE,
      request(CASE, { select }),
      fakeCall(() => record(values)),
    );
    return page.rows[0]?.joined;
  }

  it('asks for dotted names, and takes the key from the reference', async () => {
    const call = fakeCall(() => list([]));
    await read(CASE, request(CASE, { select }), call);
    const url = new URL(call.sent[0]?.path ?? '', 'https://x');
    expect(url.pathname).toBe('/api/now/table/sn_customerservice_case');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      sysparm_display_value: 'all',
      sysparm_exclude_reference_link: 'true',
      sysparm_fields:
        'number,account,account.name,contact,contact.email,contact.account,contact.account.name',
      sysparm_limit: '1001',
      sysparm_query: 'ORDERBYsys_id',
    });
    expect(await joined({ account: [sysId(1), 'Boxeo'], 'account.name': ['Boxeo', 'Boxeo'] })).toMatchObject({
      account: { values: { id: sysId(1), sysId: sysId(1), name: 'Boxeo' } },
    });
  });

  it.each<[string, Record<string, [string, string]>, unknown]>([
    ['an empty reference', { account: ['', ''], contact: ['', ''] }, { account: null, contact: null }],
    [
      'a reference to nothing',
      { account: [sysId(1), ''], 'account.name': ['', ''] },
      { account: null, contact: null },
    ],
    ['a hidden reference', {}, { account: null, contact: null }],
    [
      'a row whose fields are empty',
      { account: [sysId(1), 'Boxeo'], 'account.name': ['', ''] },
      { account: { values: { id: sysId(1), sysId: sysId(1), name: null } }, contact: null },
    ],
    [
      'a row behind a row',
      {
        contact: [sysId(2), 'Jo'],
        'contact.email': ['', ''],
        'contact.account': [sysId(1), 'B'],
        'contact.account.name': ['B', 'B'],
      },
      { account: null, contact: { values: { email: null }, joined: { account: { values: { name: 'B' } } } } },
    ],
  ])('%s', async (_, values, expected) => {
    expect(await joined(values)).toEqual(expected);
  });
});

describe('pages', () => {
  it('go on as long as the Link header says, however short they are', async () => {
    const call = fakeCall((_, url) =>
      url.searchParams.has('sysparm_offset')
        ? list([{ sys_id: sysId(2), number: 'b' }])
        : list([], nextLink(10)),
    );
    const wanted = request(CASE, { limit: 10 });
    const first = await read(CASE, wanted, call);
    expect(first).toMatchObject({ rows: [], next: '10.0.1' });
    const second = await read(CASE, wanted, call, first.next ?? undefined);
    expect(second).toMatchObject({ rows: [{ values: { number: 'b' } }], next: null });
    expect(call.sent[1]?.path).toContain('sysparm_limit=1001&sysparm_offset=10&');
  });

  it('hold no more rows than the limit together', async () => {
    const call = fakeCall((_, url) => {
      const offset = Number(url.searchParams.get('sysparm_offset') ?? 0);
      return list(
        (offset === 0 ? [1] : [2, 3, 4]).map((number) => ({ sys_id: sysId(number), number: `n${number}` })),
        nextLink(offset + 3),
      );
    });
    const wanted = request(CASE, { limit: 3 });
    const first = await read(CASE, wanted, call);
    expect(first.next).toBe('3.1.0');
    expect(await read(CASE, wanted, call, '3.1.0')).toMatchObject({ rows: { length: 2 }, next: null });
    // Rows were hidden, so the next ones are looked for in a large page.
    expect(call.sent.map(({ path }) => /sysparm_limit=(\d+)/.exec(path)?.[1])).toEqual(['3', '1001']);
  });

  it('without rows are followed for a while, not for ever', async () => {
    const call = fakeCall((_, url) =>
      list([], nextLink(Number(url.searchParams.get('sysparm_offset') ?? 0) + 1000)),
    );
    const all = async (): Promise<number> => {
      let resume: string | undefined;
      for (let page = 1; ; page += 1) {
        const { next } = await read(CASE, request(CASE), call, resume);
        if (next === null) return page;
        resume = next;
      }
    };
    await expect(all()).rejects.toMatchObject({ kind: 'too-complex' });
    expect(call.sent).toHaveLength(51);
  });

  it.each([
    ['that turn in circles', nextLink(10), '10.10.0'],
    ['that lead nowhere', { link: '<https://x/y>;rel="next"' }, undefined],
  ])('%s are refused', async (_, headers, resume) => {
    const call = fakeCall(() => list([], headers));
    await expect(read(CASE, request(CASE), call, resume)).rejects.toMatchObject({
      kind: 'upstream-unavailable',
    });
  });

  it('take a repeated Link header, and a made-up cursor for what it is', async () => {
    const call = fakeCall(() =>
      list([], {
        link: ['<https://x?sysparm_offset=0>;rel="first"', '<https://x?sysparm_offset=5>;rel="next"'],
      }),
    );
    expect(await read(CASE, request(CASE), call)).toMatchObject({ next: '5.0.1' });
    await expect(read(CASE, request(CASE), call, '5&sysparm_query=')).rejects.toMatchObject({
      kind: 'invalid-input',
    });
  });

  it('are not asked for when nothing can match', async () => {
    const call = fakeCall(() => list([]));
    const filter = { op: 'eq', column: 'number', value: '' } as const;
    expect(await read(CASE, request(CASE, { filter }), call)).toEqual({ rows: [], next: null });
    expect(call.sent).toEqual([]);
  });
});

describe('a query that is too long for a request line', () => {
  const values = Array.from({ length: 300 }, (_, number) => sysId(number));
  const filter = { op: 'in', column: 'id', values } as const;

  it('travels in the body of a batch, with its headers', async () => {
    const call = fakeCall((sent) =>
      batch(sent, () => list([{ sys_id: sysId(1), number: 'x' }], nextLink(1000))),
    );
    const page = await read(CASE, request(CASE, { filter }), call);
    expect(page).toMatchObject({ rows: [{ values: { number: 'x' } }], next: '1000.1.0' });
    expect(call.sent).toHaveLength(1);
    expect(call.sent[0]).toMatchObject({ method: 'POST', path: '/api/now/v1/batch', idempotent: true });
  });

  it('fails like a request of its own', async () => {
    const call = fakeCall((sent) =>
      batch(sent, () => json({ error: { message: 'Invalid table x', detail: null } }, 400)),
    );
    await expect(read(CASE, request(CASE, { filter }), call)).rejects.toMatchObject({
      kind: 'upstream-rejected',
    });
    const none = fakeCall((sent) => batch(sent, () => null));
    await expect(read(CASE, request(CASE, { filter }), none)).rejects.toMatchObject({
      kind: 'upstream-timeout',
    });
  });
});
