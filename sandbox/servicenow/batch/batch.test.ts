import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { query, rows, smallServer } from '../testing/call.ts';
import type { Answer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

interface Serviced {
  readonly id: string;
  readonly body: string;
  readonly status_code: number;
  readonly status_text: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

interface BatchBody {
  readonly batch_request_id: string;
  readonly serviced_requests: readonly Serviced[];
  readonly unserviced_requests: readonly string[];
}

const { call } = smallServer();
const bodyOf = (answer: Answer): BatchBody => answer.json as BatchBody;
const decoded = (item: Serviced | undefined): unknown =>
  JSON.parse(Buffer.from(item?.body ?? '', 'base64').toString('utf8') || 'null');

function batch(
  requests: unknown[],
  headers: Record<string, string> = {},
  path = '/api/now/v1/batch',
): Promise<Answer> {
  return call(path, { method: 'POST', headers, body: { batch_request_id: '1', rest_requests: requests } });
}

const get = (item: string, url: string) => ({
  id: item,
  method: 'GET',
  url,
  headers: [{ name: 'Accept', value: 'application/json' }],
});

describe('batch', () => {
  it('answers each item for itself, in the recorded shape', async () => {
    const answer = await batch([
      get('11', `/api/now/table/incident/${id('INC0000001')}?sysparm_fields=number`),
      { ...get('12', '/api/now/table/nope'), exclude_response_headers: true },
      get('13', '/api/now/stats/incident?sysparm_count=true'),
    ]);
    expect(answer.status).toBe(200);
    const { batch_request_id, serviced_requests: items, unserviced_requests } = bodyOf(answer);
    expect([batch_request_id, unserviced_requests]).toEqual(['1', []]);
    expect(items.map((item) => [item.id, item.status_code, item.status_text])).toEqual([
      ['11', 200, 'OK'],
      ['12', 400, 'Bad Request'],
      ['13', 200, 'OK'],
    ]);
    expect(items.map(decoded)).toEqual([
      { result: { number: 'INC0000001' } },
      { error: { message: 'Invalid table nope', detail: null }, status: 'failure' },
      { result: { stats: { count: '3' } } },
    ]);
    expect(items[0]?.headers).toContainEqual({
      name: 'Content-Type',
      value: 'application/json;charset=UTF-8',
    });
    expect(items[1]?.headers).toEqual([]);
    const text = readFileSync(new URL('../testing/fixtures/batch-api-01.json', import.meta.url), 'utf8');
    const { response } = JSON.parse(text) as { response: BatchBody };
    expect(Object.keys(response)).toEqual(expect.arrayContaining(Object.keys(bodyOf(answer))));
    for (const name of Object.keys(response.serviced_requests[0] ?? {}))
      expect(items[0]).toHaveProperty(name);
  });

  it("creates from the documentation's own body: base64 broken over lines, single quotes", async () => {
    const body =
      'eyd1cmdlbmN5JzonMScsICdzaG9ydF9kZXNjcmlwdGlvbic6J015IGNvbXB1dGVyIG\n          Jyb2tlJywgJ2NvbW1lbnRzJzonRWxldmF0aW5nIHVyZ2VuY3ksIHRoaXMgaXMgYSBibG9ja2luZyBpc3N1ZSd9';
    const answer = await batch(
      [{ id: '13', method: 'POST', url: '/api/now/table/incident', headers: [], body }],
      {},
      '/api/now/batch',
    );
    const [item] = bodyOf(answer).serviced_requests;
    expect([item?.status_code, item?.status_text]).toEqual([201, 'Created']);
    expect(decoded(item)).toMatchObject({
      result: { urgency: '1', short_description: 'My computer broke', comments: '' },
    });
    expect(rows(await call(query('sys_journal_field', 'valueLIKEblocking issue')))).toHaveLength(1);
  });

  it('names items beyond the bound as not serviced', async () => {
    const answer = await batch(
      [
        get('a', '/api/now/table/incident'),
        get('b', '/api/now/table/incident?sysparm_fields=number&sysparm_limit=1'),
      ],
      {
        'x-batchrequest-max-output-size': '500',
      },
    );
    expect(bodyOf(answer).serviced_requests.map((item) => item.id)).toEqual(['b']);
    expect(bodyOf(answer).unserviced_requests).toEqual(['a']);
  });

  it('is no resource inside itself, and needs credentials and requests', async () => {
    const nested = bodyOf(await batch([{ id: '1', method: 'POST', url: '/api/now/v1/batch', headers: [] }]));
    expect(nested.serviced_requests[0]?.status_code).toBe(400);
    expect((await call('/api/now/v1/batch', { method: 'POST', as: null, body: {} })).status).toBe(401);
    expect((await call('/api/now/v1/batch', { method: 'POST', body: {} })).status).toBe(400);
    expect((await call('/api/now/v1/batch')).status).toBe(405);
    expect((await batch([get('1', '/api/now/table/%zz')])).status).toBe(400);
  });
});
