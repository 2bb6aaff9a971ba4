import { expect, it } from 'vitest';
import { nearest, nearestOf } from './nearest.ts';

it.each<[given: string, known: string[], expected: string | null]>([
  ['prot', ['port', 'server', 'host'], 'port'],
  ['serve', ['port', 'server', 'host'], 'server'],
  ['x', ['port', 'server', 'host'], null],
  ['something-else', ['port', 'server', 'host'], null],
  ['servers', ['port', 'server', 'host'], 'server'],
  ['PORT', ['port'], 'port'],
  ['xyzzy', ['port', 'server', 'host'], null],
  ['nam', ['name', 'game'], 'name'],
  ['Oportunity', ['Opportunity', 'Account'], 'Opportunity'],
  ['', ['a long name'], null],
  ['x'.repeat(500), ['x'.repeat(500)], null],
])('nearest(%j, %j) is %j', (given, known, expected) => expect(nearest(given, known)).toBe(expected));

it('gives several, the closest first', () => {
  expect(nearestOf('incidant', ['incidents', 'incident', 'accident', 'problem'], 3)).toEqual([
    'incident',
    'incidents',
  ]);
});
