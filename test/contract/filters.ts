import fc from 'fast-check';
import type {
  BoundTable,
  Column,
  Comparison,
  Filter,
  LeafOp,
  Operand,
  Order,
  Row,
} from '../../src/contract/index.ts';
import { HOSTILE } from './hostile.ts';
import { operandsOf, operatorsFor, TEXT_OPERATORS } from './operators.ts';

const TEXT = new Set<LeafOp>(TEXT_OPERATORS);
const RANGES = new Set<LeafOp>(['lt', 'lte', 'gt', 'gte']);
const FREE_TEXT = new Set<Column['type']>(['string', 'text']);

/** One leaf: a column, an operator that its type knows, and operands drawn from the data or from near it. */
export function leafOf(column: Column, op: LeafOp, values: readonly Operand[]): fc.Arbitrary<Filter> | null {
  if (op === 'null' || op === 'notNull') return fc.constant({ op, column: column.name });
  if (values.length === 0) return null;
  const operand = operandOf(column, op, values);
  if (op === 'in' || op === 'notIn') {
    const some = fc.uniqueArray(operand, { minLength: 1, maxLength: 5 });
    return some.map((list): Filter => ({ op, column: column.name, values: list }));
  }
  return operand.map((value): Comparison => ({ op, column: column.name, value }));
}

/** Filters over the columns of a table in negation normal form, up to three levels deep. */
export function filtersOf(table: BoundTable, rows: readonly Row[]): fc.Arbitrary<Filter> {
  const leaves = [...table.columns.values()].flatMap((column) => {
    const values = operandsOf(column, rows);
    return operatorsFor(column).flatMap((op) => leafOf(column, op, values) ?? []);
  });
  const leaf = fc.oneof(...leaves);
  return fc.letrec<{ filter: Filter }>((tie) => {
    const parts = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
    return {
      filter: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        { weight: 3, arbitrary: leaf },
        { weight: 2, arbitrary: parts.map((all): Filter => ({ op: 'and', all })) },
        { weight: 2, arbitrary: parts.map((any): Filter => ({ op: 'or', any })) },
      ),
    };
  }).filter;
}

/** Up to two columns to sort by, each once. */
export function ordersOf(table: BoundTable): fc.Arbitrary<Order[]> {
  const sortable = [...table.columns.values()].filter(
    (column) => column.type !== 'json' && column.type !== 'list',
  );
  const part = fc.record<Order>({
    column: fc.constantFrom(...sortable.map((column) => column.name)),
    direction: fc.constantFrom('asc', 'desc'),
  });
  return fc.uniqueArray(part, { maxLength: 2, selector: (order) => order.column });
}

function operandOf(column: Column, op: LeafOp, values: readonly Operand[]): fc.Arbitrary<Operand> {
  const drawn = fc.constantFrom(...values);
  if (TEXT.has(op)) return fc.oneof({ weight: 4, arbitrary: drawn.chain(pieceOf) }, hostileOr(column, drawn));
  // Which of two texts comes first is the upstream's collation; letters and digits are where all agree.
  if (RANGES.has(op) && FREE_TEXT.has(column.type)) return drawn.map(flipCase);
  if (FREE_TEXT.has(column.type))
    return fc.oneof({ weight: 4, arbitrary: drawn.map(flipCase) }, hostileOr(column, drawn));
  if (column.type === 'integer' || column.type === 'duration') {
    return fc.tuple(drawn, fc.integer({ min: -1, max: 1 })).map(([value, step]) => Number(value) + step);
  }
  if (column.type === 'decimal') return fc.oneof(drawn, drawn.map(rewritten));
  return drawn;
}

function hostileOr(column: Column, drawn: fc.Arbitrary<Operand>): fc.Arbitrary<Operand> {
  return FREE_TEXT.has(column.type) ? fc.constantFrom(...HOSTILE) : drawn;
}

/** A part of a value: what people type into a search box. */
function pieceOf(value: Operand): fc.Arbitrary<Operand> {
  const text = String(value);
  return fc
    .tuple(fc.nat(Math.max(text.length - 1, 0)), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => text.slice(start, start + length) || text);
}

/** Text is compared without regard to case: so is a value in the other case. */
function flipCase(value: Operand): Operand {
  const text = String(value);
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}

/** The same number written differently: `12.5` and `12.500`. */
function rewritten(value: Operand): Operand {
  const text = String(value);
  return text.includes('.') ? `${text}00` : `${text}.0`;
}
