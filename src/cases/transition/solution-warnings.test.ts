import { describe, expect, it } from 'vitest';
import { relatedOf, solutionWarnings, type RelatedStates } from './solution-warnings.ts';

const NONE: RelatedStates = { incident: null, problem: null, change: null, requests: [] };
const PRB = 'Solved – Fixed by closing related PRB';
const WORKAROUND = 'Solved – Workaround provided based on open PRB';
const CHG = 'Solved – Fixed by closing related Change Request';
const INC = 'Solved – Fixed by closing related Incident';
const REQ = 'Solved – Related Request is Closed Complete';

describe('A solution fits', () => {
  it.each<[string, Partial<RelatedStates>, boolean]>([
    [PRB, { problem: '107' }, true],
    [PRB, { problem: '106' }, false],
    [PRB, { problem: '104' }, false],
    [PRB, {}, false],
    [PRB, { incident: '7', change: '3' }, false],
    [WORKAROUND, { problem: '103' }, true],
    [WORKAROUND, { problem: '107' }, false],
    [WORKAROUND, {}, false],
    [CHG, { change: '3' }, true],
    [CHG, { change: '4' }, false],
    [CHG, { change: '0' }, false],
    [INC, { incident: '7' }, true],
    [INC, { incident: '6' }, false],
    [INC, { incident: '8' }, false],
    [REQ, { requests: ['in_process', 'closed_complete'] }, true],
    [REQ, { requests: ['closed_cancelled'] }, false],
    [REQ, {}, false],
    ['Solved - Fixed by Support/Guidance provided', {}, true],
    ['', {}, true],
  ])('"%s" with %j: %s', (label, related, fits) => {
    expect(solutionWarnings(label, { ...NONE, ...related }).length === 0).toBe(fits);
  });

  it.each(['Solved - Fixed by closing related PRB', 'solved —  fixed by closing  related prb '])(
    'however the code is written: %s',
    (label) => expect(relatedOf(label)).toBe('problem'),
  );

  it('or it is said that it was not checked', () => {
    expect(solutionWarnings(REQ, { ...NONE, requests: 'unreadable' })).toEqual([
      expect.stringContaining('not checked'),
    ]);
  });
});
