import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../src/contract/index.ts';
import { sendBatch } from './batch.ts';
import { failure, fakeCall, json, recorded } from './testing/fake-call.ts';

/** The recorded answer, its ids replaced by those that the adapter gives. */
function renumbered(): unknown {
  const body = recorded('batch-api-01') as { serviced_requests: { id: string }[] };
  return {
    ...body,
    serviced_requests: body.serviced_requests.map((item, index) => ({ ...item, id: String(index) })),
  };
}

describe('a batch', () => {
  it('reads the recorded answer: line breaks in base64, an item that is XML, a 201', async () => {
    const call = fakeCall(() => json(renumbered()));
    const answers = await sendBatch(['/a', '/b', '/c', '/d'], call);
    const [xml, list, created, missing] = answers;
    expect(xml).toMatchObject({
      status: 200,
      json: undefined,
      text: expect.stringContaining('<user_name') as string,
    });
    expect(list).toMatchObject({ status: 200, headers: {} });
    expect(created).toMatchObject({ status: 201 });
    expect(missing).toMatchObject({ kind: 'upstream-timeout' });
    expect(call.sent[0]?.json).toEqual({
      batch_request_id: '1',
      rest_requests: ['/a', '/b', '/c', '/d'].map((url, index) => ({
        id: String(index),
        method: 'GET',
        url,
        headers: [{ name: 'Accept', value: 'application/json' }],
      })),
    });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no items', {}],
    ['items that are none', { serviced_requests: 'x' }],
  ])('refuses %s', async (_, body) => {
    await expect(
      sendBatch(
        ['/a'],
        fakeCall(() => json(body)),
      ),
    ).rejects.toMatchObject({ kind: 'upstream-unavailable' });
  });

  it.each<[string, unknown]>([
    ['no status', { id: '0' }],
    ['a broken body', { id: '0', status_code: 500, body: 7 }],
    ['null', null],
  ])('makes an item with %s an error in its place', async (_, item) => {
    const [answer] = await sendBatch(
      ['/a'],
      fakeCall(() => json({ serviced_requests: [item] })),
    );
    expect(answer).toBeInstanceOf(CasegraphError);
  });

  it('fails as a whole where the account may not use it', async () => {
    const call = fakeCall(() => failure(403, 'User Not Authorized', 'Failed API level ACL Validation'));
    await expect(sendBatch(['/a'], call)).rejects.toMatchObject({ kind: 'upstream-unauthorized' });
  });
});
