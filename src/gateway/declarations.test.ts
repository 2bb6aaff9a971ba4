import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kind } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig, type Config } from '../config/index.ts';
import { packageRoot } from '../config/package-root.ts';
import { readDeclarations } from './declarations.ts';

let own: string;
beforeAll(async () => {
  own = await mkdtemp(join(tmpdir(), 'casegraph-declarations-'));
  await cp(join(packageRoot(), 'schema'), own, { recursive: true });
});
afterAll(() => rm(own, { recursive: true }));

function configOf(connections: readonly string[], schema: string): Config {
  const url = 'https://system.example';
  const settings = {
    identity: { issuer: 'i', audience: 'a', jwks: 'https://i.example/jwks' },
    domains: { connection: connections[0] },
    connections: Object.fromEntries(
      connections.map((name) => [name, { adapter: 'rest', url, auth: { grant: 'none' } }]),
    ),
    tables: { schema },
  };
  return parseConfig(JSON.stringify(settings), join(own, 'casegraph.yaml'), {});
}

async function tablesOf(connections: readonly string[], schema: string): Promise<ReadonlySet<string>> {
  const documents = await readDeclarations(configOf(connections, schema));
  const names = documents.flatMap(({ definitions }) =>
    definitions.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION ? [each.name.value] : [])),
  );
  return new Set(names);
}

describe('the declarations that are read', () => {
  it.each<[string, readonly string[], () => string, Readonly<Record<string, boolean>>]>([
    [
      'leave out the examples of systems that are not configured',
      ['servicenow', 'salesforce'],
      () => 'builtin',
      { Case: true, Opportunity: true, Invoice: false, Shipment: false },
    ],
    [
      'hold an example whose system is',
      ['servicenow', 'salesforce', 'erp'],
      () => 'builtin',
      { Opportunity: true, Invoice: true, Shipment: false },
    ],
    [
      'never leave out what the cases are made of, nor Salesforce: a name that is missing there is a mistake',
      ['erp', 'shipping'],
      () => 'builtin',
      { Case: true, Opportunity: true, Invoice: true, Shipment: true },
    ],
    [
      "are all of those of a folder of one's own",
      ['servicenow', 'salesforce'],
      () => own,
      { Case: true, Invoice: true, Shipment: true },
    ],
  ])('%s', async (_, connections, schema, expected) => {
    const tables = await tablesOf(connections, schema());
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, tables.has(name)]))).toEqual(
      expected,
    );
  });
});
