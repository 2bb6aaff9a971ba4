import { describe, expect, it } from 'vitest';
import type { AuditLine, RecordHistory, RecordObject } from './history.ts';
import { notesOf, type Bond } from './notes-of.ts';

const LABELS: Readonly<Record<string, string>> = {
  'incident state 1': 'New',
  'incident state 2': 'In Progress',
  'incident state 3': 'On Hold',
  'incident state 6': 'Resolved',
  'incident hold_reason 4': 'Awaiting Vendor',
  'problem state 103': 'Root Cause Analysis',
  'problem state 104': 'Fix in Progress',
  'problem state 106': 'Resolved',
  'problem state 107': 'Closed',
  'change_request state -2': 'Scheduled',
  'change_request state -1': 'Implement',
  'change_request state 3': 'Closed',
  'change_request type normal': 'Normal',
  'change_request type emergency': 'Emergency',
  'change_request close_code successful': 'Successful',
  'sc_request request_state in_process': 'In Process',
  'sc_request request_state closed_complete': 'Closed Complete',
  'sc_request state 2': 'Work in Progress',
  'sc_request state 3': 'Closed Complete',
};
const label = (object: RecordObject, column: string, value: string): string =>
  LABELS[`${object} ${column} ${value}`] ?? value;

/** One update: columns with their value before and after. */
type Updates = readonly Readonly<Record<string, readonly [string, string]>>[];

function historyOf(
  object: RecordObject,
  updates: Updates,
  more: Partial<Pick<RecordHistory, 'values' | 'said' | 'articles'>> = {},
): RecordHistory {
  const lines = updates.flatMap((update, index) =>
    Object.entries(update).map(([field, [before, after]]): AuditLine => ({
      sysId: `${field} ${index}`,
      key: 'record',
      field,
      before,
      after,
      checkpoint: index + 1,
      at: '2026-11-22T10:00:00Z',
    })),
  );
  return {
    object,
    key: 'record',
    number: 'NO1',
    link: object === 'problem' ? 'https://acme.example/problem' : null,
    values: {},
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-22T10:00:00Z',
    lines: lines.toReversed(),
    said: [],
    articles: [],
    ...more,
  };
}

function texts(history: RecordHistory, bond?: Bond): readonly (readonly string[])[] {
  return notesOf(history, label, bond).map(({ text }) => text.split('\n'));
}

type Case = readonly [
  what: string,
  object: RecordObject,
  updates: Updates,
  values: Readonly<Record<string, string>>,
  told: readonly (readonly string[])[],
];

