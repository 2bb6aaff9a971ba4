import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { expect, it } from 'vitest';
import { generatedTypes, publishedSchema } from '../codegen.ts';

const snapshot = readFileSync(new URL('snapshots/schema.graphql', import.meta.url), 'utf8');

it('publishes the schema of the snapshot; `npm run codegen` writes a new one, for review', async () => {
  expect(await publishedSchema()).toBe(snapshot);
});

it('has types that were generated from it', async () => {
  expect(readFileSync(new URL('../src/graphql/generated/schema.ts', import.meta.url), 'utf8')).toBe(
    await generatedTypes(snapshot),
  );
});

it('describes every type, field, argument and value', () => {
  const missing: string[] = [];
  const need = (name: string, { description }: { description?: string | null | undefined }): void => {
    if (!description) missing.push(name);
  };
  for (const type of Object.values(buildSchema(snapshot).getTypeMap())) {
    if (type.name.startsWith('__') || ['String', 'ID', 'Int', 'Float', 'Boolean'].includes(type.name))
      continue;
    if (!['Query', 'Mutation', 'Subscription'].includes(type.name)) need(type.name, type);
    if (isEnumType(type)) type.getValues().forEach((value) => need(`${type.name}.${value.name}`, value));
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields())) {
      need(`${type.name}.${field.name}`, field);
      if ('args' in field) field.args.forEach((arg) => need(`${type.name}.${field.name}(${arg.name})`, arg));
    }
  }
  expect(missing).toEqual([]);
});

it('shows no declaration directive, no declaration type and no internal table', () => {
  expect(snapshot).not.toMatch(/@(table|source|access|column|key|reference|related|cache)\b/);
  expect(snapshot).not.toMatch(/CacheScope|DeclarationObject|TableReach|PriorityLookup|type Domain\b/);
});
