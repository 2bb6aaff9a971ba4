import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smallServer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

const { call } = smallServer();

async function stats(
  parameters: string,
  as = 'ida.service',
  table = 'sn_customerservice_case',
): Promise<unknown> {
  const answer = await call(`/api/now/stats/${table}?${parameters}`, { as });
  expect(answer.status).toBe(200);
  return (answer.json as { result: unknown }).result;
}

const group = (count: string, value: string, field = 'state') => ({
  stats: { count },
  groupby_fields: [{ value, field }],
});

describe('without groups', () => {
  it.each([
    ['sysparm_count=true', 'ida.service', { count: '8' }],
    ['sysparm_count=true', 'carl.contact', { count: '2' }],
    ['sysparm_count=true', 'nora.none', { count: '0' }],
    ['sysparm_count=true', 'gus.globex', { count: '2' }],
    ['sysparm_count=true&sysparm_query=state%3D1', 'ida.service', { count: '4' }],
    ['sysparm_avg_fields=impact&sysparm_query=stateIN10,18', 'ida.service', { avg: { impact: '2.0000' } }],
    [
      'sysparm_min_fields=priority,opened_at&sysparm_max_fields=priority',
      'ida.service',
      { min: { priority: '1', opened_at: '2025-12-31 00:00:00' }, max: { priority: '10' } },
    ],
    [
      'sysparm_sum_fields=priority,nope&sysparm_query=stateIN10,18',
      'ida.service',
      { sum: { priority: '5' } },
    ],
    ['', 'ida.service', {}],
  ])('%s as %s', async (parameters, as, expected) => {
    expect(await stats(parameters, as)).toEqual({ stats: expected });
  });
});

describe('with groups', () => {
  const counted = 'sysparm_count=true&sysparm_group_by=state&sysparm_order_by=state';

  it('has the recorded shape', async () => {
    const text = readFileSync(new URL('../testing/fixtures/c_AggregateAPI-01.json', import.meta.url), 'utf8');
    const { response } = JSON.parse(text) as {
      response: { result: Record<string, Record<string, unknown>>[] };
    };
    const sample = response.result[1] ?? {};
    const [mine = {}] = (await stats(
      'sysparm_avg_fields=reassignment_count&sysparm_group_by=assignment_group',
    )) as Record<string, Record<string, unknown>>[];
    expect(Object.keys(mine)).toEqual(Object.keys(sample));
    expect(Object.keys(mine.groupby_fields?.[0] as object).sort()).toEqual(
      Object.keys(sample.groupby_fields?.[0] as object).sort(),
    );
  });

  it('counts and orders by number', async () => {
    expect(await stats(counted)).toEqual([
      group('4', '1'),
      group('1', '3'),
      group('1', '6'),
      group('1', '10'),
      group('1', '18'),
    ]);
  });

  it('orders by an aggregate, keeps groups by having', async () => {
    const ordered = (await stats(
      'sysparm_count=true&sysparm_group_by=state&sysparm_order_by=count^state^DESC',
    )) as ReturnType<typeof group>[];
    expect(ordered[0]).toEqual(group('4', '1'));
    expect(await stats(`${counted}&sysparm_having=count^state^>^1`)).toEqual([group('4', '1')]);
    expect(await stats(`${counted}&sysparm_having=count^state^>^1,sum^priority^>^100`)).toEqual([]);
  });

  it('shows display values on demand', async () => {
    const one = 'sysparm_count=true&sysparm_group_by=account,state&sysparm_query=number%3DCS0000001';
    const fields = async (mode: string) =>
      ((await stats(`${one}&sysparm_display_value=${mode}`)) as { groupby_fields: unknown }[])[0]
        ?.groupby_fields;
    expect(await fields('true')).toEqual([
      { value: 'Acme Corp', field: 'account' },
      { value: 'Open', field: 'state' },
    ]);
    expect(await fields('all')).toEqual([
      { display_value: 'Acme Corp', value: id('Acme Corp'), field: 'account' },
      { display_value: 'Open', value: '10', field: 'state' },
    ]);
  });
});

it('refuses a column that the caller may not read', async () => {
  expect(
    (await call('/api/now/stats/sys_choice?sysparm_count=true&sysparm_group_by=element', { as: 'amy.agent' }))
      .status,
  ).toBe(403);
  expect((await call('/api/now/stats/nope?sysparm_count=true')).status).toBe(400);
});
