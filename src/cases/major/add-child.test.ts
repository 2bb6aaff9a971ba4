import { expect, it } from 'vitest';
import type { CaseFacts } from '../case-facts.ts';
import { caseFacts } from '../testing/case-facts.ts';
import { refuseChild } from './add-child.ts';

const MAJOR = caseFacts({ key: 'm', number: 'CS0001000', majorCaseState: 'accepted' });
const MANAGER = { kind: 'agent', roles: new Set(['sn_customerservice_manager']) };

/** Which cases are put below a major case, and what is said of the others. */
it.each<[string, Partial<CaseFacts>, string | null]>([
  ['a regular case', {}, null],
  ['one that was rejected once', { majorCaseState: 'rejected' }, null],
  [
    'the major case itself',
    { key: 'm', majorCaseState: 'accepted' },
    'CS0001001 cannot be put below itself.',
  ],
  ['another major case', { majorCaseState: 'accepted' }, 'CS0001001 is a major case or a candidate for one.'],
  ['a candidate', { majorCaseState: 'proposed' }, 'CS0001001 is a major case or a candidate for one.'],
  [
    'a child of another',
    { parent: 'n', childOfMajor: true },
    'CS0001001 stands below another record already.',
  ],
  ['one below some task', { parent: 't' }, 'CS0001001 stands below another record already.'],
  ['a closed case', { state: '3' }, 'CS0001001 is resolved, closed or canceled; reopen it first.'],
])('%s', (_, columns, message) => {
  expect(refuseChild(MANAGER, MAJOR, caseFacts(columns))?.message ?? null).toBe(message);
});
