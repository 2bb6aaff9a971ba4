import { expect, it } from 'vitest';
import { refuseTriage, type Triage } from './triage-rules.ts';

const NOTHING: Triage = { impact: null, urgency: null, assignmentGroup: null, assignedTo: null };

it.each<[string, Partial<Triage>, string | null]>([
  ['1', { impact: '1' }, null],
  ['2', { urgency: '1' }, null],
  ['3', { assignedTo: 'a', assignmentGroup: 'b' }, null],
  ['2', {}, 'INVALID_INPUT'],
  ['6', { impact: '1' }, 'INVALID_STATE'],
  ['7', { impact: '1' }, 'INVALID_STATE'],
  ['8', { assignedTo: 'a' }, 'INVALID_STATE'],
])('an incident in state %s that is to get %j: %s', (state, input, code) => {
  expect(refuseTriage({ number: 'INC1', state }, { ...NOTHING, ...input })?.code ?? null).toBe(code);
});
