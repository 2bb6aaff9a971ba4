import type { SfRecord } from '../../world/world.ts';
import type { FieldInfo, ObjectInfo } from '../dictionary/object-info.ts';
import { fieldReader } from '../soql/read-field.ts';
import { badRequest } from './rest-error.ts';

/** The fields of a list of names, in its order. Throws RestError INVALID_FIELD for a name the object lacks. */
export function fieldsNamed(object: ObjectInfo, names: readonly string[]): readonly FieldInfo[] {
  const seen = new Set<FieldInfo>();
  for (const name of names) {
    const field = object.fieldNamed.get(name.trim().toLowerCase());
    if (field === undefined) {
      throw badRequest('INVALID_FIELD', `No such column '${name.trim()}' on sobject of type ${object.name}`);
    }
    seen.add(field);
  }
  return [...seen];
}

/** A function that shows a record with these fields. */
export function recordView(object: ObjectInfo, fields: readonly FieldInfo[], version: string) {
  const readers = fields.map((field) => [field.name, fieldReader(object.name, field)] as const);
  return (record: SfRecord): Record<string, unknown> => {
    const url = `/services/data/v${version}/sobjects/${object.name}/${record.Id}`;
    const row: Record<string, unknown> = { attributes: { type: object.name, url } };
    for (const [name, read] of readers) row[name] = read(record);
    return row;
  };
}
