import { CasegraphError } from '../contract/index.ts';
import type { Change, Written } from '../contract/index.ts';
import type { TableDefinition } from './definition.ts';
import { readableFor } from './readable.ts';
import { callFor, type Scope, type Upstreams } from './scope.ts';

/**
 * Writes one row through the source that the viewer reads it from. Whether the viewer may is decided by the caller's rules; that the table and its
 * columns can be written at all is decided here. Throws CasegraphError.
 */
export async function writeRow(
  { upstreams, now }: { upstreams: Upstreams; now: () => number },
  scope: Scope,
  table: TableDefinition,
  change: Change,
): Promise<Written> {
  const readable = readableFor(table, scope);
  if (readable instanceof CasegraphError) throw readable;
  const { bound } = readable;
  const adapter = upstreams.adapter(bound.connection);
  const able = adapter.capabilities(bound).write;
  if (adapter.write === undefined || !able[change.kind])
    throw new CasegraphError('forbidden', `${table.label} cannot be written.`);
  if (change.kind !== 'delete') requireWritable(table, change);
  return adapter.write(bound, change, callFor(upstreams, now, scope, bound.connection, scope.signal));
}

/** A new row may be given its domain; an old one keeps it. */
function requireWritable(table: TableDefinition, change: Exclude<Change, { kind: 'delete' }>): void {
  for (const name of Object.keys(change.values)) {
    const domain = change.kind === 'create' && name === table.separation;
    if (!domain && table.columns.get(name)?.writable !== true) {
      throw new CasegraphError('internal', `${table.label}.${name} is not declared as writable.`);
    }
  }
}
