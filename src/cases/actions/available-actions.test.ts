import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../case-facts.ts';
import { caseFacts } from '../testing/case-facts.ts';
import { availableActions, refuseAction } from './available-actions.ts';
import { CASE_ACTIONS, type CaseAction } from './case-action.ts';

const ALL = { incident: 'i', problem: 'p', change: 'c', causedBy: 'b' };

const AGENT = ['sn_customerservice_agent'];
const ITSM = [...AGENT, 'sn_incident_write', 'sn_problem_write', 'sn_change_write', 'sn_request_write'];
const READER = [...AGENT, 'sn_incident_read', 'sn_problem_read', 'sn_change_read', 'sn_request_read'];
const MANAGER = [...ITSM, 'sn_majorissue_mgt.major_issue_manager'];

const CREATES: readonly CaseAction[] = CASE_ACTIONS.filter(
  (action) => action.startsWith('CREATE_') && action !== 'CREATE_CHILD_CASES',
);
/** A case may have many requests, and does not know of them: both are offered throughout. */
const REQUESTS: readonly CaseAction[] = ['ASSOCIATE_REQUEST', 'REMOVE_REQUEST'];
const one = (action: CaseAction): boolean => !REQUESTS.includes(action);
const ASSOCIATES = CASE_ACTIONS.filter((action) => action.startsWith('ASSOCIATE_') && one(action));
const REMOVES = CASE_ACTIONS.filter((action) => action.startsWith('REMOVE_') && one(action));

const OPEN_WORK: readonly CaseAction[] = ['PROPOSE_MAJOR_CASE', 'PROPOSE_SOLUTION', 'REQUEST_INFO', 'CLOSE'];

/** Who, which case, and all that the menu then offers. */
describe('the menu of', () => {
  it.each<[string, string, string[], Partial<CaseFacts>, readonly CaseAction[]]>([
    ['an agent without ITSM roles', 'agent', AGENT, {}, OPEN_WORK],
    [
      'an agent with the writing roles, bare case',
      'agent',
      ITSM,
      {},
      [...CREATES, ...ASSOCIATES, ...REQUESTS, ...OPEN_WORK],
    ],
    ['an agent with the reading roles', 'agent', READER, {}, [...ASSOCIATES, ...OPEN_WORK]],
    [
      'an agent, case with one of each',
      'agent',
      ITSM,
      ALL,
      ['CREATE_REQUEST', ...REMOVES, ...REQUESTS, ...OPEN_WORK],
    ],
    [
      'an agent, case with a change only',
      'agent',
      ITSM,
      { change: 'c' },
      [
        'CREATE_INCIDENT',
        'CREATE_PROBLEM',
        'CREATE_REQUEST',
        'ASSOCIATE_INCIDENT',
        'ASSOCIATE_PROBLEM',
        'ASSOCIATE_CAUSED_BY_CHANGE',
        'REMOVE_CHANGE',
        ...REQUESTS,
        ...OPEN_WORK,
      ],
    ],
    [
      'an agent, new case',
      'agent',
      ITSM,
      { state: '1' },
      [...CREATES, ...ASSOCIATES, ...REQUESTS, 'PROPOSE_MAJOR_CASE', 'CLOSE'],
    ],
    [
      'an agent, case that waits for the customer',
      'agent',
      ITSM,
      { state: '18' },
      [...CREATES, ...ASSOCIATES, ...REQUESTS, 'PROPOSE_MAJOR_CASE', 'PROPOSE_SOLUTION', 'CLOSE'],
    ],
    ['an agent, resolved case', 'agent', ITSM, { state: '6', ...ALL }, []],
    ['an agent, closed case', 'agent', ITSM, { state: '3', ...ALL }, []],
    ['an agent, canceled case', 'agent', ITSM, { state: '7', ...ALL }, []],
    [
      'an agent, child of a major case',
      'agent',
      ITSM,
      { childOfMajor: true, ...ALL },
      ['PROPOSE_SOLUTION', 'REQUEST_INFO', 'CLOSE'],
    ],
    [
      'a major issue manager, candidate',
      'agent',
      MANAGER,
      { majorCaseState: 'proposed' },
      [
        ...CREATES,
        ...ASSOCIATES,
        ...REQUESTS,
        'ACCEPT_MAJOR_CASE',
        'REJECT_MAJOR_CASE',
        'PROPOSE_SOLUTION',
        'REQUEST_INFO',
        'CLOSE',
      ],
    ],
    [
      'an agent, candidate',
      'agent',
      AGENT,
      { majorCaseState: 'proposed' },
      ['PROPOSE_SOLUTION', 'REQUEST_INFO', 'CLOSE'],
    ],
    [
      'a major issue manager without itil, major case',
      'agent',
      MANAGER,
      { majorCaseState: 'accepted' },
      [
        ...ASSOCIATES,
        ...REQUESTS,
        'CREATE_CHILD_CASES',
        'ADD_CHILD_CASE',
        'PROPOSE_SOLUTION',
        'REQUEST_INFO',
        'CLOSE',
      ],
    ],
    [
      'a major issue manager with itil, major case',
      'agent',
      [...MANAGER, 'itil'],
      { majorCaseState: 'accepted' },
      [
        ...CREATES,
        ...ASSOCIATES,
        ...REQUESTS,
        'CREATE_CHILD_CASES',
        'ADD_CHILD_CASE',
        'PROPOSE_SOLUTION',
        'REQUEST_INFO',
        'CLOSE',
      ],
    ],
    [
      'a major issue manager with itil alone, major case',
      'agent',
      ['sn_majorissue_mgt.major_issue_manager', 'itil'],
      { majorCaseState: 'accepted' },
      [...CREATES, 'CREATE_CHILD_CASES', 'ADD_CHILD_CASE'],
    ],
    [
      'a major issue manager with itil alone, case of a customer',
      'agent',
      [...AGENT, 'sn_majorissue_mgt.major_issue_manager', 'itil'],
      {},
      OPEN_WORK,
    ],
    ['a case that was rejected once', 'agent', AGENT, { majorCaseState: 'rejected' }, OPEN_WORK],
    ['a contact, open case', 'contact', ['sn_customerservice.customer'], {}, ['CLOSE']],
    [
      'a contact, resolved case',
      'contact',
      ['sn_customerservice.customer'],
      { state: '6' },
      ['ACCEPT_SOLUTION', 'REJECT_SOLUTION'],
    ],
    ['a contact whose token claims every role', 'contact', [...MANAGER, 'itil', 'admin'], {}, ['CLOSE']],
    ['a consumer, closed case', 'consumer', [], { state: '3' }, []],
    ['an administrator', 'agent', ['admin'], {}, [...CREATES, ...ASSOCIATES, ...REQUESTS, ...OPEN_WORK]],
    ['somebody without any role', 'agent', [], {}, []],
  ])('%s', (_, kind, roles, changed, offered) => {
    const actions = availableActions({ kind, roles: new Set(roles) }, caseFacts(changed));
    expect(actions.map(({ action }) => action)).toEqual(CASE_ACTIONS);
    expect(actions.filter(({ enabled }) => enabled).map(({ action }) => action)).toEqual(
      CASE_ACTIONS.filter((action) => offered.includes(action)),
    );
    for (const { enabled, reason } of actions) expect(reason === null).toBe(enabled);
  });
});

