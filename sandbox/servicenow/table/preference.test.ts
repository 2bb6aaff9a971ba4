import { describe, expect, test } from 'vitest';
import { query, rows, smallServer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

/** Rows of sys_user_preference: what clients use that need a row under a key of their own. */

const TABLE = '/api/now/table/sys_user_preference';
const KEY = '0123456789abcdef0123456789abcdef';
const own = (name = 'a.name') => ({ sys_id: KEY, user: id('amy.agent'), name, value: 'held' });

describe('a preference', () => {
  test('keeps the sys_id that its user chose, and is read, changed and deleted by them', async () => {
    const { call } = smallServer();
    const made = await call(TABLE, { method: 'POST', as: 'amy.agent', body: own() });
    expect(made.status).toBe(201);
    expect(rows(made)[0]).toMatchObject({
      sys_id: KEY,
      name: 'a.name',
      value: 'held',
      sys_created_on: '2026-03-10 15:30:00',
      sys_created_by: 'amy.agent',
    });
    const found = await call(query('sys_user_preference', 'nameSTARTSWITHa.^ORDERBYsys_id'), {
      as: 'amy.agent',
    });
    expect(rows(found)).toHaveLength(1);
    expect(
      (await call(`${TABLE}/${KEY}`, { method: 'PATCH', as: 'amy.agent', body: { value: 'other' } })).status,
    ).toBe(200);
    expect((await call(`${TABLE}/${KEY}`, { method: 'DELETE', as: 'amy.agent' })).status).toBe(204);
    expect((await call(`${TABLE}/${KEY}`, { as: 'amy.agent' })).status).toBe(404);
    expect((await call(TABLE, { method: 'POST', as: 'amy.agent', body: own() })).status).toBe(201);
  });

  test('of many inserts under one sys_id one passes, the others are 403', async () => {
    const { call } = smallServer();
    const tries = Array.from({ length: 8 }, (_, at) =>
      call(TABLE, { method: 'POST', as: 'amy.agent', body: own(`try ${at}`) }),
    );
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(403)]);
    expect(answers.find(({ status }) => status === 403)?.json).toMatchObject({
      error: {
        message: 'Operation Failed',
        detail: expect.stringContaining('Unique Key violation') as string,
      },
    });
  });

  test.each(['ivan.itil', 'carl.contact', 'ida.service'])('is nothing to %s', async (as) => {
    const { call } = smallServer();
    await call(TABLE, { method: 'POST', as: 'amy.agent', body: own() });
    expect(rows(await call(TABLE, { as }))).toEqual([]);
    expect((await call(`${TABLE}/${KEY}`, { as })).status).toBe(404);
    expect((await call(`${TABLE}/${KEY}`, { method: 'DELETE', as })).status).toBe(404);
    expect((await call(TABLE, { method: 'POST', as, body: { ...own(), sys_id: '' } })).status).toBe(403);
  });

  test('of everybody is for admins', async () => {
    const { call } = smallServer();
    const body = { name: 'rows', value: '20', system: 'true' };
    expect((await call(TABLE, { method: 'POST', as: 'amy.agent', body })).status).toBe(403);
    expect((await call(TABLE, { method: 'POST', as: 'admin', body })).status).toBe(201);
  });

  test('is read, changed and deleted by an admin', async () => {
    const { call } = smallServer();
    await call(TABLE, { method: 'POST', as: 'amy.agent', body: own() });
    expect((await call(`${TABLE}/${KEY}`, { as: 'admin' })).status).toBe(200);
    expect((await call(`${TABLE}/${KEY}`, { method: 'DELETE', as: 'admin' })).status).toBe(204);
  });
});
