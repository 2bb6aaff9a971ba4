import { parseTime, plainDecimal, columnOf } from '../../src/contract/index.ts';
import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Call, Change, Column, Value, Written } from '../../src/contract/index.ts';
import { isObject, notSalesforce } from './answer/shape.ts';
import { ask } from './ask.ts';
import { normaliseId } from './id.ts';
import type { Settings } from './settings.ts';
import { literalOf, misfit } from './soql/literal.ts';

/** One create, update or delete through `sobjects`. Sent once: none of them is repeated safely, since triggers run each time. */
export async function write(
  settings: Settings,
  table: BoundTable,
  change: Change,
  call: Call,
): Promise<Written> {
  const path = `${settings.base}/sobjects/${table.object}`;
  if (change.kind === 'create') return create(path, table, change.key, fieldsOf(table, change.values), call);
  const key = normaliseId(change.key);
  if (key === null) {
    throw new CasegraphError('not-found', `There is no such ${table.name}`, { connection: table.connection });
  }
  if (change.kind === 'delete') await ask(call, table, { method: 'DELETE', path: `${path}/${key}` });
  else
    await ask(call, table, { method: 'PATCH', path: `${path}/${key}`, json: fieldsOf(table, change.values) });
  return { key, changed: true };
}

async function create(
  path: string,
  table: BoundTable,
  key: string | null,
  json: object,
  call: Call,
): Promise<Written> {
  if (key !== null)
    throw new CasegraphError('internal', `Salesforce chooses the id of a new ${table.name} itself`);
  const answer = await ask(call, table, { method: 'POST', path, json });
  const id = isObject(answer.json) && answer.json['success'] === true ? normaliseId(answer.json['id']) : null;
  if (id === null) throw notSalesforce(table, 'create: no id of a new record');
  return { key: id, changed: true };
}

function fieldsOf(table: BoundTable, values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Value] => {
      const column = columnOf(table, name);
      return [column.upstream, value === null ? null : sent(column, value)];
    }),
  );
}

/** A value as the REST API takes it in JSON. Throws invalid-input for one that the column cannot hold. */
function sent(column: Column, value: Exclude<Value, null>): Value {
  if (column.type === 'list' && Array.isArray(value)) return memberList(column, value);
  if (typeof value === 'object') throw misfit(column, JSON.stringify(value));
  switch (column.type) {
    case 'text':
      return typeof value === 'string' ? value : refuse(column, value);
    case 'reference':
      return normaliseId(value) ?? refuse(column, value);
    case 'time':
      return timeOfDay(column, value);
    case 'decimal':
      return exactNumber(column, value);
    case 'integer':
      return Number(literalOf(column, value) ?? refuse(column, value));
    default:
      return literalOf(column, value) === null ? refuse(column, value) : value;
  }
}

/** JSON numbers are read as doubles here and there; a number that a double cannot hold must not be changed on its way. */
function exactNumber(column: Column, value: string | number | boolean): number {
  const plain = plainDecimal(value);
  if (plain === null || plainDecimal(Number(plain)) !== plain) throw misfit(column, value);
  return Number(plain);
}

/** Times travel as `13:45:00.000Z`. */
function timeOfDay(column: Column, value: string | number | boolean): string {
  const time = parseTime(value) ?? refuse(column, value);
  return time.includes('.') ? `${time}Z` : `${time}.000Z`;
}

function memberList(column: Column, members: readonly Value[]): string {
  return members
    .map((member) =>
      typeof member === 'string' && !member.includes(';') ? member : refuse(column, JSON.stringify(member)),
    )
    .join(';');
}

function refuse(column: Column, value: string | number | boolean): never {
  throw misfit(column, value);
}
