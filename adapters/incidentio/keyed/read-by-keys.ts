import { canonicalOf, CasegraphError, columnOf } from '../../../src/contract/index.ts';
import type {
  BoundTable,
  Call,
  KeyedAnswer,
  KeyedOutcome,
  KeyedRequest,
  KeyedRows,
  Operand,
} from '../../../src/contract/index.ts';
import { isId } from '../objects.ts';
import { objectOf } from '../read.ts';
import { byList } from './by-list.ts';
import { byName } from './by-name.ts';
import type { Key, Lookup } from './lookup.ts';
import { NOTHING } from './lookup.ts';

const NO_ROWS: KeyedRows = { rows: [], more: false };

/** Rows for many keys: each distinct key is asked for once. */
export async function readByKeys(
  table: BoundTable,
  request: KeyedRequest,
  keys: readonly Operand[],
  call: Call,
): Promise<KeyedAnswer> {
  const column = columnOf(table, request.column);
  const lookup: Lookup = { table, object: objectOf(table), call, request, column };
  const asked = keys.map((operand) => keyOf(lookup, operand));
  const distinct = new Map(asked.flatMap((key) => ('canonical' in key ? [[key.canonical, key]] : [])));
  const outcome = await answered(lookup, [...distinct.values()]);
  return {
    results: asked.map((key) => ('canonical' in key ? (outcome.byKey.get(key.canonical) ?? NO_ROWS) : key)),
    ...(outcome.instance === null ? {} : { instance: outcome.instance }),
  };
}

function keyOf({ table, column }: Lookup, operand: Operand): Key | CasegraphError {
  const canonical = canonicalOf(column.type, operand);
  if (canonical !== null) return { canonical, operand };
  return new CasegraphError(
    'invalid-input',
    `${table.name}.${column.name}: this is no value of a ${column.type} column`,
  );
}

/** The way with the fewest requests. */
async function answered(lookup: Lookup, keys: readonly Key[]): Promise<KeyedOutcome> {
  const { object, column } = lookup;
  const ids = keys.filter(({ operand }) => isId(operand));
  switch (column.upstream) {
    case 'id':
      if (ids.length === 0) return NOTHING;
      return object.row === undefined ? byList(lookup, ids) : byName(lookup, ids, String);
    case object.parent:
      return ids.length === 0 ? NOTHING : byList(lookup, ids);
    case 'reference': {
      const numbered = keys.filter(({ operand }) => numberIn(operand) !== null);
      if (object.searchable !== true || numbered.length === 0) return NOTHING;
      return byName(lookup, numbered, (operand) => numberIn(operand) ?? '');
    }
    default:
      return keys.length === 0 ? NOTHING : byList(lookup, keys);
  }
}

/** `123` of `INC-123`: the part of a reference that the API finds incidents by. */
function numberIn(operand: Operand): string | null {
  return /^[^\s-]{1,20}-(\d{1,9})$/.exec(String(operand))?.[1] ?? null;
}
