import type { Store } from '../data/store.ts';
import { isWritable } from '../rest/field-input.ts';
import { words } from './dictionary.ts';
import { isLongText, isText } from './object-info.ts';
import type { FieldInfo, FieldType, ObjectInfo } from './object-info.ts';
import { picklistValues } from './picklists.ts';

const SOAP: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  address: 'urn:address',
};

const UNGROUPABLE = new Set<FieldType>([
  'double',
  'currency',
  'percent',
  'datetime',
  'address',
  'multipicklist',
]);

/** What no field of this org has. */
const NEVER = {
  aiPredictionField: false,
  autoNumber: false,
  calculated: false,
  calculatedFormula: null,
  cascadeDelete: false,
  caseSensitive: false,
  controllerName: null,
  defaultValueFormula: null,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  displayLocationInDecimal: false,
  encrypted: false,
  externalId: false,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  highScaleNumber: false,
  htmlFormatted: false,
  inlineHelpText: null,
  mask: null,
  maskType: null,
  referenceTargetField: null,
  relationshipOrder: null,
  restrictedDelete: false,
  restrictedPicklist: false,
  searchPrefilterable: false,
  unique: false,
  writeRequiresMasterRead: false,
};

/** One field of a describe answer, with all keys of a recorded one. */
export function describeField(object: ObjectInfo, field: FieldInfo, store: Store): Record<string, unknown> {
  const { type, name } = field;
  const long = isLongText(field);
  const writable = isWritable(object, field);
  const sortable = !long && type !== 'address' && type !== 'multipicklist';
  return sorted({
    ...NEVER,
    aggregatable: sortable && type !== 'boolean',
    byteLength: type === 'id' || type === 'reference' ? 18 : field.length * 3,
    compoundFieldName: compoundOf(object, field),
    createable: writable,
    custom: field.custom,
    defaultValue: type === 'boolean' ? false : null,
    defaultedOnCreate: type === 'boolean' || !writable || name === 'OwnerId',
    digits: type === 'int' ? 8 : 0,
    extraTypeInfo: type === 'textarea' ? 'plaintextarea' : null,
    filterable: !long,
    groupable: sortable && !UNGROUPABLE.has(type),
    idLookup: type === 'id',
    label: labelOf(object, field),
    length: field.length,
    name,
    nameField: name === 'Name' || (object.name === 'Case' && name === 'CaseNumber'),
    namePointing: field.referenceTo.length > 1,
    nillable: field.nillable,
    permissionable: field.nillable && writable,
    picklistValues: picklist(object, field, store),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    queryByDistance: type === 'address',
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    scale: field.scale,
    soapType: SOAP[type] ?? 'xsd:string',
    sortable,
    type,
    updateable: writable,
  });
}

const sorted = (keys: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));

function compoundOf(object: ObjectInfo, { name, type }: FieldInfo): string | null {
  if (type === 'address') return null;
  const part = /^(.*?)(City|Country|GeocodeAccuracy|Latitude|Longitude|PostalCode|State|Street)$/.exec(
    name,
  )?.[1];
  const compound = part === undefined ? undefined : object.fieldNamed.get(`${part.toLowerCase()}address`);
  if (compound !== undefined) return compound.name;
  return name === 'Name' && object.name === 'Account' ? 'Name' : null;
}

function labelOf(object: ObjectInfo, { name, type }: FieldInfo): string {
  if (name === 'Id') return `${object.label} ID`;
  if (name === 'IsDeleted') return 'Deleted';
  if (['Name', 'Type', 'Description', 'Phone', 'Fax'].includes(name)) return `${object.label} ${name}`;
  const spaced = words(name.replace(/__c$/, ''));
  return type === 'reference' ? spaced.replace(/ Id$/, ' ID') : spaced;
}

/** The listed values, or those the data holds. */
function picklist(object: ObjectInfo, field: FieldInfo, store: Store) {
  if (field.type !== 'picklist' && field.type !== 'multipicklist') return [];
  const values = picklistValues(object.name, field.name) ?? usedValues(object, field, store);
  return values.map((value) => ({ active: true, defaultValue: false, label: value, validFor: null, value }));
}

function usedValues(object: ObjectInfo, field: FieldInfo, store: Store): string[] {
  const used = new Set<string>();
  for (const record of store.table(object.name).live) {
    const value = record[field.name];
    if (typeof value === 'string' && isText(field.type)) for (const one of value.split(';')) used.add(one);
  }
  used.delete('');
  return [...used].sort();
}
