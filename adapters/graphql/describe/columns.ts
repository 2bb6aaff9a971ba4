import type { ColumnType, DescribedColumn } from '../../../src/contract/index.ts';
import { isName } from '../names.ts';
import type { ServiceField, ServiceSchema, ServiceType } from './introspection.ts';

/** Scalars by their usual names; every other one is JSON, which is shown as it comes. */
const SCALARS: Readonly<Record<string, ColumnType>> = {
  ID: 'id',
  String: 'string',
  Int: 'integer',
  Float: 'decimal',
  Boolean: 'boolean',
  Decimal: 'decimal',
  BigDecimal: 'decimal',
  BigInt: 'decimal',
  Long: 'decimal',
  Date: 'date',
  LocalDate: 'date',
  DateTime: 'datetime',
  ISO8601DateTime: 'datetime',
  Timestamp: 'datetime',
  Time: 'time',
  LocalTime: 'time',
  URL: 'url',
  URI: 'url',
  UUID: 'id',
};

export interface Columns {
  readonly columns: readonly DescribedColumn[];
  /** Fields that cannot be columns. */
  readonly left: readonly string[];
  /** Columns that are objects of value and label. */
  readonly labelled: ReadonlySet<string>;
}

export function columnsOf(schema: ServiceSchema, type: ServiceType): Columns {
  const columns: DescribedColumn[] = [];
  const left: string[] = [];
  const labelled = new Set<string>();
  for (const field of type.fields.values()) {
    const target = schema.types.get(field.type.name);
    if (target === undefined || !isName(field.name)) continue;
    if (field.arguments.some(({ required }) => required)) {
      left.push(field.name);
      continue;
    }
    const column = columnOf(field, target);
    if (column === null) left.push(field.name);
    else columns.push(column);
    if (column !== null && isLabelled(target)) labelled.add(column.upstream);
  }
  return { columns, left, labelled };
}

function columnOf(field: ServiceField, target: ServiceType): DescribedColumn | null {
  const { name, type } = field;
  if (target.kind === 'SCALAR') {
    const scalar = SCALARS[target.name] ?? 'json';
    if (!type.isList) return described(field, name, scalar);
    return described(field, name, ['id', 'string'].includes(scalar) ? 'list' : 'json');
  }
  if (target.kind === 'ENUM')
    return type.isList
      ? described(field, name, 'list')
      : { ...described(field, name, 'choice'), choices: target.values };
  if (type.isList) return null;
  if (isLabelled(target)) return described(field, name, 'choice');
  const key = target.fields.get('id');
  if (key === undefined || SCALARS[key.type.name] === undefined || key.arguments.length > 0) return null;
  const references = [{ object: target.name, column: 'id', relation: name }];
  return { ...described(field, `${name}.id`, 'id'), native: target.name, references };
}

/** `{ value, label }`, as another Casegraph gateway has its choices. */
function isLabelled(type: ServiceType): boolean {
  return type.kind === 'OBJECT' && type.fields.has('value') && type.fields.has('label');
}

function described(
  { name, description, type }: ServiceField,
  upstream: string,
  column: ColumnType,
): DescribedColumn {
  return {
    upstream,
    label: name,
    ...(description === '' ? {} : { help: description }),
    type: column,
    native: type.text,
    nullable: !type.required,
    writable: false,
    filterable: column !== 'json',
    sortable: column !== 'json',
    unique: false,
    references: [],
    choices: [],
  };
}
