import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Whether any of these fields is selected directly below the field at hand. What is left out by a condition counts too. */
export function asksFor({ fieldNodes, fragments }: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  const open: (SelectionSetNode | undefined)[] = fieldNodes.map(({ selectionSet }) => selectionSet);
  for (let set = open.pop(); set !== undefined || open.length > 0; set = open.pop()) {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) {
        if (names.has(node.name.value)) return true;
      } else if (node.kind === Kind.INLINE_FRAGMENT) open.push(node.selectionSet);
      else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        open.push(fragments[node.name.value]?.selectionSet);
      }
    }
  }
  return false;
}
