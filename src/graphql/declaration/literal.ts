import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

/** An argument as it is written, so that what is wrong in it can be pointed at. */
export function argumentNode(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

/** The items of a list; a value where a list is expected counts as its only item, as in all of GraphQL. */
export function itemsOf(node: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (node === undefined || node.kind === Kind.NULL) return [];
  return node.kind === Kind.LIST ? node.values : [node];
}

/** The text of a string; `null` for anything else. */
export function textOf(node: ConstValueNode | undefined): string | null {
  return node?.kind === Kind.STRING ? node.value : null;
}
