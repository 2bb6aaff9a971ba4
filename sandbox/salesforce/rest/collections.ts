import { sharingFor } from '../data/sharing.ts';
import { objectNamed } from '../dictionary/dictionary.ts';
import { isId } from '../ids.ts';
import { allowMethods, isRecord, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { fieldsNamed, recordView } from './record-view.ts';
import { badRequest, notFound } from './rest-error.ts';

const MOST = 2_000;

/**
 * `…/composite/sobjects/X`: many records by id, by GET with `ids` and `fields` or by POST with both as lists. The
 * answer has one entry per id, in the order asked; null where there is no such record.
 */
export function collectionResource(call: Call, name: string): Reply {
  allowMethods(call, 'GET', 'POST');
  const object = objectNamed(call.org.store.dictionary, name);
  if (object === undefined) throw notFound();
  const { ids, fields } = call.method === 'POST' ? posted(call.body()) : asked(call.query);
  if (ids.length > MOST) {
    const message = `record limit reached. cannot submit more than ${MOST} records into this call`;
    throw badRequest('EXCEEDED_ID_LIMIT', message);
  }
  const view = recordView(object, fieldsNamed(object, fields), call.version);
  const table = call.org.store.table(object.name);
  const sees = sharingFor(call.session, call.org.options);
  return ok(
    ids.map((id) => {
      const record = isId(id) ? table.find(id) : undefined;
      return record === undefined || !sees(object.name, record) ? null : view(record);
    }),
  );
}

interface Wanted {
  readonly ids: readonly string[];
  readonly fields: readonly string[];
}

function asked(query: URLSearchParams): Wanted {
  const list = (name: string): readonly string[] => {
    const text = query.get(name) ?? '';
    if (text === '') throw missing(name);
    return text.split(',').map((part) => part.trim());
  };
  return { ids: list('ids'), fields: list('fields') };
}

function posted(body: unknown): Wanted {
  const list = (name: string): readonly string[] => {
    const value: unknown = isRecord(body) ? body[name] : undefined;
    if (!Array.isArray(value) || value.length === 0) throw missing(name);
    return value.map(String);
  };
  return { ids: list('ids'), fields: list('fields') };
}

const missing = (name: string) => badRequest('MISSING_ARGUMENT', `The ${name} parameter is required`);
