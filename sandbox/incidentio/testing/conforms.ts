import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const schemas = read<Readonly<Record<string, Schema>>>('schemas.json');

/** The vendor's example of each webhook, by event type. */
export const webhookExamples: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map(
  Object.values(read<Record<string, { event_type: string }>>('webhook-examples.json')).map((example) => [
    example.event_type,
    { ...example },
  ]),
);

/** Where a value is not as the vendor's OpenAPI schema of that name says; a field that the schema does not know counts. */
export function breaches(value: unknown, name: string): readonly string[] {
  return check(value, { $ref: name }, name);
}

function check(value: unknown, given: Schema, at: string): string[] {
  const schema = given.$ref === undefined ? given : (schemas[given.$ref.split('/').at(-1) ?? ''] ?? {});
  if (kindOf(value) !== kindIn(schema)) return [`${at}: ${kindOf(value)} is not ${schema.type}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${String(value)} is not in the list`];
  if (Array.isArray(value))
    return value.flatMap((each: unknown, index) => check(each, schema.items ?? {}, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, required = [] } = schema;
  return [
    ...required.filter((key) => !(key in value)).map((key) => `${at}.${key} is missing`),
    ...Object.entries(value).flatMap(([key, inside]) => {
      const known = properties[key];
      return known ? check(inside, known, `${at}.${key}`) : [`${at}.${key} is unknown`];
    }),
  ];
}

function kindIn({ type }: Schema): string | undefined {
  return type === 'integer' ? 'number' : type;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

/** Fields of a value that an example does not have, or has with another kind of value. */
export function strangers(value: unknown, example: unknown, at = ''): readonly string[] {
  if (kindOf(value) !== kindOf(example)) return [`${at}: ${kindOf(value)} is not ${kindOf(example)}`];
  if (Array.isArray(value) && Array.isArray(example))
    return example.length === 0
      ? []
      : value.flatMap((each, index) => strangers(each, example[0], `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const model = new Map(Object.entries(example as object));
  return Object.entries(value).flatMap(([key, inside]) =>
    model.has(key) ? strangers(inside, model.get(key), `${at}.${key}`) : [`${at}.${key} is unknown`],
  );
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8')) as T;
}
