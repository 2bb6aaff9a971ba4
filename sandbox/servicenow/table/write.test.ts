import { beforeEach, describe, expect, it } from 'vitest';
import { column, NOW, query, rows, smallServer } from '../testing/call.ts';
import type { Answer, Call } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

let call: Call;
beforeEach(() => {
  ({ call } = smallServer());
});

const FLAT = 'sysparm_exclude_reference_link=true';
const post = (table: string, body: unknown, as = 'ida.service'): Promise<Answer> =>
  call(`/api/now/table/${table}?${FLAT}`, { method: 'POST', body, as });
const patch = (table: string, key: string, body: unknown, as = 'ida.service'): Promise<Answer> =>
  call(`/api/now/table/${table}/${id(key)}?${FLAT}`, { method: 'PATCH', body, as });
const get = async (table: string, key: string): Promise<Record<string, unknown>> =>
  rows(await call(`/api/now/table/${table}/${id(key)}?${FLAT}`, { as: 'admin' }))[0] ?? {};

async function journals(key: string): Promise<unknown[]> {
  return column(
    await call(query('sys_journal_field', `element_id=${id(key)}^ORDERBYvalue`), { as: 'admin' }),
    'value',
  );
}

function detail(answer: Answer): string | null {
  return (answer.json as { error: { detail: string | null } }).error.detail;
}

const STAMP = new Date(NOW).toISOString().slice(0, 19).replace('T', ' ');

describe('create', () => {
  it('answers 201 with location, number, defaults and stamps', async () => {
    const answer = await post(
      'incident',
      { short_description: 'New one', impact: '1', urgency: '2', caller_id: id('amy.agent') },
      'ivan.itil',
    );
    const [row = {}] = rows(answer);
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(
      `https://sandbox.example:8443/api/now/table/incident/${String(row.sys_id)}`,
    );
    expect(row).toMatchObject({
      number: 'INC0000004', state: '1', incident_state: '1', impact: '1', urgency: '2', priority: '2', active: 'true', opened_at: STAMP,
      opened_by: id('ivan.itil'), sys_created_on: STAMP, sys_created_by: 'ivan.itil', sys_updated_by: 'ivan.itil', sys_mod_count: '0',
      sys_class_name: 'incident', sys_domain: id('ACME'), caller_id: id('amy.agent'), task_effective_number: 'INC0000004', made_sla: 'true',
    }); // prettier-ignore
    expect(row.sys_id).toMatch(/^[0-9a-f]{32}$/);
    expect(rows(await call(query('incident', 'number=INC0000004')))).toHaveLength(1);
  });

  it('takes a sys_id of the client once', async () => {
    const body = { sys_id: 'A'.repeat(32), short_description: 'once' };
    expect(column(await post('incident', body), 'sys_id')).toEqual(['a'.repeat(32)]);
    const again = await post('incident', body);
    expect([again.status, (again.json as { error: { message: string } }).error.message]).toEqual([
      403,
      'Operation Failed',
    ]);
    expect(rows(await call(query('incident', 'short_description=once')))).toHaveLength(1);
  });

  it('ignores a sys_id that is none, other sys_ columns and unknown columns', async () => {
    const [row = {}] = rows(
      await post('incident', { sys_id: 'mine', sys_created_by: 'me', sys_mod_count: '9', nope: 'x' }),
    );
    expect(row.sys_id).toMatch(/^[0-9a-f]{32}$/);
    expect(row).toMatchObject({ sys_created_by: 'ida.service', sys_mod_count: '0' });
    expect(row).not.toHaveProperty('nope');
  });

  it('puts the record into a given domain that the user sees, and no other', async () => {
    expect(column(await post('incident', { sys_domain: id('ACME') }), 'sys_domain')).toEqual([id('ACME')]);
    expect(column(await post('incident', {}), 'sys_domain')).toEqual([id('TOP')]);
  });

  it('takes the first of several records, and single quotes', async () => {
    expect(
      column(
        await post('incident', [{ short_description: 'a' }, { short_description: 'b' }]),
        'short_description',
      ),
    ).toEqual(['a']);
    const quoted = "{'urgency':'1', 'short_description':'My \"computer\" broke'}";
    expect(rows(await post('incident', quoted))[0]).toMatchObject({
      urgency: '1',
      short_description: 'My "computer" broke',
    });
  });

  it('resolves display values with sysparm_input_display_value', async () => {
    const body = {
      state: 'In Progress',
      caller_id: 'Amy Agent',
      assignment_group: 'Support',
      impact: '1 - High',
    };
    const answer = await call(`/api/now/table/incident?${FLAT}&sysparm_input_display_value=true`, {
      method: 'POST',
      body,
    });
    expect(rows(answer)[0]).toMatchObject({
      state: '2',
      caller_id: id('amy.agent'),
      assignment_group: id('Support'),
      impact: '1',
    });
  });

  it('leaves the body out on demand', async () => {
    const answer = await call('/api/now/table/incident', {
      method: 'POST',
      body: {},
      headers: { 'x-no-response-body': 'true' },
    });
    expect([answer.status, answer.text]).toEqual([201, '']);
  });
});

