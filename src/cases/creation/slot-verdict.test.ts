import { expect, it } from 'vitest';
import { INCIDENT } from './record-kind.ts';
import { ABANDONED_AFTER, slotVerdict } from './slot-verdict.ts';

const NOW = 1_000_000_000;
const FRESH = { mark: 'theirs', state: '1', madeAt: NOW - 1000, takenOff: false };

it.each([
  ['our own, from a try before', { ...FRESH, mark: 'ours' }, 'ours'],
  ['our own, however old', { ...FRESH, mark: 'ours', madeAt: 0 }, 'ours'],
  ['our own, but canceled since', { ...FRESH, mark: 'ours', state: '8' }, 'over'],
  ['our own, but taken off the case since', { ...FRESH, mark: 'ours', takenOff: true }, 'over'],
  ["somebody's who is at it", FRESH, 'theirs'],
  ["somebody's who gave up", { ...FRESH, madeAt: NOW - ABANDONED_AFTER - 1 }, 'abandoned'],
  ["somebody's, canceled", { ...FRESH, state: '8' }, 'over'],
  ["somebody's, closed", { ...FRESH, state: '7' }, 'over'],
  ['one that the case had once', { ...FRESH, takenOff: true }, 'over'],
  ['one without a mark, just made', { ...FRESH, mark: null }, 'theirs'],
] as const)('%s', (_, holder, verdict) => {
  expect(slotVerdict(holder, INCIDENT.ended, 'ours', NOW)).toBe(verdict);
});
