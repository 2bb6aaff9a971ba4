import { expect } from 'vitest';
import type { BoundTable, Join, Row, Selection } from '../../../src/contract/index.ts';
import { answer, keyOf, only } from '../oracle.ts';
import { ask, isError, readAll } from '../reading.ts';
import { type Check, type ContractSetup, requestFor } from '../setup.ts';

export const joins: readonly Check[] = [
  {
    name: 'references are followed in the same request, and empty or dangling ones give null',
    unless: whyNoJoins,
    run: async (setup) => {
      for (const [name, join] of setup.table.joins) {
        const select = selectionWith(setup.table, name, join.table());
        const request = requestFor(setup.table, { select });
        const rows = await readAll(setup, setup.adapter.plan(setup.table, request));
        expect(joinedKeys(setup, rows, name)).toEqual(expectedKeys(setup, name, join));
        expectCells(setup, rows, name, join);
      }
    },
  },
  {
    name: 'references are followed for rows by keys as well',
    unless: whyNoJoins,
    run: async (setup) => {
      const keys = setup.rows.slice(0, 20).map((row) => keyOf(setup.table, row));
      for (const [name, join] of setup.table.joins) {
        const request = requestFor(setup.table, { select: selectionWith(setup.table, name, join.table()) });
        const answered = await setup.adapter.readByKeys(
          setup.table,
          { ...request, column: setup.table.key },
          keys,
          setup.call(),
        );
        const rows = answered.results.flatMap((result) => (isError(result) ? [] : result.rows));
        const right = expectedKeys(setup, name, join);
        expect(joinedKeys(setup, rows, name)).toEqual(
          Object.fromEntries(keys.map((key) => [key, right[key]])),
        );
      }
    },
  },
  {
    name: 'a join does not change which rows come',
    unless: whyNoJoins,
    run: async (setup) => {
      const [name, join] = [...setup.table.joins][0] ?? [];
      if (name === undefined || join === undefined) return;
      const request = requestFor(setup.table, {
        select: selectionWith(setup.table, name, join.table()),
        limit: 10,
      });
      const { rows } = await ask(setup, request);
      expect(rows).toEqual(answer(setup.table, setup.rows, request));
    },
  },
];

function whyNoJoins({ adapter, table, joined }: ContractSetup): string | null {
  if (adapter.capabilities(table).joins < 1) return 'joins are not claimed';
  if (table.joins.size === 0) return 'the table has no single references';
  return joined === undefined ? 'the set-up gives no rows to join' : null;
}

/** The row's key and reference columns, and every column of the row it leads to. */
function selectionWith(table: BoundTable, name: string, target: BoundTable): Selection {
  return { columns: [table.key], joins: { [name]: { columns: [...target.columns.keys()], joins: {} } } };
}

function joinedKeys(setup: ContractSetup, rows: readonly Row[], name: string): Record<string, unknown> {
  return Object.fromEntries(
    rows.map((row) => {
      const joined = row.joined?.[name];
      return [
        keyOf(setup.table, row),
        joined === null || joined === undefined ? joined : joined.values[keyIn(setup, name)],
      ];
    }),
  );
}

function expectedKeys(setup: ContractSetup, name: string, join: Join): Record<string, unknown> {
  return Object.fromEntries(
    setup.rows.map((row) => [
      keyOf(setup.table, row),
      targetOf(setup, row, name, join)?.values[keyIn(setup, name)] ?? null,
    ]),
  );
}

function expectCells(setup: ContractSetup, rows: readonly Row[], name: string, join: Join): void {
  const columns = [...join.table().columns.keys()];
  for (const row of rows) {
    const own = setup.rows.find((candidate) => keyOf(setup.table, candidate) === keyOf(setup.table, row));
    const target = own && targetOf(setup, own, name, join);
    const joined = row.joined?.[name];
    if (target && joined)
      expect(only(joined, { columns, joins: {} })).toEqual(only(target, { columns, joins: {} }));
  }
}

function targetOf(setup: ContractSetup, row: Row, name: string, join: Join): Row | undefined {
  const pointsAt = setup.table.columns.get(join.column)?.references?.column ?? join.table().key;
  const value = row.values[join.column] ?? null;
  return value === null
    ? undefined
    : setup.joined?.[name]?.find((target) => target.values[pointsAt] === value);
}

function keyIn(setup: ContractSetup, name: string): string {
  return setup.table.joins.get(name)?.table().key ?? '';
}
