import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { TableDefinition } from '../engine/definition.ts';
import { oneField } from '../graphql/published/names.ts';

/** What is declared already: where relations can lead to, and which names are taken. */
export interface Surroundings {
  /** Tables that rows can be reached in; the gateway's own are not among them. */
  readonly tables: readonly TableDefinition[];
  readonly types: ReadonlySet<string>;
  readonly rootFields: ReadonlySet<string>;
  /** Names of all fields of a declared type. */
  readonly fieldsOf: (type: string) => ReadonlySet<string>;
  /** Names of the fields that other files add to a type, be it declared or not. */
  readonly addedTo: (type: string) => ReadonlySet<string>;
}

/** `kept` is all that stays; `replaced` is the file that the import will overwrite: what only it declares is free again. */
export function surroundingsOf(
  tables: ReadonlyMap<string, TableDefinition>,
  schema: GraphQLSchema,
  kept: readonly DocumentNode[],
  replaced: DocumentNode | null,
): Surroundings {
  const own = ownTypes(replaced);
  const added = addedFields(replaced === null ? [] : [replaced]);
  const elsewhere = addedFields(kept);
  const leaving = [...tables.values()].filter(({ name }) => own.has(name));
  const freedRoots = new Set(leaving.flatMap((table) => [oneField(table), table.plural]));
  const isFreed = (type: string): boolean =>
    [...own].some((name) => type === name || GENERATED.some((ending) => type === name + ending));
  const published = Object.keys(schema.getTypeMap());
  return {
    tables: [...tables.values()]
      .filter(({ name, reach }) => reach !== 'internal' && !own.has(name))
      // Of several tables of one object, the one that stands for it is met first.
      .sort((a, b) => Number(b.reach === 'root') - Number(a.reach === 'root')),
    types: new Set([...published, ...tables.keys()].filter((type) => !isFreed(type))),
    rootFields: new Set(
      Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((field) => !freedRoots.has(field)),
    ),
    addedTo: (type) => elsewhere.get(type) ?? new Set(),
    fieldsOf: (type) => {
      const found = schema.getType(type);
      const names = found !== undefined && 'getFields' in found ? Object.keys(found.getFields()) : [];
      const columns = [...(tables.get(type)?.columns.keys() ?? [])];
      return new Set([...names, ...columns].filter((name) => added.get(type)?.has(name) !== true));
    },
  };
}

/** What a table's name is continued with for the types that are generated for it. */
export const GENERATED = [
  '',
  'Connection',
  'Edge',
  'Filter',
  'Order',
  'Relation',
  'RelationFilter',
  'List',
  'ListFilter',
];

function ownTypes(document: DocumentNode | null): ReadonlySet<string> {
  return new Set(
    (document?.definitions ?? []).flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [],
    ),
  );
}

function addedFields(documents: readonly DocumentNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const added = new Map<string, Set<string>>();
  for (const node of documents.flatMap(({ definitions }) => definitions)) {
    if (node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const fields = added.get(node.name.value) ?? new Set<string>();
    added.set(node.name.value, fields);
    for (const field of node.fields ?? []) fields.add(field.name.value);
  }
  return added;
}
