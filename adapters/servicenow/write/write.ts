import { CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Change, SendRequest, Value, Written } from '../../../src/contract/index.ts';
import type { Doing } from '../errors.ts';
import { KEY, isSysId } from '../names.ts';
import { recordOf } from '../result.ts';
import { readCell } from '../values/cell.ts';
import { writeValue } from '../values/write-value.ts';
import { createUnderKey } from './create-under-key.ts';
import { recordPath } from './record-path.ts';

/** Small answers: the row is read back by the engine. Values are internal ones, dates in UTC. */
const PARAMETERS = `?sysparm_input_display_value=false&sysparm_exclude_reference_link=true&sysparm_fields=${KEY}`;

/** Carries out one change. Throws CasegraphError; a create under a given key can be repeated without harm. */
export async function writeRow(table: BoundTable, change: Change, call: Call): Promise<Written> {
  const doing: Doing = { verb: change.kind, name: table.name, object: table.object };
  switch (change.kind) {
    case 'create': {
      const { key, looked } = change;
      const create = (): Promise<Written> => post(table, doing, key, change.values, call);
      return key === null ? create() : createUnderKey(table, doing, { key, looked }, create, call);
    }
    case 'update':
      return send(doing, change.key, call, {
        method: 'PATCH',
        path: `${recordPath(table, change.key, doing)}${PARAMETERS}`,
        json: bodyOf(table, change.values),
      });
    case 'delete':
      return send(doing, change.key, call, { method: 'DELETE', path: recordPath(table, change.key, doing) });
  }
}

async function send(doing: Doing, key: string, call: Call, request: SendRequest): Promise<Written> {
  const answer = await call.send(request);
  // A delete answers 204 without a body.
  if (answer.status === 204) return { key, changed: true };
  recordOf(answer, doing);
  return { key, changed: true };
}

async function post(
  table: BoundTable,
  doing: Doing,
  key: string | null,
  values: Readonly<Record<string, Value>>,
  call: Call,
): Promise<Written> {
  const body = bodyOf(table, values);
  const json = key === null ? body : { ...body, [KEY]: key };
  const answer = await call.send({
    method: 'POST',
    path: `/api/now/table/${table.object}${PARAMETERS}`,
    json,
  });
  // Whatever key was asked for: the one in the answer is the row's.
  const made = readCell(recordOf(answer, doing)[KEY])?.value;
  if (made === undefined || !isSysId(made)) {
    throw new CasegraphError(
      'upstream-rejected',
      `ServiceNow took the new ${table.name} but did not say under which key.`,
    );
  }
  return { key: made, changed: true };
}

function bodyOf(table: BoundTable, values: Readonly<Record<string, Value>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const column = columnOf(table, name);
      return [column.upstream, writeValue(table, column, value)];
    }),
  );
}
