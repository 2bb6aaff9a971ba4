import fc from 'fast-check';
import { expect } from 'vitest';
import type { Filter } from '../../../src/contract/index.ts';
import { leafOf } from '../filters.ts';
import { operandsOf } from '../operators.ts';
import { answer, keyOf } from '../oracle.ts';
import { ask, unlessRefused } from '../reading.ts';
import { type Check, type ContractSetup, requestFor } from '../setup.ts';

const SAMPLES = 4;
/** Values that no query language gives a meaning: a claimed operator must be pushed for them. Others may be kept back. */
const PLAIN = /^[\w .:+-]*$/;

export const capabilities: readonly Check[] = [
  {
    name: 'each claimed operator is pushed and gives exactly the right rows',
    run: async (setup) => {
      const wrong: string[] = [];
      for (const filter of claimedLeaves(setup)) {
        await unlessRefused(async () => void wrong.push(...(await faultsOf(setup, filter))));
      }
      expect(wrong).toEqual([]);
    },
  },
  {
    name: 'each claimed order is kept, in both directions, with empty cells where the contract wants them',
    run: async (setup) => {
      const wrong: string[] = [];
      for (const column of setup.adapter.capabilities(setup.table).order) {
        for (const direction of ['asc', 'desc'] as const) {
          const request = requestFor(setup.table, { order: [{ column, direction }] });
          const { plan, rows } = await ask(setup, request);
          if (!plan.ordered) wrong.push(`${column} ${direction} is claimed but not ordered`);
          const got = rows.map((row) => keyOf(setup.table, row));
          const expected = answer(setup.table, setup.rows, request).map((row) => keyOf(setup.table, row));
          if (got.join() !== expected.join()) wrong.push(`${column} ${direction} comes in another order`);
        }
      }
      expect(wrong).toEqual([]);
    },
  },
  {
    name: 'an order that is not claimed is not said to be kept',
    run: ({ adapter, table }) => {
      const { order } = adapter.capabilities(table);
      for (const column of [...table.columns.keys()].filter((name) => !order.has(name))) {
        const plan = adapter.plan(
          table,
          requestFor(table, { order: [{ column, direction: 'asc' }], limit: 1 }),
        );
        expect({ column, ordered: plan.ordered, limited: plan.limited }).toEqual({
          column,
          ordered: false,
          limited: false,
        });
      }
    },
  },
  {
    name: 'writing and counting are there exactly when they are claimed',
    run: ({ adapter, table }) => {
      const { count, write } = adapter.capabilities(table);
      if (count) expect(adapter.count === undefined).toBe(false);
      if (write.create || write.update || write.delete) expect(adapter.write === undefined).toBe(false);
    },
  },
];

function claimedLeaves({ adapter, table, rows }: ContractSetup): Filter[] {
  return [...adapter.capabilities(table).filter].flatMap(([name, operators]) => {
    const column = table.columns.get(name);
    if (column === undefined) throw new Error(`${name} is claimed and not declared`);
    const values = operandsOf(column, rows);
    return [...operators].flatMap((op) => {
      const leaf = leafOf(column, op, values);
      return leaf === null ? [] : fc.sample(leaf, { numRuns: SAMPLES, seed: 7 });
    });
  });
}

async function faultsOf(setup: ContractSetup, filter: Filter): Promise<string[]> {
  const { table, rows } = setup;
  const request = requestFor(table, { filter, select: { columns: [table.key], joins: {} } });
  const plan = setup.adapter.plan(table, request);
  const words = JSON.stringify(filter);
  if (plan.residual !== null) return isPlain(filter) ? [`claimed but left as residual: ${words}`] : [];
  const got = (await ask(setup, request)).rows.map((row) => keyOf(table, row));
  const expected = answer(table, rows, request).map((row) => keyOf(table, row));
  const missing = expected.filter((key) => !got.includes(key));
  const extra = got.filter((key) => !expected.includes(key));
  if (missing.length + extra.length === 0) return [];
  return [
    `${words}: ${missing.length} rows missing, ${extra.length} too many, of ${expected.length} (${plan.text})`,
  ];
}

function isPlain(filter: Filter): boolean {
  if (filter.op === 'in' || filter.op === 'notIn')
    return filter.values.every((value) => PLAIN.test(String(value)));
  return 'value' in filter ? PLAIN.test(String(filter.value)) : true;
}
