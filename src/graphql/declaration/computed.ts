import type { ComputedDefinition, ReferenceDefinition, TableDefinition } from '../../engine/definition.ts';
import { directiveOf } from './directives.ts';
import type { TableDraft } from './draft.ts';
import { problemAt, suggestion, type DeclarationProblem } from './problem.ts';

/** What the computed fields of a table are worked out from. Names that mean nothing are told of by {@link computedProblems}. */
export function linkComputed(
  { computed }: TableDraft,
  references: ReadonlyMap<string, ReferenceDefinition>,
): ReadonlyMap<string, ComputedDefinition> {
  return new Map(
    computed.map(({ name, from }) => {
      const parts = from.map((part) => part.split('.', 2) as [string, string?]);
      return [
        name,
        {
          columns: parts.flatMap(([own, behind]) =>
            behind === undefined ? [references.get(own)?.column ?? own] : [],
          ),
          through: parts.flatMap(([relation, column]) =>
            column === undefined ? [] : [{ relation, column }],
          ),
        },
      ];
    }),
  );
}

/** Tests every name once all tables are linked. */
export function computedProblems(
  drafts: Iterable<TableDraft>,
  tables: ReadonlyMap<string, TableDefinition>,
): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  for (const { name: table, computed } of drafts) {
    for (const { name, from, node } of computed) {
      for (const part of from) {
        const problem = nameProblem(part, table, tables);
        if (problem !== null)
          problems.push(problemAt(directiveOf(node, 'computed') ?? node, `${name}: ${problem}`));
      }
    }
  }
  return problems;
}

function nameProblem(
  part: string,
  tableName: string,
  tables: ReadonlyMap<string, TableDefinition>,
): string | null {
  const table = tables.get(tableName);
  if (table === undefined) return null;
  const [own = '', behind] = part.split('.', 2);
  const reference = table.references.get(own);
  if (behind !== undefined) {
    if (reference === undefined)
      return `${tableName} has no reference ${own}. ${suggestion(own, [...table.references.keys()])}`;
    const columns = visible(tables.get(reference.table));
    return columns.includes(behind)
      ? null
      : `${reference.table} has no column ${behind}. ${suggestion(behind, columns)}`;
  }
  const names = [...visible(table), ...table.references.keys()];
  return names.includes(own) ? null : `${tableName} has no column ${own}. ${suggestion(own, names)}`;
}

function visible(table: TableDefinition | undefined): string[] {
  return [...(table?.columns.values() ?? [])].flatMap(({ name, hidden }) => (hidden ? [] : [name]));
}
