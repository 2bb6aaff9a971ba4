import { describe, expect, it } from 'vitest';
import type { ErrorKind, SendResponse } from '../../src/contract/index.ts';
import { createServiceNowAdapter } from './index.ts';
import { INSTANCE, failure, fakeCall, json, recorded } from './testing/fake-call.ts';
import { CASE } from './testing/tables.ts';

const adapter = createServiceNowAdapter();
const plan = adapter.plan(CASE, {
  select: { columns: ['id'], joins: {} },
  filter: null,
  order: [],
  limit: null,
});

const html: SendResponse = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  json: undefined,
  text: '<html>Secret page',
  instance: INSTANCE,
};

describe('answers that are not what was asked for', () => {
  it.each<[string, SendResponse, ErrorKind, RegExp]>([
    ['unknown table', failure(400, 'Invalid table nope', null), 'upstream-rejected', /has no table for Case/],
    [
      'unknown address',
      failure(400, 'Requested URI does not represent any resource', null),
      'upstream-rejected',
      /check the connection address/,
    ],
    [
      'row ACL',
      failure(403, 'Operation Failed', 'ACL Exception Update Failed due to security constraints'),
      'upstream-unauthorized',
      /grant it the read ACL/,
    ],
    [
      'data policy',
      failure(
        403,
        'Operation Failed',
        'Data Policy Exception: The following fields are mandatory: Resolution code, <b>Close notes',
      ),
      'invalid-input',
      /requires a value for: Resolution code, bClose notes\./,
    ],
    [
      'business rule',
      failure(
        403,
        'Operation Failed',
        "Operation against file 'incident' was aborted by Business Rule 'Secret rule^1234'. Business Rule Stack:Secret rule",
      ),
      'upstream-rejected',
      /^A business rule of the ServiceNow instance refused to read this Case\.$/,
    ],
    [
      'column ACL',
      failure(
        403,
        'Insufficient rights to query records',
        'Field(s) present in the query do not have permission to be read',
      ),
      'upstream-unauthorized',
      /filter or sort Case/,
    ],
    [
      'REST ACL',
      failure(403, 'User Not Authorized', 'Failed API level ACL Validation'),
      'upstream-unauthorized',
      /REST_Endpoint/,
    ],
    [
      'no scope',
      failure(403, 'User Not Authorized', 'Access to unscoped api is not allowed'),
      'upstream-unauthorized',
      /useraccount/,
    ],
    [
      'missing scope',
      failure(403, 'Missing required api access scope', null),
      'upstream-unauthorized',
      /OAuth scope/,
    ],
    [
      'other refusal',
      failure(403, 'Operation Failed', 'Secret'),
      'upstream-rejected',
      /^ServiceNow refused to read Case\.$/,
    ],
    [
      'no record',
      failure(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval"),
      'not-found',
      /does not exist/,
    ],
    ['too long', { ...html, status: 414 }, 'too-complex', /too long/],
    ['a teapot', failure(418, 'Secret', null), 'upstream-rejected', /refused/],
    ['a page in place of data', html, 'upstream-unavailable', /may be asleep/],
    ['no result', json({}), 'upstream-unavailable', /cannot read/],
    ['null', json(null), 'upstream-unavailable', /cannot read/],
    ['a result that is no list', json({ result: 'x' }), 'upstream-unavailable', /cannot read/],
    ['a list of other things', json({ result: [1] }), 'upstream-unavailable', /cannot read/],
    ['an error without a body', { ...html, status: 403 }, 'upstream-rejected', /refused/],
  ])('%s', async (_, response, kind, message) => {
    const error: unknown = await adapter
      .read(
        CASE,
        plan,
        fakeCall(() => response),
      )
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'CasegraphError',
      kind,
      message: expect.stringMatching(message) as string,
    });
    expect((error as Error).message).not.toMatch(/Secret|acme|sn_customerservice_case/);
  });

  it.each([[{ sys_id: { value: { a: 1 } } }], [{ sys_id: [1] }], [{ sys_id: null }], [{}]])(
    'are refused where a row has no key: %j',
    async (row) => {
      const call = fakeCall(() => json({ result: [{ sys_id: { display_value: 'x' } }, row] }));
      await expect(adapter.read(CASE, plan, call)).rejects.toMatchObject({ kind: 'upstream-unauthorized' });
    },
  );

  it('keep what ServiceNow said for operators', async () => {
    const call = fakeCall(() => failure(403, 'Operation Failed', 'Operation against file x'));
    await expect(adapter.read(CASE, plan, call)).rejects.toMatchObject({
      detail: '403 read sn_customerservice_case: Operation Failed | Operation against file x',
    });
  });

  it('are told apart inside a batch too', async () => {
    const items = [recorded('inbound-REST-API-rate-limiting-01')].map((body) =>
      Buffer.from(JSON.stringify(body)).toString('base64'),
    );
    const answer = {
      serviced_requests: [{ id: '0', status_code: 429, body: items[0] }],
      unserviced_requests: ['1'],
    };
    const request = {
      select: { columns: ['id'], joins: {} },
      filter: null,
      order: [],
      limit: 1,
      column: 'accountId',
    };
    const keys = ['1', '2'].map((end) => end.padStart(32, '0'));
    const { results } = await adapter.readByKeys(
      CASE,
      request,
      keys,
      fakeCall(() => json(answer)),
    );
    expect(results).toMatchObject([{ kind: 'upstream-rate-limited' }, { kind: 'upstream-timeout' }]);
  });
});
