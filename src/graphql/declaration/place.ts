import {
  Kind,
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';
import type { BoundTable } from '../../contract/index.ts';
import { namedType } from './column-type.ts';
import { argumentsOf, directivesOf, text } from './directives.ts';

/**
 * Where a column of a source is declared: the mapping of the source that names it, the field, or, for a column that only a relation needs, the
 * field of the relation. Null where nothing in the documents names it.
 */
export function placeOf(
  documents: readonly DocumentNode[],
  bound: BoundTable,
  column?: string,
): ASTNode | null {
  const types = documents
    .flatMap(({ definitions }) => definitions)
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION);
  const own = types.filter(({ name }) => name.value === bound.name);
  const sources = own.flatMap((node) => directivesOf(node, 'source')).filter((each) => isSource(each, bound));
  const source = closest(sources, bound);
  if (column === undefined) return source ?? own[0] ?? null;
  if (source !== undefined && maps(source, column)) return source;
  const upstream = bound.columns.get(column)?.upstream ?? column;
  const fields = own.flatMap(({ fields = [] }) => fields);
  const lists = types
    .flatMap(({ fields = [] }) => fields)
    .filter(
      (field) => namedType(field.type) === `${bound.name}Connection` && names(field, 'related', upstream),
    );
  return (
    fields.find(({ name }) => name.value === column) ??
    fields.find((field) => names(field, 'reference', upstream)) ??
    lists[0] ??
    source ??
    null
  );
}

function isSource(directive: ConstDirectiveNode, { connection, object }: BoundTable): boolean {
  const values = argumentsOf(directive);
  return text(values, 'connection') === connection && text(values, 'object') === object;
}

/** Sources of several domains may differ in their mapping alone: the one that maps most as it is bound. */
function closest(sources: readonly ConstDirectiveNode[], bound: BoundTable): ConstDirectiveNode | undefined {
  const known = new Set<unknown>([...bound.columns.values()].map(({ upstream }) => upstream));
  const mapped = (source: ConstDirectiveNode): readonly unknown[] =>
    Object.values(argumentsOf(source)['columns'] ?? {}).filter((upstream) => upstream !== null);
  return sources
    .filter((source) => mapped(source).every((upstream) => known.has(upstream)))
    .sort((left, right) => mapped(right).length - mapped(left).length)[0];
}

function maps(source: ConstDirectiveNode, column: string): boolean {
  const { columns } = argumentsOf(source);
  return typeof columns === 'object' && columns !== null && Object.hasOwn(columns, column);
}

function names(field: FieldDefinitionNode, directive: string, upstream: string): boolean {
  return directivesOf(field, directive).some((each) => text(argumentsOf(each), 'column') === upstream);
}
