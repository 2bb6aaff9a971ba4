import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Call, Column, Row, Value } from '../../src/contract/index.ts';
import { contractSuite } from '../../test/contract/suite.ts';
import { createMemoryAdapter, type MemoryOptions, type MemoryRecord } from './index.ts';

const OWNERS: MemoryRecord[] = ['ada', 'grace', 'Ädel'].map((name, index) => ({ id: `o${index}`, name }));
const STAGES = ['1', '2', '10', 'Closed Won'].map((value) => ({ value, label: `Stage ${value}` }));
const TEXTS = [
  "O'Brien \\ 5%_",
  'a^b,c@d',
  'Straße',
  'ΑΣΤΈΡΑΣ',
  'Plain words',
  'plain WORDS',
  '',
  'İstanbul 😀',
  'null',
];

/** Rows of every column type, with gaps: enough to make each operator true for some rows and false for others. */
const DEALS: MemoryRecord[] = Array.from({ length: 60 }, (_, index) => {
  const some = (every: number, value: Value): Value => (index % every === 0 ? null : value);
  return {
    id: `d${String(index).padStart(3, '0')}`,
    name: some(11, TEXTS[index % TEXTS.length] ?? ''),
    notes: some(7, `Note ${index % 5}`),
    size: some(6, (index % 9) - 4),
    amount: some(5, `${(index * 7919) % 1000}.${String(index % 100).padStart(2, '0')}`),
    open: some(9, index % 2 === 0),
    due: some(8, `2026-0${1 + (index % 9)}-15`),
    at: some(10, `1${index % 3}:00:00`),
    seen: some(4, `2026-11-22T13:45:0${index % 6}${index % 2 === 0 ? '.25' : ''}Z`),
    effort: some(5, index * 60),
    link: some(3, `https://example.com/${index % 4}`),
    extra: some(2, { nested: [index] }),
    stage: some(12, STAGES[index % STAGES.length] ?? null),
    owner: some(13, `o${index % 4}`),
    tags: some(6, ['red', 'Blue'].slice(0, index % 3)),
  };
});

const columns = (...list: Column[]): ReadonlyMap<string, Column> =>
  new Map(list.map((column) => [column.name, column]));

const owner: BoundTable = {
  name: 'Owner',
  connection: 'memory',
  object: 'owners',
  key: 'id',
  columns: columns(
    { name: 'id', type: 'id', upstream: 'id' },
    { name: 'name', type: 'string', upstream: 'name' },
  ),
  joins: new Map(),
  options: {},
};

const deal: BoundTable = {
  name: 'Deal',
  connection: 'memory',
  object: 'deals',
  key: 'id',
  columns: columns(
    { name: 'id', type: 'id', upstream: 'id' },
    { name: 'title', type: 'string', upstream: 'name', writable: true },
    { name: 'notes', type: 'text', upstream: 'notes', writable: true },
    { name: 'size', type: 'integer', upstream: 'size', writable: true },
    { name: 'amount', type: 'decimal', upstream: 'amount' },
    { name: 'open', type: 'boolean', upstream: 'open' },
    { name: 'due', type: 'date', upstream: 'due' },
    { name: 'at', type: 'time', upstream: 'at' },
    { name: 'seen', type: 'datetime', upstream: 'seen' },
    { name: 'effort', type: 'duration', upstream: 'effort' },
    { name: 'link', type: 'url', upstream: 'link' },
    { name: 'extra', type: 'json', upstream: 'extra' },
    { name: 'stage', type: 'choice', upstream: 'stage', writable: true },
    { name: 'ownerId', type: 'reference', upstream: 'owner', references: { table: 'Owner', column: 'id' } },
    { name: 'tags', type: 'list', upstream: 'tags' },
  ),
  joins: new Map([['owner', { column: 'ownerId', table: () => owner }]]),
  options: {},
};

const TABLES = new Map([
  ['owners', OWNERS],
  ['deals', DEALS],
]);

const call = (signal: AbortSignal = new AbortController().signal): Call => ({
  signal,
  now: () => Date.parse('2026-11-22T00:00:00Z'),
  send: () => Promise.reject(new CasegraphError('internal', 'The memory adapter sends nothing.')),
});

const rowOf = (table: BoundTable, record: MemoryRecord): Row => ({
  values: Object.fromEntries(
    [...table.columns.values()].map((column) => [column.name, record[column.upstream] ?? null]),
  ),
});

const ASKS_NOBODY = 'the adapter asks no upstream';

