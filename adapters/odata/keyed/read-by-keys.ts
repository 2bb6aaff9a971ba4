import { CasegraphError, inParallel, KeyedGroups, columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  KeyedAnswer,
  KeyedOutcome,
  KeyedRequest,
  KeyedRows,
  Operand,
} from '../../../src/contract/index.ts';
import { rowOf, valueAt } from '../answer/row.ts';
import { askBlocks, tooLong } from '../ask.ts';
import { plan, queryOf } from '../plan.ts';
import { equalsAny } from '../query/leaf.ts';
import { operatorsOf } from '../query/operators.ts';
import { selectedOf } from '../query/select.ts';
import { fits, targetOf } from '../query/target.ts';
import type { Service } from '../service.ts';
import { byParent, parentOf } from './by-parent.ts';
import { chunksOf } from './chunks.ts';
import type { Key } from './key.ts';
import { canonicalOf, keyOf } from './key.ts';
import type { Lookup } from './lookup.ts';

const NO_ROWS: KeyedRows = { rows: [], more: false };

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
  const { handle, ordered } = plan(service, table, { ...request, limit: null });
  const asked = keys.map((key) => keyOf(service, table, column, key));
  const distinct = new Map(asked.filter(isKey).map((key) => [key.canonical, key]));
  const { where } = handle;
  const { byKey, instance } =
    where === null
      ? { byKey: new Map<string, KeyedRows>(), instance: null }
      : await answered({ service, table, column, request, handle, ordered, where, call }, [
          ...distinct.values(),
        ]);
  return {
    results: asked.map((key) => (isKey(key) ? (byKey.get(key.canonical) ?? NO_ROWS) : (key ?? NO_ROWS))),
    ...(instance === null ? {} : { instance }),
  };
}

function isKey(key: Key | CasegraphError | null): key is Key {
  return key !== null && !(key instanceof CasegraphError);
}

/** As few requests as the bound on their length allows. */
function answered(lookup: Lookup, keys: readonly Key[]): Promise<KeyedOutcome> {
  const parent = parentOf(lookup);
  if (parent !== null) return byParent(lookup, parent, keys);
  const compose = composer(lookup);
  const chunks = chunksOf(lookup.service, keys, (some) => compose(some).length);
  return inParallel(chunks, (chunk) => readChunk(lookup, chunk, compose(chunk)));
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

async function readChunk(lookup: Lookup, chunk: readonly Key[], path: string): Promise<KeyedOutcome> {
  const { service, table, column, request, call } = lookup;
  if (!fits(service, path)) throw tooLong(table, column.name);
  const groups = new KeyedGroups(chunk);
  let instance = '';
  for await (const block of askBlocks(service, call, table, path)) {
    instance = block.instance;
    for (const record of block.records) {
      const row = rowOf(service, table, request.select, record);
      groups.add(canonicalOf(service, table, column, valueAt(service, table, column, record)), () => row);
    }
  }
  return { byKey: groups.result(), instance };
}
