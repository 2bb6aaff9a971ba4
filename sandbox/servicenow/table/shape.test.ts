import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { query, rows, smallServer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

const { call } = smallServer();
const ORIGIN = 'https://sandbox.example:8443';

function recorded(name: string): Record<string, unknown> {
  const text = readFileSync(new URL(`../testing/fixtures/${name}.json`, import.meta.url), 'utf8');
  const { response } = JSON.parse(text) as { response: { result: unknown } };
  const { result } = response;
  return (Array.isArray(result) ? result[0] : result) as Record<string, unknown>;
}

async function record(parameters: string): Promise<Record<string, unknown>> {
  const answer = await call(`/api/now/table/sn_customerservice_case/${id('CS0000001')}?${parameters}`);
  return rows(answer)[0] ?? {};
}

const FIELDS =
  'sysparm_fields=state,account,consumer,sys_domain,active,opened_at,close_notes,resolution_code,activity_due,account.parent,account.name,consumer.name,assigned_to.user_name';

/** The table of facts 1.3, cell by cell. */
const SHAPES: readonly (readonly [string, Record<string, unknown>])[] = [
  ['', {
    state: '10',
    account: { link: `${ORIGIN}/api/now/table/customer_account/${id('Acme Corp')}`, value: id('Acme Corp') },
    consumer: '',
    sys_domain: { link: `${ORIGIN}/api/now/table/sys_user_group/${id('ACME')}`, value: id('ACME') },
    active: 'true', opened_at: '2026-03-01 08:00:00', close_notes: '', resolution_code: '', activity_due: '',
    'account.parent': { link: `${ORIGIN}/api/now/table/core_company/${id('Globex Inc')}`, value: id('Globex Inc') },
    'account.name': 'Acme Corp', 'consumer.name': '', 'assigned_to.user_name': 'amy.agent',
  }],
  ['sysparm_display_value=true', {
    state: 'Open',
    account: { display_value: 'Acme Corp', link: `${ORIGIN}/api/now/table/customer_account/${id('Acme Corp')}` },
    consumer: '',
    sys_domain: { display_value: 'ACME', link: `${ORIGIN}/api/now/table/sys_user_group/${id('ACME')}` },
    active: 'true', opened_at: '2026-03-01 08:00:00', close_notes: '', resolution_code: '', activity_due: 'UNKNOWN',
    'account.parent': { display_value: 'Globex Inc', link: `${ORIGIN}/api/now/table/core_company/${id('Globex Inc')}` },
    'account.name': 'Acme Corp', 'consumer.name': '', 'assigned_to.user_name': 'amy.agent',
  }],
  ['sysparm_display_value=all&sysparm_exclude_reference_link=true', {
    state: { display_value: 'Open', value: '10' },
    account: { display_value: 'Acme Corp', value: id('Acme Corp') },
    consumer: { display_value: '', value: '' },
    sys_domain: { display_value: 'ACME', value: id('ACME') },
    active: { display_value: 'true', value: 'true' },
    opened_at: { display_value: '2026-03-01 08:00:00', value: '2026-03-01 08:00:00' },
    close_notes: { display_value: '', value: '' },
    resolution_code: { display_value: null, value: '' },
    activity_due: { display_value: 'UNKNOWN', value: '' },
    'account.parent': { display_value: 'Globex Inc', value: id('Globex Inc') },
    'account.name': { display_value: 'Acme Corp', value: 'Acme Corp' },
    'consumer.name': { display_value: '', value: '' },
    'assigned_to.user_name': { display_value: 'amy.agent', value: 'amy.agent' },
  }],
]; // prettier-ignore

describe('cells', () => {
  it.each(SHAPES)('with "%s"', async (parameters, expected) => {
    expect(await record(`${FIELDS}&${parameters}`)).toEqual(expected);
  });

  it.each([
    [
      'sysparm_display_value=all',
      {
        display_value: 'Acme Corp',
        link: `${ORIGIN}/api/now/table/customer_account/${id('Acme Corp')}`,
        value: id('Acme Corp'),
      },
    ],
    ['sysparm_exclude_reference_link=true', id('Acme Corp')],
    ['sysparm_display_value=true&sysparm_exclude_reference_link=true', 'Acme Corp'],
  ])('a reference with %s', async (parameters, expected) => {
    expect(await record(`sysparm_fields=account&${parameters}`)).toEqual({ account: expected });
  });

  it('keeps links in the version that was asked', async () => {
    const [row] = rows(
      await call(`/api/now/v2/table/sn_customerservice_case/${id('CS0000001')}?sysparm_fields=contact`),
    );
    expect(row).toEqual({
      contact: {
        link: `${ORIGIN}/api/now/v2/table/customer_contact/${id('carl.contact')}`,
        value: id('carl.contact'),
      },
    });
  });

  it('shows no display value of a record in a domain out of sight, and nothing behind it', async () => {
    const fields =
      'sysparm_fields=account.parent,account.parent.name&sysparm_display_value=all&sysparm_exclude_reference_link=true';
    const [row] = rows(
      await call(`/api/now/table/sn_customerservice_case/${id('CS0000001')}?${fields}`, { as: 'amy.agent' }),
    );
    expect(row).toEqual({
      'account.parent': { display_value: '', value: id('Globex Inc') },
      'account.parent.name': { display_value: '', value: '' },
    });
  });

  it('leaves unknown fields out, whole or behind a dot', async () => {
    expect(
      await record('sysparm_fields=number,nope,account.nope,short_description.name,nope.number'),
    ).toEqual({ number: 'CS0000001' });
  });

  it('never shows journals in the record', async () => {
    expect(await record('sysparm_fields=comments,work_notes&sysparm_display_value=all')).toEqual({
      comments: { display_value: '', value: '' },
      work_notes: { display_value: '', value: '' },
    });
  });
});

/** Kind of a value: recorded answers hold texts and references only. */
function kinds(row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'object' ? Object.keys(value ?? {}).join() : typeof value,
    ]),
  );
}

describe('recorded answers', () => {
  it.each([
    ['incident', 'c_TableAPI-02', 'INC0000001'],
    ['problem', 'c_TableAPI-01', 'PRB0000001'],
    ['sn_customerservice_case', 'case-api-04', 'CS0000001'],
  ])('%s has every recorded column', async (table, fixture, number) => {
    const [row = {}] = rows(await call(query(table, `number=${number}`)));
    const known = Object.keys(recorded(fixture));
    expect(known.filter((name) => !(name in row))).toEqual([]);
    expect(new Set(Object.values(kinds(row)))).toEqual(new Set(['string', 'link,value']));
  });

  it('writes dot-walks as recorded', async () => {
    const fields =
      'sysparm_fields=user.name,user.sys_id,role.name,user.company,role,user&sysparm_display_value=true';
    const [row = {}] = rows(await call(query('sys_user_has_role', `user=${id('amy.agent')}`, `&${fields}`)));
    const sample = kinds(recorded('c_RESTAPI-01'));
    for (const name of ['user.name', 'user.sys_id', 'role.name', 'role', 'user'])
      expect(kinds(row)[name]).toBe(sample[name]);
  });
});
