import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Filter, Order, Plan, Selection, TableRequest } from '../../src/contract/index.ts';
import { capabilitiesOf, followsTests } from './capabilities.ts';
import type { MemoryOptions } from './options.ts';
import { typesOf } from './records.ts';
import { split, type Takes } from './split.ts';

/** What `read` needs to answer: plain data. */
export interface MemoryHandle {
  readonly select: Selection;
  readonly filter: Filter | null;
  readonly order: readonly Order[];
  readonly limit: number | null;
}

/** Says what will be done with a request and what is left to the engine. Pure. */
export function planFor(
  table: BoundTable,
  request: TableRequest,
  options: MemoryOptions,
): Plan<MemoryHandle> {
  const { order: sortable, joins } = capabilitiesOf(table, options);
  if (depth(request.select) > joins)
    throw new CasegraphError('internal', `Joins of ${table.name} go ${joins} deep at most.`);
  request.order.forEach((key) => typesOf(table)(key.column));
  const { pushed, residual } =
    request.filter === null ? { pushed: null, residual: null } : split(request.filter, takes(options));
  const ordered = request.order.every((key) => sortable.has(key.column));
  const limited = (options.limited ?? true) && ordered && residual === null;
  const handle: MemoryHandle = {
    select: request.select,
    filter: pushed,
    order: ordered ? request.order : [],
    limit: limited ? request.limit : null,
  };
  return { handle, residual, ordered, limited, text: textOf(table, handle) };
}

function takes(options: MemoryOptions): Takes {
  const pushdown = options.pushdown ?? 'all';
  return {
    leaf: typeof pushdown === 'function' ? pushdown : () => pushdown === 'all',
    related: () => followsTests(options),
  };
}

function depth(select: Selection): number {
  const below = Object.values(select.joins);
  return below.length === 0 ? 0 : 1 + Math.max(...below.map(depth));
}

function textOf(table: BoundTable, handle: MemoryHandle): string {
  const order = handle.order.map((key) => `${key.column} ${key.direction}`).join(', ');
  return [
    `from ${table.object}`,
    handle.filter === null ? '' : `where ${filterText(handle.filter)}`,
    order === '' ? '' : `order by ${order}`,
    handle.limit === null ? '' : `limit ${handle.limit}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function filterText(filter: Filter): string {
  switch (filter.op) {
    case 'and':
      return `(${filter.all.map(filterText).join(' and ')})`;
    case 'or':
      return `(${filter.any.map(filterText).join(' or ')})`;
    case 'some':
    case 'none':
      return `${filter.op} ${filter.relation}${filter.filter === null ? '' : ` where ${filterText(filter.filter)}`}`;
    case 'null':
    case 'notNull':
      return `${filter.column} ${filter.op}`;
    case 'in':
    case 'notIn':
      return `${filter.column} ${filter.op} ${JSON.stringify(filter.values)}`;
    default:
      return `${filter.column} ${filter.op} ${JSON.stringify(filter.value)}`;
  }
}
