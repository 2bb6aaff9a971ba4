import type { EntitySet, Navigation, Property } from './model.ts';
import { CONTAINER, MODEL, NAMESPACE } from './model.ts';

/** $metadata as CSDL XML (OData CSDL XML 4.01). All names are ours, so nothing has to be escaped. */
export function metadataXml(): string {
  const sets = [...MODEL.values()];
  return `<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${sets.map(entityType).join('\n')}
      <EntityContainer Name="${CONTAINER}">
${sets.map(entitySet).join('\n')}
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;
}

function entityType({ type, key, properties, navigations }: EntitySet): string {
  return [
    `      <EntityType Name="${type}">`,
    `        <Key><PropertyRef Name="${key}"/></Key>`,
    ...[...properties.values()].map(property),
    ...[...navigations.values()].map(navigationProperty),
    '      </EntityType>',
  ].join('\n');
}

function property({ name, type, nullable, maxLength, precision, scale }: Property): string {
  const facets = [
    nullable ? '' : ' Nullable="false"',
    maxLength === undefined ? '' : ` MaxLength="${maxLength}"`,
    precision === undefined ? '' : ` Precision="${precision}"`,
    scale === undefined ? '' : ` Scale="${scale}"`,
  ];
  return `        <Property Name="${name}" Type="${type}"${facets.join('')}/>`;
}

function navigationProperty({ name, target, many, own, other, partner }: Navigation): string {
  const type = `${NAMESPACE}.${MODEL.get(target)?.type ?? ''}`;
  const head = `        <NavigationProperty Name="${name}" Type="${many ? `Collection(${type})` : type}" Partner="${partner}"`;
  // Only the side that holds the value may state how the two are tied (CSDL 4.01, 8.5).
  if (many) return `${head}/>`;
  return `${head}><ReferentialConstraint Property="${own}" ReferencedProperty="${other}"/></NavigationProperty>`;
}

function entitySet({ name, type, navigations }: EntitySet): string {
  const bindings = [...navigations.values()].map(
    (each) => `<NavigationPropertyBinding Path="${each.name}" Target="${each.target}"/>`,
  );
  return `        <EntitySet Name="${name}" EntityType="${NAMESPACE}.${type}">${bindings.join('')}</EntitySet>`;
}