describe('what a case is told', () => {
  it.each<Case>([
    [
      'a change of state',
      'incident',
      [{ state: ['1', '2'] }],
      {},
      [['Incident NO1', 'State: In Progress (was New)']],
    ],
    [
      'On Hold with its reason',
      'incident',
      [{ state: ['2', '3'], hold_reason: ['', '4'] }],
      {},
      [['Incident NO1', 'State: On Hold (was In Progress)', 'On-hold reason: Awaiting Vendor']],
    ],
    [
      'On Hold with the reason that it had then, not the one it has now',
      'incident',
      [{ state: ['2', '3'] }, { hold_reason: ['4', '5'] }],
      { hold_reason: '5' },
      [['Incident NO1', 'State: On Hold (was In Progress)', 'On-hold reason: Awaiting Vendor']],
    ],
    [
      'Resolved with code and notes',
      'incident',
      [{ state: ['2', '6'], close_code: ['', 'Solution provided'], close_notes: ['', 'Restarted it.'] }],
      {},
      [
        [
          'Incident NO1',
          'State: Resolved (was In Progress)',
          'Resolution code: Solution provided',
          'Resolution notes: Restarted it.',
        ],
      ],
    ],
    [
      'nothing else of an incident, and nothing of how it was made',
      'incident',
      [{ close_notes: ['', 'draft'] }, { hold_reason: ['3', '4'] }, { state: ['', '1'] }],
      { state: '1' },
      [],
    ],
    [
      "a problem's state, with the link",
      'problem',
      [{ state: ['103', '104'] }],
      {},
      [
        [
          'Problem NO1',
          'State: Fix in Progress (was Root Cause Analysis)',
          'Link: https://acme.example/problem',
        ],
      ],
    ],
    [
      'the workaround when it is communicated',
      'problem',
      [
        { workaround: ['', 'Use the old client.'] },
        { workaround_communicated_at: ['', '2026-11-22 10:00:00'] },
      ],
      { workaround: '<p>Use the old client.</p>' },
      [['Problem NO1', 'Workaround communicated: Use the old client.', 'Link: https://acme.example/problem']],
    ],
    [
      'the fix when it is communicated',
      'problem',
      [{ fix_communicated_at: ['', '2026-11-22 10:00:00'] }],
      { fix_notes: 'Patch 3.' },
      [['Problem NO1', 'Fix communicated: Patch 3.', 'Link: https://acme.example/problem']],
    ],
    [
      'why a problem was canceled',
      'problem',
      [{ state: ['103', '107'], resolution_code: ['', 'canceled'], close_notes: ['', 'Not a problem.'] }],
      {},
      [
        [
          'Problem NO1',
          'State: Closed (was Root Cause Analysis)',
          'Canceled.',
          'Reason: Not a problem.',
          'Link: https://acme.example/problem',
        ],
      ],
    ],
    [
      'that the risk is accepted: cause, reason, fix',
      'problem',
      [{ state: ['103', '107'], resolution_code: ['', 'risk_accepted'] }],
      { cause_notes: 'Old disks.', close_notes: 'Rare.', fix_notes: 'Replace them.' },
      [
        [
          'Problem NO1',
          'State: Closed (was Root Cause Analysis)',
          'Risk accepted.',
          'Cause: Old disks.',
          'Reason: Rare.',
          'Fix: Replace them.',
          'Link: https://acme.example/problem',
        ],
      ],
    ],
    [
      'cause and fix where a fix was applied, resolved or closed',
      'problem',
      [{ state: ['104', '106'], resolution_code: ['', 'fix_applied'] }, { state: ['106', '107'] }],
      { resolution_code: 'fix_applied', cause_notes: 'Old disks.', fix_notes: 'Replaced them.' },
      [
        ['Resolved', 'Fix in Progress'],
        ['Closed', 'Resolved'],
      ].map(([after, before]) => [
        'Problem NO1',
        `State: ${after} (was ${before})`,
        'Fix applied.',
        'Cause: Old disks.',
        'Fix: Replaced them.',
        'Link: https://acme.example/problem',
      ]),
    ],
    [
      'that a problem is a known error',
      'problem',
      [{ known_error: ['false', 'true'] }, { known_error: ['true', 'false'] }],
      {},
      [['Problem NO1', 'It is a known error now.', 'Link: https://acme.example/problem']],
    ],
    [
      "a change's state and type, as one note where one update changed both",
      'change_request',
      [{ state: ['-2', '-1'], type: ['normal', 'emergency'] }],
      {},
      [['Change request NO1', 'State: Implement (was Scheduled)', 'Type: Emergency (was Normal)']],
    ],
    [
      'that a change is held and why, that the hold was removed, and how it was closed',
      'change_request',
      [
        { on_hold: ['false', 'true'], on_hold_reason: ['', 'Freeze'] },
        { on_hold_reason: ['Freeze', 'Audit'] },
        { on_hold: ['true', 'false'], on_hold_reason: ['Audit', ''] },
        { state: ['-1', '3'], close_code: ['', 'successful'], close_notes: ['', 'Done.'] },
      ],
      {},
      [
        ['Change request NO1', 'It is on hold.', 'On-hold reason: Freeze'],
        ['Change request NO1', 'On-hold reason: Audit'],
        ['Change request NO1', 'The hold was removed.'],
        [
          'Change request NO1',
          'State: Closed (was Implement)',
          'Close code: Successful',
          'Close notes: Done.',
        ],
      ],
    ],
    [
      "a request's state once, though it has two",
      'sc_request',
      [
        {
          request_state: ['in_process', 'closed_complete'],
          state: ['2', '3'],
          close_notes: ['', 'Delivered.'],
        },
      ],
      {},
      [['Request NO1', 'State: Closed Complete (was In Process)', 'Close notes: Delivered.']],
    ],
    [
      'the other state of a request where only that changes',
      'sc_request',
      [{ state: ['2', '3'] }],
      {},
      [['Request NO1', 'State: Closed Complete (was Work in Progress)']],
    ],
  ])('%s', (_, object, updates, values, told) => {
    expect(texts(historyOf(object, updates, { values }))).toEqual(told);
  });

  it('names a change that caused the case so', () => {
    expect(texts(historyOf('change_request', [{ state: ['-2', '-1'] }]), 'caused-by')).toEqual([
      ['Causing change request NO1', 'State: Implement (was Scheduled)'],
    ]);
  });

  it.each<[RecordObject, boolean]>([
    ['incident', true],
    ['change_request', true],
    ['sc_req_item', true],
    ['problem', false],
    ['sc_request', true],
  ])('additional comments on %s: %s', (object, isTold) => {
    const said = [{ sysId: 'a', key: 'record', at: '2026-11-22T10:00:00Z', by: 'ada', text: ' Any news? ' }];
    const notes = texts(historyOf(object, [], { said }));
    expect(notes.map(([, text]) => text)).toEqual(isTold ? ['Additional comment by ada: Any news?'] : []);
  });

  it('updates of one second come in the order of their count, whatever the order they are read in', () => {
    const updates: Updates = [
      { state: ['1', '2'] },
      { state: ['2', '1'] },
      { state: ['1', '2'] },
      ...Array.from({ length: 8 }, () => ({ close_notes: ['a', 'b'] as const })),
      { state: ['2', '1'] },
    ];
    const states = texts(historyOf('incident', updates)).map(([, text]) => text);
    expect(states).toEqual([
      'State: In Progress (was New)',
      'State: New (was In Progress)',
      'State: In Progress (was New)',
      'State: New (was In Progress)',
    ]);
  });
});
