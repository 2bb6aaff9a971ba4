import type { TableDefinition } from '../../engine/definition.ts';
import { FILTER_INPUTS } from './filters.ts';
import { visibleColumns, quotedLabel } from './names.ts';

type Tables = ReadonlyMap<string, TableDefinition>;

/** SDL of a table's filter inputs: its own, and those that relations of other tables lead here with. */
export function tableFilters(table: TableDefinition, tables: Tables): string {
  const { name } = table;
  const label = quotedLabel(table);
  const fields = filterFields(table, tables);
  const others = [...tables.values()].filter(isPublished);
  const leadsHere = ({ table: target }: { readonly table: string }): boolean => target === name;
  const inputs = [
    `"Which rows of ${label}. Everything given must hold."
input ${name}Filter {
${fields}
}`,
  ];
  if (others.some(({ references }) => [...references.values()].some(leadsHere))) {
    inputs.push(`"What a reference to ${label} must lead to. A row that cannot be seen is not there. Everything given must hold."
input ${name}ReferenceFilter {
  "true: leads nowhere; false: leads somewhere, be it to a row that cannot be seen."
  isNull: Boolean
${fields}
}`);
  }
  if (others.some(({ lists }) => [...lists.values()].some(leadsHere))) {
    inputs.push(`"What must be among a list of rows of ${label}. Rows that cannot be seen are not there. Everything given must hold."
input ${name}ListFilter {
  "At least one row of the list matches."
  some: ${name}Filter
  "No row of the list matches."
  none: ${name}Filter
}`);
  }
  return inputs.join('\n\n');
}

function filterFields(table: TableDefinition, tables: Tables): string {
  const { name, key } = table;
  const columns = visibleColumns(table).flatMap(({ name: column, type, template }) => {
    const input = FILTER_INPUTS[type];
    if (input === undefined || template !== null || column === key) return [];
    return [`  "By ${column}."\n  ${column}: ${input}`];
  });
  const references = [...table.references.values()].flatMap(({ name: relation, table: target }) =>
    isPublished(tables.get(target))
      ? [`  "By what ${relation} leads to."\n  ${relation}: ${target}ReferenceFilter`]
      : [],
  );
  const lists = [...table.lists.values()].flatMap(({ name: relation, table: target }) =>
    isPublished(tables.get(target))
      ? [`  "By the rows of ${relation}."\n  ${relation}: ${target}ListFilter`]
      : [],
  );
  return [
    ...columns,
    ...references,
    ...lists,
    `  "All of these must hold."\n  and: [${name}Filter!]`,
    `  "One of these must hold. An empty list matches nothing."\n  or: [${name}Filter!]`,
    `  "This must not hold."\n  not: ${name}Filter`,
  ].join('\n');
}

function isPublished(table: TableDefinition | undefined): boolean {
  return table !== undefined && table.reach !== 'internal';
}
