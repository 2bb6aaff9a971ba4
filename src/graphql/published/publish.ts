import {
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { TableDefinition } from '../../engine/definition.ts';
import { directiveOf } from '../declaration/directives.ts';
import { EMBED_FIELD } from '../declaration/embed-field.ts';
import { filterInputs } from './filters.ts';
import { DEFAULT_NESTED_PAGE } from './names.ts';
import { listArguments, tableSdl } from './table-sdl.ts';

const DECLARATION_TYPES: ReadonlySet<string> = new Set([
  'CacheScope',
  'ViewerKind',
  'AccessOperation',
  'DeclaredColumnType',
  'DeclarationObject',
  'DeclaredLayoutSource',
  'TableReach',
]);
const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** The published schema: the declarations without their directives, and what is generated from them. */
export function publishedDocuments(
  documents: readonly DocumentNode[],
  tables: ReadonlyMap<string, TableDefinition>,
): readonly DocumentNode[] {
  const published = [...tables.values()].filter(({ reach }) => reach !== 'internal');
  const stripped = documents.map((document) => strip(document, tables));
  const generated = [filterInputs(), ...published.map((table) => tableSdl(table, tables))].join('\n\n');
  return [...stripped, parse(generated)];
}

function strip(document: DocumentNode, tables: ReadonlyMap<string, TableDefinition>): DocumentNode {
  const definitions = document.definitions.filter((node) => {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
    const name = 'name' in node ? (node.name?.value ?? '') : '';
    return !DECLARATION_TYPES.has(name) && tables.get(name)?.reach !== 'internal';
  });
  return visit(
    { ...document, definitions },
    {
      ObjectTypeDefinition: (node) => {
        const table = tables.get(node.name.value);
        if (table === undefined) return undefined;
        return {
          ...node,
          directives: [],
          interfaces: table.reach === 'root' ? [...(node.interfaces ?? []), NODE] : (node.interfaces ?? []),
          fields: [...publishFields(node.fields, table, tables), ...embedField(node)],
        };
      },
      ObjectTypeExtension: (node) => {
        const table = tables.get(node.name.value);
        return table === undefined || ROOT_TYPES.has(node.name.value)
          ? undefined
          : { ...node, directives: [], fields: publishFields(node.fields, table, tables) };
      },
    },
  );
}

const NODE: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Node' } };

function publishFields(
  fields: readonly FieldDefinitionNode[] | undefined,
  table: TableDefinition,
  tables: ReadonlyMap<string, TableDefinition>,
): FieldDefinitionNode[] {
  return (fields ?? []).map((field) => {
    const target = tables.get(table.lists.get(field.name.value)?.table ?? '');
    return { ...field, directives: [], arguments: target === undefined ? [] : listArgumentNodes(target) };
  });
}

/** What @embed adds to a type. */
function embedField(node: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] {
  if (directiveOf(node, 'embed') === undefined) return [];
  const { name, description } = EMBED_FIELD;
  const [definition] = parse(`type T { ${JSON.stringify(description)} ${name}: URL }`, {
    noLocation: true,
  }).definitions;
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [];
}

function listArgumentNodes(table: TableDefinition): readonly InputValueDefinitionNode[] {
  const [definition] = parse(`type T { f(${listArguments(table, DEFAULT_NESTED_PAGE)}): Int }`, {
    noLocation: true,
  }).definitions;
  if (definition?.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  return definition.fields?.[0]?.arguments ?? [];
}
