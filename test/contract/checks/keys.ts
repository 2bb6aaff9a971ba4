import { expect } from 'vitest';
import type { Filter, KeyedRequest, KeyedRows, Operand, Row } from '../../../src/contract/index.ts';
import { leafOf } from '../filters.ts';
import { HOSTILE } from '../hostile.ts';
import { operandsOf } from '../operators.ts';
import { answer, keyOf } from '../oracle.ts';
import { isError } from '../reading.ts';
import { type Check, type ContractSetup, type Lookup, requestFor } from '../setup.ts';
import fc from 'fast-check';

export const byKeys: readonly Check[] = [
  {
    name: 'rows by keys come per key and in the order of the keys, repeated keys and unknown ones included',
    run: (setup) =>
      each(setup, async (lookup) => {
        const known = valuesOf(setup, lookup);
        const keys = [
          known[1],
          known[0],
          setup.unknownKey(1),
          known[1],
          known[2],
          setup.unknownKey(2),
        ].filter(isKey);
        const request = keyed(setup, lookup, {});
        await expectRows(setup, request, keys);
      }),
  },
  {
    name: 'rows by keys take 250 keys',
    run: (setup) =>
      each(setup, async (lookup) => {
        const known = valuesOf(setup, lookup);
        const keys = Array.from({ length: 250 }, (_, index) => known[index] ?? setup.unknownKey(index));
        await expectRows(setup, keyed(setup, lookup, {}), keys);
      }),
  },
  {
    name: 'no keys give no results',
    run: async (setup) => {
      const request = keyed(setup, { column: setup.table.key }, {});
      expect((await setup.adapter.readByKeys(setup.table, request, [], setup.call())).results).toEqual([]);
    },
  },
  {
    name: 'a malformed key finds nothing or is refused, and its neighbours get their rows',
    run: (setup) =>
      each(setup, async (lookup) => {
        const known = valuesOf(setup, lookup);
        const keys = HOSTILE.flatMap((text, index) => [text, known[index % known.length] ?? text]);
        const request = keyed(setup, lookup, {});
        const { results } = await setup.adapter.readByKeys(setup.table, request, keys, setup.call());
        expect(results).toHaveLength(keys.length);
        keys.forEach((key, index) => {
          const result = results[index];
          const given = isError(result) ? `${result.kind}` : keysOf(setup, result);
          const right = keysOf(setup, { rows: expected(setup, request, key), more: false });
          if (isError(result) && HOSTILE.includes(String(key)))
            expect(['invalid-input', 'not-found']).toContain(result.kind);
          else expect({ key, given }).toEqual({ key, given: right });
        });
      }),
  },
  {
    name: 'a filter that is pushed holds for every key',
    run: (setup) =>
      each(setup, async (lookup) => {
        const filter = pushedLeaf(setup);
        if (filter === null) return;
        await expectRows(setup, keyed(setup, lookup, { filter }), valuesOf(setup, lookup).slice(0, 20));
      }),
  },
  {
    name: 'a related list is cut per key where that is claimed, and says whether there was more',
    unless: ({ adapter, table, lookups }) => {
      if (!adapter.capabilities(table).limitPerKey) return 'limits per key are not claimed';
      return lookups?.some((lookup) => lookup.via !== undefined)
        ? null
        : 'the set-up names no list that can be cut';
    },
    run: async (setup) => {
      for (const lookup of setup.lookups?.filter(({ via }) => via !== undefined) ?? []) {
        for (const limit of [1, 2, 3]) {
          for (const direction of ['asc', 'desc'] as const) {
            const order = orderable(setup).map((column) => ({ column, direction }));
            const request = keyed(setup, lookup, { limit, order });
            const keys = [...valuesOf(setup, lookup).slice(0, 30), setup.unknownKey(3)];
            const { results } = await setup.adapter.readByKeys(setup.table, request, keys, setup.call());
            const got = results.map((result) =>
              isError(result) ? result.kind : [keysOf(setup, result), result.more],
            );
            const right = keys.map((key) => {
              const rows = expected(setup, { ...request, limit: null }, key);
              return [keysOf(setup, { rows: rows.slice(0, limit), more: false }), rows.length > limit];
            });
            expect(got).toEqual(right);
          }
        }
      }
    },
  },
];

