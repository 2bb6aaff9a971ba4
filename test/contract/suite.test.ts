import { describe, expect, it } from 'vitest';
import { createMemoryAdapter, type MemoryHandle } from '../../adapters/memory/index.ts';
import { CasegraphError } from '../../src/contract/index.ts';
import type {
  Adapter,
  BoundTable,
  Call,
  ChoiceList,
  Column,
  Filter,
  Plan,
  Related,
  SendResponse,
} from '../../src/contract/index.ts';
import { CHECKS } from './checks.ts';
import type { ContractSetup } from './setup.ts';

const columns: Column[] = [
  { name: 'id', type: 'id', upstream: 'id' },
  { name: 'name', type: 'string', upstream: 'name', writable: true },
  { name: 'size', type: 'integer', upstream: 'size', writable: true },
  { name: 'kind', type: 'choice', upstream: 'kind' },
  { name: 'parent', type: 'reference', upstream: 'parent', references: { table: 'Thing', column: 'id' } },
];

const thing: BoundTable = {
  name: 'Thing',
  connection: 'memory',
  object: 'things',
  key: 'id',
  columns: new Map(columns.map((column) => [column.name, column])),
  joins: new Map([['parent', { column: 'parent', table: () => thing }]]),
  options: {},
};

const KINDS = ['large', 'small'].map((value) => ({ value, label: value.toUpperCase() }));
const RECORDS = Array.from({ length: 30 }, (_, index) => ({
  id: `t${index}`,
  name: index % 7 === 0 ? null : `Name ${index % 5}`,
  size: index % 4 === 0 ? null : index % 6,
  kind: KINDS[index % 3] ?? null,
  parent: index % 3 === 0 ? null : `t${index % 4}`,
}));
const TABLES = new Map([['things', RECORDS]]);

type Memory = Adapter<MemoryHandle>;
/** The memory adapter with one of its methods replaced by a lie. */
type Lie = (honest: Memory) => Partial<Memory>;

