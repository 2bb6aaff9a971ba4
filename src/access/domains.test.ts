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
  const [ACME, EMEA, GLOBEX] = ['TOP/ACME', 'TOP/ACME/EMEA', 'TOP/GLOBEX'];
  it.each([
    ['the own', ACME, [], ['global', 'TOP', ACME, EMEA], ACME],
    ['the own', EMEA, [], ['global', 'TOP', ACME, EMEA], EMEA],
    ['the own', 'TOP', [], ['global', EMEA, ACME, 'TOP'], 'TOP'],
    ['global, not the parent’s', GLOBEX, [], ['TOP', ACME, 'global'], 'global'],
    ['one below, before global', ACME, [], ['global', EMEA], EMEA],
    ['the higher of two below', 'TOP', [], [EMEA, ACME], ACME],
    ['the first of two that stand alike', 'TOP', [], [GLOBEX, ACME, 'global'], GLOBEX],
    ['one below, before a granted one', ACME, [GLOBEX], [GLOBEX, EMEA], EMEA],
    ['a granted one, before global', GLOBEX, [ACME], ['global', ACME], ACME],
    ['one below a granted one', GLOBEX, [ACME], ['global', EMEA], EMEA],
    ['the granted one, before one below another', 'TOP/ACMEX', [ACME, GLOBEX], [EMEA, GLOBEX], GLOBEX],
    ['not the parent’s of a granted one', GLOBEX, [EMEA], [ACME], undefined],
    ['not that of a domain whose name goes on', 'TOP/ACMEX', [], [ACME], undefined],
    ['not that of a stranger', GLOBEX, [], [ACME, EMEA], undefined],
    ['not that of a domain that is not in the tree', 'TOP/NOWHERE', [], ['TOP/NOWHERE'], undefined],
    ['nothing but global to who has no domain', '', [], ['TOP', ACME, 'global'], 'global'],
    ['nothing of the tree to who is at home in global', 'global', [], ['TOP'], undefined],
  ])('is %s: home %s with %j granted, of %j: %s', (_, domain, domains, placed, nearest) => {
    const viewer = { domain, domains };
    const visible = new Set(tree.visible(viewer).map(({ path }) => path));
    const sources = placed.map((path) => ({ domain: path }));
    expect(nearestSource(sources, viewer, visible)?.domain).toBe(nearest);
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
