import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Plan, Selection, TableRequest } from '../../src/contract/index.ts';
import { declaredOf } from './declaration/declaration.ts';
import type { Argument } from './declaration/declared.ts';
import { documentOf } from './document/document.ts';
import { split } from './filter/split.ts';
import { listFieldOf } from './list-field.ts';
import { orderOf } from './order.ts';

/** What a read needs. Plain data. */
export interface GraphQLHandle {
  readonly select: Selection;
  readonly filter: readonly Argument[];
  readonly order: readonly Argument[];
  readonly limit: number | null;
}

/** Pure. */
export function plan(table: BoundTable, request: TableRequest): Plan<GraphQLHandle> {
  if (request.limit !== null && (!Number.isSafeInteger(request.limit) || request.limit < 0))
    throw new CasegraphError(
      'invalid-input',
      `${table.name}: a limit is a whole number from 0, not ${request.limit}`,
    );
  const { list } = declaredOf(table);
  const { given, residual } = split(table, list?.filter ?? null, request.filter);
  const order = orderOf(table, list?.order ?? null, request.order);
  const limited =
    request.limit !== null &&
    residual === null &&
    order !== null &&
    list !== null &&
    list.page.style !== 'none';
  // Pages need some order that stays; without one the service's own has to do.
  const byKey = orderOf(table, list?.order ?? null, [{ column: table.key, direction: 'asc' }]);
  const handle: GraphQLHandle = {
    select: request.select,
    filter: given,
    order: order ?? byKey ?? [],
    limit: limited ? request.limit : null,
  };
  return { handle, residual, ordered: order !== null, limited, text: textOf(table, handle) };
}

function textOf(table: BoundTable, handle: GraphQLHandle): string {
  const { list } = declaredOf(table);
  if (list === null) return `${table.object} cannot be listed`;
  const { query, variables } = documentOf([listFieldOf(table, list, handle, { wanted: handle.limit })]);
  return `${query}\n${JSON.stringify(variables)}`;
}
