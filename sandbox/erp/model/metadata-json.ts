import type { EntitySet, Navigation, Property } from './model.ts';
import { CONTAINER, MODEL, NAMESPACE } from './model.ts';

type Json = Readonly<Record<string, unknown>>;

/** $metadata as CSDL JSON (OData CSDL JSON 4.01). */
export function metadataJson(): Json {
  const sets = [...MODEL.values()];
  return {
    $Version: '4.01',
    $EntityContainer: `${NAMESPACE}.${CONTAINER}`,
    [NAMESPACE]: {
      ...Object.fromEntries(sets.map((set) => [set.type, entityType(set)])),
      [CONTAINER]: {
        $Kind: 'EntityContainer',
        ...Object.fromEntries(sets.map((set) => [set.name, entitySet(set)])),
      },
    },
  };
}

function entityType({ key, properties, navigations }: EntitySet): Json {
  return {
    $Kind: 'EntityType',
    $Key: [key],
    ...Object.fromEntries([...properties.values()].map((each) => [each.name, property(each)])),
    ...Object.fromEntries([...navigations.values()].map((each) => [each.name, navigation(each)])),
  };
}

/** Edm.String is what a property is when nothing is said, and what may be null has to say so. */
function property({ type, nullable, maxLength, precision, scale }: Property): Json {
  return {
    ...(type === 'Edm.String' ? {} : { $Type: type }),
    ...(nullable ? { $Nullable: true } : {}),
    ...(maxLength === undefined ? {} : { $MaxLength: maxLength }),
    ...(precision === undefined ? {} : { $Precision: precision }),
    ...(scale === undefined ? {} : { $Scale: scale }),
  };
}

function navigation({ target, many, own, other, partner }: Navigation): Json {
  return {
    $Kind: 'NavigationProperty',
    $Type: `${NAMESPACE}.${MODEL.get(target)?.type ?? ''}`,
    $Partner: partner,
    ...(many ? { $Collection: true } : { $Nullable: true, $ReferentialConstraint: { [own]: other } }),
  };
}

function entitySet({ type, navigations }: EntitySet): Json {
  return {
    $Collection: true,
    $Type: `${NAMESPACE}.${type}`,
    $NavigationPropertyBinding: Object.fromEntries(
      [...navigations.values()].map(({ name, target }) => [name, target]),
    ),
  };
}
