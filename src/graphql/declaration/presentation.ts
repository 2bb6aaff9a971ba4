import {
  Kind,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import type { TableDefinition } from '../../engine/definition.ts';
import { directiveOf } from './directives.ts';
import { EMBED_FIELD } from './embed-field.ts';
import { framePolicy, type FramePolicy } from './embed.ts';
import { labelOf } from './label.ts';
import { declaredLayout, type DeclaredLayout } from './layout.ts';
import type { DeclarationProblem } from './problem.ts';

/** How people are shown a table: what stands in its declaration besides what the engine needs. */
export interface TablePresentation {
  readonly description: string | null;
  /** Columns, references and lists that clients see, in the order they are declared. */
  readonly fields: ReadonlyMap<string, FieldPresentation>;
  readonly layout: DeclaredLayout;
  /** `null` where rows are not to be framed. */
  readonly frame: FramePolicy | null;
}

export interface FieldPresentation {
  readonly label: string;
  readonly description: string | null;
}

/** Reads how the tables are shown; what is wrong with it goes to `problems`. */
export function presentTables(
  documents: readonly DocumentNode[],
  tables: ReadonlyMap<string, TableDefinition>,
  problems: DeclarationProblem[] = [],
): ReadonlyMap<string, TablePresentation> {
  const definitions = documents.flatMap((document) => document.definitions);
  const types = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const extensions = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_EXTENSION);
  const presented = new Map<string, TablePresentation>();
  for (const node of types) {
    const table = tables.get(node.name.value);
    if (table === undefined) continue;
    const nodes = [node, ...extensions.filter(({ name }) => name.value === table.name)];
    presented.set(table.name, {
      description: node.description?.value ?? null,
      fields: fieldsOf(table, nodes),
      layout: declaredLayout(node, table, problems),
      frame: framePolicy(node),
    });
  }
  return presented;
}

function fieldsOf(
  table: TableDefinition,
  nodes: readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[],
): ReadonlyMap<string, FieldPresentation> {
  const fields = new Map<string, FieldPresentation>();
  for (const field of nodes.flatMap((node) => node.fields ?? []))
    if (isShown(table, field)) {
      const description = field.description?.value ?? null;
      fields.set(field.name.value, { label: labelOf(field), description });
    }
  if (nodes.some((node) => directiveOf(node, 'embed') !== undefined))
    fields.set(EMBED_FIELD.name, { label: EMBED_FIELD.label, description: EMBED_FIELD.description });
  return fields;
}

function isShown({ columns, references, lists }: TableDefinition, { name }: FieldDefinitionNode): boolean {
  return columns.get(name.value)?.hidden === false || references.has(name.value) || lists.has(name.value);
}
