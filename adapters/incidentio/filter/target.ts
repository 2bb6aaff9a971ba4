import type { BoundTable, Column, LeafOp } from '../../../src/contract/index.ts';
import { CATEGORIES, isId, MODES, OBJECTS } from '../objects.ts';
import { placeOf } from '../column/path.ts';

/** How a column of `GET /v2/incidents` is filtered by. */
export type Target =
  /** Lists of ids or words: `status[one_of]`. `value`: the API's spelling of an operand; null: it is better not sent. */
  | {
      readonly kind: 'list';
      readonly param: string;
      readonly ops: readonly LeafOp[];
      readonly value: (operand: unknown) => string | null;
    }
  /** Whole days: what is asked for lies inside, and the rest is left to the engine. */
  | { readonly kind: 'days'; readonly param: string }
  /** The rank of a severity, which the ids of severities are looked up for. */
  | { readonly kind: 'rank' }
  /** One value of a parameter that narrows the list. */
  | {
      readonly kind: 'parent';
      readonly param: string;
      readonly ops: readonly LeafOp[];
      readonly value: (operand: unknown) => string | null;
    };

const ONE_OF: readonly LeafOp[] = ['eq', 'in'];
const EITHER: readonly LeafOp[] = ['eq', 'in', 'ne', 'notIn'];
export const RANK_OPS: readonly LeafOp[] = ['eq', 'in', 'lt', 'lte', 'gt', 'gte'];

const WORDS: ReadonlySet<Column['type']> = new Set(['choice', 'string']);
const IDS: ReadonlySet<Column['type']> = new Set(['choice', 'string', 'id', 'reference']);

/**
 * Only what is sure to give no fewer rows. Whether `not_in` finds incidents without a severity or type is not documented: only statuses, which every
 * incident has, are excluded so.
 */
export function targetOf(table: BoundTable, column: Column): Target | null {
  const object = OBJECTS[table.object];
  if (object === undefined) return null;
  if (object.parent === column.upstream && IDS.has(column.type))
    return parentTarget(object.parent, column.type);
  return object.searchable === true ? searchTarget(column) : null;
}

function parentTarget(param: string, type: Column['type']): Target {
  return { kind: 'parent', param, ops: ['eq'], value: (operand) => idOf(type, operand) };
}

function searchTarget({ type, upstream }: Column): Target | null {
  const ids = (param: string, ops: readonly LeafOp[]): Target | null =>
    IDS.has(type) ? { kind: 'list', param, ops, value: (operand) => idOf(type, operand) } : null;
  switch (upstream) {
    case 'incident_status':
    case 'incident_status.id':
      return ids('status', EITHER);
    case 'severity':
    case 'severity.id':
      return ids('severity', ONE_OF);
    case 'incident_type':
    case 'incident_type.id':
      return ids('incident_type', ONE_OF);
    case 'incident_status.category':
      return WORDS.has(type) ? words('status_category', EITHER, CATEGORIES) : null;
    case 'mode':
      return WORDS.has(type) ? words('mode', ONE_OF, MODES) : null;
    case 'created_at':
    case 'updated_at':
      return type === 'datetime' ? { kind: 'days', param: upstream } : null;
    case 'severity.rank':
      return type === 'integer' ? { kind: 'rank' } : null;
    default:
      return fieldTarget(type, upstream);
  }
}

/** Options of a field are asked for by their ids; how the API compares other kinds of fields is not documented. */
function fieldTarget(type: Column['type'], upstream: string): Target | null {
  const place = placeOf(upstream);
  if (type !== 'choice' || place?.kind !== 'field' || !isId(place.field)) return null;
  const param = `custom_field[${place.field}]`;
  return { kind: 'list', param, ops: ONE_OF, value: (operand) => idOf(type, operand) };
}

function words(param: string, ops: readonly LeafOp[], all: readonly string[]): Target {
  const value = (operand: unknown): string | null => {
    const word = typeof operand === 'string' ? operand.toLowerCase() : '';
    return all.includes(word) ? word : null;
  };
  return { kind: 'list', param, ops, value };
}

/** Ids are compared exactly, choices and text without regard to case; the API's ids are in capitals. */
function idOf(type: Column['type'], operand: unknown): string | null {
  if (typeof operand !== 'string') return null;
  const id = type === 'id' || type === 'reference' ? operand : operand.toUpperCase();
  return isId(id) ? id : null;
}
