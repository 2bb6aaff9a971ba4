import type { BoundTable, Capabilities } from '../../src/contract/index.ts';
import { readDeclaration } from './declaration/declaration.ts';

export function capabilities(table: BoundTable): Capabilities {
  const { list, joins } = readDeclaration(table).declared;
  const tests = [...(list?.filter?.columns ?? [])];
  return {
    filter: new Map(tests.map(([name, { operators }]) => [name, new Set(operators.keys())])),
    order: new Set(list?.order?.columns.keys() ?? []),
    joins,
    count: list?.count != null,
    limitPerKey: list?.page.style !== 'none' && tests.some(([, { operators }]) => operators.has('eq')),
    write: { create: false, update: false, delete: false },
  };
}
