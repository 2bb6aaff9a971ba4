import fc from 'fast-check';
import { expect } from 'vitest';
import { matches } from '../../../adapters/memory/index.ts';
import type { Filter, Related, Row } from '../../../src/contract/index.ts';
import { filtersOf } from '../filters.ts';
import { HOSTILE } from '../hostile.ts';
import { keyOf, typesOf } from '../oracle.ts';
import { readAll, unlessRefused } from '../reading.ts';
import { type Check, type ContractSetup, requestFor } from '../setup.ts';

const BOTH = ['some', 'none'] as const;

export const related: readonly Check[] = [
  {
    name: 'a test of related rows that is not claimed is left whole, and one that is claimed is taken whole or left whole',
    run: ({ adapter, table }) => {
      const claimed = adapter.capabilities(table).related;
      for (const relation of table.joins.keys()) {
        for (const op of BOTH) {
          const leaf: Related = { op, relation, filter: null };
          const { residual } = adapter.plan(table, requestFor(table, { filter: leaf }));
          expect({ op, relation, residual }).toEqual({
            op,
            relation,
            residual: claimed?.has(op) ? null : leaf,
          });
        }
      }
    },
  },
  {
    name: 'tests of related rows find what looking at both rows would find',
    unless: whyNoTests,
    run: (setup) =>
      fc.assert(
        fc.asyncProperty(testsOf(setup), (filter) =>
          unlessRefused(async () => {
            const answered = await keysFor(setup, filter);
            expect({ filter, ...answered }).toEqual({
              filter,
              ...answered,
              keys: expectedKeys(setup, filter),
            });
          }),
        ),
        { numRuns: (setup.runs ?? 60) * 2 },
      ),
  },
  {
    name: 'each column of a related row that is tested makes no row out of a reference that is empty',
    unless: whyNoTests,
    run: async (setup) => {
      for (const [relation, join] of setup.table.joins) {
        for (const { name, type } of join.table().columns.values()) {
          const value = type === 'boolean' ? true : type === 'integer' ? 5 : type === 'decimal' ? '5' : null;
          const filters: Filter[] = [{ op: 'null', column: name }];
          if (value !== null) filters.push({ op: 'ne', column: name, value });
          if (type === 'string') filters.push({ op: 'notContains', column: name, value: 'zq' });
          for (const filter of filters) {
            const leaf: Related = { op: 'some', relation, filter };
            const { keys } = await keysFor(setup, leaf);
            expect({ leaf, keys }).toEqual({ leaf, keys: expectedKeys(setup, leaf) });
          }
        }
      }
    },
  },
  {
    name: 'no text changes what a test of a related row asks',
    unless: whyNoTests,
    run: async (setup) => {
      for (const [relation, join] of setup.table.joins) {
        const [column] = [...join.table().columns.values()].filter(({ type }) => type === 'string');
        if (column === undefined) continue;
        for (const value of HOSTILE) {
          for (const op of ['eq', 'ne', 'contains', 'startsWith'] as const) {
            const leaf: Related = { op: 'some', relation, filter: { op, column: column.name, value } };
            await unlessRefused(async () => {
              const { keys } = await keysFor(setup, leaf);
              expect({ leaf, keys }).toEqual({ leaf, keys: expectedKeys(setup, leaf) });
            });
          }
        }
      }
    },
  },
];

function whyNoTests({ adapter, table, joined }: ContractSetup): string | null {
  if (adapter.capabilities(table).related === undefined) return 'tests of related rows are not claimed';
  if (table.joins.size === 0) return 'the table has no single references';
  return joined === undefined ? 'the set-up gives no related rows' : null;
}

/** Tests of related rows alone, and beside tests of the row itself. */
function testsOf(setup: ContractSetup): fc.Arbitrary<Filter> {
  const own = filtersOf(setup.table, setup.rows);
  const leaves = [...setup.table.joins].map(([relation, join]) =>
    fc.record<Related>({
      op: fc.constantFrom(...BOTH),
      relation: fc.constant(relation),
      filter: fc.option(filtersOf(join.table(), setup.joined?.[relation] ?? []), { freq: 10 }),
    }),
  );
  const leaf = fc.oneof(...leaves);
  const parts = fc.tuple(leaf, fc.oneof(own, leaf));
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: parts.map((all): Filter => ({ op: 'and', all })) },
    { weight: 1, arbitrary: parts.map((any): Filter => ({ op: 'or', any })) },
  );
}

/** What comes of a filter, the residual applied with both rows at hand. */
async function keysFor(setup: ContractSetup, filter: Filter): Promise<{ text: string; keys: string[] }> {
  const plan = setup.adapter.plan(setup.table, requestFor(setup.table, { filter }));
  const rows = await readAll(setup, plan);
  const kept = rows.filter((row) => plan.residual === null || fulfils(setup, row, plan.residual));
  return { text: plan.text, keys: kept.map((row) => keyOf(setup.table, row)).toSorted() };
}

function expectedKeys(setup: ContractSetup, filter: Filter): string[] {
  const found = setup.rows.filter((row) => fulfils(setup, row, filter));
  return found.map((row) => keyOf(setup.table, row)).toSorted();
}

function fulfils({ table, joined }: ContractSetup, row: Row, filter: Filter): boolean {
  return matches(filter, row.values, typesOf(table), ({ relation, filter: wanted }, cells) => {
    const join = table.joins.get(relation);
    if (join === undefined) throw new Error(`${relation} is no join`);
    const aim = table.columns.get(join.column)?.references?.column ?? join.table().key;
    const value = cells[join.column] ?? null;
    const found = joined?.[relation]?.find((other) => value !== null && other.values[aim] === value);
    return found !== undefined && (wanted === null || matches(wanted, found.values, typesOf(join.table())));
  });
}
