import type { Argument } from '../declaration/declared.ts';

/** A field of a query, as data. Names come from declarations that were checked; values only ever stand in arguments. */
export interface Field {
  readonly name: string;
  readonly alias?: string;
  readonly arguments?: readonly Argument[];
  readonly fields?: readonly Field[];
  /** The fields are asked of this object type only. */
  readonly on?: string;
}

/** One field below the other, the last with the given fields. */
export function nested(path: readonly string[], fields: readonly Field[]): readonly Field[] {
  const [name, ...rest] = path;
  if (name === undefined) return fields;
  const below = nested(rest, fields);
  return [below.length === 0 ? { name } : { name, fields: below }];
}

/** Fields of the same response key become one. */
export function merged(fields: readonly Field[]): readonly Field[] {
  const byKey = new Map<string, Field>();
  for (const field of fields) {
    const key = field.alias ?? field.name;
    const before = byKey.get(key);
    const below = [...(before?.fields ?? []), ...(field.fields ?? [])];
    byKey.set(key, below.length === 0 ? field : { ...field, fields: merged(below) });
  }
  return [...byKey.values()];
}
