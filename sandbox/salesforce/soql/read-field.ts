import type { SfRecord } from '../../world/world.ts';
import { addressOf, derivation } from '../data/derived.ts';
import type { Value } from '../data/derived.ts';
import type { FieldInfo } from '../dictionary/object-info.ts';
import { longId } from '../ids.ts';
import { canonicalDatetime } from './dates.ts';

/** How to read a field of a record of the object: derived where the record lacks it, in the form answers have. */
export function fieldReader(object: string, field: FieldInfo): (record: SfRecord) => Value {
  if (field.type === 'address') return addressOf(field.name);
  const derive = derivation(object, field.name);
  const empty = field.type === 'boolean' ? false : null;
  const { name } = field;
  const raw = (record: SfRecord): Value => {
    const value = record[name];
    if (value === undefined && derive !== undefined) return derive(record);
    // An empty text and no text are one thing to Salesforce, and a boolean is never empty.
    return value === undefined || value === null || value === '' ? empty : value;
  };
  if (field.type === 'datetime') return text(raw, canonicalDatetime);
  return field.type === 'reference' || field.type === 'id' ? text(raw, longId) : raw;
}

function text(
  raw: (record: SfRecord) => Value,
  form: (value: string) => string,
): (record: SfRecord) => Value {
  return (record) => {
    const value = raw(record);
    return typeof value === 'string' ? form(value) : value;
  };
}
