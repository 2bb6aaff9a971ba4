import { describe, expect, test } from 'vitest';
import { buildDictionary } from '../dictionary/dictionary.ts';
import { Store } from '../store/store.ts';
import { column, NOW, query, rows, smallServer } from '../testing/call.ts';
import type { Call } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';
import { AuditTrail } from './trail.ts';

const INCIDENT = `/api/now/table/incident/${id('INC0000001')}`;
const FIELDS =
  '&sysparm_fields=tablename,fieldname,documentkey,user,oldvalue,newvalue,reason,record_checkpoint,sys_created_on,sys_created_by';
const history = (name: string, more = ''): string =>
  query('sys_audit', `documentkeyIN${id(name)}${more}^ORDERBYrecord_checkpoint^ORDERBYfieldname`, FIELDS);

async function patch(call: Call, body: unknown, target = INCIDENT): Promise<void> {
  expect((await call(target, { method: 'PATCH', body, as: 'ivan.itil' })).status).toBe(200);
}

describe('lines', () => {
  test('one for each column with another value, with values as stored', async () => {
    const { call } = smallServer();
    await patch(call, { state: '3', hold_reason: '1', urgency: '1', assigned_to: 'Amy Agent' });
    const line = {
      tablename: 'incident',
      documentkey: id('INC0000001'),
      user: 'ivan.itil',
      reason: '',
      record_checkpoint: '4',
      sys_created_on: '2026-03-10 15:30:00',
      sys_created_by: 'ivan.itil',
    };
    expect(rows(await call(history('INC0000001')))).toEqual([
      { ...line, fieldname: 'assigned_to', oldvalue: '', newvalue: id('amy.agent') },
      { ...line, fieldname: 'hold_reason', oldvalue: '', newvalue: '1' },
      { ...line, fieldname: 'incident_state', oldvalue: '2', newvalue: '3' },
      { ...line, fieldname: 'state', oldvalue: '2', newvalue: '3' },
    ]);
  });

  test('updates within one second are told apart by the count of updates', async () => {
    const { call } = smallServer();
    for (const state of ['3', '2', '3']) await patch(call, { state });
    const lines = rows(await call(history('INC0000001', '^fieldname=state')));
    expect(
      lines.map(({ oldvalue, newvalue, record_checkpoint: count }) => [oldvalue, newvalue, count]),
    ).toEqual([
      ['2', '3', '4'],
      ['3', '2', '5'],
      ['2', '3', '6'],
    ]);
  });

  test('through a parent class the record keeps its own table', async () => {
    const { call } = smallServer();
    await patch(call, { impact: '2' }, `/api/now/table/task/${id('INC0000001')}`);
    expect(new Set(column(await call(history('INC0000001')), 'tablename'))).toEqual(new Set(['incident']));
  });

  test.each([
    ['an insert', '/api/now/table/incident', 'POST', { short_description: 'New' }],
    ['a journal entry alone', INCIDENT, 'PATCH', { work_notes: 'Seen', comments: 'Hello' }],
    ['the value it has', INCIDENT, 'PATCH', { state: '2' }],
    ['a refused write', INCIDENT, 'PATCH', { state: '6' }],
    ['an unknown choice', INCIDENT, 'PATCH', { state: '77' }],
    [
      'a record that is no task',
      `/api/now/table/customer_account/${id('Acme Corp')}`,
      'PATCH',
      { name: 'Acme' },
    ],
  ])('none for %s', async (_, target, method, body) => {
    const { call } = smallServer();
    await call(target, { method, body });
    expect(rows(await call('/api/now/table/sys_audit'))).toEqual([]);
  });

  test('by time, newest first, in pages', async () => {
    let now = NOW;
    const { call } = smallServer({ now: () => now });
    for (let turn = 1; turn <= 5; turn += 1) {
      await patch(call, { short_description: `Turn ${turn}` });
      now += 60_000;
    }
    const since = '^sys_created_on>=2026-03-10 15:32:00^ORDERBYDESCsys_created_on';
    const found = await call(query('sys_audit', `tablename=incident${since}`, '&sysparm_limit=2'));
    expect(column(found, 'newvalue')).toEqual(['Turn 5', 'Turn 4']);
    expect(found.headers['x-total-count']).toBe('3');
  });
});

describe('who reads the history', () => {
  test.each([
    ['admin', 1],
    ['ida.service', 1],
    ['ivan.itil', 1],
    ['amy.agent', 0],
    ['carl.contact', 0],
    ['gus.globex', 0],
  ])('%s: %i lines', async (as, count) => {
    const { call } = smallServer();
    await patch(call, { short_description: 'Other' });
    const answer = await call(history('INC0000001'), { as });
    expect(answer.status).toBe(200);
    expect(rows(answer)).toHaveLength(count);
  });

  test('nobody writes it', async () => {
    const { call } = smallServer();
    const body = { tablename: 'incident', fieldname: 'state', documentkey: id('INC0000001') };
    expect((await call('/api/now/table/sys_audit', { method: 'POST', body })).status).toBe(403);
  });

  test('the option refuses it with 403, in a batch and for counts too', async () => {
    const { call } = smallServer({ audit: 'unreadable' });
    const refused = { error: { message: 'User Not Authorized', detail: 'Failed API level ACL Validation' } };
    for (const target of [history('INC0000001'), '/api/now/stats/sys_audit?sysparm_count=true']) {
      const answer = await call(target);
      expect(answer.status).toBe(403);
      expect(answer.json).toMatchObject(refused);
    }
    expect((await call(history('INC0000001'), { as: 'admin' })).status).toBe(200);
  });
});

test('beyond its bound the oldest lines go', () => {
  const dictionary = buildDictionary();
  const store = new Store(dictionary, new Map());
  let made = 0;
  const trail = new AuditTrail(store, () => String(++made).padStart(32, '0'), 10);
  const line = {
    tablename: 'incident',
    fieldname: 'state',
    documentkey: 'x',
    user: 'a',
    oldvalue: '',
    record_checkpoint: '1',
  };
  for (let at = 0; at < 105; at += 1) trail.write([{ ...line, newvalue: String(at) }], '2026-03-10 15:30:00');
  const table = dictionary.get('sys_audit');
  const kept = table ? store.rows(table).map(({ values }) => values.newvalue) : [];
  expect(kept).toEqual(Array.from({ length: 10 }, (_, at) => String(at + 95)));
});
