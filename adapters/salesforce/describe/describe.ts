import { CasegraphError } from '../../../src/contract/index.ts';
import type {
  Call,
  ColumnType,
  DescribedChild,
  DescribedColumn,
  ObjectDescription,
} from '../../../src/contract/index.ts';
import type { Json } from '../answer/shape.ts';
import { isObject, notSalesforce } from '../answer/shape.ts';
import { ask } from '../ask.ts';
import { isApiName, relationshipOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import { describedField, textOf } from './field.ts';

/** `GET …/sobjects/{object}/describe` (facts 2.6): what the user of the connection may see of the object. */
export async function describe(settings: Settings, object: string, call: Call): Promise<ObjectDescription> {
  if (!isApiName(object)) {
    throw new CasegraphError(
      'invalid-input',
      `${JSON.stringify(object)} is no API name of an object; write one such as "Opportunity" or "Region__c"`,
    );
  }
  const { json } = await ask(call, null, {
    method: 'GET',
    path: `${settings.base}/sobjects/${object}/describe`,
  });
  if (!isObject(json) || !Array.isArray(json['fields']))
    throw notSalesforce(null, 'describe: the answer has no fields');
  return describedObject(json, json['fields'].filter(isObject));
}

function describedObject(json: Json, fields: readonly Json[]): ObjectDescription {
  const object = textOf(json, 'name');
  if (json['queryable'] === false)
    throw new CasegraphError(
      'upstream-rejected',
      `Salesforce cannot list rows of ${object}: it is not queryable`,
    );
  const read = fields.map(describedField);
  const left = read.filter((field) => typeof field === 'string');
  const columns = read.filter((field): field is DescribedColumn => typeof field !== 'string');
  return {
    object,
    label: textOf(json, 'label') || object,
    plural: textOf(json, 'labelPlural') || null,
    key: columns.some(({ upstream }) => upstream === 'Id') ? 'Id' : null,
    columns,
    complete: true,
    left,
    children: childrenOf(json['childRelationships']),
    recordUrl: `{instance}/lightning/r/${object}/{Id}/view`,
    options: ({ column }) => ({ ...relationshipsOption(columns, column), ...columnLists(columns, column) }),
    notes: left.length === 0 ? [] : [`Left out, because they hold files or structures: ${left.join(', ')}.`],
  };
}

function childrenOf(value: unknown): DescribedChild[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((child) => {
    const relation = textOf(child, 'relationshipName');
    const [object, column] = [textOf(child, 'childSObject'), textOf(child, 'field')];
    if (object === '' || column === '' || child['deprecatedAndHidden'] === true) return [];
    return [{ object, column, to: null, ...(relation === '' ? {} : { relation }) }];
  });
}

/** The relationships whose names cannot be told from their fields' names. */
function relationshipsOption(
  columns: readonly DescribedColumn[],
  nameOf: (upstream: string) => string | undefined,
): Readonly<Record<string, unknown>> {
  const odd = columns.flatMap(({ upstream, references }) => {
    const [only] = references;
    const name = nameOf(upstream);
    if (only?.relation === undefined || name === undefined || only.relation === relationshipOf(upstream))
      return [];
    return [[name, only.relation] as const];
  });
  return odd.length === 0 ? {} : { relationships: Object.fromEntries(odd) };
}

/** Types that can be filtered and sorted by unless the answer says otherwise; a text that cannot is declared as a long one. */
const COMPARED: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'choice',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'id',
  'list',
]);

/** What the answer says of fields that the adapter would compare upstream; amounts where the object has a currency per row. */
function columnLists(
  columns: readonly DescribedColumn[],
  nameOf: (upstream: string) => string | undefined,
): Readonly<Record<string, readonly string[]>> {
  const named = (which: (column: DescribedColumn) => boolean): string[] =>
    columns.filter(which).flatMap(({ upstream }) => nameOf(upstream) ?? []);
  const hasCurrencies = columns.some(({ upstream }) => upstream === 'CurrencyIsoCode');
  const lists = {
    unfilterable: named(({ type, filterable }) => COMPARED.has(type) && !filterable),
    unsortable: named(({ type, sortable }) => COMPARED.has(type) && type !== 'list' && !sortable),
    currencies: named(({ native }) => hasCurrencies && native === 'currency'),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, names]) => names.length > 0));
}

/** Names of all objects of the org that the user of the connection may query. */
export async function objects(settings: Settings, call: Call): Promise<readonly string[]> {
  const { json } = await ask(call, null, { method: 'GET', path: `${settings.base}/sobjects` });
  const list = isObject(json) ? json['sobjects'] : undefined;
  if (!Array.isArray(list)) throw notSalesforce(null, 'sobjects: the answer is no list of objects');
  return list
    .filter(isObject)
    .filter((object) => object['queryable'] !== false)
    .map((object) => textOf(object, 'name'));
}
