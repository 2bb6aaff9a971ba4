import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call } from '../../../src/contract/index.ts';
import { ask } from '../answer/ask.ts';
import type { Json } from '../answer/shape.ts';
import { isObject, memberOf, notGraphQL } from '../answer/shape.ts';
import type { Field } from '../document/field.ts';
import type { Settings } from '../settings.ts';

/** A type where it is used: `[Incident!]!`. */
export interface TypeUse {
  /** As it is written in a query's variables. */
  readonly text: string;
  /** Name inside lists and non-nulls. */
  readonly name: string;
  readonly isList: boolean;
  readonly required: boolean;
}

export interface Argument {
  readonly name: string;
  readonly type: TypeUse;
  /** Must be given: non-null and without a default. */
  readonly required: boolean;
}

export interface ServiceField {
  readonly name: string;
  readonly description: string;
  readonly type: TypeUse;
  readonly arguments: readonly Argument[];
}

export interface ServiceType {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly fields: ReadonlyMap<string, ServiceField>;
  /** Names of the fields of an input type, with their types. */
  readonly inputs: ReadonlyMap<string, TypeUse>;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

export interface ServiceSchema {
  readonly query: string;
  readonly types: ReadonlyMap<string, ServiceType>;
}

const names = (...all: readonly string[]): readonly Field[] => all.map((name) => ({ name }));

/** `[[T!]!]!` is seven deep, and nobody nests lists further. */
const MOST_WRAPPERS = 7;

function typeUse(depth: number): readonly Field[] {
  const inner = depth === 0 ? [] : [{ name: 'ofType', fields: typeUse(depth - 1) }];
  return [...names('kind', 'name'), ...inner];
}

const USE = typeUse(MOST_WRAPPERS);
const INPUTS: readonly Field[] = [...names('name', 'defaultValue'), { name: 'type', fields: USE }];
const TYPE: readonly Field[] = [
  ...names('kind', 'name', 'description'),
  {
    name: 'fields',
    fields: [
      ...names('name', 'description'),
      { name: 'args', fields: INPUTS },
      { name: 'type', fields: USE },
    ],
  },
  { name: 'inputFields', fields: INPUTS },
  { name: 'enumValues', fields: names('name', 'description') },
];
const QUESTION: Field = {
  name: '__schema',
  fields: [
    { name: 'queryType', fields: names('name') },
    { name: 'types', fields: TYPE },
  ],
};

/** The service's schema by introspection (GraphQL specification, 4). Throws `upstream-rejected` where the service does not allow it. */
export async function introspect(settings: Settings, call: Call): Promise<ServiceSchema> {
  const { data, complaints } = await ask(settings, call, null, [QUESTION]);
  const schema = memberOf(data, '__schema');
  const query = memberOf(memberOf(schema, 'queryType'), 'name');
  const types = memberOf(schema, 'types');
  if (complaints.length > 0 && !isObject(schema))
    throw new CasegraphError(
      'upstream-rejected',
      'The service does not allow introspection with this credential, so it cannot be described. Allow it for a while, or write the declaration by hand.',
      { detail: String(complaints[0]?.kind ?? '') },
    );
  if (typeof query !== 'string' || !Array.isArray(types)) throw notGraphQL(null, 'introspection: no types');
  return {
    query,
    types: new Map(
      types
        .filter(isObject)
        .map(typeOf)
        .map((type) => [type.name, type]),
    ),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

function typeOf(type: Json): ServiceType {
  const fields = listOf(type['fields']).map((field): ServiceField => ({
    name: textOf(field['name']),
    description: textOf(field['description']),
    type: useOf(field['type']),
    arguments: listOf(field['args']).map(argumentOf),
  }));
  return {
    name: textOf(type['name']),
    kind: textOf(type['kind']),
    description: textOf(type['description']),
    fields: new Map(fields.map((field) => [field.name, field])),
    inputs: new Map(
      listOf(type['inputFields']).map((input) => [textOf(input['name']), useOf(input['type'])]),
    ),
    values: listOf(type['enumValues']).map((value) => ({
      value: textOf(value['name']),
      label: textOf(value['name']),
    })),
  };
}

function argumentOf(argument: Json): Argument {
  const type = useOf(argument['type']);
  return {
    name: textOf(argument['name']),
    type,
    required: type.required && typeof argument['defaultValue'] !== 'string',
  };
}

function useOf(node: unknown): TypeUse {
  const kind = memberOf(node, 'kind');
  if (kind !== 'NON_NULL' && kind !== 'LIST') {
    const name = textOf(memberOf(node, 'name'));
    return { text: name, name, isList: false, required: false };
  }
  const inner = useOf(memberOf(node, 'ofType'));
  if (kind === 'LIST') return { text: `[${inner.text}]`, name: inner.name, isList: true, required: false };
  return { ...inner, text: `${inner.text}!`, required: true };
}
