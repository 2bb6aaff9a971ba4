import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStack, type Stack } from '../harness/stack.ts';

/** A long list or text in one viewer's filter is answered or refused, and is nobody else's trouble. */
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ cases: 300 });
});
afterAll(() => stack.close());

const QUERY = 'query ($f: CaseFilter, $n: Int) { cases(first: $n, filter: $f) { nodes { sysId number } } }';

async function cases(filter: unknown, first = 5): Promise<{ sysId: string; number: string }[]> {
  const { body } = await stack.graphql('agent-itsm', QUERY, { f: filter, n: first });
  expect(body.errors).toBeUndefined();
  return (body.data as { cases: { nodes: { sysId: string; number: string }[] } }).cases.nodes;
}

it('hundreds of keys, more than an address can hold, are answered page by page', async () => {
  const all = await cases({}, 300);
  expect(all.length).toBeGreaterThan(200);
  const picked = all.map(({ sysId }) => sysId);
  expect(await cases({ sysId: { in: picked } }, 300)).toHaveLength(picked.length);
  expect(await cases({ number: { in: all.map(({ number }) => number) } })).toHaveLength(5);
});

it('a text of thousands of characters is searched for', async () => {
  const never = { shortDescription: { contains: 'a'.repeat(5000) } };
  expect(await cases({ or: [{ number: { isNull: false } }, never] })).toHaveLength(5);
  expect(await cases(never)).toEqual([]);
});

it('and the system is there for everybody else right after', async () => {
  for (let i = 0; i < 8; i += 1) await cases({ shortDescription: { contains: `${i}${'b'.repeat(6000)}` } });
  const { body } = await stack.graphql('major-issue-manager', '{ cases(first: 1) { nodes { number } } }');
  expect(body.errors).toBeUndefined();
});
