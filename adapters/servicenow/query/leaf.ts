import { columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Column,
  Comparison,
  Membership,
  NullTest,
  Operand,
} from '../../../src/contract/index.ts';
import { operatorsOf } from '../capabilities.ts';
import { KEY } from '../names.ts';
import { pushComparison } from './comparison.ts';
import { equalsAny, equalsNone } from './equality.ts';
import { renderOperand } from './operand.ts';
import { NO_ROWS, UNPUSHED, pushed } from './pushed.ts';
import type { Pushed } from './pushed.ts';

export type Leaf = Comparison | Membership | NullTest;

/** One leaf of a filter as terms of an encoded query. Throws `invalid-input` for values that must not be sent. */
export function pushLeaf(table: BoundTable, leaf: Leaf): Pushed {
  const column = columnOf(table, leaf.column);
  if (column.type === 'list') return pushListTest(table, column, leaf);
  if (!operatorsOf(table, column).has(leaf.op)) return UNPUSHED;
  const render = (operand: Operand) => renderOperand(table, column, operand);
  switch (leaf.op) {
    case 'null':
    case 'notNull':
      return pushNullTest(column, leaf.op);
    case 'in':
      return equalsAny(column, leaf.values.map(render));
    case 'notIn':
      return equalsNone(column, leaf.values.map(render));
    default:
      return pushComparison(column, leaf.op, render(leaf.value));
  }
}

function pushNullTest(column: Column, op: 'null' | 'notNull'): Pushed {
  // Every row has a sys_id.
  if (column.upstream === KEY) return op === 'null' ? NO_ROWS : pushed([]);
  return pushed([[`${column.upstream}${op === 'null' ? 'ISEMPTY' : 'ISNOTEMPTY'}`]]);
}

/** A list is stored as text, members with commas between them: LIKE finds its members, and lists with longer members too. */
function pushListTest(table: BoundTable, column: Column, leaf: Leaf): Pushed {
  if ((leaf.op === 'null' || leaf.op === 'notNull') && operatorsOf(table, column).has(leaf.op))
    return pushNullTest(column, leaf.op);
  if (leaf.op !== 'eq' && leaf.op !== 'contains') return UNPUSHED;
  const { text } = renderOperand(table, column, leaf.value);
  return /^[0-9A-Za-z]+$/.test(text) ? pushed([[`${column.upstream}LIKE${text}`]], false) : UNPUSHED;
}
