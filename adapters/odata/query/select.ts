import { columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Order, Selection } from '../../../src/contract/index.ts';
import { requiredNavigation } from '../columns.ts';
import type { Service } from '../service.ts';
import { folds, canOrder } from './operators.ts';

export interface Selected {
  readonly select: readonly string[];
  readonly expand: readonly string[];
}

/** $select and $expand for a selection tree. The key is always among them: a record without it is no record. */
export function selectedOf(
  service: Service,
  table: BoundTable,
  selection: Selection,
  extra: readonly string[] = [],
): Selected {
  return service.version === 4
    ? nested(service, table, selection, extra)
    : flat(service, table, selection, extra);
}

function nested(
  service: Service,
  table: BoundTable,
  selection: Selection,
  extra: readonly string[],
): Selected {
  const expand = Object.entries(selection.joins).map(([name, below]) => {
    const { select, expand: deeper } = nested(service, joinOf(table, name).table(), below, []);
    const inner = [
      `$select=${select.join(',')}`,
      ...(deeper.length === 0 ? [] : [`$expand=${deeper.join(',')}`]),
    ];
    return `${requiredNavigation(service, table, name)}(${inner.join(';')})`;
  });
  return { select: propertiesOf(table, selection, extra), expand };
}

/** OData 2 writes the selection of an expanded record as paths, and knows no paths into complex properties there. */
function flat(service: Service, table: BoundTable, selection: Selection, extra: readonly string[]): Selected {
  const own = propertiesOf(table, selection, extra).map((path) => path.split('/')[0] ?? path);
  const below = Object.entries(selection.joins).map(([name, part]) => {
    const navigation = requiredNavigation(service, table, name);
    const { select, expand } = flat(service, joinOf(table, name).table(), part, []);
    return {
      select: select.map((path) => `${navigation}/${path}`),
      expand: [navigation, ...expand.map((path) => `${navigation}/${path}`)],
    };
  });
  return {
    select: [...new Set([...own, ...below.flatMap(({ select }) => select)])],
    expand: below.flatMap(({ expand }) => expand),
  };
}

function propertiesOf(table: BoundTable, selection: Selection, extra: readonly string[]): string[] {
  const names = [table.key, ...selection.columns, ...extra];
  return [...new Set(names.map((name) => columnOf(table, name).upstream))];
}

/** The $orderby list; null where a column cannot be sorted by upstream as the contract sorts. */
export function orderByOf(service: Service, table: BoundTable, order: readonly Order[]): string | null {
  const terms = new Map<string, string>();
  for (const { column: name, direction } of order) {
    const column = columnOf(table, name);
    if (!canOrder(service, table, column)) return null;
    const field = folds(service, column) ? `tolower(${column.upstream})` : column.upstream;
    if (!terms.has(field)) terms.set(field, `${field} ${direction}`);
  }
  return [...terms.values()].join(',');
}
