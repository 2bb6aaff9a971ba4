import { sharingFor } from '../data/sharing.ts';
import { objectNamed } from '../dictionary/dictionary.ts';
import { describeObject, objectSummary } from '../dictionary/describe.ts';
import type { ObjectInfo } from '../dictionary/object-info.ts';
import { idKey, isId } from '../ids.ts';
import type { SfRecord } from '../../world/world.ts';
import { allowMethods, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { fieldsNamed, recordView } from './record-view.ts';
import { badRequest, notFound, restError } from './rest-error.ts';
import { createRecord, deleteRecord, updateRecord } from './write.ts';

/** `…/sobjects`, `…/sobjects/X`, `…/sobjects/X/describe` and `…/sobjects/X/{id}`. */
export function sobjectsResource(call: Call): Reply {
  const [, name, id, ...rest] = call.path;
  if (name === undefined) return listObjects(call);
  const object = objectNamed(call.org.store.dictionary, name);
  if (object === undefined || object.keyPrefix === null) throw notFound();
  if (id === undefined) return wholeObject(call, object);
  if (rest.length > 0)
    throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  if (id === 'describe') {
    allowMethods(call, 'GET');
    return ok(describeObject(object, call.org.store, call));
  }
  return oneRecord(call, object, findRecord(call, object, id));
}

function listObjects(call: Call): Reply {
  allowMethods(call, 'GET');
  const objects = [...call.org.store.dictionary.objects.values()].filter(
    (object) => object.keyPrefix !== null,
  );
  const sobjects = objects
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((o) => objectSummary(o, call.version));
  return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

function wholeObject(call: Call, object: ObjectInfo): Reply {
  allowMethods(call, 'GET', 'POST');
  if (call.method !== 'POST')
    return ok({ objectDescribe: objectSummary(object, call.version), recentItems: [] });
  const id = createRecord(call, object);
  const headers = { Location: `/services/data/v${call.version}/sobjects/${object.name}/${id}` };
  return { status: 201, headers, body: { id, success: true, errors: [] } };
}

function oneRecord(call: Call, object: ObjectInfo, record: SfRecord): Reply {
  allowMethods(call, 'GET', 'PATCH', 'DELETE');
  if (call.method === 'PATCH') {
    updateRecord(call, object, record);
    return { status: 204 };
  }
  if (call.method === 'DELETE') {
    deleteRecord(call, object, record);
    return { status: 204 };
  }
  const names = call.query.get('fields');
  const fields = names === null ? object.fields : fieldsNamed(object, names.split(','));
  return ok(recordView(object, fields, call.version)(record));
}

/**
 * The record behind an id of the path. A text of another length is taken for the name of an external id field;
 * 18 characters with the wrong last three are a malformed id.
 */
function findRecord(call: Call, object: ObjectInfo, id: string): SfRecord {
  if (!isId(id)) {
    if (!/^\w{18}$/.test(id)) {
      throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
    }
    throw badRequest('MALFORMED_ID', `Record ID: id value of incorrect type: ${id}`, ['Id']);
  }
  const table = call.org.store.table(object.name);
  const record = table.find(idKey(id));
  if (record !== undefined && sharingFor(call.session, call.org.options)(object.name, record)) return record;
  if (table.findDeleted(id) !== undefined) throw restError(404, 'ENTITY_IS_DELETED', 'entity is deleted', []);
  throw notFound();
}