function suite(name: string, options: MemoryOptions): void {
  contractSuite({
    name,
    adapter: createMemoryAdapter(TABLES, options),
    table: deal,
    rows: DEALS.map((record) => rowOf(deal, record)),
    call,
    joined: { owner: OWNERS.map((record) => rowOf(owner, record)) },
    lookups: [{ column: 'ownerId', via: 'Owner.deals' }, { column: 'title' }],
    unknownKey: (number) => `nobody-${number}`,
    runs: 40,
    writable: {
      open: () => ({ adapter: createMemoryAdapter(TABLES, options), table: deal, call }),
      newKey: () => 'new-deal',
      create: { title: 'A new deal', notes: 'made by a test', size: 3, stage: '10' },
      update: { title: 'Another title', size: null },
    },
    skip: {
      'a call that is aborted under way ends promptly': ASKS_NOBODY,
      'an answer that is not what it should be is an error, never no rows': ASKS_NOBODY,
      'an answer of the wrong shape is an error or gives whole rows, never a defect': ASKS_NOBODY,
      'a refusal becomes an error of the contract without the words of the upstream': ASKS_NOBODY,
      'what send gives up on is passed on as it is': ASKS_NOBODY,
    },
  });
}

suite('memory', { pageSize: 25 });
suite('memory that can do nothing', {
  pushdown: 'none',
  ordered: false,
  joins: 0,
  limitPerKey: false,
  count: false,
  write: false,
});
suite('memory that takes some leaves', {
  pushdown: (leaf) => leaf.column.length % 2 === 0,
  limited: false,
  pageSize: 40,
});

describe('the options of the memory adapter', () => {
  const request = { select: { columns: ['id'], joins: {} }, filter: null, order: [], limit: null };

  it('notes each request once', async () => {
    const adapter = createMemoryAdapter(TABLES);
    const plan = adapter.plan(deal, { ...request, filter: { op: 'eq', column: 'size', value: 1 }, limit: 2 });
    await adapter.read(deal, plan, call());
    await adapter.readByKeys(deal, { ...request, column: 'id' }, ['d001', 'd002'], call());
    await adapter.ping(call());
    expect(adapter.requests).toEqual([
      { operation: 'read', table: 'Deal', text: 'from deals where size eq 1 limit 2', keys: [] },
      { operation: 'readByKeys', table: 'Deal', text: 'from deals', keys: ['d001', 'd002'] },
      { operation: 'ping', table: '', text: 'ping', keys: [] },
    ]);
  });

  it('fails where it is told to, wholly or for one key', async () => {
    const down = new CasegraphError('upstream-unavailable', 'The upstream is down.');
    const adapter = createMemoryAdapter(TABLES, {
      fail: ({ operation }) => (operation === 'read' ? down : null),
      failKey: (_table, key) => (key === 'd002' ? down : null),
    });
    await expect(adapter.read(deal, adapter.plan(deal, request), call())).rejects.toBe(down);
    const { results } = await adapter.readByKeys(
      deal,
      { ...request, column: 'id' },
      ['d001', 'd002'],
      call(),
    );
    expect(results).toEqual([{ rows: [{ values: { id: 'd001' } }], more: false }, down]);
  });

  it('holds a request back until it is let go or aborted', async () => {
    let release = (): void => undefined;
    const adapter = createMemoryAdapter(TABLES, {
      hold: () => new Promise((resolve) => (release = resolve)),
    });
    const controller = new AbortController();
    const held = adapter.read(deal, adapter.plan(deal, { ...request, limit: 1 }), call(controller.signal));
    release();
    expect((await held).rows).toHaveLength(1);
    const aborted = adapter.read(deal, adapter.plan(deal, request), call(controller.signal));
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('refuses a write that would repeat what must be unique', async () => {
    const adapter = createMemoryAdapter(TABLES, { unique: new Map([['owners', ['name']]]) });
    const twin = { kind: 'create', key: null, values: { name: 'ada' } } as const;
    await expect(adapter.write?.(owner, twin, call())).rejects.toMatchObject({ kind: 'conflict' });
    const renamed = { kind: 'update', key: 'o1', values: { name: 'ada' } } as const;
    await expect(adapter.write?.(owner, renamed, call())).rejects.toMatchObject({ kind: 'conflict' });
    const same = { kind: 'update', key: 'o0', values: { name: 'ada' } } as const;
    expect(await adapter.write?.(owner, same, call())).toEqual({ key: 'o0', changed: true });
  });

  it('leaves the records it was given as they were', async () => {
    const adapter = createMemoryAdapter(TABLES);
    await adapter.write?.(owner, { kind: 'update', key: 'o0', values: { name: 'changed' } }, call());
    expect(OWNERS[0]).toEqual({ id: 'o0', name: 'ada' });
  });

  it('refuses what it never claimed', () => {
    const adapter = createMemoryAdapter(TABLES, { joins: 0 });
    const select = { columns: ['id'], joins: { owner: { columns: ['name'], joins: {} } } };
    expect(() => adapter.plan(deal, { ...request, select })).toThrow(/0 deep/);
  });
});