/** What the agent reads, and the code that a mutation answers. Who-questions come before what a case holds. */
it.each<[CaseAction, string, string[], Partial<CaseFacts>, string, string]>([
  [
    'CREATE_INCIDENT',
    'agent',
    AGENT,
    ALL,
    'FORBIDDEN',
    'You need the role sn_incident_write to create incidents from cases.',
  ],
  ['CREATE_PROBLEM', 'contact', ITSM, {}, 'FORBIDDEN', 'Only agents create problems from cases.'],
  [
    'CREATE_INCIDENT',
    'agent',
    MANAGER,
    { majorCaseState: 'accepted' },
    'FORBIDDEN',
    'You need the role itil to create records from a major case.',
  ],
  [
    'CREATE_STANDARD_CHANGE',
    'agent',
    ITSM,
    ALL,
    'ALREADY_ASSOCIATED',
    'CS0001001 has a change request already; a case has at most one.',
  ],
  [
    'ASSOCIATE_CAUSED_BY_CHANGE',
    'agent',
    READER,
    ALL,
    'ALREADY_ASSOCIATED',
    'CS0001001 has a change request that caused it already; a case has at most one.',
  ],
  ['REMOVE_INCIDENT', 'agent', READER, {}, 'INVALID_STATE', 'CS0001001 does not have an incident.'],
  [
    'REMOVE_INCIDENT',
    'agent',
    READER,
    { ...ALL, childOfMajor: true },
    'INVALID_STATE',
    'CS0001001 is the child of a major case; do it there.',
  ],
  [
    'CREATE_REQUEST',
    'agent',
    ITSM,
    { state: '6' },
    'INVALID_STATE',
    'CS0001001 is resolved, closed or canceled; reopen it first.',
  ],
  [
    'PROPOSE_SOLUTION',
    'agent',
    AGENT,
    { state: '1' },
    'INVALID_STATE',
    'CS0001001 is New; proposing a solution takes Open or Awaiting Info.',
  ],
  [
    'PROPOSE_MAJOR_CASE',
    'agent',
    AGENT,
    { majorCaseState: 'accepted' },
    'INVALID_STATE',
    'CS0001001 is a candidate or a major case already.',
  ],
  [
    'ACCEPT_MAJOR_CASE',
    'agent',
    AGENT,
    {},
    'FORBIDDEN',
    'You need the role sn_majorissue_mgt.major_issue_manager or sn_customerservice_manager to accept candidates for a major case.',
  ],
  ['REJECT_MAJOR_CASE', 'agent', MANAGER, {}, 'INVALID_STATE', 'CS0001001 is no candidate for a major case.'],
  [
    'ACCEPT_SOLUTION',
    'agent',
    ['admin'],
    { state: '6' },
    'FORBIDDEN',
    'Only the customer accepts a solution.',
  ],
  [
    'CLOSE',
    'agent',
    AGENT,
    { state: '42' },
    'INVALID_STATE',
    'CS0001001 is in state 42; closing takes New, Open or Awaiting Info.',
  ],
])('%s by a %s is refused', (action, kind, roles, changed, code, message) => {
  const refusal = refuseAction(action, { kind, roles: new Set(roles) }, caseFacts(changed));
  expect(refusal).toEqual({ code, message });
});
