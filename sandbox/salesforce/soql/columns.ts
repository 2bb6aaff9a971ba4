import type { FieldInfo, FieldType } from '../dictionary/object-info.ts';
import { isNumber, isText } from '../dictionary/object-info.ts';
import type { AggregateOutput } from './aggregate-query.ts';
import type { Node } from './projection.ts';
import type { QueryAnswer } from './run-query.ts';

/** What `query?columns=true` answers: what the columns of the result are, without the rows. */
export interface ColumnAnswer {
  readonly columnMetadata: readonly ColumnMetadata[];
  readonly entityName: string;
  readonly groupBy: boolean;
  readonly idSelected: boolean;
  readonly keyPrefix: string | null;
}

interface ColumnMetadata {
  readonly aggregate: boolean;
  readonly apexType: string | null;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly ColumnMetadata[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

const APEX: Partial<Record<FieldType, string>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  date: 'Date',
  datetime: 'Datetime',
  address: 'Address',
};

export function describeColumns(answer: QueryAnswer): ColumnAnswer {
  const { shape, object, grouped } = answer;
  const columnMetadata = 'nodes' in shape ? shape.nodes.map(nodeColumn) : shape.outputs.map(outputColumn);
  const idSelected = 'nodes' in shape && shape.nodes.some((node) => node.key === 'Id');
  return {
    columnMetadata,
    entityName: object.name,
    groupBy: grouped,
    idSelected,
    keyPrefix: object.keyPrefix,
  };
}

/** A child query is told from a parent by `aggregate`; both list what is below them. */
function nodeColumn(node: Node): ColumnMetadata {
  if (node.kind === 'field') return column(node.key, node.field?.type, node.field);
  const below = node.kind === 'typeof' ? [] : node.nodes.map(nodeColumn);
  return {
    ...column(node.key, undefined, undefined),
    aggregate: node.kind === 'children',
    joinColumns: below,
  };
}

function outputColumn({ key, display, column: { type, field } }: AggregateOutput): ColumnMetadata {
  return { ...column(key, type, field), aggregate: field === undefined, displayName: display };
}

function column(name: string, type: FieldType | undefined, field: FieldInfo | undefined): ColumnMetadata {
  return {
    aggregate: false,
    apexType: type === undefined ? null : (APEX[type] ?? (isNumber(type) ? 'Double' : 'String')),
    booleanType: type === 'boolean',
    columnName: name,
    custom: field?.custom ?? false,
    displayName: name,
    foreignKeyName: field?.relationshipName ?? null,
    insertable: field !== undefined && field.type !== 'id',
    joinColumns: [],
    numberType: type !== undefined && isNumber(type),
    textType: type !== undefined && isText(type),
    updatable: field !== undefined && field.type !== 'id',
  };
}
