import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, Change, SendRequest, SendResponse, Written } from '../../../src/contract/index.ts';
import { createServiceNowAdapter } from '../index.ts';
import { failure, fakeCall, json, list, recorded } from '../testing/fake-call.ts';
import { CASE, sysId } from '../testing/tables.ts';

const adapter = createServiceNowAdapter();
const KEY = sysId(7);
const PARAMETERS =
  '?sysparm_input_display_value=false&sysparm_exclude_reference_link=true&sysparm_fields=sys_id';
const create: Change = {
  kind: 'create',
  key: KEY,
  values: { number: 'x', state: '1', openedAt: '2026-11-22T13:45:00Z' },
};

function write(change: Change, call: Call): Promise<Written> {
  if (adapter.write === undefined) throw new Error('cannot write');
  return adapter.write(CASE, change, call);
}

/** Answers GETs by turns, and writes with one answer or error. */
function instance(
  looks: readonly boolean[],
  answer: () => SendResponse,
): Call & { readonly sent: SendRequest[] } {
  let look = 0;
  return fakeCall((request) => {
    if (request.method !== 'GET') return answer();
    look += 1;
    return list(looks[look - 1] === true ? [{ sys_id: KEY }] : []);
  });
}

const methods = (call: { readonly sent: readonly SendRequest[] }) =>
  call.sent.map((request) => request.method);
const made = (): SendResponse => json({ result: { sys_id: KEY } }, 201);
const lost = (): SendResponse => {
  throw new CasegraphError('upstream-timeout', 'no answer');
};

describe('create under a given key', () => {
  it('looks first, then posts internal values', async () => {
    const call = instance([false], made);
    expect(await write(create, call)).toEqual({ key: KEY, changed: true });
    expect(call.sent[1]).toEqual({
      method: 'POST',
      path: `/api/now/table/sn_customerservice_case${PARAMETERS}`,
      json: { number: 'x', state: '1', opened_at: '2026-11-22 13:45:00', sys_id: KEY },
    });
  });

  it.each<[string, readonly boolean[], () => SendResponse, Written | string, string[]]>([
    ['finds an earlier one', [true], made, { key: KEY, changed: false }, ['GET']],
    [
      'finds its own after a lost answer',
      [false, true],
      lost,
      { key: KEY, changed: true },
      ['GET', 'POST', 'GET'],
    ],
    ['fails where nothing was made', [false, false], lost, 'upstream-timeout', ['GET', 'POST', 'GET']],
    [
      "finds another's at the same time",
      [false, true],
      () => failure(403, 'Operation Failed', 'Unique Key violation'),
      { key: KEY, changed: false },
      ['GET', 'POST', 'GET'],
    ],
    [
      'does not look again after a refusal of the values',
      [false, true],
      () =>
        failure(
          403,
          'Operation Failed',
          'Data Policy Exception: The following fields are mandatory: Resolution code',
        ),
      'invalid-input',
      ['GET', 'POST'],
    ],
  ])('%s', async (_, looks, answer, expected, sent) => {
    const call = instance(looks, answer);
    const outcome = await write(create, call).catch((error: unknown) => (error as CasegraphError).kind);
    expect(outcome).toEqual(expected);
    expect(methods(call)).toEqual(sent);
  });

  it('does not look first where the caller has just looked, but does after a refusal or a lost answer', async () => {
    const looked: Change = { ...create, looked: true };
    const plain = instance([], made);
    expect(await write(looked, plain)).toEqual({ key: KEY, changed: true });
    expect(methods(plain)).toEqual(['POST']);
    const taken = instance([true], () => failure(403, 'Operation Failed', 'Unique Key violation'));
    expect(await write(looked, taken)).toEqual({ key: KEY, changed: false });
    expect(methods(taken)).toEqual(['POST', 'GET']);
    const unanswered = instance([true], lost);
    expect(await write(looked, unanswered)).toEqual({ key: KEY, changed: true });
    expect(methods(unanswered)).toEqual(['POST', 'GET']);
  });

  it('takes the key that the answer names', async () => {
    const call = instance([false], () => json(recorded('c_TableAPI-04'), 201));
    expect(await write(create, call)).toEqual({ key: 'c537bae64f411200adf9f8e18110c76e', changed: true });
  });

  it('refuses a key that is no sys_id, and an answer without one', async () => {
    const call = instance([false], () => json({ result: {} }, 201));
    await expect(write({ ...create, key: 'x' }, call)).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(call.sent).toEqual([]);
    await expect(write(create, call)).rejects.toMatchObject({ kind: 'upstream-rejected' });
  });
});

describe('other changes', () => {
  it('create without a key: one POST', async () => {
    const call = instance([], made);
    expect(await write({ ...create, key: null }, call)).toEqual({ key: KEY, changed: true });
    expect(methods(call)).toEqual(['POST']);
    await expect(write({ ...create, key: null }, instance([], lost))).rejects.toMatchObject({
      kind: 'upstream-timeout',
    });
  });

  it('update: PATCH, empty text for no value', async () => {
    const call = fakeCall(() => json(recorded('c_TableAPI-03')));
    expect(
      await write({ kind: 'update', key: KEY, values: { accountId: null, active: false } }, call),
    ).toEqual({ key: KEY, changed: true });
    expect(call.sent).toEqual([
      {
        method: 'PATCH',
        path: `/api/now/table/sn_customerservice_case/${KEY}${PARAMETERS}`,
        json: { account: '', active: 'false' },
      },
    ]);
  });

  it('delete: 204', async () => {
    const call = fakeCall(() => ({ ...json(undefined), status: 204 }));
    expect(await write({ kind: 'delete', key: KEY }, call)).toEqual({ key: KEY, changed: true });
    expect(call.sent).toEqual([{ method: 'DELETE', path: `/api/now/table/sn_customerservice_case/${KEY}` }]);
  });

  it('of what is not there, and of what can have no such key', async () => {
    const call = fakeCall(() =>
      failure(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval"),
    );
    await expect(write({ kind: 'delete', key: KEY }, call)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(write({ kind: 'update', key: '../sys_user/x', values: {} }, call)).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(call.sent).toHaveLength(1);
  });
});