/** Each lie that an adapter could tell, and the test of the suite that must catch it. */
const LIES: readonly [lie: string, check: string, tell: Lie][] = [
  [
    'finds fault with nothing',
    'an object that no upstream can have is a problem',
    () => ({ check: () => [] }),
  ],
  [
    'invents a problem',
    'a good declaration has no problems',
    () => ({ check: () => [{ message: 'I do not like this table.' }] }),
  ],
  [
    'does not say which column is wrong',
    'a column that no upstream can have is a problem of that column',
    (honest) => ({ check: (table) => honest.check(table).map(({ message }) => ({ message })) }),
  ],
  [
    'claims a column that is not declared',
    'capabilities and plans are there for every declared column without asking anybody',
    (honest) => ({
      capabilities: (table) => ({ ...honest.capabilities(table), order: new Set(['nonsense']) }),
    }),
  ],
  [
    'keeps orders it does not claim',
    'an order that is not claimed is not said to be kept',
    (honest) => ({ capabilities: (table) => ({ ...honest.capabilities(table), order: new Set(['id']) }) }),
  ],
  [
    'claims a count it does not have',
    'writing and counting are there exactly when they are claimed',
    () => ({ count: undefined }),
  ],
  [
    'forgets a selected cell',
    'any selection gives at least the selected cells',
    (honest) => ({ read: (table, plan, ...rest) => honest.read(table, without(plan, 'size'), ...rest) }),
  ],
  [
    'answers keys that nobody asked for',
    'no keys give no results',
    (honest) => ({
      readByKeys: (table, request, keys, call) => honest.readByKeys(table, request, [...keys, 't1'], call),
    }),
  ],
  [
    'asks for each key by itself',
    '100 keys cost one request, or as many as its bound demands',
    (honest) => asking(honest, 1),
  ],
  [
    'asks for fewer keys at once than a request takes',
    '1,000 keys cost no more requests than the bound demands',
    (honest) => asking(honest, 100),
  ],
  [
    'joins nothing to rows by keys',
    'references are followed for rows by keys as well',
    (honest) => ({
      readByKeys: async (...args) => ({
        results: (await honest.readByKeys(...args)).results.map((result) => ({
          rows:
            'rows' in result ? result.rows.map(({ values }) => ({ values, joined: { parent: null } })) : [],
          more: false,
        })),
      }),
    }),
  ],
  [
    'leaves out rows whose reference is empty',
    'a join does not change which rows come',
    (honest) => ({
      read: async (...args) => ({
        next: null,
        rows: (await honest.read(...args)).rows.filter((row) => row.joined?.['parent'] !== null),
      }),
    }),
  ],
  [
    'takes a test of related rows that it does not claim',
    'a test of related rows that is not claimed is left whole, and one that is claimed is taken whole or left whole',
    (honest) => ({
      capabilities: (table) => ({ ...honest.capabilities(table), related: new Set(['none'] as const) }),
    }),
  ],
  [
    'looks only whether there is a related row',
    'tests of related rows find what looking at both rows would find',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: withTests(request.filter, (test) => ({ ...test, filter: null })),
        }),
    }),
  ],
  [
    'takes an empty reference for a row of empty cells',
    'each column of a related row that is tested makes no row out of a reference that is empty',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: withTests(request.filter, (test) => ({
            op: 'or',
            any: [test, { op: 'null', column: 'parent' }],
          })),
        }),
    }),
  ],
  [
    'lets a value out of the test of a related row',
    'no text changes what a test of a related row asks',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: text(request.filter).includes('^OR') ? null : request.filter,
        }),
    }),
  ],
  [
    'lets a compared value out of its place',
    'no value changes the meaning of a comparison',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: text(request.filter).includes('1^OR') ? null : request.filter,
        }),
    }),
  ],
  [
    'lets a bound out of its place',
    'no value changes the meaning of a range: it parts the rows in two',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: text(request.filter).includes('^OR') ? null : request.filter,
        }),
    }),
  ],
  [
    'cuts a member at its comma',
    'no member changes the meaning of a list',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: text(request.filter).includes('a,b') ? null : request.filter,
        }),
    }),
  ],
  [
    'finds only the first fault',
    'all problems come at once, each with a message that says something',
    (honest) => ({ check: (table) => honest.check(table).slice(0, 1) }),
  ],
  [
    'claims a push and leaves the filter',
    'each claimed operator is pushed and gives exactly the right rows',
    (honest) => ({
      plan: (table, request) => ({
        ...honest.plan(table, { ...request, filter: null }),
        residual: request.filter,
      }),
    }),
  ],
  [
    'claims a push and drops the filter',
    'each claimed operator is pushed and gives exactly the right rows',
    (honest) => ({ plan: (table, request) => honest.plan(table, { ...request, filter: null }) }),
  ],
  [
    'treats an empty cell as unequal to nothing',
    'each claimed operator is pushed and gives exactly the right rows',
    (honest) => ({
      plan: (table, request) => honest.plan(table, { ...request, filter: withNulls(request.filter) }),
    }),
  ],
  [
    'claims an order and does not keep it',
    'each claimed order is kept, in both directions, with empty cells where the contract wants them',
    (honest) => ({ plan: (table, request) => unordered(honest.plan(table, request)) }),
  ],
  [
    'loses the last row of a page',
    'pages hold every row once',
    (honest) => ({ read: async (...args) => dropLast(await honest.read(...args)) }),
  ],
  [
    'repeats rows from page to page',
    'pages hold every row once',
    (honest) => ({
      read: (table, plan, call, resume) =>
        honest.read(table, plan, call, resume === undefined ? undefined : String(Number(resume) - 1)),
    }),
  ],
  [
    'gives a subset',
    'the law: whatever is pushed, pages and residual together give the answer',
    (honest) => ({ plan: (table, request) => honest.plan(table, { ...request, limit: 3 }) }),
  ],
  [
    'limits before the rest of the filter',
    'a limit is only kept upstream when nothing is left to do, and then the rows are the first ones',
    (honest) => ({
      plan: (table, request) => ({
        ...honest.plan(table, { ...request, filter: null }),
        residual: request.filter,
      }),
    }),
  ],
  [
    'leaves a cell out',
    'every row comes with every column as the data has it',
    (honest) => ({ read: (table, plan, ...rest) => honest.read(table, without(plan, 'size'), ...rest) }),
  ],
  [
    'has a handle that is more than data',
    'a plan is plain data, the same for the same request, and says what it does',
    (honest) => ({
      plan: (table, request) => ({
        ...honest.plan(table, request),
        handle: { ...honest.plan(table, request).handle, now: () => 0 },
      }),
    }),
  ],
  ['counts what it likes', 'a count is exact', () => ({ count: () => Promise.resolve(7) })],
  [
    'answers keys in its own order',
    'rows by keys come per key and in the order of the keys, repeated keys and unknown ones included',
    (honest) => ({
      readByKeys: async (table, request, keys, call) => ({
        results: (await honest.readByKeys(table, request, keys, call)).results.toReversed(),
      }),
    }),
  ],
  [
    'forgets the filter of a batched read',
    'a filter that is pushed holds for every key',
    (honest) => ({
      readByKeys: (table, request, keys, call) =>
        honest.readByKeys(table, { ...request, filter: null }, keys, call),
    }),
  ],
  [
    'stops at 200 keys',
    'rows by keys take 250 keys',
    (honest) => ({
      readByKeys: (table, request, keys, call) => honest.readByKeys(table, request, keys.slice(0, 200), call),
    }),
  ],
  [
    'finds everything for a malformed key',
    'a malformed key finds nothing or is refused, and its neighbours get their rows',
    (honest) => ({
      readByKeys: (table, request, keys, call) =>
        honest.readByKeys(
          table,
          request,
          keys.map((key) => (key === "' OR '1'='1" ? 't1' : key)),
          call,
        ),
    }),
  ],
  [
    'says there is no more',
    'a related list is cut per key where that is claimed, and says whether there was more',
    (honest) => ({
      readByKeys: async (table, request, keys, call) => ({
        results: (await honest.readByKeys(table, request, keys, call)).results.map((result) =>
          'rows' in result ? { ...result, more: false } : result,
        ),
      }),
    }),
  ],
  [
    'joins nothing',
    'references are followed in the same request, and empty or dangling ones give null',
    (honest) => ({
      read: async (...args) => ({
        next: null,
        rows: (await honest.read(...args)).rows.map(({ values }) => ({ values, joined: { parent: null } })),
      }),
    }),
  ],
  [
    'lets a value out of its place',
    'no value changes the meaning of a text operator',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: text(request.filter).includes('^ORactive') ? null : request.filter,
        }),
    }),
  ],
  [
    'loosens a condition beside a value',
    'a hostile value beside a condition does not loosen the condition',
    (honest) => ({
      plan: (table, request) =>
        honest.plan(table, {
          ...request,
          filter: text(request.filter).includes('^NQ') ? null : request.filter,
        }),
    }),
  ],
  [
    'does not look at the signal',
    'a call that is already aborted is refused',
    (honest) => ({
      read: (table, plan, call) =>
        honest.read(table, plan, { ...call, signal: new AbortController().signal }),
    }),
  ],
  [
    'waits for an upstream that never answers',
    'a call that is aborted under way ends promptly',
    () => ({ ping: () => new Promise(() => undefined) }),
  ],
  [
    'takes HTML for no rows',
    'an answer that is not what it should be is an error, never no rows',
    upstream(({ json }) => (isObject(json) ? 'refuse' : 'none')),
  ],
  [
    'trips over a shape',
    'an answer of the wrong shape is an error or gives whole rows, never a defect',
    upstream(() => 'trip'),
  ],
  [
    'repeats the words of the upstream',
    'a refusal becomes an error of the contract without the words of the upstream',
    upstream(() => 'repeat'),
  ],
  [
    'hides what send said',
    'what send gives up on is passed on as it is',
    () => ({ read: () => Promise.reject(new CasegraphError('internal', 'Something went wrong.')) }),
  ],
  [
    'creates twice',
    'a created row is there, and a repeat under the same key makes no second',
    (honest) => ({
      write: async (table, change, call) => ({
        ...(await requireWrite(honest)(table, change, call)),
        changed: true,
      }),
    }),
  ],
  [
    'drops what it writes',
    'an updated row holds the new values and keeps the others',
    (honest) => ({
      write: (table, change, call) =>
        change.kind === 'update'
          ? Promise.resolve({ key: change.key, changed: true })
          : requireWrite(honest)(table, change, call),
    }),
  ],
  [
    'keeps what it deletes',
    'a deleted row is gone',
    (honest) => ({
      write: (table, change, call) =>
        change.kind === 'delete'
          ? Promise.resolve({ key: change.key, changed: true })
          : requireWrite(honest)(table, change, call),
    }),
  ],
  [
    'lists choices other than its rows have',
    'choice lists are of choice columns, hold each value once, and know the values that rows show',
    () => ({ choices: () => Promise.resolve(listOf('large', 'tiny')) }),
  ],
  [
    'goes on telling choices when nobody listens',
    'what is told beside the rows ends as soon as its signal is aborted',
    () => ({ choices: () => Promise.resolve(listOf('large', 'small')) }),
  ],
  [
    'updates what is not there',
    'a row that is not there cannot be updated',
    () => ({ write: () => Promise.resolve({ key: 'x', changed: true }) }),
  ],
];

