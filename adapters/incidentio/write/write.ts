import { createHash } from 'node:crypto';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Change, Written } from '../../../src/contract/index.ts';
import { ask } from '../ask.ts';
import { memberOf } from '../column/value-at.ts';
import { notAsDocumented } from '../failure.ts';
import { isId } from '../objects.ts';
import type { Settings } from '../settings.ts';
import { payloadOf } from './payload.ts';

export async function write(
  settings: Settings,
  table: BoundTable,
  change: Change,
  call: Call,
): Promise<Written> {
  switch (change.kind) {
    case 'create':
      return create(table, change, call);
    case 'update':
      await edit(settings, table, change.key, payloadOf(table, change.values, false), call);
      return { key: change.key, changed: true };
    case 'delete':
      throw new CasegraphError(
        'upstream-rejected',
        `${table.name}: incident.io deletes no incidents; cancel or close it`,
        { connection: table.connection },
      );
  }
}

/**
 * A key of ours goes along as the idempotency key, by which a repeat is answered with the incident that is there. The incident's own key is always
 * incident.io's. Whether the incident was there already is not said.
 */
async function create(
  table: BoundTable,
  { key, values }: Extract<Change, { kind: 'create' }>,
  call: Call,
): Promise<Written> {
  const incident = payloadOf(table, values, true);
  const once =
    key ??
    createHash('sha256')
      .update(`${call.now()} ${JSON.stringify(incident)}`)
      .digest('hex');
  const { json } = await ask(call, table, {
    method: 'POST',
    path: '/v2/incidents',
    json: { visibility: 'public', ...incident, idempotency_key: once },
    idempotent: true,
  });
  const id = memberOf(memberOf(json, 'incident'), 'id');
  if (!isId(id)) throw notAsDocumented(table, 'the incident that was made has no id');
  return { key: id, changed: true };
}

/** Sets what is given: to say it again changes nothing. */
export async function edit(
  { notifyChannel }: Settings,
  about: Pick<BoundTable, 'name' | 'connection'> | null,
  id: string,
  incident: Readonly<Record<string, unknown>>,
  call: Call,
): Promise<void> {
  if (!isId(id))
    throw new CasegraphError('not-found', `There is no ${about?.name ?? 'incident'} with this id.`);
  await ask(call, about, {
    method: 'POST',
    path: `/v2/incidents/${id}/actions/edit`,
    json: { incident, notify_incident_channel: notifyChannel },
    idempotent: true,
  });
}
