import { expect, it } from 'vitest';
import type { SendResponse } from '../../../src/contract/index.ts';
import { batch, failure, fakeCall, list } from '../testing/fake-call.ts';
import { TASK } from '../testing/tables.ts';
import { readLayout } from './layout.ts';

type Row = Readonly<Record<string, string>>;
type Parts = Readonly<Partial<Record<string, readonly Row[] | SendResponse>>>;

/** Answers each part of the batch by its table. */
function instance(parts: Parts) {
  return fakeCall((request) =>
    batch(request, (url) => {
      const part = parts[url.pathname.split('/').at(-1) ?? ''] ?? [];
      return 'status' in part ? part : list(part);
    }),
  );
}

const of = (head: string, id: string, more: Row): Row => ({
  [head]: id,
  [`${head}.name`]: 'problem',
  [`${head}.view.name`]: '',
  position: '0',
  ...more,
});
const inList = (element: string, position: number, more: Row = {}) =>
  of('list_id', 'l1', {
    element,
    position: String(position),
    'list_id.parent': '',
    'list_id.sys_user': '',
    ...more,
  });
const inSection = (id: string, element: string, position: number, more: Row = {}) =>
  of('sys_ui_section', id, {
    element,
    type: '',
    position: String(position),
    'sys_ui_section.caption': '',
    ...more,
  });

it('is that of the default view, in the order of positions, in one request', async () => {
  const call = instance({
    sys_ui_list_element: [inList('state', 10), inList('number', 2)],
    sys_ui_form_section: [
      of('sys_ui_form', 'f', { sys_ui_section: 's2', position: '1' }),
      of('sys_ui_form', 'f', { sys_ui_section: 's1', position: '0' }),
    ],
    sys_ui_element: [
      inSection('s2', 'priority', 0, { 'sys_ui_section.caption': 'More' }),
      inSection('s1', '.begin_split', 0, { type: '.begin_split' }),
      inSection('s1', 'number', 1),
      inSection('s1', '.split', 2, { type: '.split' }),
      inSection('s1', 'state', 3, { type: 'element' }),
      inSection('s1', 'activity.xml', 4, { type: 'formatter' }),
    ],
    sys_ui_related_list_entry: [
      of('list_id', 'r', { related_list: 'incident.problem_id' }),
      of('list_id', 'r', { related_list: 'REL:0123', position: '1' }),
    ],
  });
  expect(await readLayout(TASK, call)).toEqual({
    list: ['number', 'state'],
    form: [
      { title: null, columns: ['number', 'state'] },
      { title: 'More', columns: ['priority'] },
    ],
    related: [{ object: 'incident', column: 'problem_id' }],
    notes: [],
  });
  expect(call.sent).toHaveLength(1);
});

it('takes no list of another table, view, form or person, should the instance ignore a condition', async () => {
  const wrong = [
    inList('sys_id', 0, { 'list_id.name': 'incident' }),
    inList('sys_id', 0, { 'list_id.view.name': 'ess' }),
    inList('sys_id', 0, { 'list_id.parent': 'incident' }),
    inList('sys_id', 0, { 'list_id.sys_user': '6816f79cc0a8016401c5a33be04be441' }),
  ];
  expect((await readLayout(TASK, instance({ sys_ui_list_element: wrong }))).list).toBeNull();
  const both = await readLayout(TASK, instance({ sys_ui_list_element: [...wrong, inList('number', 9)] }));
  expect(both.list).toEqual(['number']);
});

it('is null part by part where nobody arranged it, or it may not be read; the note says which', async () => {
  const denied = failure(403, 'User Not Authorized', 'Failed API level ACL Validation');
  const call = instance({ sys_ui_list_element: [inList('number', 0)], sys_ui_element: denied });
  const layout = await readLayout(TASK, call);
  expect(layout).toMatchObject({ list: ['number'], form: null, related: null });
  expect(layout.notes).toEqual([
    expect.stringMatching(/^The form layout could not be read: .*sys_ui_element/),
  ]);
});

it('fails where no part can be read', async () => {
  const denied = failure(403, 'User Not Authorized', 'Failed API level ACL Validation');
  const all = ['sys_ui_list_element', 'sys_ui_form_section', 'sys_ui_element', 'sys_ui_related_list_entry'];
  const call = instance(Object.fromEntries(all.map((name) => [name, denied])));
  await expect(readLayout(TASK, call)).rejects.toMatchObject({ kind: 'upstream-unauthorized' });
});
