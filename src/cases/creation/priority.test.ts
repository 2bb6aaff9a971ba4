import { expect, it } from 'vitest';
import { triageFor, type PriorityRow } from './priority.ts';

/** ServiceNow's own rows, in their own order. */
const LOOKUP: readonly PriorityRow[] = ['111', '122', '133', '212', '223', '234', '313', '324', '335'].map(
  ([impact = '', urgency = '', priority = ''], order) => ({ impact, urgency, priority, order }),
);

it.each([
  ['1', LOOKUP, '1', '1', '1'],
  ['2', LOOKUP, '2', '1', '2'],
  ['3', LOOKUP, '3', '1', '3'],
  ['4', LOOKUP, '4', '2', '3'],
  ['5', LOOKUP, '5', '3', '3'],
  ['9', LOOKUP, '5', '3', '3'],
  [null, LOOKUP, '5', '3', '3'],
  ['1', null, '5', '3', '3'],
  ['2', [...LOOKUP].reverse(), '2', '1', '2'],
  ['2', [{ impact: '2', urgency: '1', priority: '2', order: -1 }, ...LOOKUP], '2', '2', '1'],
])('a case of priority %s gives priority %s', (casePriority, lookup, priority, impact, urgency) => {
  expect(triageFor(casePriority, lookup)).toEqual({ priority, impact, urgency });
});
