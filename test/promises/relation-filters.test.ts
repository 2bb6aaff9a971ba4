import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from '../contract/hostile.ts';
import { startStack, type Stack } from '../harness/stack.ts';

interface Case {
  readonly number: string;
  readonly account: { readonly name: string | null; readonly city: string | null } | null;
}
interface Cases {
  readonly cases: { readonly nodes: readonly Case[]; readonly totalCount: number } | null;
}

const LIST = 'nodes { number account { name city } } totalCount';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ cases: 60 });
});
afterAll(() => stack.close());

async function ask(who: string, filter: object) {
  await stack.forget();
  const query = `query ($filter: CaseFilter) { cases(first: 100, filter: $filter) { ${LIST} } }`;
  const { body } = await stack.graphql(who, query, { filter });
  const asked = (await stack.requests('servicenow')).filter(({ path }) => /\/(table|stats)\//.test(path));
  return { body: body as { data?: Cases; errors?: readonly { extensions: { code?: unknown } }[] }, asked };
}

async function all(who: string): Promise<readonly Case[]> {
  const { body } = await ask(who, {});
  return body.data?.cases?.nodes ?? [];
}

function numbers(cases: readonly Case[]): string[] {
  return cases.map(({ number }) => number).toSorted();
}

const folded = (text: string | null | undefined): string | null => text?.toLowerCase() ?? null;

describe('a filter through a reference of ServiceNow', () => {
  it.each<
    [
      string,
      (account: NonNullable<Case['account']>, name: string) => object,
      (row: Case, name: string) => boolean,
    ]
  >([
    [
      'contains',
      (_, name) => ({ account: { name: { contains: name.slice(1, 4).toUpperCase() } } }),
      ({ account }, name) => folded(account?.name)?.includes(name.slice(1, 4).toLowerCase()) ?? false,
    ],
    [
      'a negative test, for which a case needs an account that the viewer sees',
      (_, name) => ({ account: { name: { ne: name } } }),
      ({ account }, name) => account !== null && account.name !== name,
    ],
    [
      'two columns in an or',
      ({ city }, name) => ({ account: { or: [{ name: { eq: name } }, { city: { eq: city } }] } }),
      () => true,
    ],
  ])('%s: is one request for the rows and one for their number', async (test, filterOf, holds) => {
    const rows = await all('agent');
    const first = rows.find(({ account }) => account !== null)!.account!;
    const { body, asked } = await ask('agent', filterOf(first, first.name!));
    const found = body.data!.cases!;
    const expected = rows.filter((row) =>
      test.startsWith('two columns')
        ? row.account !== null && (row.account.name === first.name || row.account.city === first.city)
        : holds(row, first.name!),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(numbers(found.nodes)).toEqual(numbers(expected));
    expect(found.totalCount).toBe(expected.length);
    expect(asked.map(({ path }) => path.split('?')[0]).toSorted()).toEqual([
      '/api/now/stats/sn_customerservice_case',
      '/api/now/table/sn_customerservice_case',
    ]);
  });

  it('finds nothing that the viewer would not be shown', async () => {
    for (const who of ['agent', 'contact', 'agent-itsm']) {
      const rows = await all(who);
      const { body } = await ask(who, { account: { and: [] } });
      const nodes = body.data?.cases?.nodes ?? [];
      expect(numbers(nodes)).toEqual(numbers(rows.filter(({ account }) => account !== null)));
    }
  });

  it('takes any text for itself, or refuses it', async () => {
    const rows = await all('agent');
    for (const value of HOSTILE) {
      const { body, asked } = await ask('agent', { account: { name: { contains: value } } });
      if (body.errors !== undefined) {
        expect(body.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
        expect(asked).toEqual([]);
        continue;
      }
      const expected = rows.filter(({ account }) => folded(account?.name)?.includes(value.toLowerCase()));
      expect({ value, found: numbers(body.data!.cases!.nodes) }).toEqual({ value, found: numbers(expected) });
    }
  });
});
