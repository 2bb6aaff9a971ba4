import type { Column, ComparisonOp } from '../../../src/contract/index.ts';
import { isNumbered } from '../capabilities.ts';
import { equalsAny, equalsNone, orEmpty } from './equality.ts';
import type { Rendered } from './operand.ts';
import { NO_ROWS, UNPUSHED, pushed } from './pushed.ts';
import type { Pushed } from './pushed.ts';
import { isSafeBehindSymbol, patternMeaning } from './wording.ts';

type SizeOp = 'lt' | 'lte' | 'gt' | 'gte';

const SIZE: Readonly<Record<SizeOp, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };
/** The time lies between the second before and the second after: `later` begins after the second before. */
const SIZE_BETWEEN: Readonly<Record<SizeOp, string>> = { lt: '<=', lte: '<=', gt: '>', gte: '>' };
const PATTERN = { contains: 'LIKE', startsWith: 'STARTSWITH', endsWith: 'ENDSWITH' } as const;

/** One comparison as terms. The caller has made sure that the column knows the operator. */
export function pushComparison(column: Column, op: ComparisonOp, value: Rendered): Pushed {
  switch (op) {
    case 'eq':
      return equalsAny(column, [value]);
    case 'ne':
      return equalsNone(column, [value]);
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return size(column, op, value);
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return pattern(column, PATTERN[op], value.text);
    case 'notContains':
      return notContains(column, value.text);
    default:
      return UNPUSHED;
  }
}

function size(column: Column, op: SizeOp, value: Rendered): Pushed {
  const name = column.upstream;
  // Every text that there is comes after the empty one.
  if (value.text === '') return op === 'gt' || op === 'gte' ? pushed([[`${name}ISNOTEMPTY`]]) : NO_ROWS;
  if (!isSafeBehindSymbol(value.text) || (isNumbered(column) && !/^-?\d{1,15}$/.test(value.text)))
    return UNPUSHED;
  return pushed([[`${name}${(value.between ? SIZE_BETWEEN : SIZE)[op]}${value.text}`]]);
}

function pattern(column: Column, operator: string, text: string): Pushed {
  const name = column.upstream;
  if (text === '') return pushed([[`${name}ISNOTEMPTY`]]);
  const trimmed = text.trim();
  const meaning = patternMeaning(text);
  if (meaning === 'no' || trimmed === '') return UNPUSHED;
  // Blanks at the ends may be cut off upstream, and a beginning with its blanks cut off begins elsewhere: only LIKE stays true.
  return trimmed === text
    ? pushed([[`${name}${operator}${text}`]], meaning === 'itself')
    : pushed([[`${name}LIKE${trimmed}`]], false);
}

function notContains(column: Column, text: string): Pushed {
  if (text === '') return pushed([[`${column.upstream}ISEMPTY`]]);
  return patternMeaning(text) === 'itself'
    ? pushed([orEmpty(column, `${column.upstream}NOT LIKE${text}`)])
    : UNPUSHED;
}
