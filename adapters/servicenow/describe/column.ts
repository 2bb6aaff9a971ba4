import type { ColumnType, DescribedColumn } from '../../../src/contract/index.ts';
import { KEY } from '../names.ts';
import type { Texts } from './ask.ts';

/**
 * Internal types (sys_glide_object) and what they are here; every other one is text. `currency` and `price` are doubtful: the Table API gives
 * the amount as a number in recorded answers (`price: "139.99"`), so that they are decimals.
 */
const TYPES: Readonly<Record<string, ColumnType>> = {
  GUID: 'id',
  reference: 'id',
  domain_id: 'id',
  document_id: 'id',
  integer: 'integer',
  longint: 'decimal',
  decimal: 'decimal',
  float: 'decimal',
  currency: 'decimal',
  price: 'decimal',
  percent_complete: 'decimal',
  boolean: 'boolean',
  glide_date: 'date',
  glide_date_time: 'datetime',
  due_date: 'datetime',
  glide_time: 'time',
  glide_duration: 'duration',
  glide_list: 'list',
  slushbucket: 'list',
  url: 'url',
  // Its value is a table's name and its display value that table's label.
  sys_class_name: 'choice',
  json: 'json',
  html: 'text',
  translated_html: 'text',
  script: 'text',
  script_plain: 'text',
  xml: 'text',
};

/** Journals are written and read through tables of their own; passwords are for nobody; the rest holds files. */
const NO_COLUMNS: ReadonlySet<string> = new Set([
  'journal',
  'journal_input',
  'journal_list',
  'password',
  'password2',
  'image',
  'user_image',
  'video',
  'file_attachment',
  'compressed',
  'glyphicon',
]);

/** Texts from this length on are shown in several lines, and are not compared as a whole. */
const LONG_TEXT = 1_000;
const REFERENCES: ReadonlySet<string> = new Set(['reference', 'domain_id', 'glide_list']);
/** Kept by the platform; a value given for them is dropped without an error. */
const KEPT = /^sys_(id|created_(on|by)|updated_(on|by)|mod_count|tags|class_name|domain|domain_path)$/;

/** What sys_documentation says of a column in the language of the gateway. */
export interface Words {
  readonly label: string;
  readonly plural: string;
  readonly help: string;
}

/** One entry of sys_dictionary; null where it is of a type that cannot be a column here. */
export function describedColumn(entry: Texts, words: Words | undefined): DescribedColumn | null {
  const upstream = entry['element'] ?? '';
  const native = entry['internal_type'] ?? '';
  if (NO_COLUMNS.has(native)) return null;
  const type = typeOf(entry, native);
  const reference = REFERENCES.has(native) ? (entry['reference'] ?? '') : '';
  const help = words?.help ?? '';
  const isKey = upstream === KEY;
  return {
    upstream,
    label: words?.label || entry['column_label'] || upstream,
    ...(help === '' ? {} : { help }),
    type,
    native: native || 'string',
    nullable: !isKey,
    writable: entry['read_only'] !== 'true' && entry['virtual'] !== 'true' && !KEPT.test(upstream),
    filterable: type !== 'json',
    sortable: type !== 'json' && type !== 'text' && type !== 'list',
    unique: isKey || entry['unique'] === 'true',
    references: reference === '' ? [] : [{ object: reference, column: entry['reference_key'] || null }],
    choices: [],
  };
}

/** `choice` of the dictionary: 1 and 3 are drop-down lists, 2 a list of suggestions; 0 and nothing are none. */
function typeOf(entry: Texts, native: string): ColumnType {
  const isChoice = ['1', '2', '3'].includes(entry['choice'] ?? '');
  const type = Object.hasOwn(TYPES, native) ? TYPES[native] : undefined;
  if (isChoice && (type === undefined || type === 'integer')) return 'choice';
  if (type !== undefined) return type;
  return Number(entry['max_length'] || 0) >= LONG_TEXT ? 'text' : 'string';
}
