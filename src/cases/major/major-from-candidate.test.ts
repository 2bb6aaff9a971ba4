import { expect, it } from 'vitest';
import { caseFacts } from '../testing/case-facts.ts';
import { hasCustomer, majorFromCandidate } from './major-from-candidate.ts';

it('a major case takes over what it is about and the related records, and nobody as its customer', () => {
  const candidate = caseFacts({
    number: 'CS0001001',
    shortDescription: 'Nobody can pay',
    description: 'Since nine.',
    priority: '1',
    impact: '1',
    urgency: '2',
    account: 'a',
    contact: 'c',
    consumer: 'o',
    configurationItem: 'ci',
    businessImpact: 'No sales',
    incident: 'i',
    problem: 'p',
    change: 'h',
    causedBy: 'b',
    majorCaseState: 'proposed',
  });
  expect(majorFromCandidate(candidate)).toEqual({
    shortDescription: 'Nobody can pay',
    description: 'Since nine.',
    priority: '1',
    impact: '1',
    urgency: '2',
    configurationItemId: 'ci',
    businessImpact: 'No sales',
    incident: 'i',
    problem: 'p',
    changeRequest: 'h',
    causedByChange: 'b',
    state: '10',
    majorCaseState: 'accepted',
    workNotes: 'This major case was made from CS0001001.',
  });
});

it('what the candidate does not have is left out', () => {
  const values = majorFromCandidate(caseFacts({ description: null, incident: null, priority: null }));
  expect(Object.values(values)).not.toContain(null);
  expect(Object.keys(values)).not.toContain('description');
});

it.each([
  ['an account', { account: 'a' }, true],
  ['a contact', { contact: 'c' }, true],
  ['a consumer', { consumer: 'o' }, true],
  ['nobody', {}, false],
])('a case of %s has a customer: %o', (_, columns, expected) => {
  const nobody = { account: null, contact: null, consumer: null };
  expect(hasCustomer(caseFacts({ ...nobody, ...columns }))).toBe(expected);
});
