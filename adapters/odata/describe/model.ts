import type { Element } from './xml.ts';

/** An entity model (CSDL) with what is needed of it looked up by name. */
export interface Model {
  readonly version: 4 | 2;
  readonly schemas: readonly Element[];
  /** Of entity types, complex types, enum types and type definitions, by qualified name. */
  readonly types: ReadonlyMap<string, Element>;
  readonly sets: ReadonlyMap<string, Element>;
  /** Annotations by their target as the document writes it, with aliases resolved. */
  readonly annotations: ReadonlyMap<string, readonly Element[]>;
}

/** Null where the document is no entity model. */
export function modelOf(root: Element): Model | null {
  if (root.name !== 'Edmx') return null;
  const schemas = below(root, 'DataServices').flatMap((service) => below(service, 'Schema'));
  if (schemas.length === 0) return null;
  const aliases = new Map(
    schemas.flatMap((schema) => {
      const [alias, namespace] = [attribute(schema, 'Alias'), attribute(schema, 'Namespace')];
      return alias === '' ? [] : [[alias, namespace] as const];
    }),
  );
  const plain = (name: string): string => unaliased(name, aliases);
  const types = new Map<string, Element>();
  const sets = new Map<string, Element>();
  const annotations = new Map<string, Element[]>();
  for (const schema of schemas) {
    const namespace = attribute(schema, 'Namespace');
    for (const child of schema.children) {
      if (/^(EntityType|ComplexType|EnumType|TypeDefinition)$/.test(child.name))
        types.set(`${namespace}.${attribute(child, 'Name')}`, child);
      if (child.name === 'EntityContainer')
        for (const set of below(child, 'EntitySet')) sets.set(attribute(set, 'Name'), set);
      if (child.name === 'Annotations') {
        const target = plain(attribute(child, 'Target'));
        annotations.set(target, [...(annotations.get(target) ?? []), ...below(child, 'Annotation')]);
      }
    }
  }
  const version = (root.attributes.get('Version') ?? '').startsWith('4') ? 4 : 2;
  return { version, schemas, types: withAliases(types, aliases), sets, annotations };
}

/** Types may be named by the alias of their schema too. */
function withAliases(
  types: ReadonlyMap<string, Element>,
  aliases: ReadonlyMap<string, string>,
): ReadonlyMap<string, Element> {
  const named = [...aliases].flatMap(([alias, namespace]) =>
    [...types].flatMap(([name, type]) =>
      name.startsWith(`${namespace}.`) ? [[`${alias}${name.slice(namespace.length)}`, type] as const] : [],
    ),
  );
  return new Map([...named, ...types]);
}

function unaliased(name: string, aliases: ReadonlyMap<string, string>): string {
  const dot = name.indexOf('.');
  const namespace = aliases.get(name.slice(0, dot));
  return namespace === undefined ? name : `${namespace}${name.slice(dot)}`;
}

export function below({ children }: Element, name: string): readonly Element[] {
  return children.filter((child) => child.name === name);
}

export function attribute({ attributes }: Element, name: string): string {
  return attributes.get(name) ?? '';
}

/** Attributes of SAP's OData 2 services, whatever prefix they have. */
export function sap({ attributes }: Element, name: string): string {
  return attributes.get(`sap:${name}`) ?? '';
}

/** The type of an entity set and those it is derived from, the most general first; empty where the document lacks it. */
export function lineageOf(model: Model, typeName: string): readonly Element[] {
  const lineage: Element[] = [];
  for (let name = typeName; name !== '';) {
    const type = model.types.get(name);
    if (type === undefined || lineage.includes(type)) break;
    lineage.unshift(type);
    name = attribute(type, 'BaseType');
  }
  return lineage;
}

/** The full name of a type, since elements do not know their schema. */
export function nameOf(model: Model, type: Element): string {
  const found = model.schemas.find((schema) => schema.children.includes(type));
  return found === undefined
    ? attribute(type, 'Name')
    : `${attribute(found, 'Namespace')}.${attribute(type, 'Name')}`;
}

/** The text of an annotation by the end of its term: `Common.v1.Label`, `Core.V1.Description`. */
export function annotated(model: Model, target: string, element: Element, term: string): string {
  const all = [...below(element, 'Annotation'), ...(model.annotations.get(target) ?? [])];
  const found = all.find(
    (each) =>
      attribute(each, 'Term').replace(/#.*$/, '').endsWith(`.${term}`) &&
      /(^|\.)(Common|Core)\./i.test(attribute(each, 'Term')),
  );
  if (found === undefined) return '';
  return attribute(found, 'String') || (below(found, 'String')[0]?.text.trim() ?? '');
}
