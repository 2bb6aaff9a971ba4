import type { SfRecord } from '../../world/world.ts';
import { idKey } from '../ids.ts';
import type { Condition, Literal, Operand } from './ast.ts';
import type { Key } from './comparison-key.ts';
import type { Source } from './source.ts';
import { stringValue } from './string-literal.ts';

/** A field of the object itself that holds ids, and the ids it must be one of. */
interface IdFilter {
  readonly field: string;
  readonly isId: boolean;
  readonly ids: ReadonlySet<string>;
}

/**
 * The records a condition can hold for, found by an index, or undefined if the whole table must be looked at.
 * Only conditions that all must hold count, and only on Id and lookups; the test still runs over the result.
 */
export function candidatesFor(
  condition: Condition,
  source: Source,
  joined: ReadonlyMap<Condition, ReadonlySet<Key>>,
): readonly SfRecord[] | undefined {
  if (source.context.includeDeleted) return undefined;
  const parts = condition.kind === 'and' ? condition.parts : [condition];
  const filters = parts.flatMap((part) => idFilter(part, source, joined) ?? []);
  const best = filters.find((filter) => filter.isId) ?? filters.sort((a, b) => a.ids.size - b.ids.size)[0];
  if (best === undefined) return undefined;
  const table = source.context.store.table(source.object.name);
  return [...best.ids].flatMap((id) =>
    best.isId ? (table.find(id) ?? []) : table.referencing(best.field, id),
  );
}

function idFilter(
  part: Condition,
  source: Source,
  joined: ReadonlyMap<Condition, ReadonlySet<Key>>,
): IdFilter | undefined {
  if (part.kind === 'join') {
    const ids = [...(joined.get(part) ?? [])].filter((id) => typeof id === 'string');
    return part.negated ? undefined : onField(part.operand, source, new Set(ids));
  }
  if (part.kind === 'set' && part.operator === 'IN') return onField(part.operand, source, idsOf(part.values));
  if (part.kind === 'compare' && part.operator === '=')
    return onField(part.operand, source, idsOf([part.value]));
  return undefined;
}

function onField(
  operand: Operand,
  source: Source,
  ids: ReadonlySet<string> | undefined,
): IdFilter | undefined {
  if (ids === undefined || operand.kind !== 'field' || operand.path.parts.length !== 1) return undefined;
  const field = source.object.fieldNamed.get((operand.path.parts[0] ?? '').toLowerCase());
  if (field?.type !== 'id' && field?.type !== 'reference') return undefined;
  return { field: field.name, isId: field.type === 'id', ids };
}

/** Undefined when one of the values is no id: null, for one, is in no index. */
function idsOf(values: readonly Literal[]): ReadonlySet<string> | undefined {
  const ids = values.map((value) => (value.kind === 'string' ? stringValue(value.text, value.at) : ''));
  return ids.includes('') ? undefined : new Set(ids.map(idKey));
}
