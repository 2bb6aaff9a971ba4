import { expect } from 'vitest';
import type { Change, Row, Value, Written } from '../../../src/contract/index.ts';
import { keyOf } from '../oracle.ts';
import { isError, rejection } from '../reading.ts';
import { type Check, type ContractSetup, requestFor, type Target, type Writable } from '../setup.ts';

export const writes: readonly Check[] = [
  {
    name: 'a created row is there, and a repeat under the same key makes no second',
    unless: (setup) => why(setup, 'create'),
    run: async (setup) => {
      const { target, writable } = await opened(setup);
      const key = writable.newKey();
      const change: Change = { kind: 'create', key, values: writable.create };
      const first = await write(target, change);
      expect(first).toEqual({ key: key ?? first.key, changed: true });
      expectValues(await rowOf(target, first.key), writable.create);
      if (key === null) return;
      expect(await write(target, change)).toEqual({ key, changed: false });
    },
  },
  {
    name: 'an updated row holds the new values and keeps the others',
    unless: (setup) => why(setup, 'update'),
    run: async (setup) => {
      const { target, writable } = await opened(setup);
      const key = await aKey(setup, target, writable);
      const before = await rowOf(target, key);
      expect(await write(target, { kind: 'update', key, values: writable.update })).toEqual({
        key,
        changed: true,
      });
      const after = await rowOf(target, key);
      expectValues(after, writable.update);
      for (const name of Object.keys(writable.create)) {
        if (!(name in writable.update)) expect(after?.values[name]).toEqual(before?.values[name]);
      }
    },
  },
  {
    name: 'a row that is not there cannot be updated',
    unless: (setup) => why(setup, 'update'),
    run: async (setup) => {
      const { target, writable } = await opened(setup);
      const change: Change = { kind: 'update', key: String(setup.unknownKey(9)), values: writable.update };
      const error = await rejection(write(target, change));
      expect(isError(error) ? error.kind : error).toBe('not-found');
    },
  },
  {
    name: 'a deleted row is gone',
    unless: (setup) => why(setup, 'delete') ?? why(setup, 'create'),
    run: async (setup) => {
      const { target, writable } = await opened(setup);
      const { key } = await write(target, {
        kind: 'create',
        key: writable.newKey(),
        values: writable.create,
      });
      expect(await write(target, { kind: 'delete', key })).toEqual({ key, changed: true });
      expect(await rowOf(target, key)).toBeUndefined();
    },
  },
];

function why({ adapter, table, writable }: ContractSetup, kind: Change['kind']): string | null {
  if (!adapter.capabilities(table).write[kind]) return `${kind} is not claimed`;
  return writable === undefined ? 'the set-up says nothing about writing' : null;
}

async function opened(setup: ContractSetup): Promise<{ target: Target; writable: Writable }> {
  if (setup.writable === undefined) throw new Error('the set-up says nothing about writing');
  return { target: await setup.writable.open(), writable: setup.writable };
}

/** A row to change: a new one where rows can be created, else one that is there. */
async function aKey(setup: ContractSetup, target: Target, writable: Writable): Promise<string> {
  const [first] = setup.rows;
  if (first !== undefined && !target.adapter.capabilities(target.table).write.create)
    return keyOf(setup.table, first);
  return (await write(target, { kind: 'create', key: writable.newKey(), values: writable.create })).key;
}

async function write({ adapter, table, call }: Target, change: Change): Promise<Written> {
  if (adapter.write === undefined) throw new Error('writing is claimed and not there');
  return adapter.write(table, change, call());
}

async function rowOf({ adapter, table, call }: Target, key: string): Promise<Row | undefined> {
  const { results } = await adapter.readByKeys(
    table,
    { ...requestFor(table), column: table.key },
    [key],
    call(),
  );
  const [result] = results;
  if (result === undefined || isError(result)) throw result ?? new Error('no result');
  expect(result.rows.length).toBeLessThanOrEqual(1);
  return result.rows[0];
}

/** A choice is given by its value and comes back with its label. */
function expectValues(row: Row | undefined, values: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(values)) {
    const cell = row?.values[name] ?? null;
    const plain = cell !== null && typeof cell === 'object' && 'label' in cell ? cell.value : cell;
    expect({ [name]: plain }).toEqual({ [name]: value });
  }
}
