import { CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Change, Column, Value, Written } from '../../../src/contract/index.ts';
import { ask, askOne } from '../ask.ts';
import { newest } from '../column/events.ts';
import { memberOf } from '../column/members.ts';
import { placeOf } from '../column/path.ts';
import { notAsDocumented } from '../failure.ts';
import { isId, ROOT, SEVERITIES, STATUSES } from '../objects.ts';
import type { Operations } from './patch.ts';
import { patch } from './patch.ts';

const AT_FIRST: ReadonlySet<string> = new Set(['title', 'teams[].id', 'integration.id']);

export function isWritable({ upstream }: Pick<Column, 'upstream'>): boolean {
  const place = placeOf(upstream);
  return AT_FIRST.has(upstream) || place?.kind === 'current' || place?.kind === 'attribute';
}

export async function write(table: BoundTable, change: Change, call: Call): Promise<Written> {
  switch (change.kind) {
    case 'create':
      return create(table, change.values, call);
    case 'update':
      return update(table, change.key, change.values, call);
    case 'delete':
      throw new CasegraphError(
        'upstream-rejected',
        `${table.name}: All Quiet deletes only what is archived there`,
        {
          connection: table.connection,
        },
      );
  }
}

type Values = Readonly<Record<string, Value>>;

/** There is no idempotency key and no key of ours: it is sent once. */
async function create(table: BoundTable, values: Values, call: Call): Promise<Written> {
  const body: Record<string, unknown> = { status: 'Open', severity: 'Warning' };
  for (const [name, value] of Object.entries(values)) {
    const { upstream } = columnOf(table, name);
    if (upstream === 'title' && value !== null) body['title'] = value;
    if (upstream === 'teams[].id' && value !== null) body['teamIds'] = value;
    if (upstream === 'integration.id' && value !== null) body['integrationId'] = value;
  }
  const { attributes, status, severity } = changesOf(table, values);
  const json = {
    ...body,
    ...(status && { status }),
    ...(severity && { severity }),
    ...(attributes.length > 0 && { attributes }),
  };
  const response = await ask(call, table, { method: 'POST', path: `${ROOT}/incident`, json });
  const id = memberOf(response.json, 'id');
  if (!isId(id)) throw notAsDocumented(table, 'the incident that was made has no id');
  return { key: id, changed: true };
}

/** What holds already is not said again: each intent is an event that people see. */
async function update(table: BoundTable, key: string, values: Values, call: Call): Promise<Written> {
  const odd = Object.keys(values)
    .map((name) => columnOf(table, name))
    .find(({ upstream }) => AT_FIRST.has(upstream));
  if (odd !== undefined)
    throw new CasegraphError(
      'invalid-input',
      `${table.name}.${odd.name}: All Quiet does not let this be changed; leave it out`,
    );
  const before = isId(key) ? await askOne(call, table, key) : null;
  if (before === null) throw new CasegraphError('not-found', `There is no ${table.name} with this id.`);
  const { attributes, status, severity } = changesOf(table, values);
  const isMoved = status !== undefined && status !== newest(before, 'status');
  const operations: Operations = {
    ...(isMoved && { appendIntent: { intent: status === 'Resolved' ? 'Resolved' : 'Unresolved' } }),
    ...(severity !== undefined &&
      severity !== newest(before, 'severity') && { changeSeverity: { severity } }),
    ...(attributes.length > 0 && { upsertAttributes: { attributes } }),
  };
  if (Object.keys(operations).length > 0) await patch(table, key, operations, call);
  return { key, changed: true };
}

function changesOf(table: BoundTable, values: Values) {
  const attributes: { name: string; value: string }[] = [];
  const words: { status?: string; severity?: string } = {};
  for (const [name, value] of Object.entries(values)) {
    const place = placeOf(columnOf(table, name).upstream);
    if (place?.kind === 'current') words[place.name] = wordOf(table, name, place.name, value);
    if (place?.kind === 'attribute') {
      if (typeof value !== 'string' || value === '')
        throw unwritable(table, name, 'any text but an empty one');
      attributes.push({ name: place.attribute, value });
    }
  }
  return { attributes, ...words };
}

function wordOf(table: BoundTable, name: string, which: 'status' | 'severity', value: Value): string {
  const words = which === 'status' ? STATUSES : SEVERITIES;
  const word = words.find((each) => typeof value === 'string' && each.toLowerCase() === value.toLowerCase());
  if (word === undefined) throw unwritable(table, name, words.join(', '));
  return word;
}

function unwritable(table: BoundTable, name: string, takes: string): CasegraphError {
  return new CasegraphError('invalid-input', `${table.name}.${name} takes ${takes}`);
}
