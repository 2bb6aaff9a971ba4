import type { ConstDirectiveNode } from 'graphql';
import type { BoundTable, Column } from '../../contract/index.ts';
import type { ReferenceDefinition } from '../../engine/definition.ts';
import { argumentsOf } from './directives.ts';
import { columnHolding, type TableDraft } from './draft.ts';
import { problemAt, suggestion, type DeclarationProblem } from './problem.ts';

type References = ReadonlyMap<string, ReferenceDefinition>;

/** What a source says of columns: the upstream's name, or `null` for a column that its rows do not have. */
export type Mapping = ReadonlyMap<string, string | null>;

/** Reads the `columns` of a @source, by the names of columns; a reference stands for the column that holds it. */
export function readMapping(
  draft: TableDraft,
  references: References,
  directive: ConstDirectiveNode,
  problems: DeclarationProblem[],
): Mapping {
  const given = argumentsOf(directive)['columns'] ?? {};
  const mapping = new Map<string, string | null>();
  const report = (message: string): void => void problems.push(problemAt(directive, message));
  if (typeof given !== 'object' || Array.isArray(given)) {
    report('columns is no object. Write columns: { amount: "Amount_EUR__c" }.');
    return mapping;
  }
  for (const [name, upstream] of Object.entries(given)) {
    const column = references.get(name)?.column ?? name;
    const wrong = mappingProblem(draft, references, name, upstream, mapping.get(column));
    if (wrong === null) mapping.set(column, upstream as string | null);
    else report(wrong);
  }
  return mapping;
}

function mappingProblem(
  draft: TableDraft,
  references: References,
  name: string,
  upstream: unknown,
  before: string | null | undefined,
): string | null {
  const own = draft.columns.get(name);
  if (own === undefined && !references.has(name)) {
    const columns = [...draft.columns.keys()].filter((column) => !column.startsWith('#'));
    return `columns maps ${name}, which is no column. ${suggestion(name, [...columns, ...references.keys()])}`;
  }
  if (own !== undefined && own.template !== null)
    return `columns maps ${name}, which is a link. Map the columns that it is made of.`;
  if (upstream !== null && (typeof upstream !== 'string' || upstream === ''))
    return `columns maps ${name} to ${JSON.stringify(upstream)}. Write the upstream's name in quotes, or null where the rows of this source have no such column.`;
  if (before !== undefined && before !== upstream)
    return `columns maps ${name} twice, since a reference and its column are one. Map one of them.`;
  const column = references.get(name)?.column ?? name;
  if (upstream !== null || !isNeeded(draft, column)) return null;
  return `columns says that the rows of this source have no ${name}, which ${column === draft.key ? 'identifies' : 'separates'} them. Name the column that holds it.`;
}

function isNeeded(draft: TableDraft, column: string): boolean {
  if (column === draft.key) return true;
  return draft.separation !== null && columnHolding(draft, draft.separation) === column;
}

/** The columns of a table as one source has them, without links, which the gateway makes. */
export function boundColumns(
  draft: TableDraft,
  references: References,
  mapping: Mapping,
): BoundTable['columns'] {
  const leads = new Map(
    [...references.values()].map(({ column, table, to }) => [column, { table, column: to }]),
  );
  const columns = new Map<string, Column>();
  for (const { name, type, upstream, writable, template } of draft.columns.values()) {
    const mapped = mapping.get(name);
    if (template !== null || mapped === null) continue;
    const leadsTo = leads.get(name);
    const column = { name, type, upstream: mapped ?? upstream, writable };
    columns.set(name, leadsTo === undefined ? column : { ...column, type: 'reference', references: leadsTo });
  }
  return columns;
}
