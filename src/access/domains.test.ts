import { describe, expect, it } from 'vitest';
import { domainsFrom } from './domain-directory.ts';
import { DomainTree, nearestSource } from './domains.ts';

const tree = new DomainTree(
  ['TOP', 'TOP/ACME', 'TOP/ACME/EMEA', 'TOP/ACMEX', 'TOP/GLOBEX'].map((path) => ({
    path,
    id: path.toLowerCase(),
  })),
);

it.each([
  ['TOP', [], ['global', 'TOP', 'TOP/ACME', 'TOP/ACME/EMEA', 'TOP/ACMEX', 'TOP/GLOBEX']],
  ['TOP/ACME', [], ['global', 'TOP/ACME', 'TOP/ACME/EMEA']],
  ['TOP/ACME/EMEA', [], ['global', 'TOP/ACME/EMEA']],
  ['TOP/ACME/EMEA', ['TOP/GLOBEX'], ['global', 'TOP/ACME/EMEA', 'TOP/GLOBEX']],
  ['global', [], ['global']],
  ['TOP/NOWHERE', [], ['global']],
  ['', [], ['global']],
])('home %s with %j granted sees %j', (domain, domains, visible) => {
  expect(tree.visible({ domain, domains }).map(({ path }) => path)).toEqual(visible);
});

describe('the nearest source', () => {
  const sources = ['global', 'TOP', 'TOP/ACME', 'TOP/ACME/EMEA'].map((domain) => ({ domain }));
  it.each([
    ['TOP/ACME', ['global', 'TOP/ACME', 'TOP/ACME/EMEA'], 'TOP/ACME'],
    ['TOP/ACME/EMEA', ['global', 'TOP/ACME/EMEA'], 'TOP/ACME/EMEA'],
    ['TOP/GLOBEX', ['global', 'TOP/GLOBEX'], 'global'],
    ['TOP', ['global', 'TOP', 'TOP/ACME', 'TOP/ACME/EMEA'], 'TOP'],
  ])('of %s', (domain, visible, nearest) => {
    expect(nearestSource(sources, { domain }, new Set(visible))?.domain).toBe(nearest);
  });

  it('is none where none is visible', () => {
    expect(
      nearestSource([{ domain: 'TOP/ACME' }], { domain: 'TOP/GLOBEX' }, new Set(['global', 'TOP/GLOBEX'])),
    ).toBeNull();
  });
});

it('builds paths from records in any order and leaves out circles and orphans', () => {
  const records = [
    { id: '3', name: 'EMEA', parent: '2' },
    { id: '1', name: 'TOP', parent: null },
    { id: '2', name: 'ACME', parent: '1' },
    { id: '4', name: 'A', parent: '5' },
    { id: '5', name: 'B', parent: '4' },
    { id: '6', name: 'LOST', parent: '9' },
  ];
  expect(domainsFrom(records)).toEqual([
    { path: 'TOP/ACME/EMEA', id: '3' },
    { path: 'TOP', id: '1' },
    { path: 'TOP/ACME', id: '2' },
  ]);
});
