import { CasegraphError, plainDecimal, columnOf } from '../../src/contract/index.ts';
import type { BoundTable, Call, Change, Column, Value, Written } from '../../src/contract/index.ts';
import { valueAt } from './answer/row.ts';
import { isObject, notOData } from './answer/shape.ts';
import { ask } from './ask.ts';
import { edmOf, isWhole } from './edm.ts';
import { literalOf, misfit } from './query/literal.ts';
import type { Service } from './service.ts';

/** One create, update or delete. Sent once: a service may run logic of its own each time. */
export async function write(
  service: Service,
  table: BoundTable,
  change: Change,
  call: Call,
): Promise<Written> {
  const set = `${service.root}/${encodeURIComponent(table.object)}`;
  if (change.kind === 'create') return create(service, set, table, change, call);
  const path = `${set}(${encodeURIComponent(keyLiteral(service, table, change.key))})`;
  if (change.kind === 'delete') {
    await ask(service, call, table, { method: 'DELETE', path });
    return { key: change.key, changed: true };
  }
  const json = bodyOf(service, table, change.values);
  // OData 2 calls a partial update MERGE; a POST that says so is what its services take from clients without that method.
  await ask(
    service,
    call,
    table,
    service.version === 4
      ? { method: 'PATCH', path, json }
      : { method: 'POST', path, json, headers: { 'x-http-method': 'MERGE' } },
  );
  return { key: change.key, changed: true };
}

async function create(
  service: Service,
  path: string,
  table: BoundTable,
  change: Extract<Change, { kind: 'create' }>,
  call: Call,
): Promise<Written> {
  const own = columnOf(table, table.key);
  const given = change.key === null ? {} : { [own.upstream]: keyBody(service, table, own, change.key) };
  const json = { ...bodyOf(service, table, change.values), ...given };
  const answer = await ask(service, call, table, { method: 'POST', path, json }).catch((error: unknown) =>
    alreadyThere(service, path, table, change.key, call, error),
  );
  if (answer === null) return { key: change.key ?? '', changed: false };
  const body = isObject(answer.json) && service.version === 2 ? answer.json['d'] : answer.json;
  const key = isObject(body) ? valueAt(service, table, own, body) : change.key;
  if (typeof key !== 'string') throw notOData(table, 'create: no key of a new row');
  return { key, changed: true };
}

/** Null where a create was refused because its own row is there already: a repeat. Any other refusal stays what it is. */
async function alreadyThere(
  service: Service,
  path: string,
  table: BoundTable,
  key: string | null,
  call: Call,
  error: unknown,
): Promise<null> {
  if (key === null || !(error instanceof CasegraphError) || error.kind !== 'conflict') throw error;
  const own = `${path}(${encodeURIComponent(keyLiteral(service, table, key))})`;
  await ask(service, call, table, { method: 'GET', path: own }).catch(() => {
    throw error;
  });
  return null;
}

function keyLiteral(service: Service, table: BoundTable, key: string): string {
  const literal = literalOf(service, table, columnOf(table, table.key), key);
  if (typeof literal === 'object') return literal.text;
  throw new CasegraphError('not-found', `There is no such ${table.name}`, { connection: table.connection });
}

function bodyOf(
  service: Service,
  table: BoundTable,
  values: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Value] => {
      const column = columnOf(table, name);
      return [column.upstream, value === null ? null : sent(service, table, column, value)];
    }),
  );
}

/** A value as it travels in JSON. Throws invalid-input for one that the column cannot hold. */
function sent(service: Service, table: BoundTable, column: Column, value: Exclude<Value, null>): Value {
  if (column.type === 'list' && Array.isArray(value)) {
    return value.map((member: unknown) => (typeof member === 'string' ? member : misfit(column, member)));
  }
  if (typeof value === 'object') return misfit(column, value);
  if (column.type === 'string' || column.type === 'text' || column.type === 'url')
    return typeof value === 'string' ? value : misfit(column, value);
  literalOf(service, table, column, value);
  if (column.type === 'decimal') return exactNumber(service, column, value);
  return typeof value === 'string' ? keyBody(service, table, column, value) : value;
}

/** Whole numbers travel as numbers where they are kept as such. */
function keyBody(service: Service, table: BoundTable, column: Column, value: string): Value {
  if (!isWhole(edmOf(service, table, column))) return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : misfit(column, value);
}

/** OData 2 takes decimals as text; OData 4 as JSON numbers, which must not be changed on their way through a double. */
function exactNumber({ version }: Service, column: Column, value: string | number | boolean): Value {
  const plain = plainDecimal(value) ?? misfit(column, value);
  if (version === 2) return plain;
  return plainDecimal(Number(plain)) === plain ? Number(plain) : misfit(column, value);
}
