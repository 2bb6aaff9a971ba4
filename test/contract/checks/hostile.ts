import { expect } from 'vitest';
import type { Column, Filter, Plan, Row } from '../../../src/contract/index.ts';
import { HOSTILE } from '../hostile.ts';
import { operandsOf, operatorsFor, TEXT_OPERATORS, textColumns } from '../operators.ts';
import { answer, finish, keyOf } from '../oracle.ts';
import { ask, isError, readAll, unlessRefused } from '../reading.ts';
import { type Check, type ContractSetup, requestFor } from '../setup.ts';

export const hostile: readonly Check[] = [
  {
    name: 'no value changes the meaning of a text operator',
    run: (setup) => expectSame(setup, filtersWith(setup, [...TEXT_OPERATORS])),
  },
  {
    name: 'no value changes the meaning of a comparison',
    run: (setup) => expectSame(setup, filtersWith(setup, ['eq', 'ne'])),
  },
  {
    name: 'no value changes the meaning of a range: it parts the rows in two',
    run: async (setup) => {
      const columns = onePerType(setup).filter(({ name }) =>
        setup.adapter.capabilities(setup.table).filter.get(name)?.has('lt'),
      );
      const wrong: string[] = [];
      for (const { name: column } of columns) {
        const all = await partOf(setup, { op: 'notNull', column });
        for (const value of HOSTILE) {
          await unlessRefused(async () => {
            const below = await partOf(setup, { op: 'lt', column, value });
            const above = await partOf(setup, { op: 'gte', column, value });
            if ([...below, ...above].toSorted().join() !== all.toSorted().join())
              wrong.push(`${column}: ${JSON.stringify(value)}`);
          });
        }
      }
      expect(wrong).toEqual([]);
    },
  },
  {
    name: 'no member changes the meaning of a list',
    run: (setup) => expectSame(setup, listsWith(setup)),
  },
  {
    name: 'a hostile value beside a condition does not loosen the condition',
    run: async (setup) => {
      const [column] = textColumns(setup.table).filter(({ type }) => type === 'string' || type === 'text');
      const [first] = setup.rows;
      if (column === undefined || first === undefined) return;
      const guard: Filter = { op: 'eq', column: setup.table.key, value: keyOf(setup.table, first) };
      const filters = HOSTILE.flatMap((value): Filter[] => {
        const leaf: Filter = { op: 'notContains', column: column.name, value };
        return [
          { op: 'and', all: [guard, leaf] },
          { op: 'and', all: [leaf, guard] },
          { op: 'and', all: [guard, { op: 'or', any: [leaf, { ...leaf, op: 'startsWith' }] }] },
        ];
      });
      await expectSame(setup, filters);
    },
  },
];

function filtersWith(
  setup: ContractSetup,
  ops: readonly ((typeof TEXT_OPERATORS)[number] | 'eq' | 'ne')[],
): Filter[] {
  return onePerType(setup).flatMap((column) =>
    ops
      .filter((op) => operatorsFor(column).includes(op))
      .flatMap((op) => HOSTILE.map((value): Filter => ({ op, column: column.name, value }))),
  );
}

async function partOf(setup: ContractSetup, filter: Filter): Promise<string[]> {
  const select = { columns: [setup.table.key, ...columnsIn(filter)], joins: {} };
  const { rows } = await ask(setup, requestFor(setup.table, { filter, select }));
  return rows.map((row) => keyOf(setup.table, row));
}

/** Columns of one type are all treated alike. */
function onePerType(setup: ContractSetup): Column[] {
  const columns = textColumns(setup.table);
  return columns.filter((column, index) => columns.findIndex(({ type }) => type === column.type) === index);
}

/** Hostile members next to a good one: the good one's rows must still be found, and no others. */
function listsWith(setup: ContractSetup): Filter[] {
  return onePerType(setup).flatMap((column) => {
    const good = operandsOf(column, setup.rows).slice(0, 1);
    return HOSTILE.flatMap((value): Filter[] => [
      { op: 'in', column: column.name, values: [...good, value] },
      { op: 'notIn', column: column.name, values: [value, ...good] },
    ]);
  });
}

async function expectSame(setup: ContractSetup, filters: readonly Filter[]): Promise<void> {
  const wrong: string[] = [];
  // What is not pushed reads the same rows each time: once is enough.
  const known = new Map<string, Promise<Row[]>>();
  const read = (plan: Plan): Promise<Row[]> => {
    const handle = JSON.stringify(plan.handle);
    const rows = known.get(handle) ?? readAll(setup, plan);
    known.set(handle, rows);
    return rows;
  };
  for (const filter of filters) {
    const fault = await faultOf(setup, filter, read);
    if (fault !== null) wrong.push(`${JSON.stringify(filter)}: ${fault}`);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
}

async function faultOf(
  setup: ContractSetup,
  filter: Filter,
  read: (plan: Plan) => Promise<Row[]>,
): Promise<string | null> {
  const { adapter, table } = setup;
  const columns = [...new Set([table.key, ...columnsIn(filter)])];
  const request = requestFor(table, { filter, select: { columns, joins: {} } });
  const right = answer(table, setup.rows, request).map((row) => keyOf(table, row));
  try {
    const plan = adapter.plan(table, request);
    const got = finish(table, request, plan, await read(plan)).map((row) => keyOf(table, row));
    return got.join() === right.join()
      ? null
      : `${got.length} rows instead of ${right.length} (${plan.text})`;
  } catch (error) {
    if (isError(error))
      return error.kind === 'invalid-input' ? null : `${error.kind}: ${error.detail ?? error.message}`;
    return `threw ${String(error)}`;
  }
}

function columnsIn(filter: Filter): string[] {
  if (filter.op === 'and') return filter.all.flatMap(columnsIn);
  if (filter.op === 'or') return filter.any.flatMap(columnsIn);
  return 'column' in filter ? [filter.column] : [];
}
