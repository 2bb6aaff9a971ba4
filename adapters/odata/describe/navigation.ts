import type { DescribedChild, DescribedReference } from '../../../src/contract/index.ts';
import type { Model } from './model.ts';
import { attribute, below, lineageOf } from './model.ts';
import type { Element } from './xml.ts';

/** How a type leads to others, by the property that holds the key of the other row. */
export interface Navigation {
  /** Navigation property. */
  readonly name: string;
  readonly set: string;
  readonly property: string;
  readonly referenced: string;
}

/** Single navigations of an entity set that stand on one property; those on several cannot be columns. */
export function navigationsOf(model: Model, setName: string): readonly Navigation[] {
  const set = model.sets.get(setName);
  if (set === undefined) return [];
  return lineageOf(model, attribute(set, 'EntityType')).flatMap((type) =>
    below(type, 'NavigationProperty').flatMap(
      (navigation) =>
        (model.version === 4
          ? constrained4(model, set, navigation)
          : constrained2(model, setName, navigation)) ?? [],
    ),
  );
}

function constrained4(model: Model, set: Element, navigation: Element): Navigation | null {
  const named = attribute(navigation, 'Type');
  const [constraint, ...more] = below(navigation, 'ReferentialConstraint');
  if (named.startsWith('Collection(') || constraint === undefined || more.length > 0) return null;
  const name = attribute(navigation, 'Name');
  const binding = below(set, 'NavigationPropertyBinding').find((each) => attribute(each, 'Path') === name);
  const target =
    binding === undefined ? onlySetOf(model, named) : attribute(binding, 'Target').split('/').at(-1);
  if (target === undefined) return null;
  return {
    name,
    set: target,
    property: attribute(constraint, 'Property'),
    referenced: attribute(constraint, 'ReferencedProperty'),
  };
}

/** Without a binding there may still be only one set of that type. */
function onlySetOf(model: Model, type: string): string | undefined {
  const wanted = model.types.get(type);
  const found = [...model.sets].filter(([, set]) => model.types.get(attribute(set, 'EntityType')) === wanted);
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** OData 2: the association of the relationship says which property of the dependent end holds the principal's key. */
function constrained2(model: Model, setName: string, navigation: Element): Navigation | null {
  const associations = model.schemas.flatMap((schema) =>
    below(schema, 'Association').map(
      (each) => [`${attribute(schema, 'Namespace')}.${attribute(each, 'Name')}`, each] as const,
    ),
  );
  const full = attribute(navigation, 'Relationship');
  const association = associations.find(
    ([name]) => name === full || name.endsWith(`.${full.split('.').at(-1) ?? ''}`),
  )?.[1];
  const [constraint] = association === undefined ? [] : below(association, 'ReferentialConstraint');
  const [dependent] = constraint === undefined ? [] : below(constraint, 'Dependent');
  const [principal] = constraint === undefined ? [] : below(constraint, 'Principal');
  if (association === undefined || dependent === undefined || principal === undefined) return null;
  const [property, ...more] = below(dependent, 'PropertyRef');
  const [referenced] = below(principal, 'PropertyRef');
  const leads = attribute(navigation, 'ToRole') === attribute(principal, 'Role');
  const target = setOfEnd(model, full, setName, attribute(principal, 'Role'));
  if (!leads || property === undefined || referenced === undefined || more.length > 0 || target === undefined)
    return null;
  return {
    name: attribute(navigation, 'Name'),
    set: target,
    property: attribute(property, 'Name'),
    referenced: attribute(referenced, 'Name'),
  };
}

function setOfEnd(model: Model, association: string, from: string, role: string): string | undefined {
  const bindings = model.schemas
    .flatMap((schema) => below(schema, 'EntityContainer'))
    .flatMap((container) => below(container, 'AssociationSet'))
    .filter((each) => attribute(each, 'Association') === association);
  const ends = bindings
    .map((each) => below(each, 'End'))
    .find((all) => all.some((end) => attribute(end, 'EntitySet') === from));
  const found = ends?.find((end) => attribute(end, 'Role') === role);
  return found === undefined ? undefined : attribute(found, 'EntitySet');
}

export function referenceOf({ name, set, referenced }: Navigation): DescribedReference {
  return { object: set, column: referenced, relation: name };
}

/** Other sets' navigations that lead here. */
export function childrenOf(model: Model, setName: string): readonly DescribedChild[] {
  return [...model.sets.keys()].flatMap((other) =>
    navigationsOf(model, other)
      .filter(({ set }) => set === setName)
      .map(({ property, referenced, name }) => {
        const list = listTo(model, setName, other, name);
        return {
          object: other,
          column: property,
          to: referenced,
          ...(list === undefined ? {} : { relation: list }),
        };
      }),
  );
}

/** The collection that is the other side of a navigation: its partner, or the only one that leads to that set. */
function listTo(model: Model, setName: string, other: string, partner: string): string | undefined {
  const set = model.sets.get(setName);
  const target = model.sets.get(other);
  if (set === undefined || target === undefined || model.version === 2) return undefined;
  const lists = lineageOf(model, attribute(set, 'EntityType'))
    .flatMap((type) => below(type, 'NavigationProperty'))
    .filter((each) => {
      const inner = /^Collection\((.*)\)$/.exec(attribute(each, 'Type'))?.[1];
      return (
        inner !== undefined && model.types.get(inner) === model.types.get(attribute(target, 'EntityType'))
      );
    });
  const exact = lists.find((each) => attribute(each, 'Partner') === partner);
  const found = exact ?? (lists.length === 1 ? lists[0] : undefined);
  return found === undefined ? undefined : attribute(found, 'Name');
}
