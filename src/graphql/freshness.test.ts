import { describe, expect, it } from 'vitest';
import type { Viewer } from '../access/viewer.ts';
import { StaleReads } from '../engine/freshness.ts';
import type { Reader } from '../engine/engine.ts';
import { freshnessFor, noteFreshness } from './freshness.ts';

const viewer = (...roles: string[]): Viewer => ({
  subject: 'ada',
  name: 'Ada',
  kind: 'agent',
  roles: new Set(roles),
  domain: 'TOP',
  domains: [],
});

describe('whose wish for newer rows is heard', () => {
  it.each([
    ['nothing asked for', null, ['admin'], ['admin'], Infinity, false],
    ['an administrator', 0, ['admin'], ['admin'], 0, false],
    ['an administrator who bounds the age', 60, ['itil', 'admin'], ['admin'], 60, false],
    ['anybody else', 0, ['itil'], ['admin'], Infinity, true],
    ['nobody’s role is configured', 0, ['admin'], [], Infinity, true],
    ['another role is configured', 5, ['lead'], ['admin', 'lead'], 5, false],
    ['nothing asked for by anybody else', null, [], ['admin'], Infinity, false],
  ] as const)('%s', (_, asked, mine, roles, maxAge, ignored) => {
    expect(freshnessFor(asked, viewer(...mine), roles)).toEqual({ maxAge, ignored });
  });
});

describe('what an answer says of its age', () => {
  const contextWith = (stale: StaleReads, ignored = false) => ({
    reader: { scope: { stale } } as Reader,
    freshness: { maxAge: Infinity, ignored },
  });
  const read = { table: 'Deal', connection: 'crm', age: 5, code: 'UPSTREAM_TIMEOUT' } as const;

  it('nothing where there is nothing to say', () => {
    const result = { data: { a: 1 } };
    expect(noteFreshness(result, contextWith(new StaleReads()))).toBe(result);
  });

  it('the oldest of each table and cause, beside what is there already', () => {
    const stale = new StaleReads();
    for (const age of [5, 40, 7]) stale.add({ ...read, age });
    stale.add({ ...read, code: 'UPSTREAM_UNAVAILABLE' });
    stale.add({ ...read, table: 'Order', age: 1 });
    const result = noteFreshness({ data: null, extensions: { other: true } }, contextWith(stale, true));
    expect(result.extensions).toEqual({
      other: true,
      stale: [
        { ...read, age: 40 },
        { ...read, code: 'UPSTREAM_UNAVAILABLE' },
        { ...read, table: 'Order', age: 1 },
      ],
      cacheControl: { ignored: expect.any(String) as string },
    });
  });
});
