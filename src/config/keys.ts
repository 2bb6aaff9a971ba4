import { z } from 'zod';
import type { Path } from './problem.ts';
import { configSchema } from './schema/index.ts';

/** As much of JSON Schema as is read here. */
export interface KeySchema {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, KeySchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | KeySchema;
  readonly items?: KeySchema;
  readonly anyOf?: readonly KeySchema[];
  readonly oneOf?: readonly KeySchema[];
}

/** The configuration file as JSON Schema, for editors and for the documentation. */
export function configJsonSchema(): KeySchema {
  const nowhere = { env: {}, folder: '/', readFile: () => '' };
  return z.toJSONSchema(configSchema(nowhere), { io: 'input', unrepresentable: 'any' }) as KeySchema;
}

/** What the schema says of the key at a path, given what else stands in the file; `null` where there is no such key. */
export function schemaAt(root: KeySchema, path: Path, raw: unknown): KeySchema | null {
  let schema: KeySchema | null = root;
  let value = raw;
  for (const segment of path) {
    const branch: KeySchema = branchFor(schema, value);
    schema = below(branch, segment);
    if (!schema) return null;
    value = child(value, segment);
  }
  return branchFor(schema, value);
}

/** The value under a key, or `undefined`. */
export function child(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

/** The variant that a value means by its constant keys (`grant: basic`); the schema itself where there are no variants. */
function branchFor(schema: KeySchema, value: unknown): KeySchema {
  const meant = schema.oneOf?.find(({ properties }) =>
    Object.entries(properties ?? {}).some(
      ([key, { const: fixed }]) => fixed !== undefined && fixed === child(value, key),
    ),
  );
  if (!meant) return schema;
  return schema.description === undefined ? meant : { ...meant, description: schema.description };
}

function below(schema: KeySchema, segment: PropertyKey): KeySchema | null {
  if (typeof segment === 'number') return schema.items ?? null;
  const own = schema.properties;
  if (own && Object.hasOwn(own, segment)) return own[String(segment)] ?? null;
  // No variant is meant: whichever has the key describes it.
  const variant = schema.oneOf?.find(({ properties }) => properties && Object.hasOwn(properties, segment));
  if (variant) return below(variant, segment);
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null;
}
