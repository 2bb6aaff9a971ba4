import type { SfRecord } from '../../world/world.ts';
import { STAGES } from '../dictionary/picklists.ts';
import type { ObjectInfo } from '../dictionary/object-info.ts';
import { idKey, makeId } from '../ids.ts';
import { datetimeText } from '../soql/dates.ts';
import { isRecord } from './call.ts';
import type { Call } from './call.ts';
import { fieldInput, isWritable } from './field-input.ts';
import { badRequest } from './rest-error.ts';

type Values = Record<string, string | number | boolean | null>;

/** What a new record cannot do without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name'],
  Campaign: ['Name'],
  Contact: ['LastName'],
  Opportunity: ['Name', 'StageName', 'CloseDate'],
  Product2: ['Name'],
};

/** New records get numbers from here, above anything the generated data uses. */
const FIRST_NUMBER = 50_000_000_000;

/** Makes a record from the call's body and gives its id. */
export function createRecord(call: Call, object: ObjectInfo): string {
  const { store } = call.org;
  const values = input(call, object);
  const missing = (REQUIRED[object.name] ?? []).filter((name) => (values[name] ?? null) === null);
  if (missing.length > 0) {
    throw badRequest(
      'REQUIRED_FIELD_MISSING',
      `Required fields are missing: [${missing.join(', ')}]`,
      missing,
    );
  }
  const id = freeId(call, object);
  const stamp = stamped(call);
  const owner: Values = object.fieldNamed.has('ownerid') ? { OwnerId: call.session.userId } : {};
  const created = {
    IsDeleted: false,
    CreatedDate: stamp.LastModifiedDate,
    CreatedById: stamp.LastModifiedById,
  };
  store.put(object.name, { Id: id, ...owner, ...created, ...stamp, ...byStage(object, values), ...values });
  return id;
}

export function updateRecord(call: Call, object: ObjectInfo, record: SfRecord): void {
  const values = input(call, object);
  call.org.store.put(object.name, { ...record, ...byStage(object, values), ...values, ...stamped(call) });
}

export function deleteRecord(call: Call, object: ObjectInfo, record: SfRecord): void {
  call.org.store.remove(object.name, record, { ...record, IsDeleted: true, ...stamped(call) });
}

function stamped(call: Call) {
  const now = datetimeText(call.org.now());
  return { LastModifiedDate: now, LastModifiedById: call.session.userId, SystemModstamp: now };
}

function input(call: Call, object: ObjectInfo): Values {
  const body = call.body();
  if (!isRecord(body)) throw badRequest('JSON_PARSER_ERROR', 'The request body must be a JSON object');
  const values: Values = {};
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes') continue;
    const field = object.fieldNamed.get(name.toLowerCase());
    if (field === undefined) {
      throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    }
    if (!isWritable(object, field)) {
      const message =
        `Unable to create/update fields: ${field.name}. Please check the security settings of this field and ` +
        'verify that it is read/write for your profile or permission set.';
      throw badRequest('INVALID_FIELD_FOR_INSERT_UPDATE', message, [field.name]);
    }
    values[field.name] = fieldInput(field, value, call.org.store);
  }
  return values;
}

/** A stage brings its probability, forecast category and whether it is closed; a probability given too wins. */
function byStage(object: ObjectInfo, values: Values): Values {
  const stage = object.name === 'Opportunity' && STAGES.find(({ name }) => name === values['StageName']);
  if (!stage) return {};
  return {
    IsClosed: stage.isClosed,
    IsWon: stage.isWon,
    Probability: stage.probability,
    ForecastCategory: stage.forecast,
    ForecastCategoryName: stage.forecastName,
  };
}

function freeId(call: Call, object: ObjectInfo): string {
  const table = call.org.store.table(object.name);
  let number = FIRST_NUMBER + table.live.length + table.deleted.length;
  while (table.find(idKey(makeId(object.keyPrefix ?? '', number))) !== undefined) number++;
  return makeId(object.keyPrefix ?? '', number);
}