describe('silent drops', () => {
  it.each([
    ['unknown choice', { category: 'nonsense' }, 'category', 'inquiry'],
    ['unknown state', { state: '99' }, 'state', '1'],
    ['reference to nothing', { problem_id: 'f'.repeat(32) }, 'problem_id', ''],
    ['name of nobody', { assigned_to: 'No Body' }, 'assigned_to', ''],
    ['no number', { reopen_count: 'many' }, 'reopen_count', '0'],
    ['no date', { due_date: 'tomorrow' }, 'due_date', ''],
    ['no boolean', { knowledge: 'perhaps' }, 'knowledge', 'false'],
    ['empty choice', { category: '' }, 'category', 'inquiry'],
    ['choice by label without the parameter', { state: 'In Progress' }, 'state', '1'],
  ])('%s', async (_name, body, name, kept) => {
    const answer = await post('incident', body);
    expect(answer.status).toBe(201);
    expect(column(answer, name)).toEqual([kept]);
  });

  it('clears other columns by an empty text', async () => {
    const [row = {}] = rows(
      await patch('sn_customerservice_case', 'CS0000001', { assigned_to: '', short_description: '' }),
    );
    expect(row).toMatchObject({ assigned_to: '', short_description: '' });
  });

  it('cuts a text to the length of its column', async () => {
    const [row = {}] = rows(await post('incident', { short_description: 'x'.repeat(200) }));
    expect(String(row.short_description)).toHaveLength(160);
  });
});

describe('update', () => {
  it.each(['PATCH', 'PUT'])('%s changes the given columns, the counter and the stamps', async (method) => {
    const before = await get('sn_customerservice_case', 'CS0000001');
    const target = `/api/now/table/sn_customerservice_case/${id('CS0000001')}?${FLAT}`;
    const answer = await call(target, { method, body: { priority: '2' } });
    expect(rows(answer)[0]).toEqual({
      ...before,
      priority: '2',
      sys_mod_count: '4',
      sys_updated_on: STAMP,
      sys_updated_by: 'ida.service',
    });
  });

  it('leaves the record alone when nothing changes', async () => {
    expect(
      column(await patch('sn_customerservice_case', 'CS0000001', { priority: '1' }), 'sys_mod_count'),
    ).toEqual(['3']);
  });

  it('is seen by queries on indexed columns at once', async () => {
    const billing = `assignment_group=${id('Billing')}`;
    expect(rows(await call(query('sn_customerservice_case', billing)))).toHaveLength(1);
    await patch('sn_customerservice_case', 'CS0000001', { assignment_group: id('Billing') });
    expect(rows(await call(query('sn_customerservice_case', billing)))).toHaveLength(2);
    expect((await get('sn_customerservice_case', 'CS0000001')).reassignment_count).toBe('1');
  });

  it('takes the verb from X-http-method-override', async () => {
    const target = `/api/now/table/sn_customerservice_case/${id('CS0000001')}`;
    const answer = await call(target, {
      method: 'POST',
      headers: { 'x-http-method-override': 'PATCH' },
      body: { priority: '3' },
    });
    expect([answer.status, (await get('sn_customerservice_case', 'CS0000001')).priority]).toEqual([200, '3']);
  });

  it('writes through the parent class by the rules of the own class', async () => {
    await patch('task', 'INC0000001', { impact: '3', caller_id: id('ivan.itil') });
    expect(await get('incident', 'INC0000001')).toMatchObject({
      impact: '3',
      priority: '3',
      caller_id: id('amy.agent'),
    });
  });
});

describe('delete', () => {
  it('is 204 for who may, 403 for who may not', async () => {
    const target = `/api/now/table/incident/${id('INC0000001')}`;
    const refused = await call(target, { method: 'DELETE' });
    expect([refused.status, detail(refused)]).toEqual([
      403,
      'ACL Exception Delete Failed due to security constraints',
    ]);
    const done = await call(target, { method: 'DELETE', as: 'admin' });
    expect([done.status, done.text]).toEqual([204, '']);
    expect((await call(target, { as: 'admin' })).status).toBe(404);
    expect((await get('sn_customerservice_case', 'CS0000001')).incident).toBe(id('INC0000001'));
  });
});

