import {
  canonicalOf,
  CasegraphError,
  columnOf,
  compareCells,
  holds,
  inParallel,
} from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  KeyedAnswer,
  KeyedOutcome,
  KeyedRequest,
  KeyedRows,
  Operand,
  Row,
} from '../../../src/contract/index.ts';
import { cellsOf } from '../column/cell.ts';
import { incidentOfEvent, isId, KEYS_AT_ONCE } from '../objects.ts';
import { recordsOf, rowOf } from '../records.ts';
import { incidentsById } from './incidents-by-id.ts';
import { scanned } from './scanned.ts';

interface Key {
  readonly canonical: string;
  readonly operand: Operand;
  /** The incident that the key leads to; null where the key does not say. */
  readonly incident: string | null;
}

const NO_ROWS: KeyedRows = { rows: [], more: false };
const SIDE_BY_SIDE = 4;

/** Rows for many keys: each distinct key is asked for once, a hundred incidents in one request. */
export async function readByKeys(
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Operand[],
  call: Call,
): Promise<KeyedAnswer> {
  const column = columnOf(table, request.column);
  const leads = column.upstream === 'id' || column.upstream === 'incidentId';
  const asked = keys.map((operand) => keyOf(table, request.column, operand));
  const distinct = new Map(asked.flatMap((key) => ('canonical' in key ? [[key.canonical, key]] : [])));
  // What cannot be an id here is that of another system.
  const wanted = [...distinct.values()].filter(({ incident }) => !leads || incident !== null);
  const outcome = await inParallel(
    leads ? chunksOf(wanted) : wanted.length === 0 ? [] : [wanted],
    async (chunk) => answered(table, request, chunk, call),
    SIDE_BY_SIDE,
  );
  return {
    results: asked.map((key) => ('canonical' in key ? (outcome.byKey.get(key.canonical) ?? NO_ROWS) : key)),
    ...(outcome.instance === null ? {} : { instance: outcome.instance }),
  };
}

function keyOf(table: BoundTable, name: string, operand: Operand): Key | CasegraphError {
  const { type } = columnOf(table, name);
  const canonical = canonicalOf(type, operand);
  if (canonical !== null)
    return { canonical, operand, incident: isId(operand) ? operand : incidentOfEvent(operand) };
  return new CasegraphError('invalid-input', `${table.name}.${name}: this is no value of a ${type} column`);
}

/** Keys by a hundred incidents. Events of one incident come with it, so that their keys stay together. */
function chunksOf(keys: readonly Key[]): readonly (readonly Key[])[] {
  const byIncident = new Map<string | null, Key[]>();
  for (const key of keys) byIncident.set(key.incident, [...(byIncident.get(key.incident) ?? []), key]);
  const groups = [...byIncident.values()];
  const count = Math.ceil(groups.length / KEYS_AT_ONCE);
  return Array.from({ length: count }, (_, n) =>
    groups.slice(n * KEYS_AT_ONCE, (n + 1) * KEYS_AT_ONCE).flat(),
  );
}

async function answered(
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Key[],
  call: Call,
): Promise<KeyedOutcome> {
  const ids = [...new Set(keys.flatMap(({ incident }) => incident ?? []))];
  const column = columnOf(table, request.column);
  const found =
    column.upstream === 'id' || column.upstream === 'incidentId'
      ? await incidentsById(table, ids, call)
      : await scanned(
          table,
          column,
          keys.map(({ operand }) => operand),
          call,
        );
  const records = await recordsOf(table, found.incidents, call);
  const sorted = records.toSorted((a, b) =>
    compareCells(table, request.order, cellsOf(table, a), cellsOf(table, b)),
  );
  const rows = new Map<string, Row[]>(keys.map(({ canonical }) => [canonical, []]));
  for (const record of sorted) {
    const cells = cellsOf(table, record);
    const canonical = canonicalOf(column.type, cells(column));
    const row = rowOf(table, request.select.columns, record);
    const isKept = request.filter === null || holds(table, request.filter, cells);
    if (canonical !== null && isKept) rows.get(canonical)?.push(row);
  }
  const byKey = new Map([...rows].map(([key, each]) => [key, { rows: each, more: false }]));
  return { byKey, instance: found.instance };
}
