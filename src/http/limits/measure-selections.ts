import { Kind } from 'graphql';
import type { DirectiveNode, SelectionNode, SelectionSetNode, ValueNode } from 'graphql';

/** What one operation or fragment holds itself, and the fragments it spreads. */
export interface Body {
  readonly own: Weight;
  readonly spreads: readonly Spread[];
}

/** Depths count fields nested in fields; `introspection` is what stands below `__schema` and `__type`. */
export interface Weight {
  selections: number;
  aliases: number;
  directives: number;
  rootFields: number;
  depth: number;
  introspectionSelections: number;
  introspectionDepth: number;
}

export interface Spread {
  readonly fragment: string;
  /** Fields above the spread. */
  readonly depth: number;
  /** Stands below `__schema` or `__type`; `depth` counts from there. */
  readonly introspection: boolean;
  /** Stands directly on the root of its body. */
  readonly root: boolean;
}

export const NO_WEIGHT: Readonly<Weight> = {
  selections: 0,
  aliases: 0,
  directives: 0,
  rootFields: 0,
  depth: 0,
  introspectionSelections: 0,
  introspectionDepth: 0,
};

interface Place {
  readonly selection: SelectionNode;
  readonly depth: number;
  readonly introspection: boolean;
  readonly root: boolean;
}

const INTROSPECTION = new Set(['__schema', '__type']);

/** Measures one body without following its spreads. Iterative: depth of the document costs no stack. */
export function measureSelections(
  set: SelectionSetNode,
  directives: readonly DirectiveNode[] | undefined,
): Body {
  const own: Weight = { ...NO_WEIGHT, directives: directives?.length ?? 0 };
  const spreads: Spread[] = [];
  const open = set.selections.map((selection): Place => ({
    selection,
    depth: 0,
    introspection: false,
    root: true,
  }));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    weigh(place, own);
    if (place.selection.kind === Kind.FRAGMENT_SPREAD) {
      spreads.push({ ...place, fragment: place.selection.name.value });
    } else {
      open.push(...below(place));
    }
  }
  return { own, spreads };
}

function weigh({ selection, depth, introspection, root }: Place, own: Weight): void {
  own.directives += selection.directives?.length ?? 0;
  if (introspection) own.introspectionSelections += 1;
  else own.selections += 1;
  if (selection.kind !== Kind.FIELD) return;
  if (selection.alias !== undefined) own.aliases += 1;
  if (root) own.rootFields += 1;
  if (introspection) own.introspectionDepth = Math.max(own.introspectionDepth, depth + 1);
  else own.depth = Math.max(own.depth, depth + 1);
}

function below({ selection, depth, introspection, root }: Place): Place[] {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
  const field = selection.kind === Kind.FIELD;
  const enters = field && !introspection && INTROSPECTION.has(selection.name.value);
  const deeper = enters ? 0 : field ? depth + 1 : depth;
  return (selection.selectionSet?.selections ?? []).map((inner) => ({
    selection: inner,
    depth: deeper,
    introspection: introspection || enters,
    root: root && !field,
  }));
}

/** True when lists and objects stand more than `limit` deep in one another. */
export function deeperThan(limit: number, value: ValueNode): boolean {
  const open: { readonly value: ValueNode; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const inner = innerValues(at.value);
    if (inner === undefined) continue;
    const depth = at.depth + 1;
    if (depth > limit) return true;
    for (const next of inner) open.push({ value: next, depth });
  }
  return false;
}

function innerValues(value: ValueNode): readonly ValueNode[] | undefined {
  if (value.kind === Kind.LIST) return value.values;
  if (value.kind === Kind.OBJECT) return value.fields.map((field) => field.value);
  return undefined;
}
