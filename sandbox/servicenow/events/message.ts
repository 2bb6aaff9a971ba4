import { createHmac } from 'node:crypto';
import type { Row } from '../store/row.ts';

export type Operation = 'insert' | 'update';

/** Tables whose changes the business rule reports. Subclasses are tables of their own. */
export const REPORTED_TABLES: readonly string[] = [
  'incident',
  'incident_task',
  'problem',
  'change_request',
  'sc_request',
  'sc_req_item',
  'sn_customerservice_case',
];

/** What the business rule sends: where something happened, not what. */
export interface EventBody {
  /** Different for each event. */
  readonly id: string;
  readonly table: string;
  readonly sys_id: string;
  readonly operation: Operation;
  /** `YYYY-MM-DD HH:MM:SS`. */
  readonly sys_updated_on: string;
  readonly sys_mod_count: string;
}

/** A request ready to be sent, as often as one likes: the same bytes and headers each time. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function eventBody(id: string, row: Row, operation: Operation): EventBody {
  const { sys_id, sys_updated_on = '', sys_mod_count = '' } = row.values;
  return { id, table: row.table.name, sys_id, operation, sys_updated_on, sys_mod_count };
}

/** `v1=` and the HMAC-SHA256, in hex, of `id.timestamp.body` under the shared secret. `at`: milliseconds since 1970. */
export function signedMessage(event: EventBody, secret: string, at: number): Message {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`${event.id}.${timestamp}.${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-casegraph-id': event.id,
    'x-casegraph-timestamp': timestamp,
    'x-casegraph-signature': `v1=${signature}`,
  };
  return { id: event.id, body, headers };
}
