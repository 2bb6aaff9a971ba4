import type { BoundTable, Selection } from '../contract/index.ts';
import type { Generations } from './generations.ts';
import type { Condition } from './query.ts';
import type { Readable } from './readable.ts';
import type { Scope, Upstreams } from './scope.ts';

/**
 * The key under which the answer of a read is remembered and shared. Whoever has the same key gets the same answer, so everything that it depends on is in it:
 *
 * - the source: connection, object, column mapping and options, by the number of the bound table; so sources of different domains never meet;
 * - the identity that the rows are read under, with the child alias of the viewer's domain (`Upstreams.identity`);
 * - the viewer, where the table is cached per viewer;
 * - the columns and joined columns, from which denied ones are gone already: other rights are another key;
 * - `what`: all conditions (the client's, row rules, visible domains), order, limit, page, and the column that keys are looked up in;
 * - the gateway's own writes to everything that the rows are made of, and to what `filter` tests of related rows.
 */
export function readKey(
  { upstreams, generations }: { readonly upstreams: Upstreams; readonly generations: Generations },
  { viewer }: Scope,
  { bound, table }: Readable,
  select: Selection,
  what: readonly unknown[],
  filter: Condition = null,
): string {
  return JSON.stringify([
    bound.connection,
    numberOf(bound),
    upstreams.identity(bound.connection, viewer),
    table.cache.scope === 'viewer' ? [viewer.kind, viewer.subject] : null,
    generations.stamp(bound, select, filter),
    select,
    what,
  ]);
}

const numbers = new WeakMap<BoundTable, number>();
let given = 0;

/** Bound tables are compared by identity: each has a number of its own for as long as the process runs. */
export function numberOf(bound: BoundTable): number {
  const known = numbers.get(bound);
  if (known !== undefined) return known;
  given += 1;
  numbers.set(bound, given);
  return given;
}
