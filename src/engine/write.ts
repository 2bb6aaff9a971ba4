import { CasegraphError } from '../contract/index.ts';
import type { Change, Filter, Row, Written } from '../contract/index.ts';
import { hasColumn } from './at-source.ts';
import type { SourceDefinition, TableDefinition } from './definition.ts';
import { columnsOf } from './filter/combine.ts';
import { KeyedReader, type KeyedDependencies } from './keyed.ts';
import { keep } from './materialise.ts';
import { mayWrite } from './may-write.ts';
import { readableFor, sourceFor, type Readable } from './readable.ts';
import { callFor, type Scope } from './scope.ts';

/**
 * Writes one row through the source that the viewer reads it from, where the rules of the table and of the columns let the viewer; that is decided before
 * anything is sent. A row that is changed or deleted must be one that the viewer sees, and fulfil what the rules ask of it; it is read fresh for that, unless the
 * operation has done so in the step before ({@link Standing}).
 * What the source's own filter leaves out is not written to either, nor is a row moved there. Throws CasegraphError.
 */
export async function writeRow(
  dependencies: KeyedDependencies,
  scope: Scope,
  table: TableDefinition,
  change: Change,
): Promise<Written> {
  const { upstreams, now } = dependencies;
  const source = sourceFor(table, scope);
  if (source instanceof CasegraphError) throw source;
  const { bound } = source;
  const adapter = upstreams.adapter(bound.connection);
  const able = adapter.capabilities(bound).write;
  if (adapter.write === undefined || !able[change.kind]) throw forbidden(`${table.label} cannot be written.`);
  if (change.kind !== 'delete') requireWritable(table, source, change);
  const may = mayWrite(table, change, scope.viewer);
  if (may instanceof CasegraphError) throw may;
  if (change.kind === 'create') requireFitting(table, source, change, may.rows, scope);
  else await requireStanding(dependencies, scope, table, source, change, may.rows);
  return adapter.write(bound, change, callFor(upstreams, now, scope, bound.connection, scope.signal));
}

/** A new row may be given its domain; an old one keeps it. */
function requireWritable(
  table: TableDefinition,
  { bound }: SourceDefinition,
  change: Exclude<Change, { kind: 'delete' }>,
): void {
  for (const name of Object.keys(change.values)) {
    if (table.columns.has(name) && !hasColumn(bound, name)) {
      const message = `${table.label} has no ${name} in the system that your rows go to. Leave it out.`;
      throw new CasegraphError('invalid-input', message, { connection: bound.connection });
    }
    const domain = change.kind === 'create' && name === table.separation;
    if (!domain && table.columns.get(name)?.writable !== true) {
      throw new CasegraphError('internal', `${table.label}.${name} is not declared as writable.`);
    }
  }
}

/** A new row is tested by the values that it is given; what it is not given counts as empty. It cannot be put where the viewer does not see. */
function requireFitting(
  table: TableDefinition,
  source: SourceDefinition,
  { values }: Change & { kind: 'create' },
  rows: Filter | null,
  scope: Scope,
): void {
  const domain = table.separation === null ? undefined : values[table.separation];
  const seen = typeof domain === 'string' && scope.domainIds.includes(domain);
  if (domain !== undefined && domain !== null && !seen)
    throw forbidden(`You may not create ${table.label} in a domain that you do not see.`);
  const row = { values: withChoices(table, values) };
  if (keep(table, [row], rows).length === 0)
    throw forbidden(`You may not create ${table.label} with these values.`);
  requireInside(table, source, row);
}

/** The source's own filter holds for what is written as well: nobody would see the row through it afterwards. */
function requireInside(table: TableDefinition, { where, bound }: SourceDefinition, row: Row): void {
  if (keep(table, [row], where).length > 0) return;
  const message = `With these values the ${table.label} would not be one of those that you can see.`;
  throw new CasegraphError('forbidden', message, { connection: bound.connection });
}

/** In a change a choice is just its value; in a row it has a label too. */
function withChoices(table: TableDefinition, values: Row['values']): Row['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      table.columns.get(name)?.type === 'choice' && typeof value === 'string'
        ? [name, { value, label: value }]
        : [name, value],
    ),
  );
}

async function requireStanding(
  dependencies: KeyedDependencies,
  scope: Scope,
  table: TableDefinition,
  source: SourceDefinition,
  change: Exclude<Change, { kind: 'create' }>,
  rows: Filter | null,
): Promise<void> {
  const readable = readableFor(table, scope);
  if (readable instanceof CasegraphError) throw readable;
  if (readable.rows === null && rows === null) return;
  const tested = columnsOf(source.where, columnsOf(rows, new Set([table.key])));
  const columns = [...tested].filter((name) => hasColumn(source.bound, name));
  const row =
    scope.standing?.take(table, change.key, columns) ??
    (await readStanding(dependencies, scope, readable, change.key, columns));
  if (keep(table, [row], rows).length === 0)
    throw forbidden(
      `You may not ${change.kind === 'delete' ? 'delete' : 'write'} this ${table.label} as it stands.`,
    );
  if (change.kind === 'update')
    requireInside(table, source, { values: { ...row.values, ...withChoices(table, change.values) } });
}

/** Not what memory holds, and not on the way to anybody else: the row as it stands when it is about to be written. */
async function readStanding(
  dependencies: KeyedDependencies,
  scope: Scope,
  readable: Readable,
  key: string,
  columns: readonly string[],
): Promise<Row> {
  const { table } = readable;
  const order = [{ column: table.key, direction: 'asc' as const }];
  const selection = { columns, joins: {} };
  const ask = { readable, selection, column: table.key, keys: [key], filter: null, order, limit: 1 };
  const found = (await new KeyedReader(dependencies, { ...scope, maxAge: 0 }).read(ask)).get(key);
  if (found instanceof CasegraphError) throw found;
  const row = found?.rows[0];
  if (row !== undefined) return row;
  throw new CasegraphError('not-found', `There is no such ${table.label}, or you cannot see it.`);
}

function forbidden(message: string): CasegraphError {
  return new CasegraphError('forbidden', message);
}
