import fc from 'fast-check';
import { expect } from 'vitest';
import { faultsOf } from '../conforms.ts';
import { filtersOf, ordersOf } from '../filters.ts';
import { answer, keyOf } from '../oracle.ts';
import { ask, readAll, readPages, unlessRefused } from '../reading.ts';
import { type Check, type ContractSetup, requestFor } from '../setup.ts';

export const law: readonly Check[] = [
  {
    name: 'every row comes with every column as the data has it',
    run: async (setup) => {
      const request = requestFor(setup.table);
      const { rows } = await ask(setup, request);
      expect(rows).toEqual(answer(setup.table, setup.rows, request));
      expect(rows.flatMap((row) => faultsOf(setup.table, row, request.select))).toEqual([]);
    },
  },
  {
    name: 'any selection gives at least the selected cells',
    run: (setup) =>
      fc.assert(
        fc.asyncProperty(fc.subarray([...setup.table.columns.keys()], { minLength: 1 }), async (columns) => {
          const request = requestFor(setup.table, { select: { columns, joins: {} }, limit: 5 });
          const { rows } = await ask(setup, request);
          expect(rows).toEqual(answer(setup.table, setup.rows, request));
        }),
        { numRuns: 15 },
      ),
  },
  {
    name: 'the law: whatever is pushed, pages and residual together give the answer',
    run: (setup) =>
      fc.assert(
        fc.asyncProperty(requestsOf(setup), (wish) =>
          unlessRefused(async () => {
            const request = requestFor(setup.table, wish);
            const { rows } = await ask(setup, request);
            expect(keys(setup, rows)).toEqual(keys(setup, answer(setup.table, setup.rows, request)));
          }),
        ),
        { numRuns: setup.runs ?? 60 },
      ),
  },
  {
    name: 'a limit is only kept upstream when nothing is left to do, and then the rows are the first ones',
    run: (setup) =>
      fc.assert(
        fc.asyncProperty(requestsOf(setup), fc.integer({ min: 1, max: 5 }), (wish, limit) =>
          unlessRefused(async () => {
            const request = requestFor(setup.table, { ...wish, limit });
            const plan = setup.adapter.plan(setup.table, request);
            if (!plan.limited) return;
            expect({ residual: plan.residual, ordered: plan.ordered }).toEqual({
              residual: null,
              ordered: true,
            });
            const rows = await readAll(setup, plan);
            expect(keys(setup, rows)).toEqual(keys(setup, answer(setup.table, setup.rows, request)));
          }),
        ),
        { numRuns: setup.runs ?? 60 },
      ),
  },
  {
    name: 'pages hold every row once',
    run: async (setup) => {
      const request = requestFor(setup.table);
      const pages = await readPages(setup, setup.adapter.plan(setup.table, request));
      const got = keys(setup, pages.flat());
      expect(new Set(got).size).toBe(got.length);
      expect(got.toSorted()).toEqual(keys(setup, setup.rows).toSorted());
    },
  },
  {
    name: 'a plan is plain data, the same for the same request, and says what it does',
    run: async (setup) => {
      const [column = setup.table.key] = setup.adapter.capabilities(setup.table).order;
      const request = requestFor(setup.table, { order: [{ column, direction: 'asc' }], limit: 3 });
      const plan = setup.adapter.plan(setup.table, request);
      expect(setup.adapter.plan(setup.table, request)).toEqual(plan);
      expect(plan.text).not.toBe('');
      const copied = { ...plan, handle: structuredClone(plan.handle) };
      expect(await readAll(setup, copied)).toEqual(await readAll(setup, plan));
    },
  },
  {
    name: 'a count is exact',
    unless: ({ adapter, table }) => (adapter.capabilities(table).count ? null : 'counting is not claimed'),
    run: (setup) =>
      fc.assert(
        fc.asyncProperty(fc.option(filtersOf(setup.table, setup.rows)), (filter) =>
          unlessRefused(async () => {
            const request = requestFor(setup.table, { filter });
            const plan = setup.adapter.plan(setup.table, request);
            if (plan.residual !== null) return;
            const count = await setup.adapter.count?.(setup.table, plan, setup.call());
            expect(count).toBe(answer(setup.table, setup.rows, request).length);
          }),
        ),
        { numRuns: setup.runs ?? 60, examples: [[null]] },
      ),
  },
];

function requestsOf(setup: ContractSetup) {
  return fc.record({
    filter: fc.option(filtersOf(setup.table, setup.rows), { freq: 8 }),
    order: ordersOf(setup.table),
    limit: fc.option(fc.integer({ min: 1, max: 20 })),
  });
}

function keys(setup: ContractSetup, rows: ContractSetup['rows']): string[] {
  return rows.map((row) => keyOf(setup.table, row));
}