async function each(setup: ContractSetup, test: (lookup: Lookup) => Promise<void>): Promise<void> {
  for (const lookup of [{ column: setup.table.key }, ...(setup.lookups ?? [])]) {
    await test(lookup);
    // A list that can be cut must answer without a limit too.
    if ('via' in lookup) await test({ column: lookup.column });
  }
}

function keyed(setup: ContractSetup, lookup: Lookup, wish: Parameters<typeof requestFor>[1]): KeyedRequest {
  return { ...requestFor(setup.table, wish), ...lookup };
}

async function expectRows(
  setup: ContractSetup,
  request: KeyedRequest,
  keys: readonly Operand[],
): Promise<void> {
  const { results } = await setup.adapter.readByKeys(setup.table, request, keys, setup.call());
  const got = results.map((result) =>
    isError(result) ? `${result.kind}: ${result.detail ?? result.message}` : sorted(setup, result),
  );
  expect(got).toEqual(keys.map((key) => sorted(setup, { rows: expected(setup, request, key), more: false })));
}

/** All rows of one key, by the oracle. */
function expected(setup: ContractSetup, request: KeyedRequest, key: Operand): Row[] {
  const own: Filter = { op: 'eq', column: request.column, value: key };
  const filter: Filter = request.filter === null ? own : { op: 'and', all: [own, request.filter] };
  return answer(setup.table, setup.rows, { ...request, filter });
}

/** Rows in the order of their keys: the order within one key is only promised where a list is cut. */
function sorted(setup: ContractSetup, result: KeyedRows): { rows: Row[]; more: boolean } {
  const byKey = (a: Row, b: Row): number => (keyOf(setup.table, a) < keyOf(setup.table, b) ? -1 : 1);
  return { rows: result.rows.map((row) => ({ values: row.values })).sort(byKey), more: result.more };
}

function keysOf(setup: ContractSetup, result: KeyedRows | undefined): string[] {
  return result?.rows.map((row) => keyOf(setup.table, row)) ?? ['no result'];
}

function valuesOf(setup: ContractSetup, lookup: Lookup): Operand[] {
  const column = setup.table.columns.get(lookup.column);
  if (column === undefined) throw new Error(`the set-up looks up by ${lookup.column}, which is not declared`);
  return operandsOf(column, setup.rows);
}

function orderable({ adapter, table }: ContractSetup): string[] {
  return [...adapter.capabilities(table).order].filter((column) => column !== table.key).slice(0, 2);
}

/** A leaf that the adapter takes whole and that some rows match and others do not. */
function pushedLeaf(setup: ContractSetup): Filter | null {
  const { adapter, table, rows } = setup;
  for (const [name, operators] of adapter.capabilities(table).filter) {
    const column = table.columns.get(name);
    const leaf = column && operators.has('eq') ? leafOf(column, 'eq', operandsOf(column, rows)) : null;
    for (const filter of leaf === null ? [] : fc.sample(leaf, { numRuns: 3, seed: 11 }).filter(isHarmless)) {
      const matched = answer(table, rows, requestFor(table, { filter })).length;
      const isTelling = matched > 1 && matched < rows.length;
      if (isTelling && adapter.plan(table, requestFor(table, { filter })).residual === null) return filter;
    }
  }
  return null;
}

/** A value that no adapter has a reason to refuse. */
function isHarmless(filter: Filter): boolean {
  return 'value' in filter && /^[\w .:-]+$/.test(String(filter.value));
}

function isKey(key: Operand | undefined): key is Operand {
  return key !== undefined;
}
