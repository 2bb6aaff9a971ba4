import type { ColumnType, DescribedColumn } from '../../../src/contract/index.ts';
import { parsePath } from '../json-path.ts';
import type { Json } from './document.ts';
import type { Schema } from './schema.ts';
import { schemaOf } from './schema.ts';

/** Objects inside objects become columns of their own this deep; what lies deeper stays JSON. */
const MOST_LEVELS = 2;
const LONG_TEXT = 1_000;
const PLAIN = /^[A-Za-z0-9_$@:-]+$/;

/** Columns of a row by the properties of its schema. Names are JSON paths, as the adapter reads them. */
export function columnsOf(document: Json, row: Schema): readonly DescribedColumn[] {
  return below(document, row, { path: '', present: true, inside: [row.name] });
}

/** Where a property stands: its object's path, whether that is always there, and the names of the schemas around it. */
interface Place {
  readonly path: string;
  readonly present: boolean;
  readonly inside: readonly (string | undefined)[];
}

function below(document: Json, parent: Schema, { path, present, inside }: Place): DescribedColumn[] {
  return [...parent.properties].flatMap(([name, node]) => {
    const schema = schemaOf(document, node);
    const at = joined(path, name);
    if (schema === null || schema.isWriteOnly || parsePath(at) === null) return [];
    const isPresent = present && parent.required.has(name) && !schema.nullable;
    const isAgain = schema.name !== undefined && inside.includes(schema.name);
    if (schema.type === 'object' && schema.properties.size > 0 && inside.length <= MOST_LEVELS && !isAgain)
      return below(document, schema, { path: at, present: isPresent, inside: [...inside, schema.name] });
    return [described(document, at, schema, isPresent)];
  });
}

function described(document: Json, upstream: string, schema: Schema, isPresent: boolean): DescribedColumn {
  const type = typeOf(document, schema);
  return {
    upstream,
    label: schema.title || upstream,
    ...(schema.description === '' ? {} : { help: schema.description }),
    type,
    native: [schema.type || 'any', schema.format].filter((part) => part !== '').join(' '),
    nullable: !isPresent,
    writable: false,
    filterable: type !== 'json',
    sortable: type !== 'json',
    unique: false,
    references: [],
    choices: schema.enumeration.map((value) => ({ value, label: value })),
  };
}

const STRINGS: Readonly<Record<string, ColumnType>> = {
  date: 'date',
  'date-time': 'datetime',
  time: 'time',
  uuid: 'id',
  uri: 'url',
  url: 'url',
  decimal: 'decimal',
};

function typeOf(document: Json, schema: Schema): ColumnType {
  switch (schema.type) {
    case 'string':
      if (schema.enumeration.length > 0) return 'choice';
      return STRINGS[schema.format] ?? (schema.maxLength >= LONG_TEXT ? 'text' : 'string');
    case 'integer':
      // A number of 64 bits may be larger than the numbers of GraphQL.
      return schema.format === 'int64' ? 'decimal' : 'integer';
    case 'number':
      return 'decimal';
    case 'boolean':
      return 'boolean';
    case 'array':
      return schemaOf(document, schema.items)?.type === 'string' ? 'list' : 'json';
    default:
      return 'json';
  }
}

function stepOf(name: string): string {
  return PLAIN.test(name) ? name : `["${name}"]`;
}

/** `a.b`, `a["odd name"]`. */
export function joined(path: string, name: string): string {
  const step = stepOf(name);
  return step.startsWith('[') || path === '' ? `${path}${step}` : `${path}.${step}`;
}
