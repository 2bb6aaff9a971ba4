import type { BoundTable, Call } from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';
import { bytesOf, documentOf } from '../document/document.ts';
import type { Field } from '../document/field.ts';
import { JOINED } from '../select.ts';
import type { Settings } from '../settings.ts';
import type { Complaint } from './failure.ts';
import { complaintsOf, errorOf, failureOf } from './failure.ts';
import type { Json } from './shape.ts';
import { isObject, memberOf, notGraphQL } from './shape.ts';

/** What one request gave; `data` is null where an error took all of it. */
export interface Answered {
  readonly data: Json | null;
  readonly complaints: readonly Complaint[];
  readonly instance: string;
}

const ACCEPT = 'application/graphql-response+json, application/json;q=0.9';

/** Sends one query. Throws for everything but a GraphQL answer; what its `errors` mean is the caller's to say. */
export async function ask(
  settings: Settings,
  call: Call,
  table: BoundTable | null,
  fields: readonly Field[],
): Promise<Answered> {
  if (table !== null && bytesOf(fields) > settings.maxBytes)
    throw new CasegraphError(
      'too-complex',
      `${table.name}: the query has more than ${settings.maxBytes} bytes; ask for fewer values or columns at once`,
      {
        connection: table.connection,
      },
    );
  const json = documentOf(fields);
  const headers = { accept: ACCEPT };
  const response = await call.send({ method: 'POST', path: settings.path, headers, json, idempotent: true });
  if (response.status < 200 || response.status > 299) throw failureOf(response, table);
  const errors = memberOf(response.json, 'errors') ?? [];
  const data = memberOf(response.json, 'data') ?? null;
  if (!Array.isArray(errors) || !errors.every(isObject))
    throw notGraphQL(table, 'errors is no list of objects');
  if (data !== null && !isObject(data)) throw notGraphQL(table, 'data is no object');
  if (data === null && errors.length === 0) throw notGraphQL(table, 'neither data nor errors');
  return { data, complaints: complaintsOf(errors, response.status), instance: response.instance };
}

/** One field of a request of its own: any error that touches it is thrown. */
export async function askOne(
  settings: Settings,
  call: Call,
  table: BoundTable,
  field: Field,
): Promise<{ value: unknown; instance: string }> {
  const { data, complaints, instance } = await ask(settings, call, table, [field]);
  const [first] = complaints.filter((complaint) => !isForgiven(data, complaint));
  if (first !== undefined) throw errorOf(table, first);
  return { value: memberOf(data, field.alias ?? field.name), instance };
}

/** A row that a reference leads to and that may not be read, or is not there: the contract gives null for it. */
export function isForgiven(data: unknown, { kind, path }: Complaint): boolean {
  if (kind !== 'not-found' && kind !== 'upstream-unauthorized') return false;
  const joined = path.findIndex((step) => String(step).startsWith(JOINED));
  if (joined < 0) return false;
  const there = path.slice(0, joined + 1).reduce<unknown>((value, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? (value as unknown[])[step] : undefined;
    return memberOf(value, step);
  }, data);
  return there === null;
}
