import { CASE_STATES, type CaseFacts } from '../case-facts.ts';
import type { Refusal } from '../refusal.ts';
import { CASE_ACTIONS, type CaseAction } from './case-action.ts';
import {
  agentWithRole,
  caseAgent,
  customer,
  hasRole,
  having,
  inState,
  isAgent,
  itilForMajorCase,
  majorState,
  notBelowMajorCase,
  stillOpen,
  without,
  type Asker,
  type Check,
  type RelatedField,
} from './checks.ts';

export interface AvailableAction {
  readonly action: CaseAction;
  readonly enabled: boolean;
  /** Why not, for the agent; `null` when it can be done. */
  readonly reason: string | null;
}

const { new: NEW, open: OPEN, awaitingInfo: AWAITING, resolved: RESOLVED } = CASE_STATES;
const MAJOR_ISSUE_MANAGERS = ['sn_majorissue_mgt.major_issue_manager', 'sn_customerservice_manager'];

/**
 * What each action asks for, who-questions first, so that nobody learns of a case's state what their role keeps from them. Roles and cardinality:
 * ServiceNow facts 6.1, 6.2, 6.7; states: 5.2.
 */
const CHECKS: Readonly<Record<CaseAction, readonly Check[]>> = {
  CREATE_INCIDENT: create('create incidents from cases', 'sn_incident_write', 'incident'),
  CREATE_PROBLEM: create('create problems from cases', 'sn_problem_write', 'problem'),
  CREATE_REQUEST: create('create requests from cases', 'sn_request_write', null),
  CREATE_NORMAL_CHANGE: create('create changes from cases', 'sn_change_write', 'change'),
  CREATE_STANDARD_CHANGE: create('create changes from cases', 'sn_change_write', 'change'),
  ASSOCIATE_INCIDENT: associate('incidents', 'sn_incident', 'incident'),
  ASSOCIATE_PROBLEM: associate('problems', 'sn_problem', 'problem'),
  ASSOCIATE_CHANGE: associate('changes', 'sn_change', 'change'),
  ASSOCIATE_CAUSED_BY_CHANGE: associate('changes', 'sn_change', 'causedBy'),
  ASSOCIATE_REQUEST: moveRequest('associate requests with cases'),
  REMOVE_INCIDENT: remove('incidents', 'sn_incident', 'incident'),
  REMOVE_PROBLEM: remove('problems', 'sn_problem', 'problem'),
  REMOVE_CHANGE: remove('changes', 'sn_change', 'change'),
  REMOVE_CAUSED_BY_CHANGE: remove('changes', 'sn_change', 'causedBy'),
  REMOVE_REQUEST: moveRequest('remove requests from cases'),
  PROPOSE_MAJOR_CASE: [
    caseAgent('propose major cases'),
    notBelowMajorCase,
    majorState('is a candidate or a major case already', null, 'rejected', 'canceled'),
    inState('proposing a major case', NEW, OPEN, AWAITING),
  ],
  ACCEPT_MAJOR_CASE: decideMajor('accept'),
  REJECT_MAJOR_CASE: decideMajor('reject'),
  CREATE_CHILD_CASES: extendMajor('create child cases of a major case'),
  ADD_CHILD_CASE: extendMajor('add child cases to a major case'),
  PROPOSE_SOLUTION: [caseAgent('propose solutions'), inState('proposing a solution', OPEN, AWAITING)],
  ACCEPT_SOLUTION: [customer('accepts a solution'), inState('accepting a solution', RESOLVED)],
  REJECT_SOLUTION: [customer('rejects a solution'), inState('rejecting a solution', RESOLVED)],
  REQUEST_INFO: [caseAgent('request information'), inState('requesting information', OPEN)],
  CLOSE: [mayClose, inState('closing', NEW, OPEN, AWAITING)],
};

/** `field`: what a case has at most one of. */
function create(what: string, role: string, field: RelatedField | null): readonly Check[] {
  const single = field === null ? [] : [without(field)];
  return [mayCreate(what, role), itilForMajorCase, ...single, stillOpen, notBelowMajorCase];
}

/** A manager creates records from a major case by the role itil, which is all that the documentation asks of one there (facts 6.7). */
function mayCreate(what: string, role: string): Check {
  const asked = agentWithRole(what, role);
  return (asker, facts) => {
    const manages = isAgent(asker) && hasRole(asker, MAJOR_ISSUE_MANAGERS);
    return facts.majorCaseState === 'accepted' && manages ? null : asked(asker, facts);
  };
}

/** Associating and removing need no more than the role to read (facts 6.1); the writing role contains it. */
function associate(records: string, role: string, field: RelatedField): readonly Check[] {
  const asked = agentWithRole(`associate ${records} with cases`, `${role}_read`, `${role}_write`);
  return [asked, without(field), stillOpen, notBelowMajorCase];
}

function remove(records: string, role: string, field: RelatedField): readonly Check[] {
  const asked = agentWithRole(`remove ${records} from cases`, `${role}_read`, `${role}_write`);
  return [asked, having(field), stillOpen, notBelowMajorCase];
}

/** The request is what is written, so the role to read requests is not enough. A case may have many; whether it has one is seen on the request. */
function moveRequest(what: string): readonly Check[] {
  return [agentWithRole(what, 'sn_request_write'), stillOpen, notBelowMajorCase];
}

function decideMajor(verb: 'accept' | 'reject'): readonly Check[] {
  return [
    majorIssueManager(`${verb} candidates for a major case`),
    majorState('is no candidate for a major case', 'proposed'),
    stillOpen,
  ];
}

function extendMajor(what: string): readonly Check[] {
  return [majorIssueManager(what), majorState('is no major case', 'accepted'), stillOpen];
}

function majorIssueManager(what: string): Check {
  return agentWithRole(what, ...MAJOR_ISSUE_MANAGERS);
}

/** Agents, managers and the customer close cases; who may see a case at all has been decided before. */
function mayClose(asker: Asker, facts: CaseFacts): Refusal | null {
  const asked = isAgent(asker) ? caseAgent('close cases') : customer('closes a case');
  return asked(asker, facts);
}

/** Why somebody may not do something with a case as it stands; `null` when it can be done. The same decision for menus and for mutations. */
export function refuseAction(action: CaseAction, asker: Asker, facts: CaseFacts): Refusal | null {
  for (const check of CHECKS[action]) {
    const refusal = check(asker, facts);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Every action with its answer, in the order of a menu. */
export function availableActions(asker: Asker, facts: CaseFacts): readonly AvailableAction[] {
  return CASE_ACTIONS.map((action) => {
    const refusal = refuseAction(action, asker, facts);
    return { action, enabled: refusal === null, reason: refusal?.message ?? null };
  });
}
