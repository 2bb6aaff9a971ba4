import type { Store } from '../data/store.ts';
import { describeField } from './describe-field.ts';
import type { ChildInfo, ObjectInfo } from './object-info.ts';

interface Place {
  readonly version: string;
  readonly origin: string;
}

/** Objects one cannot make records of through the API. */
const READ_ONLY = new Set(['Organization', 'Name', 'OpportunityStage', 'RecordType', 'Profile']);

/** The entry of an object in the list of all objects. */
export function objectSummary(object: ObjectInfo, version: string): Record<string, unknown> {
  const base = `/services/data/v${version}/sobjects/${object.name}`;
  const urls = { rowTemplate: `${base}/{ID}`, describe: `${base}/describe`, sobject: base };
  return { ...abilities(object), urls };
}

function abilities(object: ObjectInfo): Record<string, unknown> {
  const writable = !READ_ONLY.has(object.name);
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: writable,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: writable,
    deprecatedAndHidden: false,
    feedEnabled: writable,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: writable,
    mergeable: ['Account', 'Contact', 'Case'].includes(object.name),
    mruEnabled: writable,
    name: object.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: writable,
    triggerable: writable,
    undeletable: writable,
    updateable: writable,
  };
}

/** `…/sobjects/X/describe`, with the keys of a recorded answer. */
export function describeObject(
  object: ObjectInfo,
  store: Store,
  { version, origin }: Place,
): Record<string, unknown> {
  const keys = {
    ...abilities(object),
    actionOverrides: [],
    childRelationships: object.children.map(describeChild),
    compactLayoutable: true,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: object.fields.map((field) => describeField(object, field, store)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [masterRecordType(object, version)],
    searchLayoutable: true,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      { label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' },
    ],
    urls: describeUrls(object, version, origin),
  };
  return Object.fromEntries(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describeChild({ relationshipName, object, field }: ChildInfo) {
  return {
    cascadeDelete: false,
    childSObject: object,
    deprecatedAndHidden: false,
    field,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName,
    restrictedDelete: false,
  };
}

function masterRecordType(object: ObjectInfo, version: string) {
  const recordTypeId = '012000000000000AAA';
  return {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId,
    urls: { layout: `/services/data/v${version}/sobjects/${object.name}/describe/layouts/${recordTypeId}` },
  };
}

function describeUrls(object: ObjectInfo, version: string, origin: string) {
  const base = `/services/data/v${version}/sobjects/${object.name}`;
  return {
    compactLayouts: `${base}/describe/compactLayouts`,
    rowTemplate: `${base}/{ID}`,
    approvalLayouts: `${base}/describe/approvalLayouts`,
    uiDetailTemplate: `${origin}/{ID}`,
    uiEditTemplate: `${origin}/{ID}/e`,
    listviews: `${base}/listviews`,
    describe: `${base}/describe`,
    uiNewRecord: `${origin}/${object.keyPrefix}/e`,
    quickActions: `${base}/quickActions`,
    layouts: `${base}/describe/layouts`,
    sobject: base,
  };
}
