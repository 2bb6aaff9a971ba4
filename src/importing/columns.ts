import type { ColumnType, DescribedColumn, ObjectDescription } from '../contract/index.ts';
import { inWords } from '../graphql/declaration/label.ts';
import type { ColumnField } from './declaration.ts';
import type { NamePool } from './name-pool.ts';
import { camel, fullCamel, line, sentence } from './words.ts';

const MOST_CHOICES = 12;
const MOST_HELP = 400;
const TEXTS: ReadonlySet<ColumnType> = new Set(['string', 'url']);

/**
 * The fields of all columns. The key comes first, under a name of its own since `id` is the global id: `salesforceId` for the column `Id`
 * of the connection `salesforce`.
 */
export function columnFields(
  { columns, key }: ObjectDescription,
  connection: string,
  pool: NamePool,
): readonly ColumnField[] {
  const own = columns.filter(({ upstream }) => upstream === key);
  const rest = columns.filter(({ upstream }) => upstream !== key);
  return [...own, ...rest].map((column) => columnField(column, column.upstream === key, connection, pool));
}

function columnField(
  column: DescribedColumn,
  isKey: boolean,
  connection: string,
  pool: NamePool,
): ColumnField {
  const name = pool.take(...wantedNames(column, isKey, connection));
  const label = labelOf(column);
  return {
    is: 'column',
    name,
    // A text that cannot be filtered by is declared as one that is not compared.
    type: isKey ? 'id' : TEXTS.has(column.type) && !column.filterable ? 'text' : column.type,
    required: isKey,
    unique: isKey || (column.unique && (column.type === 'id' || column.type === 'string')),
    help: helpOf(column),
    label: label === inWords(name) ? null : label,
    from: column,
  };
}

function wantedNames(column: DescribedColumn, isKey: boolean, connection: string): string[] {
  const name = camel(column.upstream);
  if (isKey && name === 'id') return [`${camel(connection)}Id`];
  if (!isKey && isReference(column)) return [`${relationName(column)}Id`, fullCamel(column.upstream)];
  return [name, fullCamel(column.upstream)];
}

/** A column that holds one reference; a list of them stays a list. */
export function isReference({ references, type }: DescribedColumn): boolean {
  return references.length > 0 && type !== 'list';
}

/** `account` for `AccountId` and for `account_id`, `assignedTo` for `assigned_to`; the upstream's own name of the relation where it has one. */
export function relationName({
  upstream,
  references,
}: Pick<DescribedColumn, 'upstream' | 'references'>): string {
  const [first] = references;
  if (first?.relation !== undefined) return camel(first.relation);
  const name = camel(upstream);
  return /.Id$/.test(name) ? name.slice(0, -2) : name;
}

/** The label as one line; a name that has none is spelled in words. */
export function labelOf({ label, upstream }: Pick<DescribedColumn, 'label' | 'upstream'>): string {
  const last = upstream.split(/[./]/).at(-1);
  return label === upstream || label === last
    ? inWords(camel(upstream))
    : line(label, 100) || inWords(camel(upstream));
}

function helpOf(column: DescribedColumn): string {
  const { label, help = '', choices, references, upstream, type } = column;
  const own = labelOf({ label, upstream });
  const parts = [own, line(help, MOST_HELP)].filter((part) => part !== '');
  if (isReference(column))
    parts.push(`Id of a row of ${alternatives(references.map(({ object }) => object))}`);
  if (choices.length > 0 && (type === 'choice' || type === 'list'))
    parts.push(valuesOf(choices.map(({ value }) => value)));
  return parts.map(sentence).join(' ');
}

function valuesOf(values: readonly string[]): string {
  const shown = values.slice(0, MOST_CHOICES).map((value) => line(value, 40));
  const more = values.length - shown.length;
  return `Values: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function alternatives(objects: readonly string[]): string {
  const names = objects.slice(0, 6).map((object) => line(object, 60));
  const more = objects.length > names.length ? [`${objects.length - names.length} others`] : [];
  const all = [...names, ...more];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;
}
