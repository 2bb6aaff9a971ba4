import { describe, expect, test } from 'vitest';
import { column, NOW, query, rows, smallServer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

/** What those need who follow records and tell what happened to them (facts 5.4 to 5.7 and 6.4). */

const at = (table: string, name: string): string => `/api/now/table/${table}/${id(name)}`;
const INCIDENT = at('incident', 'INC0000001');

describe('columns that are told of', () => {
  test.each([
    ['incident', { state: '3', hold_reason: '4', impact: '2', urgency: '2' }],
    ['incident', { state: '6', close_code: 'Solution provided', close_notes: 'Done' }],
    ['incident', { correlation_id: 'inc_01', correlation_display: 'incident.io' }],
    [
      'problem',
      {
        state: '107',
        resolution_code: 'risk_accepted',
        cause_notes: 'A limit',
        fix_notes: 'None',
        close_notes: 'The risk is small',
        workaround: 'Restart it',
        workaround_communicated_at: '2026-03-10 10:00:00',
        workaround_communicated_by: id('ivan.itil'),
        fix_communicated_at: '2026-03-10 11:00:00',
        fix_communicated_by: id('ivan.itil'),
        known_error: 'true',
      },
    ],
    ['change_request', { type: 'emergency', on_hold: 'true', on_hold_reason: 'Freeze', state: '-5' }],
    ['change_request', { state: '3', close_code: 'successful_issues', close_notes: 'Done' }],
    [
      'sc_request',
      { request_state: 'closed_complete', state: '3', stage: 'closed_complete', close_notes: 'Done' },
    ],
    ['sc_req_item', { state: '3', stage: 'complete', close_notes: 'Done' }],
    [
      'incident_task',
      {
        incident: id('INC0000001'),
        parent: id('INC0000001'),
        state: '3',
        short_description: 'Look after it',
        correlation_id: 'fol_01',
        correlation_display: 'incident.io',
        assigned_to: id('ivan.itil'),
        close_notes: 'Done',
      },
    ],
  ])('%s keeps %j', async (table, body) => {
    const { call } = smallServer();
    const made = rows(
      await call(`/api/now/table/${table}`, { method: 'POST', body: { short_description: 'x' } }),
    );
    const target = `/api/now/table/${table}/${String(made[0]?.sys_id)}`;
    const changed = await call(target, { method: 'PATCH', body });
    expect(changed.status).toBe(200);
    expect(rows(await call(`${target}?sysparm_exclude_reference_link=true`))[0]).toMatchObject(body);
  });

  test('a task of an incident has a number, and is closed when its state says so', async () => {
    const { call } = smallServer();
    const table = '/api/now/table/incident_task';
    const made = await call(table, { method: 'POST', body: { incident: id('INC0000001') } });
    expect(rows(made)[0]).toMatchObject({ number: 'TASK0000001', state: '1', active: 'true', closed_at: '' });
    const target = `${table}/${String(column(made, 'sys_id')[0])}`;
    const closed = await call(target, { method: 'PATCH', body: { state: '3' } });
    expect(rows(closed)[0]).toMatchObject({ active: 'false', closed_at: '2026-03-10 15:30:00' });
    const labels = await call(`${target}?sysparm_display_value=true&sysparm_fields=state`);
    expect(rows(labels)).toEqual([{ state: 'Closed Complete' }]);
  });

  test('an incident task is for those who may incidents', async () => {
    const { call } = smallServer();
    const body = { incident: id('INC0000001') };
    const create = (as: string) => call('/api/now/table/incident_task', { method: 'POST', as, body });
    expect((await create('rita.reader')).status).toBe(403);
    expect((await create('ivan.itil')).status).toBe(201);
    expect(rows(await call('/api/now/table/incident_task', { as: 'rita.reader' }))).toHaveLength(1);
  });

  test('an article is about a problem', async () => {
    const { call } = smallServer();
    const article = await call('/api/now/table/kb_knowledge', {
      method: 'POST',
      body: { short_description: 'Known' },
    });
    const kb = String(column(article, 'sys_id')[0]);
    const body = { kb_knowledge: kb, task: id('PRB0000001') };
    expect((await call('/api/now/table/m2m_kb_task', { method: 'POST', body })).status).toBe(201);
    const found = await call(
      query('m2m_kb_task', `task=${id('PRB0000001')}`, '&sysparm_fields=kb_knowledge.number'),
    );
    expect(rows(found)).toEqual([{ 'kb_knowledge.number': 'KB0000001' }]);
  });
});

describe('unknown choices are dropped without a word', () => {
  test.each([
    ['incident', 'INC0000001', { state: '99', urgency: '7', impact: 'High', hold_reason: '2' }],
    ['problem', 'PRB0000001', { state: '3', resolution_code: 'Fixed' }],
  ])('%s', async (table, name, body) => {
    const { call } = smallServer();
    const fields = `sysparm_fields=${Object.keys(body).join(',')}`;
    const [before] = rows(await call(`${at(table, name)}?${fields}`));
    expect((await call(at(table, name), { method: 'PATCH', body })).status).toBe(200);
    expect(rows(await call(`${at(table, name)}?${fields}`))).toEqual([before]);
  });

  test('and then the data policy misses the code', async () => {
    const { call } = smallServer();
    const body = { state: '6', close_code: 'Solved', close_notes: 'Done' };
    const answer = await call(INCIDENT, { method: 'PATCH', body });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('The following fields are mandatory: Resolution code');
  });
});

describe('choice lists', () => {
  const target = query('sys_choice', 'name=incident^element=close_code^inactive=false^ORDERBYsequence');

  test('are read with their values by a technical user', async () => {
    const { call } = smallServer();
    expect(column(await call(target), 'value')).toContain('Solution provided');
  });

  test('are refused by the option, while writes still check them', async () => {
    const { call } = smallServer({ choices: 'unreadable' });
    const refused = await call(target);
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchObject({ error: { message: 'Insufficient rights to query records' } });
    await call(INCIDENT, { method: 'PATCH', body: { state: '99' } });
    expect(column(await call(`${INCIDENT}?sysparm_fields=state`), 'state')).toEqual(['2']);
  });
});

describe('journals', () => {
  const entries = query(
    'sys_journal_field',
    `element_id=${id('INC0000001')}^ORDERBYelement`,
    '&sysparm_fields=name,element,element_id,value,sys_created_on,sys_created_by',
  );

  test('an entry for each column, and the record counts one update', async () => {
    const { call } = smallServer();
    await call(INCIDENT, {
      method: 'PATCH',
      as: 'ivan.itil',
      body: { comments: 'Hello', work_notes: 'Internal' },
    });
    const entry = {
      name: 'incident',
      element_id: id('INC0000001'),
      sys_created_on: '2026-03-10 15:30:00',
      sys_created_by: 'ivan.itil',
    };
    expect(rows(await call(entries))).toEqual([
      { ...entry, element: 'comments', value: 'Hello' },
      { ...entry, element: 'work_notes', value: 'Internal' },
    ]);
    expect(rows(await call(INCIDENT))[0]).toMatchObject({
      sys_mod_count: '4',
      sys_updated_on: '2026-03-10 15:30:00',
      sys_updated_by: 'ivan.itil',
    });
  });
});

test('three thousand updates: each stands in history and journal, and is found by key and time', async () => {
  let now = NOW;
  const { call } = smallServer({ now: () => now });
  const count = 3000;
  for (let turn = 1; turn <= count; turn += 1) {
    if (turn % 10 === 0) now += 1000;
    const body = { short_description: `Turn ${turn}`, work_notes: `Note ${turn}` };
    await call(`${INCIDENT}?sysparm_fields=sys_id`, { method: 'PATCH', body });
  }
  const key = id('INC0000001');
  const turns = (word: string) => Array.from({ length: count }, (_, turn) => `${word} ${turn + 1}`);
  const history = await call(
    query('sys_audit', `documentkeyIN${key}^ORDERBYrecord_checkpoint`, '&sysparm_fields=newvalue'),
  );
  expect(column(history, 'newvalue')).toEqual(turns('Turn'));
  const notes = await call(
    query('sys_journal_field', `element_idIN${key}^ORDERBYsys_created_on`, '&sysparm_fields=value'),
  );
  expect(new Set(column(notes, 'value'))).toEqual(new Set(turns('Note')));
  const late = await call(query('sys_audit', `documentkeyIN${key}^sys_created_on>=2026-03-10 15:35:00`));
  expect(late.headers['x-total-count']).toBe('1');
});
