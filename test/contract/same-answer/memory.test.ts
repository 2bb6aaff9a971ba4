import { createMemoryAdapter } from '../../../adapters/memory/index.ts';
import type { MemoryOptions } from '../../../adapters/memory/index.ts';
import { boundTable } from '../tables.ts';
import { randomRows } from './inputs.ts';
import { sameAnswer, SEED } from './property.ts';

const table = boundTable('Thing', 'thing', {
  id: ['id', 'id'],
  name: ['string', 'name'],
  notes: ['text', 'notes'],
  page: ['url', 'page'],
  count: ['integer', 'count'],
  price: ['decimal', 'price'],
  open: ['boolean', 'open'],
  due: ['date', 'due'],
  at: ['datetime', 'at'],
  state: ['choice', 'state'],
  owner: ['reference', 'owner'],
});
const domains = { state: ['1', '10', 'New', 'new'], owner: ['a', 'A', 'b'], id: ['t0', 'T0', 'nobody'] };
const keys = Array.from({ length: 60 }, (_, n) => ({ id: `t${n}` }));
const rows = randomRows(table.columns.values(), keys, domains, [], SEED);
const records = new Map([['thing', rows.map(({ values }) => ({ ...values }))]]);
const call = () => ({
  signal: new AbortController().signal,
  now: Date.now,
  send: () => Promise.reject(new Error('the memory adapter sends nothing')),
});

const styles: readonly (readonly [string, MemoryOptions, number])[] = [
  ['memory', {}, 800],
  [
    'memory, pushing by half',
    { pushdown: ({ column }) => ['name', 'count', 'state', 'at'].includes(column) },
    200,
  ],
  ['memory, pushing nothing', { pushdown: 'none' }, 0],
];
for (const [name, options, pushed] of styles)
  sameAnswer({ name, adapter: createMemoryAdapter(records, options), table, call, rows, domains, pushed });
