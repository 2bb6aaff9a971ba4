/** Writes the published schema (test/snapshots/schema.graphql) and its TypeScript types (src/graphql/generated/schema.ts). `npm run codegen`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { parse, printSchema } from 'graphql';
import { buildCatalog } from './src/graphql/declaration/catalog.ts';
import { readSchemaFolder } from './src/graphql/declaration/read.ts';
import { buildGraph } from './src/graphql/schema.ts';

export const CONNECTIONS = ['servicenow', 'salesforce', 'erp', 'shipping', 'incident-io', 'all-quiet'];

/** The published schema of the tables in schema/. */
export async function publishedSchema(): Promise<string> {
  const documents = await readSchemaFolder('schema');
  return `${printSchema(buildGraph(documents, buildCatalog(documents, CONNECTIONS)))}\n`;
}

export async function generatedTypes(schema: string): Promise<string> {
  const types = await codegen({
    documents: [],
    config: {
      enumsAsTypes: true,
      immutableTypes: true,
      strictScalars: true,
      avoidOptionals: { field: true },
      scalars: {
        Decimal: 'string',
        DateTime: 'string',
        Date: 'string',
        Time: 'string',
        Duration: 'number',
        URL: 'string',
        JSON: 'unknown',
      },
    },
    filename: 'schema.ts',
    schema: parse(schema),
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
  });
  return `/* Written by \`npm run codegen\` from schema/. Do not edit. */\n${types}`;
}

if (process.argv[1]?.endsWith('codegen.ts')) {
  const schema = await publishedSchema();
  await mkdir('src/graphql/generated', { recursive: true });
  await writeFile('test/snapshots/schema.graphql', schema);
  await writeFile('src/graphql/generated/schema.ts', await generatedTypes(schema));
}
