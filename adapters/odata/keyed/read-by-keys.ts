import { CasegraphError } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  Column,
  KeyedAnswer,
  KeyedRequest,
  KeyedRows,
  Operand,
  Row,
} from '../../../src/contract/index.ts';
import { rowOf, valueAt } from '../answer/row.ts';
import { askBlocks, tooLong } from '../ask.ts';
import { columnOf } from '../columns.ts';
import type { ODataHandle } from '../plan.ts';
import { plan, queryOf } from '../plan.ts';
import { equalsAny } from '../query/leaf.ts';
import { operatorsOf } from '../query/operators.ts';
import { selectedOf } from '../query/select.ts';
import { fits, targetOf } from '../query/target.ts';
import type { Service } from '../service.ts';
import { chunksOf } from './chunks.ts';
import type { Key } from './key.ts';
import { canonicalOf, keyOf } from './key.ts';

const NO_ROWS: KeyedRows = { rows: [], more: false };

type Result = KeyedRows | CasegraphError;

/** One batched read. */
interface Lookup {
  readonly service: Service;
  readonly table: BoundTable;
  readonly column: Column;
  readonly request: KeyedRequest;
  readonly handle: ODataHandle;
  /** Conditions of the request itself, besides the keys. */
  readonly where: readonly string[];
  readonly call: Call;
}

/** What became of the keys of one request. */
interface Outcome {
  readonly byKey: ReadonlyMap<string, Result>;
  readonly instance?: string;
}

/** Rows for many keys: each distinct key is asked for once, and keys that no row can have are not asked for at all. */
export async function readByKeys(
  service: Service,
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Operand[],
  call: Call,
): Promise<KeyedAnswer> {
  const column = columnOf(table, request.column);
  if (!operatorsOf(service, table, column).includes('in')) {
    throw new CasegraphError(
      'invalid-input',
      `${table.name} cannot be looked up by ${column.name}: the service does not compare it as needed`,
    );
  }
  const { handle } = plan(service, table, { ...request, limit: null });
  const asked = keys.map((key) => keyOf(service, table, column, key));
  const distinct = new Map(asked.filter(isKey).map((key) => [key.canonical, key]));
  const { where } = handle;
  const outcomes =
    where === null
      ? []
      : await answered({ service, table, column, request, handle, where, call }, [...distinct.values()]);
  const byKey = new Map(outcomes.flatMap((outcome) => [...outcome.byKey]));
  const instance = outcomes.find((outcome) => outcome.instance !== undefined)?.instance;
  return {
    results: asked.map((key) => (isKey(key) ? (byKey.get(key.canonical) ?? NO_ROWS) : (key ?? NO_ROWS))),
    ...(instance === undefined ? {} : { instance }),
  };
}

function isKey(key: Key | CasegraphError | null): key is Key {
  return key !== null && !(key instanceof CasegraphError);
}

/** As few requests as the bound on their length allows, side by side. One that fails gives its error to its own keys. */
function answered(lookup: Lookup, keys: readonly Key[]): Promise<readonly Outcome[]> {
  const compose = composer(lookup);
  const chunks = chunksOf(lookup.service, keys, (some) => compose(some).length);
  return Promise.all(
    chunks.map((chunk) =>
      readChunk(lookup, chunk, compose(chunk)).catch((error: unknown) => failed(chunk, error)),
    ),
  );
}

function composer({
  service,
  table,
  column,
  request,
  handle,
  where,
}: Lookup): (keys: readonly Key[]) => string {
  const selected = selectedOf(service, table, request.select, [column.name]);
  return (keys) => {
    const condition = equalsAny(
      service,
      column,
      keys.map(({ literal }) => literal),
    );
    const all = typeof condition === 'string' ? where : [...where, condition.text];
    return targetOf(service, table, { ...queryOf(handle, all), ...selected, top: null });
  };
}

async function readChunk(lookup: Lookup, chunk: readonly Key[], path: string): Promise<Outcome> {
  const { service, table, column, request, call } = lookup;
  if (!fits(service, path)) throw tooLong(table, column.name);
  const groups = new Map<string, Row[]>(chunk.map(({ canonical }) => [canonical, []]));
  let instance = '';
  for await (const block of askBlocks(service, call, table, path)) {
    instance = block.instance;
    for (const record of block.records) {
      const row = rowOf(service, table, request.select, record);
      const cell = canonicalOf(service, table, column, valueAt(service, table, column, record));
      if (cell !== null) groups.get(cell)?.push(row);
    }
  }
  return { byKey: new Map([...groups].map(([key, rows]) => [key, { rows, more: false }])), instance };
}

function failed(chunk: readonly Key[], error: unknown): Outcome {
  // Anything else is a defect of ours, not the fate of these keys.
  if (!(error instanceof CasegraphError)) throw error;
  return { byKey: new Map(chunk.map(({ canonical }) => [canonical, error])) };
}
