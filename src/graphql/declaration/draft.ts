import { Kind, type DocumentNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import type { ColumnDefinition, TableDefinition } from '../../engine/definition.ts';
import type { ColumnType } from '../../contract/index.ts';
import type { CachePolicy } from '../../engine/cache-policy.ts';
import { accessRules } from './access.ts';
import { cachePolicy } from './cache.ts';
import { conditionColumns } from './condition-columns.ts';
import { argumentsOf, directiveOf, directivesOf, text } from './directives.ts';
import type { ConditionColumns } from './where.ts';
import {
  declaredField,
  type DeclaredColumn,
  type DeclaredComputed,
  type DeclaredField,
  type DeclaredList,
  type DeclaredReference,
} from './fields.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';

/** A table type with everything read from its own declaration; links to other tables are still names. */
export interface TableDraft {
  readonly node: ObjectTypeDefinitionNode;
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly reach: TableDefinition['reach'];
  readonly cache: CachePolicy;
  readonly separation: string | null;
  /** By name; hidden ones are added while linking. */
  readonly columns: Map<string, ColumnDefinition>;
  readonly key: string;
  /** Columns that a row condition may name. */
  readonly conditionColumns: ConditionColumns;
  readonly declared: readonly DeclaredColumn[];
  readonly references: readonly DeclaredReference[];
  readonly lists: readonly DeclaredList[];
  readonly computed: readonly DeclaredComputed[];
}

/** Reads every type with @table, with the fields that `extend type` adds to it from anywhere. */
export function draftTables(
  documents: readonly DocumentNode[],
  problems: DeclarationProblem[],
): readonly TableDraft[] {
  const definitions = documents.flatMap(({ definitions }) => definitions);
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || directiveOf(node, 'table') === undefined) return [];
    const extensions = definitions.flatMap((other) =>
      other.kind === Kind.OBJECT_TYPE_EXTENSION && other.name.value === node.name.value
        ? (other.fields ?? [])
        : [],
    );
    const draft = draftTable(node, [...(node.fields ?? []), ...extensions], problems);
    return draft === null ? [] : [draft];
  });
}

function draftTable(
  node: ObjectTypeDefinitionNode,
  nodes: readonly FieldDefinitionNode[],
  problems: DeclarationProblem[],
): TableDraft | null {
  const columns = conditionColumns(nodes);
  const fields = nodes.flatMap(
    (field) => declaredField(field, accessRules(field, columns, problems), problems) ?? [],
  );
  const declared = fields.filter((field) => field.is === 'column');
  const keys = declared.filter((field) => field.key);
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    problems.push(
      problemAt(
        node,
        `${node.name.value} has ${keys.length} fields with @key; a table has one: id: ID! @key(column: "…").`,
      ),
    );
    return null;
  }
  return {
    ...tableOptions(node, problems),
    ...split(fields),
    conditionColumns: columns,
    declared,
    key: key.column.name,
    columns: columnMap(node, declared),
  };
}

function tableOptions(node: ObjectTypeDefinitionNode, problems: DeclarationProblem[]) {
  const table = directiveOf(node, 'table');
  const values = table === undefined ? {} : argumentsOf(table);
  const separated = directiveOf(node, 'separated');
  return {
    node,
    name: node.name.value,
    label: text(values, 'label') ?? node.name.value,
    plural: text(values, 'plural') ?? `${node.name.value}s`,
    reach: (text(values, 'reach') ?? 'ROOT').toLowerCase() as TableDefinition['reach'],
    cache: cachePolicy(directiveOf(node, 'cache'), problems),
    separation: separated === undefined ? null : (text(argumentsOf(separated), 'column') ?? null),
  };
}

function split(fields: readonly DeclaredField[]) {
  return {
    references: fields.filter((field) => field.is === 'reference'),
    lists: fields.filter((field) => field.is === 'list'),
    computed: fields.filter((field) => field.is === 'computed'),
  };
}

function columnMap(
  node: ObjectTypeDefinitionNode,
  declared: readonly DeclaredColumn[],
): Map<string, ColumnDefinition> {
  const columns = new Map(declared.map(({ column }) => [column.name, column]));
  for (const directive of directivesOf(node, 'writeOnly')) {
    const values = argumentsOf(directive);
    const name = text(values, 'name') ?? '';
    columns.set(name, { ...hiddenColumn(name, text(values, 'column') ?? '', 'string'), writable: true });
  }
  return columns;
}

/** A column that clients do not see. */
export function hiddenColumn(name: string, upstream: string, type: ColumnType): ColumnDefinition {
  return { name, type, upstream, unique: false, writable: false, hidden: true, template: null, access: [] };
}

/** The column that holds an upstream column, declared or made for the engine's own use. */
export function columnHolding(draft: TableDraft, upstream: string, type: ColumnType = 'reference'): string {
  for (const { column, template } of draft.declared)
    if (template === null && column.upstream === upstream) return column.name;
  const name = `#${upstream}`;
  if (!draft.columns.has(name)) {
    draft.columns.set(name, hiddenColumn(name, upstream, type));
  }
  return name;
}
