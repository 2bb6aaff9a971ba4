import type { Json } from './document.ts';
import { listOf, member, membersOf, nameOfReference, resolved, textOf } from './document.ts';

/** A JSON Schema with its references followed and its parts put together. */
export interface Schema {
  /** Its own name in the document, where it has one. */
  readonly name: string | undefined;
  /** `object`, `array`, `string`…; empty where the schema does not say one. */
  readonly type: string;
  readonly format: string;
  readonly nullable: boolean;
  readonly title: string;
  readonly description: string;
  readonly enumeration: readonly string[];
  readonly maxLength: number;
  readonly isWriteOnly: boolean;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly required: ReadonlySet<string>;
  readonly items: unknown;
}

const MOST_PARTS = 100;

/** Null where the node is no schema: `true`, a reference to nothing, a circle of `allOf`. */
export function schemaOf(document: Json, node: unknown): Schema | null {
  const parts = partsOf(document, node, { left: MOST_PARTS });
  if (parts === null || parts.length === 0) return null;
  const first = (name: string): unknown =>
    parts.map((part) => member(part, name)).find((value) => value !== undefined);
  const types = [first('type')].flat().filter((type) => typeof type === 'string');
  const [type = ''] = types.filter((each) => each !== 'null');
  const properties = new Map(parts.flatMap((part) => membersOf(member(part, 'properties'))));
  return {
    name: nameOfReference(node),
    type: type === '' && properties.size > 0 ? 'object' : type,
    format: textOf(first('format')),
    nullable:
      types.includes('null') ||
      first('nullable') === true ||
      parts.some((part) => member(part, '\0null') === true),
    title: textOf(first('title')),
    description: textOf(first('description')),
    enumeration: listOf(first('enum'))
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .map(String),
    maxLength: Number(first('maxLength') ?? 0),
    isWriteOnly: first('writeOnly') === true,
    properties,
    required: new Set(parts.flatMap((part) => listOf(member(part, 'required'))).map(String)),
    items: first('items'),
  };
}

/** The schema itself and what `allOf` adds. Of `anyOf` and `oneOf`, only "this or null" can be read as one. */
function partsOf(document: Json, node: unknown, budget: { left: number }): Json[] | null {
  budget.left -= 1;
  if (budget.left < 0) return null;
  const schema = resolved(document, node);
  if (schema === null) return null;
  const all = listOf(member(schema, 'allOf')).map((part) => partsOf(document, part, budget));
  if (all.some((part) => part === null)) return null;
  const options = [...listOf(member(schema, 'oneOf')), ...listOf(member(schema, 'anyOf'))];
  const real = options.filter((option) => member(option, 'type') !== 'null');
  const single = real.length === 1 ? partsOf(document, real[0], budget) : [];
  const nullable = real.length < options.length ? [{ '\0null': true }] : [];
  return [schema, ...all.flatMap((part) => part ?? []), ...(single ?? []), ...nullable];
}
