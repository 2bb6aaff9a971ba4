import { sharingFor } from '../data/sharing.ts';
import { objectNamed } from '../dictionary/dictionary.ts';
import { isText } from '../dictionary/object-info.ts';
import type { ObjectInfo } from '../dictionary/object-info.ts';
import { likeTest } from '../soql/like.ts';
import type { LikeStep } from '../soql/string-literal.ts';
import { unknownObject } from '../soql/source.ts';
import { allowMethods, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { fieldsNamed, recordView } from './record-view.ts';
import { badRequest } from './rest-error.ts';

/** `FIND {term} [IN … FIELDS] [RETURNING Object(Field, …), …] [LIMIT n]`; the rest of SOSL is refused. */
const SOSL =
  /^\s*FIND\s+\{([^}]*)\}(?:\s+IN\s+(?:ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS)?(?:\s+RETURNING\s+((?:\w+\s*(?:\([\w\s,]*\))?\s*,?\s*)+?))?(?:\s+LIMIT\s+(\d+))?\s*$/i;

const MOST = 2_000;
const DEFAULT_OBJECTS = 'Account, Contact, Opportunity';

/** `GET …/search?q=`: a word search over text fields, in the object's Id and named fields. */
export function searchResource(call: Call): Reply {
  allowMethods(call, 'GET');
  const text = call.query.get('q') ?? '';
  const match = SOSL.exec(text);
  if (match === null) {
    const message = text.includes('{')
      ? 'This search is not understood: FIND {term} RETURNING Object(Field, …) LIMIT n is'
      : 'No search term found. The search term must be enclosed in braces.';
    throw badRequest('MALFORMED_SEARCH', message);
  }
  const [, term = '', returning = DEFAULT_OBJECTS, limit = String(MOST)] = match;
  const found = [...returning.matchAll(/(\w+)\s*(?:\(([^)]*)\))?/g)].flatMap(([, name = '', fields]) =>
    searchObject(call, name, fields, term),
  );
  return ok({ searchRecords: found.slice(0, Math.min(MOST, Number(limit))) });
}

function searchObject(call: Call, name: string, names: string | undefined, term: string) {
  const { store } = call.org;
  const object = objectNamed(store.dictionary, name);
  if (object === undefined) throw badRequest('INVALID_TYPE', unknownObject(name, undefined).message);
  const view = recordView(object, fieldsNamed(object, names?.split(',') ?? ['Id']), call.version);
  const matches = likeTest(['any', ...[...term].map(searchStep), 'any']);
  const texts = searched(object);
  const hits = store.table(object.name).live.filter((record) =>
    texts.some((field) => {
      const value = record[field];
      return typeof value === 'string' && matches(value);
    }),
  );
  const sees = sharingFor(call.session, call.org.options);
  return hits.filter((record) => sees(object.name, record)).map(view);
}

const searched = (object: ObjectInfo): string[] =>
  object.fields.filter((field) => isText(field.type)).map((field) => field.name);

function searchStep(char: string): LikeStep {
  if (char === '*') return 'any';
  return char === '?' ? 'one' : { char };
}
