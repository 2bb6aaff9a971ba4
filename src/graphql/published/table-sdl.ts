import type { TableDefinition } from '../../engine/definition.ts';
import { canOrder } from './filters.ts';
import { DEFAULT_PAGE, oneField, quotedLabel, uniqueColumns, visibleColumns } from './names.ts';
import { tableFilters } from './table-filters.ts';

/** SDL of everything that is generated for one table: connection, edge, filter, order and root fields. */
export function tableSdl(table: TableDefinition, tables: ReadonlyMap<string, TableDefinition>): string {
  return [
    connection(table),
    tableFilters(table, tables),
    order(table),
    table.reach === 'root' ? rootFields(table) : '',
  ].join('\n\n');
}

function connection(table: TableDefinition): string {
  const { name } = table;
  const label = quotedLabel(table);
  return `"A page of a list of rows of ${label}."
type ${name}Connection {
  "The rows of the page."
  nodes: [${name}!]!
  "The rows of the page, each with its cursor."
  edges: [${name}Edge!]!
  "Where the page stands in its list."
  pageInfo: PageInfo!
  "How many rows there are on all pages together. Costs a request of its own; leave it out where it is not shown."
  totalCount: Int
}

"A row of ${label} and its place in the list."
type ${name}Edge {
  "Give it as \`after\` to get the rows behind this one, as \`before\` to get those in front of it."
  cursor: String!
  "The row."
  node: ${name}!
}`;
}

function order(table: TableDefinition): string {
  const fields = sortable(table).map(({ name }) => `  "By ${name}."\n  ${name}: OrderDirection`);
  if (fields.length === 0) return '';
  return `"What to sort rows of ${quotedLabel(table)} by: one column in each."
input ${table.name}Order @oneOf {
${fields.join('\n')}
}`;
}

function sortable(table: TableDefinition) {
  return visibleColumns(table).filter(
    ({ name, type, template }) => canOrder(type) && template === null && name !== table.key,
  );
}

function rootFields(table: TableDefinition): string {
  const { name, plural } = table;
  const label = quotedLabel(table);
  const lookups = uniqueColumns(table).map(
    (column) => `"Its ${column.name}." ${column.name}: ${column.type === 'id' ? 'ID' : 'String'}`,
  );
  return `extend type Query {
  "One row of ${label}, by exactly one of the arguments; null with NOT_FOUND when there is none that the viewer can see."
  ${oneField(table)}("Global id." id: ID, ${lookups.join(', ')}): ${name}
  "Rows of ${label} that the viewer can see."
  ${plural}(${listArguments(table, DEFAULT_PAGE)}): ${name}Connection
}`;
}

/** Arguments of every field that gives a list. */
export function listArguments(table: TableDefinition, defaultPage: number): string {
  const { name } = table;
  const orderBy = `"What to sort by, the first first. Rows that are equal in it keep a fixed order." orderBy: [${name}Order!]`;
  return [
    `"Which rows; all when left out." filter: ${name}Filter`,
    sortable(table).length === 0 ? '' : orderBy,
    `"How many rows at most, from the start of the list; ${defaultPage} when neither this nor last is given." first: Int`,
    `"Cursor of the row to start behind." after: String`,
    `"How many rows at most, from the end of the list; instead of first." last: Int`,
    `"Cursor of the row to end before." before: String`,
  ].join(', ');
}
