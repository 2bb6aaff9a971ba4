import { describe, expect, it } from 'vitest';
import type { SendRequest, SendResponse } from '../../src/contract/index.ts';
import { PACKING } from './packing.ts';

const read = (table: string): SendRequest => ({
  method: 'GET',
  path: `/api/now/table/${table}?sysparm_limit=1`,
  headers: { accept: 'application/json' },
});
const READS = [read('incident'), read('sn_customerservice_case')];

const response = (status: number, json: unknown): SendResponse => ({
  status,
  headers: { 'x-request': 'outer' },
  json,
  text: '',
  instance: 'https://dev.example',
});
const part = (id: string, status: number, body: unknown) => ({
  id,
  status_code: status,
  status_text: '',
  headers: [{ name: 'X-Total-Count', value: '1' }],
  body: Buffer.from(JSON.stringify(body)).toString('base64'),
});

it.each<[string, SendRequest, boolean]>([
  ['a read of rows', read('incident'), true],
  ['a write', { method: 'PATCH', path: '/api/now/table/incident/1', json: {} }, false],
  ['a count', { method: 'GET', path: '/api/now/stats/incident?sysparm_count=true' }, false],
  ['a batch', { method: 'POST', path: '/api/now/v1/batch', json: {} }, false],
])('%s can be a part of a batch: %#', (_, request, taken) => expect(PACKING.takes(request)).toBe(taken));

it('a batch holds the reads as they stand, and may be sent again', () => {
  const { path, json, idempotent } = PACKING.pack(READS);
  expect([path, idempotent]).toEqual(['/api/now/v1/batch', true]);
  expect(json).toMatchObject({ rest_requests: READS.map(({ path: url }) => ({ method: 'GET', url })) });
});

describe('the answer of a batch', () => {
  const found = { result: [{ sys_id: 'a' }] };

  it('is taken apart by the ids of its parts; one that failed fails alone', () => {
    const json = { serviced_requests: [part('1', 500, {}), part('0', 200, found)] };
    const [first, second] = PACKING.unpack(response(200, json), READS);
    expect(first).toMatchObject({
      status: 200,
      json: found,
      headers: { 'x-total-count': '1' },
      instance: 'https://dev.example',
    });
    expect(second).toMatchObject({ kind: 'upstream-unavailable' });
  });

  it('that was refused as a whole is the answer of each', () => {
    const refused = response(403, { error: { message: 'User Not Authorized', detail: '' } });
    expect(PACKING.unpack(refused, READS)).toEqual([refused, refused]);
  });

  it('names parts that the instance did not come to', () => {
    const json = { serviced_requests: [part('0', 200, found)] };
    const [, second] = PACKING.unpack(response(200, json), READS);
    expect(second).toMatchObject({ kind: 'upstream-timeout' });
  });

  it.each([undefined, [], {}])('that is none is refused: %j', (json) => {
    expect(() => PACKING.unpack(response(200, json), READS)).toThrow(
      expect.objectContaining({ kind: 'upstream-unavailable' }) as Error,
    );
  });
});
