import { expect, it } from 'vitest';
import type { Values } from '../creation/record-kind.ts';
import { passedOn, type Passed, type SyncField } from './child-sync.ts';

const USUAL: readonly SyncField[] = [
  'priority',
  'state',
  'comments',
  'work_notes',
  'close_notes',
  'resolution_code',
];
const SOLVED: Values = { state: '6', resolutionCode: '1', closeNotes: 'Restart it.' };
const plain = (values: Values): Passed => ({ values, said: [] });

/** What was written to a major case, the fields that are configured, and what its children get. */
it.each<[string, Values, readonly SyncField[], Passed | null]>([
  ['a solution with its notes and code', SOLVED, USUAL, plain(SOLVED)],
  [
    'a solution, where notes are not passed on: neither is the state',
    SOLVED,
    ['state', 'resolution_code'],
    plain({ resolutionCode: '1' }),
  ],
  [
    'a solution, where the code is not passed on',
    SOLVED,
    ['state', 'close_notes'],
    plain({ closeNotes: 'Restart it.' }),
  ],
  ['the end, without the fields that go along', { state: '3' }, ['state'], null],
  ['the end', { state: '3', closeNotes: 'Over.' }, USUAL, plain({ state: '3', closeNotes: 'Over.' })],
  [
    'a question: the state does not end the case',
    { state: '18', comments: 'Which?' },
    ['state'],
    plain({ state: '18' }),
  ],
  [
    'a question with its comment',
    { state: '18', comments: 'Which?' },
    USUAL,
    { values: { state: '18' }, said: [['comments', 'Which?']] },
  ],
  ['a comment', { comments: 'We are on it.' }, USUAL, { values: {}, said: [['comments', 'We are on it.']] }],
  ['a work note', { workNotes: 'Database.' }, USUAL, { values: {}, said: [['workNotes', 'Database.']] }],
  ['a work note, comments only are configured', { workNotes: 'Database.' }, ['comments'], null],
  ['a blank comment', { comments: ' ' }, USUAL, null],
  ['who works on it, by default not', { assignedTo: 'u' }, USUAL, null],
  ['who works on it', { assignedTo: 'u' }, ['assigned_to'], plain({ assignedTo: 'u' })],
  ['a related record', { incident: 'i' }, USUAL, null],
])('%s', (_, written, fields, expected) => {
  expect(passedOn({ enabled: true, fields }, written)).toEqual(expected);
  expect(passedOn({ enabled: false, fields }, written)).toBeNull();
});
