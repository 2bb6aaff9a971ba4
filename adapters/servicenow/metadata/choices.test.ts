import { expect, it } from 'vitest';
import type { BoundTable } from '../../../src/contract/index.ts';
import { failure, fakeCall, list } from '../testing/fake-call.ts';
import { readChoices } from './choices.ts';

function table(object: string, options: BoundTable['options'] = {}): BoundTable {
  const column = (name: string, upstream: string, type: 'choice' | 'id') =>
    [name, { name, upstream, type }] as const;
  return {
    name: 'Ticket',
    connection: 'servicenow',
    object,
    key: 'id',
    columns: new Map([
      column('id', 'sys_id', 'id'),
      column('state', 'state', 'choice'),
      column('subcategory', 'subcategory', 'choice'),
    ]),
    joins: new Map(),
    options,
  };
}

type Row = Readonly<Record<string, string>>;
const row = (name: string, element: string, value: string, label: string, more: Row = {}): Row => ({
  name,
  element,
  value,
  label,
  inactive: 'false',
  language: 'en',
  dependent_value: '',
  sequence: '',
  ...more,
});

/** Answers like an instance that knows the column names; the conditions on `name` and `element` are applied. */
function instance(rows: readonly Row[], tables: Row | null = {}) {
  return fakeCall((_, url) => {
    if (url.pathname.endsWith('/sys_db_object'))
      return tables === null
        ? failure(403, 'User Not Authorized', 'Failed API level ACL Validation')
        : list(Object.keys(tables).length === 0 ? [] : [tables]);
    const query = url.searchParams.get('sysparm_query') ?? '';
    const named = (field: string) => new RegExp(`${field}IN([^^]*)`).exec(query)?.[1]?.split(',') ?? [];
    return list(
      rows.filter(
        ({ name = '', element = '' }) => named('name').includes(name) && named('element').includes(element),
      ),
    );
  });
}

const labels = (lists: Awaited<ReturnType<typeof readChoices>>, column = 'state') =>
  lists.get(column)?.options.map(({ label }) => label);

it('of a known class come in one request, the nearest table that offers anything having the whole list', async () => {
  const call = instance([
    row('task', 'state', '1', 'Open'),
    row('task', 'state', '3', 'Closed'),
    row('incident', 'state', '1', 'New', { sequence: '2' }),
    row('incident', 'state', '2', 'In Progress', { sequence: '1' }),
    row('task', 'subcategory', 'a', 'A'),
    row('incident', 'subcategory', 'x', 'X', { inactive: 'true' }),
  ]);
  const lists = await readChoices(table('incident'), call);
  expect(labels(lists)).toEqual(['In Progress', 'New']);
  expect(labels(lists, 'subcategory')).toEqual(['A']);
  expect(call.sent).toHaveLength(1);
  expect(new URL(call.sent[0]!.path, 'https://x').searchParams.get('sysparm_query')).toBe(
    'nameINincident,task^elementINstate,subcategory^languageINen^ORDERBYsequence',
  );
});

it('of a table unknown here are looked for in what it extends, as far as that may be read', async () => {
  const rows = [row('task', 'state', '1', 'Open'), row('u_ticket', 'subcategory', 'a', 'A')];
  const extended = { name: 'u_ticket', 'super_class.name': 'task', 'super_class.super_class.name': '' };
  expect(labels(await readChoices(table('u_ticket'), instance(rows, extended)))).toEqual(['Open']);
  const refused = await readChoices(table('u_ticket'), instance(rows, null));
  expect([...refused.keys()]).toEqual(['subcategory']);
  const ignored = await readChoices(table('u_ticket'), instance(rows, { ...extended, name: 'u_other' }));
  expect([...ignored.keys()]).toEqual(['subcategory']);
});

it('keep inactive entries as such, and gather the values that an entry depends on', async () => {
  const call = instance([
    row('incident', 'state', '9', 'Gone', { inactive: 'true', sequence: '9' }),
    row('incident', 'state', '1', 'New', { sequence: '1' }),
    row('incident', 'subcategory', 'dns', 'DNS', { dependent_value: 'network' }),
    row('incident', 'subcategory', 'dns', 'DNS', { dependent_value: 'software' }),
    row('incident', 'subcategory', 'other', 'Other', { dependent_value: 'network' }),
    row('incident', 'subcategory', 'other', 'Other'),
    row('incident', 'subcategory', '', '-- None --'),
  ]);
  const lists = await readChoices(table('incident'), call);
  expect(lists.get('state')?.options).toMatchObject([
    { value: '1', inactive: false },
    { value: '9', inactive: true },
  ]);
  expect(lists.get('subcategory')?.options).toEqual([
    { value: 'dns', label: 'DNS', inactive: false, dependentValues: ['network', 'software'] },
    { value: 'other', label: 'Other', inactive: false, dependentValues: [] },
  ]);
});

it('are in the language of the declaration, else in English', async () => {
  const call = instance([
    row('incident', 'state', '1', 'New'),
    row('incident', 'state', '1', 'Neu', { language: 'de' }),
    row('incident', 'subcategory', 'a', 'A'),
  ]);
  const lists = await readChoices(table('incident', { language: 'de' }), call);
  expect(labels(lists)).toEqual(['Neu']);
  expect(labels(lists, 'subcategory')).toEqual(['A']);
});

it('that may not be read are a refusal that says what to grant', async () => {
  const denied = fakeCall(() => failure(403, 'Insufficient rights to query records', null));
  await expect(readChoices(table('incident'), denied)).rejects.toMatchObject({
    kind: 'upstream-unauthorized',
    message: expect.stringContaining('sys_choice') as string,
  });
  // Measured on instances: without a role for it, rows hold nothing but the label.
  const partly = fakeCall(() => list([{ label: 'New' }]));
  await expect(readChoices(table('incident'), partly)).rejects.toMatchObject({
    kind: 'upstream-unauthorized',
  });
});
