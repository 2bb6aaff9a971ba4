import type { FieldDefinitionNode } from 'graphql';
import { columnTypeOf } from './column-type.ts';
import { argumentsOf, directiveOf } from './directives.ts';
import type { ConditionColumns } from './where.ts';

/** The columns that a row condition may name: those with a value upstream, so no links and no relations. */
export function conditionColumns(nodes: readonly FieldDefinitionNode[]): ConditionColumns {
  return new Map(
    nodes.flatMap((node) => {
      const type = columnTypeOf(node.type);
      if (type === null || directiveOf(node, 'url') !== undefined) return [];
      const column = directiveOf(node, 'column');
      const long = column !== undefined && argumentsOf(column)['type'] === 'TEXT';
      return [[node.name.value, long ? 'text' : type] as const];
    }),
  );
}
