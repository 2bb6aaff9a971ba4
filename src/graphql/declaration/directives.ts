import {
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

type Node = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | FieldDefinitionNode;

export function directivesOf(node: Node, name: string): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

export function directiveOf(node: Node, name: string): ConstDirectiveNode | undefined {
  return directivesOf(node, name)[0];
}

/** Arguments as plain values. Their names and types have been checked against directives.graphql (shape.ts). */
export function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

export function text(values: Record<string, unknown>, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export function strings(values: Record<string, unknown>, name: string): readonly string[] | null {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : null;
}
