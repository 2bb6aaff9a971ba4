import { readFileSync } from 'node:fs';
import { Source } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createGraphQLAdapter } from '../../../adapters/graphql/index.ts';
import type { BoundTable, Problem } from '../../../src/contract/index.ts';
import { buildCatalog } from '../../../src/graphql/declaration/catalog.ts';
import { parseSources } from '../../../src/graphql/declaration/read.ts';

const OWN = ['directives', 'roots'].map((name) =>
  readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8'),
);
const README = readFileSync(new URL('../../../adapters/graphql/README.md', import.meta.url), 'utf8');
const [whole = '', gateway = ''] = [...README.matchAll(/```graphql\n(.*?)```/gs)].map(
  ([, code = '']) => code,
);

const PERSON = `
type Person @table(label: "Person", plural: "people") @access(kinds: [AGENT])
  @source(connection: "desk", object: "Person", options: { one: { field: "person" } }) {
  id: ID! @key(column: "id")
}`;

const REMOTE = `
type Remote @table(label: "Remote", plural: "remotes") @access(kinds: [AGENT])
  @source(connection: "desk", object: "Incident", ${gateway.trim()}) {
  id: ID! @key(column: "sysId")
  state: Choice @column(name: "state")
}`;

describe('the declarations of the README', () => {
  it.each([
    ['of a service', whole + PERSON, 3],
    ['of another gateway', REMOTE, 2],
  ])('%s can be served', (_, text, least) => {
    const adapter = createGraphQLAdapter();
    const found: Problem[] = [];
    const bound: BoundTable[] = [];
    buildCatalog(
      parseSources([...OWN, text].map((part, n) => new Source(part, `part ${n}`))),
      ['desk'],
      (table) => {
        bound.push(table);
        found.push(...adapter.check(table));
        return [];
      },
    );
    expect(found).toEqual([]);
    expect(adapter.capabilities(bound[0]!).filter.size).toBeGreaterThanOrEqual(least);
    expect(
      adapter.plan(bound[0]!, { select: { columns: ['id'], joins: {} }, filter: null, order: [], limit: 5 })
        .limited,
    ).toBe(true);
  });
});
