import { expect } from 'vitest';
import type { BoundTable, Column } from '../../../src/contract/index.ts';
import type { Check } from '../setup.ts';

const NONSENSE = 'na me^ORactive=true,(1)/..?x';

export const declarations: readonly Check[] = [
  {
    name: 'a good declaration has no problems',
    run: ({ adapter, table }) => expect(adapter.check(table)).toEqual([]),
  },
  {
    name: 'a column that no upstream can have is a problem of that column',
    run: ({ adapter, table }) => {
      const broken = withColumns(table, aColumn(table));
      expect(adapter.check(broken).map((problem) => problem.column)).toContain(aColumn(table));
    },
  },
  {
    name: 'an object that no upstream can have is a problem',
    run: ({ adapter, table }) => {
      expect(adapter.check({ ...table, object: NONSENSE })).not.toEqual([]);
      expect(adapter.check({ ...table, object: '' })).not.toEqual([]);
    },
  },
  {
    name: 'all problems come at once, each with a message that says something',
    run: ({ adapter, table }) => {
      const broken = { ...withColumns(table, ...table.columns.keys()), object: NONSENSE };
      const problems = adapter.check(broken);
      expect(new Set(problems.map((problem) => problem.column).filter(Boolean))).toEqual(
        new Set(table.columns.keys()),
      );
      for (const { message } of problems) expect(message.length).toBeGreaterThan(15);
    },
  },
  {
    name: 'capabilities and plans are there for every declared column without asking anybody',
    run: ({ adapter, table }) => {
      const { filter, order } = adapter.capabilities(table);
      for (const column of [...filter.keys(), ...order]) expect([...table.columns.keys()]).toContain(column);
      expect(adapter.capabilities(table)).toEqual(adapter.capabilities(table));
    },
  },
];

/** A column that is not the key, so that only the column itself is wrong. */
function aColumn(table: BoundTable): string {
  return [...table.columns.keys()].find((name) => name !== table.key) ?? table.key;
}

function withColumns(table: BoundTable, ...names: string[]): BoundTable {
  const columns = new Map<string, Column>(table.columns);
  for (const name of names) {
    const column = columns.get(name);
    if (column !== undefined) columns.set(name, { ...column, upstream: NONSENSE });
  }
  return { ...table, columns };
}
