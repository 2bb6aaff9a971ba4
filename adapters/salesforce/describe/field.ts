import type { Choice, ColumnType, DescribedColumn } from '../../../src/contract/index.ts';
import type { Json } from '../answer/shape.ts';
import { isObject } from '../answer/shape.ts';

/**
 * Field types of a describe answer (REST API Developer Guide, "Field Types") and what they are here. Absent: they hold no cell that can be
 * read in a list (base64, complexvalue).
 */
const TYPES: Readonly<Record<string, ColumnType>> = {
  id: 'id',
  reference: 'id',
  string: 'string',
  phone: 'string',
  email: 'string',
  combobox: 'string',
  encryptedstring: 'string',
  datacategorygroupreference: 'string',
  textarea: 'string',
  url: 'url',
  picklist: 'choice',
  multipicklist: 'list',
  boolean: 'boolean',
  int: 'integer',
  // A long can be larger than a safe integer.
  long: 'decimal',
  double: 'decimal',
  currency: 'decimal',
  percent: 'decimal',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  address: 'json',
  location: 'json',
  json: 'json',
  anyType: 'json',
};

/** Longer text areas can neither be filtered by nor sorted. */
const LONG_TEXT = 255;

/** One field of a describe answer; its name where it is of a type that cannot be a column. */
export function describedField(field: Json): DescribedColumn | string {
  const name = textOf(field, 'name');
  const native = textOf(field, 'type');
  const type = Object.hasOwn(TYPES, native) ? TYPES[native] : undefined;
  if (type === undefined) return name;
  const help = textOf(field, 'inlineHelpText');
  const long = type === 'string' && Number(field['length'] ?? 0) > LONG_TEXT;
  return {
    upstream: name,
    label: textOf(field, 'label') || name,
    ...(help === '' ? {} : { help }),
    type: long ? 'text' : type,
    native,
    nullable: field['nillable'] !== false,
    writable: field['updateable'] === true && type !== 'json',
    filterable: field['filterable'] === true,
    sortable: field['sortable'] === true,
    unique: native === 'id' || field['unique'] === true,
    references: referencesOf(field),
    choices: choicesOf(field['picklistValues']),
  };
}

function referencesOf(field: Json): DescribedColumn['references'] {
  const targets = Array.isArray(field['referenceTo']) ? (field['referenceTo'] as unknown[]) : [];
  const relation = textOf(field, 'relationshipName');
  // Set for lookups to external objects, which hold the value of another field than the id.
  const column = textOf(field, 'referenceTargetField');
  return targets
    .filter((target) => typeof target === 'string')
    .map((object) => ({
      object,
      column: column === '' ? null : column,
      ...(relation === '' ? {} : { relation }),
    }));
}

function choicesOf(values: unknown): readonly Choice[] {
  if (!Array.isArray(values)) return [];
  return values.filter(isObject).flatMap((entry) => {
    const value = textOf(entry, 'value');
    if (value === '' || entry['active'] === false) return [];
    return [{ value, label: textOf(entry, 'label') || value }];
  });
}

export function textOf(record: Json, name: string): string {
  const value = record[name];
  return typeof value === 'string' ? value : '';
}
