import { SHIPMENT_STATES } from '../world/vocabulary/trade.ts';
import { badParameter } from './problem.ts';

export type SortKey = 'created_at' | 'estimated_delivery' | 'id';

export interface ListQuery {
  /** Account numbers; null: of all customers. */
  readonly customers: ReadonlySet<string> | null;
  readonly states: ReadonlySet<string> | null;
  /** From and to, ISO 8601; both count as inside. */
  readonly createdFrom: number | null;
  readonly createdTo: number | null;
  readonly sort: { readonly by: SortKey; readonly descending: boolean };
  readonly limit: number;
  /** Shipments that earlier pages gave. */
  readonly from: number;
}

export const MOST_ROWS = 500;
const DEFAULT_ROWS = 50;
const MOST_CUSTOMERS = 200;
const KNOWN = ['customer_id', 'status', 'created_from', 'created_to', 'sort', 'limit', 'cursor'];
const SORTS: readonly SortKey[] = ['created_at', 'estimated_delivery', 'id'];

/** Reads the parameters of a list. Throws a 400 that names the parameter; unknown ones are refused, since a typo would show everything. */
export function readListQuery(query: URLSearchParams): ListQuery {
  for (const name of new Set(query.keys())) {
    if (!KNOWN.includes(name))
      throw badParameter(name, `There is no parameter ${name}: ${KNOWN.join(', ')}.`);
    if (query.getAll(name).length > 1)
      throw badParameter(name, `${name} is given twice; separate values by commas.`);
  }
  const customers = readList(query, 'customer_id');
  if (customers !== null && customers.size > MOST_CUSTOMERS)
    throw badParameter('customer_id', `At most ${MOST_CUSTOMERS} customers can be asked for at once.`);
  const states = readList(query, 'status');
  const odd = [...(states ?? [])].find((state) => !SHIPMENT_STATES.some((known) => known === state));
  if (odd !== undefined) throw badParameter('status', `${odd} is no status: ${SHIPMENT_STATES.join(', ')}.`);
  return {
    customers,
    states,
    createdFrom: readMoment(query, 'created_from'),
    createdTo: readMoment(query, 'created_to'),
    sort: readSort(query.get('sort') ?? 'id'),
    limit: readLimit(query.get('limit')),
    from: readCursor(query.get('cursor')),
  };
}

function readList(query: URLSearchParams, name: string): ReadonlySet<string> | null {
  const text = query.get(name);
  if (text === null) return null;
  const values = text.split(',').filter((value) => value !== '');
  if (values.length === 0) throw badParameter(name, `${name} holds no value.`);
  return new Set(values);
}

function readMoment(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const at = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw badParameter(name, `${text} is no moment with a zone, such as 2026-11-15T12:00:00Z.`);
  return at;
}

function readSort(text: string): ListQuery['sort'] {
  const by = SORTS.find((key) => key === text.replace(/^-/, ''));
  if (by === undefined)
    throw badParameter('sort', `One can sort by ${SORTS.join(', ')}, with - for descending.`);
  return { by, descending: text.startsWith('-') };
}

function readLimit(text: string | null): number {
  if (text === null) return DEFAULT_ROWS;
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST_ROWS)
    throw badParameter('limit', `limit is a number from 1 to ${MOST_ROWS}.`);
  return limit;
}

export function cursorAt(given: number): string {
  return Buffer.from(`after:${given}`).toString('base64url');
}

function readCursor(text: string | null): number {
  if (text === null) return 0;
  const given = /^after:(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('utf8'))?.[1];
  if (given === undefined) throw badParameter('cursor', 'The cursor is not one that this service gave.');
  return Number(given);
}
