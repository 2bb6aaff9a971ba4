import { Kind, type TypeNode } from 'graphql';
import type { ColumnType } from '../../contract/index.ts';

const SCALARS: Readonly<Record<string, ColumnType>> = {
  ID: 'id',
  String: 'string',
  Int: 'integer',
  Boolean: 'boolean',
  Decimal: 'decimal',
  DateTime: 'datetime',
  Date: 'date',
  Time: 'time',
  Duration: 'duration',
  URL: 'url',
  JSON: 'json',
  Choice: 'choice',
};

/** Names that a column's field may have as its type. */
export const COLUMN_TYPE_NAMES = [...Object.keys(SCALARS), '[String!]'];

/** The column type that a field's GraphQL type stands for; `null` when it is none. */
export function columnTypeOf(type: TypeNode): ColumnType | null {
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (inner.kind === Kind.LIST_TYPE) return namedType(inner.type) === 'String' ? 'list' : null;
  return SCALARS[inner.name.value] ?? null;
}

/** The name inside lists and non-nulls. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
