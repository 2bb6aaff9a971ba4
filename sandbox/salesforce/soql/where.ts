import type { SfRecord } from '../../world/world.ts';
import type { ObjectInfo } from '../dictionary/object-info.ts';
import type { Condition, Query } from './ast.ts';
import { bindOperand } from './bind-operand.ts';
import { compileCondition } from './compile-condition.ts';
import type { Test } from './compile-condition.ts';
import { keyOf } from './comparison-key.ts';
import type { Key } from './comparison-key.ts';
import type { QueryContext } from './context.ts';
import { checkJoins } from './semi-join.ts';
import { SoqlError } from './soql-error.ts';
import { rootObject, sourceOf } from './source.ts';
import type { Source } from './source.ts';
import { candidatesFor } from './candidates.ts';

type Join = Extract<Condition, { kind: 'join' }>;

/** A WHERE clause ready to run: a test of one record, and the few records it can be true of, if that is known. */
export interface Where {
  readonly test: Test<SfRecord> | undefined;
  candidates(): readonly SfRecord[] | undefined;
}

export function compileWhere(query: Query, source: Source): Where {
  const { context } = source;
  const scope = scopeTest(query, source);
  if (query.where === undefined) return { test: scope, candidates: () => undefined };
  checkJoins(query.where);
  const joined = new Map<Condition, ReadonlySet<Key>>();
  const test = compileCondition(query.where, {
    now: context.now,
    bind: (operand) => bindOperand(source, operand),
    join: (condition) => {
      const ids = joinIds(condition, source);
      joined.set(condition, ids);
      return ids;
    },
  });
  const { where } = query;
  return {
    test: scope === undefined ? test : (record) => scope(record) && test(record),
    candidates: () => candidatesFor(where, source, joined),
  };
}

/** `USING SCOPE mine` keeps the user's own records; the other scopes that exist keep all of them. */
function scopeTest({ scope, at }: Query, { object, context }: Source): Test<SfRecord> | undefined {
  if (scope === undefined || /^(everything|delegated|team|mineAndMyGroups)$/i.test(scope)) return undefined;
  if (!/^mine$/i.test(scope) || !object.fieldNamed.has('ownerid')) {
    throw new SoqlError('MALFORMED_QUERY', `Invalid scope '${scope}' for entity '${object.name}'`, at);
  }
  return (record) => record['OwnerId'] === context.userId;
}

/** The ids a semi-join's inner query selects. */
function joinIds(condition: Join, outer: Source): ReadonlySet<Key> {
  const { query, operand, at } = condition;
  const [item, second] = query.select;
  const [from] = query.from;
  if (item?.kind !== 'operand' || second !== undefined || from === undefined) {
    throw new SoqlError('MALFORMED_QUERY', 'A semi join sub-select must select exactly one field', query.at);
  }
  const object = rootObject(from, outer.context);
  checkSides(outer, object, condition);
  const source = sourceOf(object, query.from, outer.context);
  const column = bindOperand(source, item.operand);
  const left = bindOperand(outer, operand);
  for (const side of [column, left]) {
    if (side.type === 'id' || side.type === 'reference') continue;
    const message = `The ${side === left ? 'left operand' : 'selected'} field '${side.name}' of a semi join must be an id or reference field`;
    throw new SoqlError('INVALID_FIELD', message, side === left ? at : item.at);
  }
  const ids = new Set<Key>();
  for (const record of selectRecords(query, source)) {
    const key = keyOf(column.type, column.read(record));
    if (key !== null) ids.add(key);
  }
  return ids;
}

function checkSides(outer: Source, inner: ObjectInfo, { at }: Join): void {
  if (inner !== outer.object) return;
  const message = 'The inner and outer selects should not be on the same object type';
  throw new SoqlError('MALFORMED_QUERY', message, at);
}

/** All records a query's FROM and WHERE leave, in no particular order. */
export function selectRecords(query: Query, source: Source): SfRecord[] {
  const where = compileWhere(query, source);
  const { object, context } = source;
  const rows = where.candidates() ?? allRecords(object, context);
  const seen = rows.filter((record) => context.sees(object.name, record));
  return where.test === undefined ? seen : seen.filter(where.test);
}

function allRecords(object: ObjectInfo, { store, includeDeleted }: QueryContext): readonly SfRecord[] {
  const table = store.table(object.name);
  return includeDeleted ? [...table.live, ...table.deleted] : table.live;
}
