import type { ErpRecord } from '../../world/world.ts';
import type { EntitySet } from '../model/model.ts';
import type { ErpStore } from './store.ts';
import { MODEL } from '../model/model.ts';
import { ODataError, notFound } from './odata-error.ts';

/** What a resource path names. */
export type Resource =
  | { readonly is: 'collection'; readonly set: EntitySet; readonly records: readonly ErpRecord[] }
  | { readonly is: 'count'; readonly set: EntitySet; readonly records: readonly ErpRecord[] }
  | { readonly is: 'entity'; readonly set: EntitySet; readonly record: ErpRecord }
  | { readonly is: 'nothing' }
  | { readonly is: 'property'; readonly set: EntitySet; readonly record: ErpRecord; readonly name: string };

const KEYED = /^([A-Za-z_]\w*)(?:\((.*)\))?$/s;

/** Follows the segments behind the service root, decoded. Throws a 404, or a 400 for a key that is none. */
export function resolvePath(segments: readonly string[], store: ErpStore): Resource {
  const [first = '', ...rest] = segments;
  const [, name = '', key] = KEYED.exec(first) ?? [];
  const set = MODEL.get(name);
  if (set === undefined) throw notFound(first);
  const all: Resource = { is: 'collection', set, records: store.records(name) };
  return rest.reduce(
    (resource, segment) => step(resource, segment, store),
    key === undefined ? all : entityOf(all, key),
  );
}

function step(resource: Resource, segment: string, store: ErpStore): Resource {
  if (resource.is === 'collection' && segment === '$count') return { ...resource, is: 'count' };
  if (resource.is !== 'entity') throw notFound(segment);
  const { set, record } = resource;
  const [, name = '', key] = KEYED.exec(segment) ?? [];
  if (set.properties.has(name) && key === undefined) return { is: 'property', set, record, name };
  const navigation = set.navigations.get(name);
  const target = navigation && MODEL.get(navigation.target);
  if (navigation === undefined || target === undefined) throw notFound(segment);
  const records = store.follow(navigation, record);
  if (navigation.many) {
    const all: Resource = { is: 'collection', set: target, records };
    return key === undefined ? all : entityOf(all, key);
  }
  const [one] = records;
  return one === undefined ? { is: 'nothing' } : { is: 'entity', set: target, record: one };
}

/** `('90000001')`, or with the key's name before it. All keys of this model are text. */
function entityOf({ set, records }: Extract<Resource, { is: 'collection' }>, key: string): Resource {
  const [, named, quoted] = /^\s*(?:(\w+)\s*=\s*)?'((?:[^']|'')*)'\s*$/s.exec(key) ?? [];
  if (quoted === undefined || (named !== undefined && named !== set.key))
    throw new ODataError(
      400,
      'InvalidKey',
      `The key '(${key})' does not fit the key of 'Finance.${set.type}'.`,
    );
  const value = quoted.replaceAll("''", "'");
  const record = records.find((each) => each[set.key] === value);
  if (record === undefined) throw new ODataError(404, 'NotFound', `No ${set.type} has the key '${value}'.`);
  return { is: 'entity', set, record };
}