describe('business rules', () => {
  it.each([
    ['1', '1', '1'], ['1', '2', '2'], ['1', '3', '3'], ['2', '1', '2'], ['2', '2', '3'], ['2', '3', '4'], ['3', '1', '3'], ['3', '2', '4'], ['3', '3', '5'],
  ])('impact %s and urgency %s make priority %s', async (impact, urgency, priority) => {
    expect(column(await post('incident', { impact, urgency, priority: '1' }), 'priority')).toEqual([priority]);
  }); // prettier-ignore

  it('keeps a written priority when the lookup is off', async () => {
    ({ call } = smallServer({ priorityLookup: false }));
    expect(rows(await post('incident', { priority: '4' }))[0]).toMatchObject({
      impact: '3',
      urgency: '3',
      priority: '4',
    });
    expect(column(await post('incident', {}), 'priority')).toEqual(['5']);
  });

  it('keeps state and its old name equal', async () => {
    expect(rows(await patch('incident', 'INC0000001', { state: '3' }))[0]).toMatchObject({
      state: '3',
      incident_state: '3',
    });
    expect(rows(await patch('incident', 'INC0000001', { incident_state: '2' }))[0]).toMatchObject({
      state: '2',
      incident_state: '2',
    });
    expect(rows(await patch('problem', 'PRB0000001', { state: '104' }))[0]).toMatchObject({
      problem_state: '104',
    });
  });

  it.each([
    ['incident', 'INC0000001', { state: '6' }, 'Resolution code, Resolution notes'],
    ['incident', 'INC0000001', { state: '7', close_notes: 'x' }, 'Resolution code'],
    ['incident', 'INC0000001', { state: '6', close_code: 'Nonsense', close_notes: 'x' }, 'Resolution code'],
    ['incident', 'INC0000001', { state: '6', close_code: 'Duplicate' }, 'Resolution notes'],
    ['sn_customerservice_case', 'CS0000001', { state: '6' }, 'Resolution code, Resolution notes'],
    ['sn_customerservice_case', 'CS0000001', { state: '3' }, 'Resolution notes'],
  ])('%s %s %j lacks %s', async (table, key, body, labels) => {
    const answer = await patch(table, key, body);
    expect(answer.status).toBe(403);
    expect(answer.json).toEqual({
      error: {
        message: 'Operation Failed',
        detail: `Data Policy Exception: The following fields are mandatory: ${labels}`,
      },
      status: 'failure',
    });
    expect((await get(table, key)).sys_mod_count).toBe('3');
  });

  it('lets a manager close a case without notes', async () => {
    expect((await patch('sn_customerservice_case', 'CS0000001', { state: '3' }, 'mia.manager')).status).toBe(
      200,
    );
  });

  it('stamps who resolved and closed', async () => {
    const resolved = { state: '6', resolution_code: '1', close_notes: 'x' };
    expect(rows(await patch('sn_customerservice_case', 'CS0000001', resolved, 'amy.agent'))[0]).toMatchObject({
      resolved_at: STAMP, resolved_by: id('amy.agent'), active: 'true', closed_at: '',
    }); // prettier-ignore
    expect(rows(await patch('sn_customerservice_case', 'CS0000001', { state: '3' }, 'amy.agent'))[0]).toMatchObject({
      closed_at: STAMP, closed_by: id('amy.agent'), active: 'false',
    }); // prettier-ignore
  });

  it.each([
    ['sn_customerservice_case', 'CS0000004', { priority: '1' }],
    ['sn_customerservice_case', 'CS0000004', { comments: 'hello' }],
    ['sn_customerservice_case', 'CS0000004', { state: '10' }],
    ['incident', 'INC0000002', { priority: '1', work_notes: 'x' }],
  ])('a closed %s %s refuses %j', async (table, key, body) => {
    const answer = await patch(table, key, body, 'admin');
    expect(answer.status).toBe(403);
    expect(detail(answer)).toMatch(
      new RegExp(
        `^Operation against file '${table}' was aborted by Business Rule '([\\w ]+)\\^[0-9a-f]{32}'. Business Rule Stack:\\1$`,
      ),
    );
    expect(await journals(key)).toEqual([]);
  });

  it('answers 200 to a journal on a closed incident and stores nothing', async () => {
    expect((await patch('incident', 'INC0000002', { work_notes: 'late' })).status).toBe(200);
    expect(await journals('INC0000002')).toEqual([]);
    expect((await get('incident', 'INC0000002')).sys_mod_count).toBe('3');
  });

  it('stores journals as entries and shows the column empty', async () => {
    const [row = {}] = rows(
      await patch('sn_customerservice_case', 'CS0000002', { comments: 'b', work_notes: 'a' }),
    );
    expect(row).toMatchObject({ comments: '', work_notes: '', sys_mod_count: '4', state: '18' });
    expect(await journals('CS0000002')).toEqual(['a', 'b']);
    const [entry] = rows(
      await call(query('sys_journal_field', `element_id=${id('CS0000002')}^element=comments`)),
    );
    expect(entry).toMatchObject({
      name: 'sn_customerservice_case',
      element: 'comments',
      value: 'b',
      sys_created_by: 'ida.service',
      sys_created_on: STAMP,
    });
  });

  it('opens a case that awaits information when its customer comments', async () => {
    await patch('sn_customerservice_case', 'CS0000002', { comments: 'here it is' }, 'carl.contact');
    expect((await get('sn_customerservice_case', 'CS0000002')).state).toBe('10');
  });
});
