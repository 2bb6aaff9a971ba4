import type { Argument, ServiceField, ServiceSchema, ServiceType } from './introspection.ts';

/** How a service's root fields give rows of a type: what the options `list`, `one` and `keys` say. */
export interface Ways {
  readonly list: List | null;
  readonly one: Lookup | null;
  readonly keys: Lookup | null;
}

export interface List {
  readonly field: ServiceField;
  /** Where the rows are below the field; empty: the field is the list. */
  readonly rows: string;
  readonly result: ServiceType | undefined;
}

interface Lookup {
  readonly field: string;
  readonly argument: string;
  readonly type: string;
}

export function waysOf(schema: ServiceSchema, type: ServiceType): Ways {
  const roots = [...(schema.types.get(schema.query)?.fields.values() ?? [])];
  const lists = roots.flatMap((field) => listOf(schema, field, type.name) ?? []);
  const open = lists.filter(({ field }) =>
    field.arguments.every(({ required, name }) => !required || isPaging(name)),
  );
  const [best = null] = [...open].sort((a, b) => scoreOf(b) - scoreOf(a));
  return {
    list: best,
    one: firstOf(roots, (field) => oneOf(field, type.name)),
    keys: firstOf(roots, (field) => keysOf(field, type.name)),
  };
}

/** The adapter gives these itself. */
function isPaging(name: string): boolean {
  return ['first', 'limit', 'offset'].includes(name);
}

function firstOf(
  fields: readonly ServiceField[],
  read: (field: ServiceField) => Lookup | null,
): Lookup | null {
  return fields.map(read).find((lookup) => lookup !== null) ?? null;
}

/** A list that comes in pages goes before one that does not. */
function scoreOf({ field, rows }: List): number {
  return (rows === '' ? 0 : 1) + field.arguments.length / 100;
}

function listOf(schema: ServiceSchema, field: ServiceField, type: string): List | null {
  if (field.type.name === type) return field.type.isList ? { field, rows: '', result: undefined } : null;
  const result = schema.types.get(field.type.name);
  if (result === undefined || field.type.isList) return null;
  const direct = [...result.fields.values()].find((each) => each.type.isList && each.type.name === type);
  if (direct !== undefined) return { field, rows: direct.name, result };
  const edges = result.fields.get('edges');
  const edge = schema.types.get(edges?.type.name ?? '');
  return edge?.fields.get('node')?.type.name === type ? { field, rows: 'edges.node', result } : null;
}

/** Names of arguments that rows are found by, one or many at once. */
const KEY_LISTS = ['ids', 'keys', 'uuids'];
const KEYS = ['id', 'key', 'uuid', 'nodeid'];

function oneOf({ name, type, arguments: given }: ServiceField, wanted: string): Lookup | null {
  if (type.isList || type.name !== wanted) return null;
  const required = given.filter((argument) => argument.required);
  const named = given.find((argument) => KEYS.includes(argument.name.toLowerCase()));
  const argument = required.length === 1 ? required[0] : required.length === 0 ? named : undefined;
  return argument === undefined || argument.type.isList ? null : lookup(name, argument);
}

function keysOf({ name, type, arguments: given }: ServiceField, wanted: string): Lookup | null {
  if (!type.isList || type.name !== wanted) return null;
  const required = given.filter((argument) => argument.required);
  const named = given.find((argument) => KEY_LISTS.includes(argument.name.toLowerCase()));
  const argument = required.length === 1 ? required[0] : required.length === 0 ? named : undefined;
  return argument?.type.isList === true ? lookup(name, argument) : null;
}

function lookup(field: string, { name, type }: Argument): Lookup {
  return { field, argument: name, type: type.text };
}
