import { isNumber, isText } from '../dictionary/object-info.ts';
import type { FieldInfo, ObjectInfo } from '../dictionary/object-info.ts';
import { isId, longId } from '../ids.ts';
import type { Store } from '../data/store.ts';
import { canonicalDatetime, isDate, parseDatetime } from '../soql/dates.ts';
import { badRequest } from './rest-error.ts';

type Stored = string | number | boolean | null;

/** Fields Salesforce keeps itself. */
const SYSTEM =
  /^(Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastViewedDate|LastReferencedDate|LastActivityDate)$/;
const CALCULATED = new Set([
  'Opportunity.IsClosed',
  'Opportunity.IsWon',
  'Opportunity.ExpectedRevenue',
  'Opportunity.Fiscal',
  'Opportunity.FiscalYear',
  'Opportunity.FiscalQuarter',
  'Opportunity.HasOpportunityLineItem',
  'Contact.Name',
  'User.Name',
]);

export function isWritable(object: ObjectInfo, field: FieldInfo): boolean {
  return (
    !SYSTEM.test(field.name) && field.type !== 'address' && !CALCULATED.has(`${object.name}.${field.name}`)
  );
}

/** Checks what a client sends for a field and gives what is stored. Throws RestError. */
export function fieldInput(field: FieldInfo, value: unknown, store: Store): Stored {
  if (value === null || value === '') return nothing(field);
  if (field.type === 'boolean' && typeof value === 'boolean') return value;
  if (isNumber(field.type)) return numberInput(field, value);
  if (typeof value === 'string') return textInput(field, value, store);
  throw unreadable(field, value);
}

function nothing(field: FieldInfo): Stored {
  if (field.type === 'boolean') return false;
  if (!field.nillable) {
    throw badRequest('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field.name}]`, [field.name]);
  }
  return null;
}

function numberInput(field: FieldInfo, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw unreadable(field, value);
  if (field.precision > 0 && Math.abs(number) >= 10 ** (field.precision - field.scale)) {
    const message = `${field.name}: value outside of valid range on numeric field: ${number}`;
    throw badRequest('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
  }
  return number;
}

function textInput(field: FieldInfo, value: string, store: Store): string {
  if (field.type === 'date' && isDate(value)) return value;
  if (field.type === 'datetime' && !Number.isNaN(parseDatetime(value))) return canonicalDatetime(value);
  if (field.type === 'reference') return referenceInput(field, value, store);
  if (!isText(field.type)) throw unreadable(field, value);
  if (field.length > 0 && [...value].length > field.length) {
    const message = `${field.name}: data value too large: ${value.slice(0, 255)} (max length=${field.length})`;
    throw badRequest('STRING_TOO_LONG', message, [field.name]);
  }
  return value;
}

function referenceInput(field: FieldInfo, value: string, store: Store): string {
  if (!isId(value)) {
    throw badRequest('MALFORMED_ID', `${field.name}: id value of incorrect type: ${value}`, [field.name]);
  }
  const target = store.locate(value);
  if (target === undefined || !field.referenceTo.includes(target.object.name)) {
    throw badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
  }
  return longId(value);
}

function unreadable(field: FieldInfo, value: unknown) {
  const kind = `VALUE_${typeof value === 'object' ? 'OBJECT' : (typeof value).toUpperCase()}`;
  return badRequest(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${kind} value for ${field.name}`,
  );
}
