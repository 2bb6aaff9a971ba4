import type { IoSeverity, IoStatus, IoType } from '../../world/incidentio-records.ts';
import type { JsonObject } from '../http/json-body.ts';
import { invalid } from '../http/api-error.ts';
import { textIn } from '../http/json-body.ts';

/** The thing whose id stands in a field of a request. Throws a 422 when there is none with that id. */
export function chosen<T extends IoSeverity | IoStatus | IoType>(
  body: JsonObject,
  field: string,
  all: readonly T[],
  at = '',
): T | undefined {
  const id = textIn(body, field, at);
  if (id === undefined) return undefined;
  const found = all.find((each) => each.id === id);
  if (found === undefined)
    throw invalid(at + field, `${id} is not the id of a known ${field.replace(/_id$/, '')}`);
  return found;
}
