import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { orderRows } from './order.ts';

interface Row {
  readonly place: number;
  readonly a: number | null;
  readonly b: string | null;
}

const column = (name: 'a' | 'b'): Column<Row> => ({
  name,
  type: name === 'a' ? 'int' : 'string',
  field: undefined,
  object: 'Account',
  read: (row) => row[name],
});
const bind = (operand: { kind: string; path?: { parts: readonly string[] } }) =>
  column(operand.path?.parts[0] === 'a' ? 'a' : 'b');

const ordering = fc.record({
  field: fc.constantFrom('a', 'b'),
  descending: fc.boolean(),
  nullsLast: fc.boolean(),
});
const values = fc.record({
  a: fc.option(fc.integer({ min: 0, max: 3 })),
  b: fc.option(fc.constantFrom('x', 'X', 'y', 'é')),
});

test('the first few are those of the full order, ties in the order they came', () => {
  fc.assert(
    fc.property(
      fc.array(values, { maxLength: 60 }),
      fc.array(ordering, { minLength: 1, maxLength: 2 }),
      fc.nat(8),
      (made, by, wanted) => {
        const rows = made.map((row, place) => ({ ...row, place }));
        const order = by.map(({ field, descending, nullsLast }) => ({
          operand: { kind: 'field' as const, path: { parts: [field], at: 0 } },
          descending,
          nullsLast,
          at: 0,
        }));
        const all = orderRows(rows, order, bind, Number.POSITIVE_INFINITY);
        expect(all).toHaveLength(rows.length);
        expect(orderRows(rows, order, bind, wanted).slice(0, wanted)).toEqual(all.slice(0, wanted));
      },
    ),
  );
});
