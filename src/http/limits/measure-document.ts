import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import { measureSelections, NO_WEIGHT } from './measure-selections.ts';
import type { Body, Spread, Weight } from './measure-selections.ts';

/** What a document would cost with its fragments written out, without writing them out. */
export interface Measure {
  /** The largest of each, over the operations; `selections` over the fragments too, since unused ones are validated as well. */
  readonly weight: Readonly<Weight>;
  /** Name of a fragment that leads back to itself. */
  readonly cycle: string | null;
  /** Asks for `__schema` or `__type` anywhere. */
  readonly introspects: boolean;
}

/** Linear in the size of the document: each fragment is weighed once and its weight is added wherever it is spread. */
export function measureDocument(document: DocumentNode): Measure {
  const fragments = new Map<string, Body>();
  const operations: Body[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, measureSelections(definition.selectionSet, definition.directives));
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      operations.push(measureSelections(definition.selectionSet, definition.directives));
    }
  }
  const order = inwardOrder(fragments);
  if (order.cycle !== null) return { weight: NO_WEIGHT, cycle: order.cycle, introspects: false };
  const weights = new Map<string, Weight>();
  for (const [name, body] of order.bodies) weights.set(name, withSpreads(body, weights));
  const total = operations.map((body) => withSpreads(body, weights)).reduce(largest, { ...NO_WEIGHT });
  for (const { selections } of weights.values()) total.selections = Math.max(total.selections, selections);
  return { weight: total, cycle: null, introspects: introspects([...operations, ...fragments.values()]) };
}

function introspects(bodies: readonly Body[]): boolean {
  return bodies.some(({ own }) => own.introspectionSelections > 0);
}

/** Fragments, those that are spread by others first. Depth first with a stack of our own. */
function inwardOrder(fragments: ReadonlyMap<string, Body>): {
  readonly bodies: readonly (readonly [string, Body])[];
  readonly cycle: string | null;
} {
  const bodies: (readonly [string, Body])[] = [];
  const seen = new Map<string, 'open' | 'done'>();
  for (const start of fragments.keys()) {
    const path = [start];
    for (let name = path.at(-1); name !== undefined; name = path.at(-1)) {
      const body = fragments.get(name);
      if (body === undefined || seen.get(name) === 'done') {
        path.pop();
        continue;
      }
      if (seen.get(name) === 'open') {
        seen.set(name, 'done');
        bodies.push([name, body]);
        path.pop();
        continue;
      }
      seen.set(name, 'open');
      for (const { fragment } of body.spreads) {
        if (seen.get(fragment) === 'open') return { bodies, cycle: fragment };
        if (!seen.has(fragment)) path.push(fragment);
      }
    }
  }
  return { bodies, cycle: null };
}

function withSpreads(body: Body, weights: ReadonlyMap<string, Weight>): Weight {
  const total = { ...body.own };
  for (const spread of body.spreads) {
    const weight = weights.get(spread.fragment);
    // A fragment that is not there adds nothing: validation says so.
    if (weight !== undefined) addSpread(total, spread, weight);
  }
  return total;
}

function addSpread(total: Weight, spread: Spread, weight: Weight): void {
  total.aliases += weight.aliases;
  total.directives += weight.directives;
  if (spread.root) total.rootFields += weight.rootFields;
  if (spread.introspection) {
    total.introspectionSelections += weight.selections + weight.introspectionSelections;
    const deepest = Math.max(weight.depth, weight.introspectionDepth);
    total.introspectionDepth = Math.max(total.introspectionDepth, spread.depth + deepest);
    return;
  }
  total.selections += weight.selections;
  total.introspectionSelections += weight.introspectionSelections;
  total.depth = Math.max(total.depth, spread.depth + weight.depth);
  total.introspectionDepth = Math.max(total.introspectionDepth, weight.introspectionDepth);
}

function largest(a: Weight, b: Weight): Weight {
  return {
    selections: Math.max(a.selections, b.selections),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
    rootFields: Math.max(a.rootFields, b.rootFields),
    depth: Math.max(a.depth, b.depth),
    introspectionSelections: Math.max(a.introspectionSelections, b.introspectionSelections),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  };
}
