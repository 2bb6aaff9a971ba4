import { describe, expect, it } from 'vitest';
import { column, query, rows, smallServer } from '../testing/call.ts';
import type { Answer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

const { call } = smallServer();

const short = (answer: Answer): string =>
  (column(answer, 'number') as string[]).map((number) => String(Number(number.slice(-7)))).join(' ');

/** Who sees which cases and incidents; X-Total-Count knows domains but no ACLs. */
const MATRIX: readonly (readonly [who: string, table: string, seen: string, total: number])[] = [
  ['admin', 'sn_customerservice_case', '1 2 3 4 5 6 7 8', 8],
  ['ida.service', 'sn_customerservice_case', '1 2 3 4 5 6 7 8', 8],
  ['amy.agent', 'sn_customerservice_case', '1 2 3 4 5 8', 6],
  ['emma.emea', 'sn_customerservice_case', '5 8', 2],
  ['gus.globex', 'sn_customerservice_case', '6 8', 2],
  ['vera.visitor', 'sn_customerservice_case', '', 7],
  ['nora.none', 'sn_customerservice_case', '', 6],
  ['carl.contact', 'sn_customerservice_case', '1 2', 6],
  ['cora.consumer', 'sn_customerservice_case', '4', 6],
  ['admin', 'incident', '1 2 3', 3],
  ['ivan.itil', 'incident', '1 2', 2],
  ['rita.reader', 'incident', '1 2', 2],
  ['amy.agent', 'incident', '1', 2],
  ['carl.contact', 'incident', '', 2],
  ['emma.emea', 'incident', '', 0],
  ['gus.globex', 'incident', '3', 1],
  ['amy.agent', 'problem', '', 1],
  ['ivan.itil', 'problem', '1', 1],
];

describe('rows', () => {
  it.each(MATRIX)('%s reads of %s: %s', async (as, table, seen, total) => {
    const answer = await call(query(table, 'ORDERBYnumber'), { as });
    expect(answer.status).toBe(200);
    expect(short(answer)).toBe(seen);
    expect(answer.headers['x-total-count']).toBe(String(total));
  });

  it('cuts the page before ACLs: a page may be empty while the next is not', async () => {
    const pages = await Promise.all(
      [0, 1, 2].map((offset) =>
        call(
          query(
            'sn_customerservice_case',
            'numberINCS0000001,CS0000003,CS0000004^ORDERBYDESCnumber',
            `&sysparm_limit=1&sysparm_offset=${offset}`,
          ),
          { as: 'carl.contact' },
        ),
      ),
    );
    expect(pages.map(short)).toEqual(['', '', '1']);
    expect(pages.map(({ headers }) => headers['x-total-count'])).toEqual(['3', '3', '3']);
  });

  it.each([
    ['amy.agent', 'CS0000001', 200],
    ['amy.agent', 'CS0000006', 404],
    ['amy.agent', 'CS0000007', 404],
    ['emma.emea', 'CS0000001', 404],
    ['carl.contact', 'CS0000003', 404],
    ['carl.contact', 'CS0000001', 200],
  ])('%s asks for %s: %i', async (as, key, status) => {
    expect((await call(`/api/now/table/sn_customerservice_case/${id(key)}`, { as })).status).toBe(status);
  });

  it('leaves domains out of account only for who may', async () => {
    const all = '/api/now/table/sn_customerservice_case?sysparm_query_no_domain=true';
    expect((await call(all, { as: 'amy.agent' })).headers['x-total-count']).toBe('6');
    expect((await call(all, { as: 'admin' })).headers['x-total-count']).toBe('8');
  });

  it('lets nobody find a hidden record by a condition behind a reference', async () => {
    const answer = await call(query('sn_customerservice_case', 'account.parent.name=Globex Inc'), {
      as: 'amy.agent',
    });
    expect(rows(answer)).toEqual([]);
  });

  it('shows journals to who reads the record and the column', async () => {
    const notes = query('sys_journal_field', `element_id=${id('CS0000001')}^ORDERBYvalue`);
    const values = async (as: string): Promise<unknown[]> => column(await call(notes, { as }), 'value');
    expect(await values('amy.agent')).toEqual(['Hello', 'Internal']);
    expect(await values('carl.contact')).toEqual(['Hello']);
    expect(await values('gus.globex')).toEqual([]);
    expect((await call(notes, { as: 'gus.globex' })).headers['x-total-count']).toBe('0');
  });
});

describe('columns', () => {
  it('leaves out what the caller may not read', async () => {
    const [row = {}] = rows(
      await call(`/api/now/table/sn_customerservice_case/${id('CS0000001')}`, { as: 'carl.contact' }),
    );
    expect(row).toHaveProperty('comments');
    expect(row).not.toHaveProperty('work_notes');
  });

  it('shows nothing of a record behind a reference that the caller may not read', async () => {
    const target = `/api/now/table/sn_customerservice_case/${id('CS0000001')}?sysparm_fields=incident.number,incident.problem_id&sysparm_exclude_reference_link=true`;
    expect(rows(await call(target, { as: 'carl.contact' }))).toEqual([
      { 'incident.number': '', 'incident.problem_id': '' },
    ]);
    expect(rows(await call(target, { as: 'ivan.itil' }))).toEqual([
      { 'incident.number': 'INC0000001', 'incident.problem_id': id('PRB0000001') },
    ]);
  });

  it('gives others than administrators of choices only labels, and 403 when they filter', async () => {
    const answer = await call('/api/now/table/sys_choice?sysparm_limit=1', { as: 'amy.agent' });
    expect(Object.keys(rows(answer)[0] ?? {})).toEqual(['label']);
    const filtered = await call(query('sys_choice', 'name=incident^element=close_code'), { as: 'amy.agent' });
    expect(filtered.status).toBe(403);
    expect(filtered.json).toEqual({
      error: {
        message: 'Insufficient rights to query records',
        detail: 'Field(s) present in the query do not have permission to be read',
      },
      status: 'failure',
    });
    const labels = column(
      await call(query('sys_choice', 'name=incident^element=close_code^inactive=false^ORDERBYsequence')),
      'label',
    );
    expect(labels).toHaveLength(10);
  });

  it('never shows a password', async () => {
    expect(rows(await call(query('sys_user', 'user_name=amy.agent')))[0]).not.toHaveProperty('user_password');
  });
});

describe('writes', () => {
  const body = { short_description: 'changed' };

  it.each([
    ['rita.reader', 'PATCH', `/api/now/table/incident/${id('INC0000001')}`, 403, 'Update'],
    ['amy.agent', 'POST', '/api/now/table/incident', 403, 'Insert'],
    ['rita.reader', 'POST', '/api/now/table/incident', 403, 'Insert'],
    ['carl.contact', 'POST', '/api/now/table/problem', 403, 'Insert'],
    ['amy.agent', 'DELETE', `/api/now/table/sn_customerservice_case/${id('CS0000001')}`, 403, 'Delete'],
  ])('%s may not %s %s', async (as, method, target, status, operation) => {
    const answer = await call(target, { as, method, body });
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({
      error: {
        message: 'Operation Failed',
        detail: `ACL Exception ${operation} Failed due to security constraints`,
      },
      status: 'failure',
    });
  });

  it('is 404, not 403, for what the caller cannot see', async () => {
    const answer = await call(`/api/now/table/incident/${id('INC0000003')}`, {
      as: 'ivan.itil',
      method: 'PATCH',
      body,
    });
    expect(answer.status).toBe(404);
  });

  it('lets a contact create a case for the own account only', async () => {
    const create = (account: string) =>
      call('/api/now/table/sn_customerservice_case', {
        as: 'carl.contact',
        method: 'POST',
        body: { account: id(account) },
      });
    expect((await create('Acme Corp')).status).toBe(201);
    expect((await create('Beta Ltd')).status).toBe(403);
  });

  it('drops a domain out of sight and journals that the caller may not write', async () => {
    const { call: fresh } = smallServer();
    const target = `/api/now/table/sn_customerservice_case/${id('CS0000001')}`;
    await fresh(target, {
      as: 'carl.contact',
      method: 'PATCH',
      body: { work_notes: 'psst', sys_domain: id('GLOBEX') },
    });
    expect(rows(await fresh(`${target}?sysparm_exclude_reference_link=true`))[0]).toMatchObject({
      sys_domain: id('ACME'),
      sys_mod_count: '3',
    });
    expect(rows(await fresh(query('sys_journal_field', 'value=psst'), { as: 'admin' }))).toEqual([]);
  });
});

describe('further rules', () => {
  const { call: ruled } = smallServer({
    acls: [
      {
        table: 'sn_customerservice_case',
        operations: ['read'],
        decision: 'denyUnless',
        condition: (record) => record.number !== 'CS0000003',
      },
      {
        table: 'customer_account',
        column: 'u_salesforce_account_id',
        operations: ['read'],
        roles: ['nobody'],
      },
      { table: 'sys_choice', operations: ['read'], decision: 'denyUnless', roles: ['nobody'] },
    ],
  });

  it('hide rows, columns and tables, from admins too', async () => {
    for (const as of ['admin', 'ida.service']) {
      expect(short(await ruled(query('sn_customerservice_case', 'ORDERBYnumber'), { as }))).toBe(
        '1 2 4 5 6 7 8',
      );
      const account = await ruled(`/api/now/table/customer_account/${id('Acme Corp')}`, { as });
      expect(rows(account)[0]).not.toHaveProperty('u_salesforce_account_id');
      expect(
        (await ruled(query('customer_account', 'u_salesforce_account_idSTARTSWITH001'), { as })).status,
      ).toBe(403);
      expect(rows(await ruled('/api/now/table/sys_choice', { as }))).toEqual([]);
    }
  });
});

describe('a column rule of a subclass', () => {
  it('holds for its records in the parent class too', async () => {
    const acls = [
      { table: 'incident', column: 'close_notes', operations: ['read'] as const, roles: ['nobody'] },
    ];
    const target = query(
      'task',
      'numberININC0000002,CS0000003^ORDERBYnumber',
      '&sysparm_fields=number,close_notes',
    );
    expect(rows(await smallServer({ acls }).call(target))).toEqual([
      { number: 'CS0000003', close_notes: 'Cleared' },
      { number: 'INC0000002' },
    ]);
  });
});

describe('Basic under restriction', () => {
  it('is refused without the role', async () => {
    const restricted = smallServer({ basicAuthRestricted: true });
    expect((await restricted.call('/api/now/table/incident')).status).toBe(401);
  });
});
