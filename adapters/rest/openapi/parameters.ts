import type { Json } from './document.ts';
import { isObject, listOf, member, resolved, textOf } from './document.ts';
import type { Schema } from './schema.ts';
import { schemaOf } from './schema.ts';

/** A query parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema | null;
  readonly isList: boolean;
  /** Of a list: `a=1&a=2` or `a=1,2`. */
  readonly list: 'repeat' | 'comma';
  /** What may be sent where nothing else is known. */
  readonly preset: string | number | boolean | undefined;
  readonly maximum: number | undefined;
}

/** Parameters of the path and of the operation, in that order; the operation's own take the place of the path's. */
export function queryParameters(document: Json, path: unknown, operation: unknown): readonly Parameter[] {
  const nodes = [...listOf(member(path, 'parameters')), ...listOf(member(operation, 'parameters'))];
  const byName = new Map<string, Parameter>();
  for (const node of nodes) {
    const parameter = resolved(document, node);
    if (parameter === null || member(parameter, 'in') !== 'query') continue;
    const read = parameterOf(document, parameter);
    if (read.name !== '') byName.set(read.name, read);
  }
  return [...byName.values()];
}

function parameterOf(document: Json, parameter: Json): Parameter {
  // Swagger 2 writes the schema into the parameter itself.
  const node = member(parameter, 'schema') ?? parameter;
  const schema = schemaOf(document, node);
  const plain = resolved(document, node);
  const isList = schema?.type === 'array';
  const repeats =
    member(parameter, 'explode') ?? (member(parameter, 'collectionFormat') ?? 'multi') === 'multi';
  const maximum = member(plain, 'maximum');
  return {
    name: textOf(member(parameter, 'name')),
    required: member(parameter, 'required') === true,
    schema: isList ? schemaOf(document, schema.items) : schema,
    isList,
    list: repeats === false ? 'comma' : 'repeat',
    preset: presetOf(parameter, plain, schema),
    maximum:
      typeof maximum === 'number' && Number.isSafeInteger(maximum) && maximum >= 1 ? maximum : undefined,
  };
}

function presetOf(parameter: Json, plain: Json | null, schema: Schema | null): Parameter['preset'] {
  const [first] = schema?.enumeration.length === 1 ? schema.enumeration : [];
  const given = member(plain, 'default') ?? member(parameter, 'example') ?? member(plain, 'example') ?? first;
  return isObject(given) || typeof given === 'object' ? undefined : (given as Parameter['preset']);
}
