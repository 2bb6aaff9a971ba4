import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, DescribedColumn, GraphNames, ObjectDescription } from '../../../src/contract/index.ts';
import { notOData } from '../answer/shape.ts';
import { ask } from '../ask.ts';
import { isEdm } from '../edm.ts';
import { isIdentifier, navigationOf } from '../names.ts';
import type { Service } from '../service.ts';
import type { Model } from './model.ts';
import { annotated, attribute, below, lineageOf, modelOf, nameOf, sap } from './model.ts';
import { childrenOf, navigationsOf, referenceOf } from './navigation.ts';
import { propertiesOf } from './property.ts';
import type { Element } from './xml.ts';
import { parseXml } from './xml.ts';

/** An entity set as the service's `$metadata` has it (CSDL XML of OData 2 to 4.01, which every service gives). */
export async function describe(service: Service, object: string, call: Call): Promise<ObjectDescription> {
  const model = await metadataOf(service, call);
  const set = model.sets.get(object);
  if (set === undefined)
    throw new CasegraphError('not-found', `The service has no entity set ${JSON.stringify(object)}.`);
  const lineage = lineageOf(model, attribute(set, 'EntityType'));
  const type = lineage.at(-1);
  if (type === undefined || !isIdentifier(object))
    throw notOData(null, `$metadata: the type of ${object} is not there`);
  return described(service, model, object, set, type, lineage);
}

function described(
  service: Service,
  model: Model,
  object: string,
  set: Element,
  type: Element,
  lineage: readonly Element[],
): ObjectDescription {
  const parts = lineage.map((each) => propertiesOf(model, nameOf(model, each), each));
  const keys = lineage.flatMap((each) => below(each, 'Key')).flatMap((key) => below(key, 'PropertyRef'));
  if (keys.length > 1)
    throw new CasegraphError(
      'upstream-rejected',
      `${object} has a key of ${keys.length} properties (${keys.map((key) => attribute(key, 'Name')).join(', ')}); only entity sets with one can be tables.`,
    );
  const [only] = keys;
  const key = only === undefined ? null : attribute(only, 'Name');
  const navigations = navigationsOf(model, object);
  const columns = parts
    .flatMap((part) => part.columns)
    .map((column) => withKey(column, key))
    .map((column) => {
      const leads = navigations.filter(({ property }) => property === column.upstream);
      return leads.length === 0
        ? column
        : { ...column, type: 'id' as const, references: leads.slice(0, 1).map(referenceOf) };
    });
  const left = parts.flatMap((part) => part.left);
  const own = nameOf(model, type);
  const label = sap(set, 'label') || sap(type, 'label') || annotated(model, own, type, 'Label');
  return {
    object,
    rowName: attribute(type, 'Name'),
    label: label || attribute(type, 'Name'),
    plural: object,
    key,
    columns,
    complete: true,
    left,
    children: childrenOf(model, object),
    options: (names) => optionsOf(service, model, columns, key, names),
    notes: left.length === 0 ? [] : [`Left out, because their types cannot be columns: ${left.join(', ')}.`],
  };
}

function withKey(column: DescribedColumn, key: string | null): DescribedColumn {
  return column.upstream === key ? { ...column, type: 'id', nullable: false, unique: true } : column;
}

/** What a column of this type is taken to be where nothing is declared (edm.ts). */
const DEFAULTS: Readonly<Partial<Record<DescribedColumn['type'], string>>> = {
  id: 'Edm.String',
  string: 'Edm.String',
  text: 'Edm.String',
  integer: 'Edm.Int32',
  decimal: 'Edm.Decimal',
  boolean: 'Edm.Boolean',
};

function optionsOf(
  { version }: Service,
  model: Model,
  columns: readonly DescribedColumn[],
  key: string | null,
  names: GraphNames,
): Readonly<Record<string, unknown>> {
  const named = columns.flatMap((column) => {
    const name = names.column(column.upstream);
    return name === undefined ? [] : [{ name, column }];
  });
  const keyType = columns.find(({ upstream }) => upstream === key)?.native;
  const types = named.filter(({ column }) => column.upstream !== key && isOdd(column));
  const required = named.filter(
    ({ column }) => !column.nullable && column.upstream !== key && column.type !== 'json',
  );
  const navigation = columns.flatMap(({ upstream, references }) => {
    const relation = names.relation(upstream);
    const path = references[0]?.relation;
    return relation === undefined || path === undefined || path === navigationOf(upstream)
      ? []
      : [[relation, path] as const];
  });
  return {
    ...(model.version === version ? {} : { version: model.version }),
    ...(keyType === undefined || keyType === 'Edm.String' ? {} : { keyType }),
    ...(types.length === 0
      ? {}
      : { types: Object.fromEntries(types.map(({ name, column }) => [name, column.native])) }),
    ...(required.length === 0 ? {} : { required: required.map(({ name }) => name) }),
    ...(navigation.length === 0 ? {} : { navigation: Object.fromEntries(navigation) }),
  };
}

/** Whether a literal of the column is written otherwise than its type alone says. */
function isOdd({ type, native }: DescribedColumn): boolean {
  if (!isEdm(native)) return false;
  if (native === 'Edm.DateTimeOffset') return false;
  const usual = DEFAULTS[type];
  return usual !== undefined && native !== usual;
}

async function metadataOf(service: Service, call: Call): Promise<Model> {
  const headers = { accept: 'application/xml' };
  const path = `${service.root}/$metadata`;
  const { text } = await ask(service, call, null, { method: 'GET', path, headers, wholeText: true });
  const root = parseXml(text);
  const model = root === null ? null : modelOf(root);
  if (model === null) throw notOData(null, `$metadata: ${text.slice(0, 200)}`);
  return model;
}

/** Names of all entity sets. */
export async function objects(service: Service, call: Call): Promise<readonly string[]> {
  const { sets } = await metadataOf(service, call);
  return [...sets.keys()];
}
