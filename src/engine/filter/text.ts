import type { Filter } from '../../contract/index.ts';
import type { Condition } from '../query.ts';

const WORDS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '≠',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  contains: 'contains',
  notContains: 'does not contain',
  startsWith: 'starts with',
  notStartsWith: 'does not start with',
  endsWith: 'ends with',
  notEndsWith: 'does not end with',
  in: 'is one of',
  notIn: 'is none of',
};

/** A condition as a person would say it. */
export function filterText(condition: Condition): string {
  if (condition === null) return 'all rows';
  return condition === false ? 'no rows' : textOf(condition, false);
}

function textOf(filter: Filter, inside: boolean): string {
  switch (filter.op) {
    case 'and':
    case 'or': {
      const parts = filter.op === 'and' ? filter.all : filter.any;
      const text = parts.map((part) => textOf(part, true)).join(` ${filter.op} `);
      return inside ? `(${text})` : text;
    }
    case 'some':
    case 'none': {
      const row = `a row where ${filter.filter === null ? 'anything holds' : textOf(filter.filter, true)}`;
      return `${filter.relation} leads to ${filter.op === 'some' ? row : `no such row: ${row}`}`;
    }
    case 'null':
      return `${filter.column} is empty`;
    case 'notNull':
      return `${filter.column} is not empty`;
    case 'in':
    case 'notIn':
      return `${filter.column} ${WORDS[filter.op]} ${filter.values.map((value) => JSON.stringify(value)).join(', ')}`;
    default:
      return `${filter.column} ${WORDS[filter.op]} ${JSON.stringify(filter.value)}`;
  }
}