describe('the contract suite', () => {
  it.each(CHECKS)('lets an honest adapter pass: $name', async (check) => {
    const setup = setupOf(honestAdapter());
    expect(check.unless?.(setup) ?? null).toBeNull();
    await check.run(setup);
  });

  it.each(LIES)('catches an adapter that %s', async (_lie, name, tell) => {
    const honest = honestAdapter();
    const check = CHECKS.find((candidate) => candidate.name === name);
    const run = async (): Promise<void> => check?.run(setupOf({ ...honest, ...tell(honest) }));
    await expect(run()).rejects.toThrow();
  });

  it('has a lie for each of its tests', () => {
    const caught = new Set(LIES.map(([, name]) => name));
    expect(CHECKS.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([]);
  });
});

/** The filter with its tests of related rows put in other words. */
function withTests(filter: Filter | null, change: (test: Related) => Filter): Filter | null {
  if (filter === null || 'column' in filter) return filter;
  const inside = (part: Filter): Filter => withTests(part, change) as Filter;
  if (filter.op === 'and') return { op: 'and', all: filter.all.map(inside) };
  return filter.op === 'or' ? { op: 'or', any: filter.any.map(inside) } : change(filter);
}

/** The memory adapter behind an upstream: it asks once per call and goes on only when the answer is the right one. */
function honestAdapter(): Memory {
  const memory = createMemoryAdapter(TABLES, { pageSize: 7 });
  const asked = async <T>(call: Call, then: () => Promise<T>): Promise<T> => {
    const { json } = await call.send({ method: 'GET', path: '/' });
    if (isObject(json) && 'ok' in json) return then();
    throw new CasegraphError('upstream-rejected', 'The upstream gave no answer that makes sense.');
  };
  return {
    ...memory,
    read: (table, plan, call, resume) => asked(call, () => memory.read(table, plan, call, resume)),
    readByKeys: (table, request, keys, call) =>
      asked(call, () => memory.readByKeys(table, request, keys, call)),
    choices: (_, call) => asked(call, async () => (call.signal.throwIfAborted(), listOf('large', 'small'))),
    count: (table, plan, call) => asked(call, async () => memory.count?.(table, plan, call) ?? -1),
    ping: (call) => asked(call, () => memory.ping(call)),
  };
}

function listOf(...values: readonly string[]): ReadonlyMap<string, ChoiceList> {
  const options = values.map((value) => ({ value, label: value, inactive: false, dependentValues: [] }));
  return new Map([['kind', { options, dependsOn: null }]]);
}

function setupOf(adapter: Adapter): ContractSetup {
  const values = RECORDS.map((record) => ({ values: record }));
  return {
    name: 'liar',
    adapter,
    table: thing,
    rows: values,
    joined: { parent: values },
    call,
    lookups: [{ column: 'parent', via: 'Thing.children' }],
    unknownKey: (number) => `nobody-${number}`,
    batches: { call, targetBytes: 8_000 },
    writable: {
      open: () => ({ adapter, table: thing, call }),
      newKey: () => 'new',
      create: { name: 'new name', size: 1 },
      update: { name: 'other name' },
    },
  };
}

function call(signal: AbortSignal = new AbortController().signal): Call {
  const answer = {
    status: 200,
    headers: {},
    json: { ok: true },
    text: '',
    instance: 'https://instance.example',
  };
  return { signal, now: () => 0, send: () => Promise.resolve(answer) };
}

function text(filter: Filter | null): string {
  return JSON.stringify(filter);
}

/** `ne` as SQL has it: an empty cell is not unequal to anything. */
function withNulls(filter: Filter | null): Filter | null {
  return filter?.op === 'ne'
    ? { op: 'and', all: [filter, { op: 'notNull', column: filter.column }] }
    : filter;
}

function unordered(plan: Plan<MemoryHandle>): Plan<MemoryHandle> {
  return { ...plan, handle: { ...plan.handle, order: [] } };
}

function without(plan: Plan<MemoryHandle>, column: string): Plan<MemoryHandle> {
  const names = plan.handle.select.columns.filter((name) => name !== column);
  return { ...plan, handle: { ...plan.handle, select: { columns: names, joins: {} } } };
}

function dropLast<T extends { rows: readonly unknown[] }>(page: T): T {
  return { ...page, rows: page.rows.slice(0, -1) };
}

/** Sends a request for so many keys each, and answers from memory. */
function asking(honest: Memory, most: number): Partial<Memory> {
  return {
    readByKeys: async (table, request, keys, asked) => {
      for (let start = 0; start < keys.length; start += most)
        await asked.send({ method: 'GET', path: `/things?ids=${keys.slice(start, start + most).join(',')}` });
      return honest.readByKeys(table, request, keys, asked);
    },
  };
}

function requireWrite(adapter: Memory): NonNullable<Memory['write']> {
  if (adapter.write === undefined) throw new Error('no write');
  return adapter.write.bind(adapter);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A `read` that asks the upstream once and does with the answer what an adapter should not. */
function upstream(reaction: (response: SendResponse) => 'refuse' | 'none' | 'trip' | 'repeat'): Lie {
  return () => ({
    read: async (_table, _plan, asked) => {
      const response = await asked.send({ method: 'GET', path: '/' });
      switch (reaction(response)) {
        case 'none':
          return { rows: [], next: null };
        case 'trip':
          return { rows: (response.json as { rows: [] }).rows.slice(), next: null };
        case 'repeat':
          throw new CasegraphError('upstream-rejected', response.text + JSON.stringify(response.json));
        default:
          throw new CasegraphError('upstream-rejected', 'The upstream did not answer.');
      }
    },
  });
}
