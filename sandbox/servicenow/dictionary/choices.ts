/**
 * Choice lists by `table.element`, used where the world brings no sys_choice rows of its own. Values and labels after
 * facts 5.2 to 5.6 and the measured list; a list of `task` also serves the classes that have none.
 */
type Labels = Readonly<Record<string, string>>;

const LEVELS: Labels = { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' };
const BARE_LEVELS: Labels = { 1: 'High', 2: 'Medium', 3: 'Low' };
const PRIORITIES: Labels = {
  1: '1 - Critical',
  2: '2 - High',
  3: '3 - Moderate',
  4: '4 - Low',
  5: '5 - Planning',
};
const BARE_PRIORITIES: Labels = { 1: 'Critical', 2: 'High', 3: 'Moderate', 4: 'Low' };

const same = (...values: string[]): Labels => Object.fromEntries(values.map((value) => [value, value]));

const TASK: Readonly<Record<string, Labels>> = {
  'task.state': {
    '-5': 'Pending',
    1: 'Open',
    2: 'Work in Progress',
    3: 'Closed Complete',
    4: 'Closed Incomplete',
    7: 'Closed Skipped',
  },
  'task.priority': PRIORITIES,
  'task.impact': LEVELS,
  'task.urgency': LEVELS,
  'task.escalation': { 0: 'Normal', 1: 'Moderate', 2: 'High', 3: 'Overdue' },
  'task.approval': {
    'not requested': 'Not Yet Requested',
    not_required: 'Not Required',
    requested: 'Requested',
    approved: 'Approved',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    duplicate: 'No Longer Required',
  },
  'task.contact_type': {
    chat: 'Chat',
    email: 'Email',
    phone: 'Phone',
    social: 'Social',
    web: 'Web',
    'self-service': 'Self-service',
    monitoring: 'Monitoring',
    'walk-in': 'Walk-in',
  },
  'task.upon_approval': { proceed: 'Proceed to Next Task', do_nothing: 'Wait for a User to Close this task' },
  'task.upon_reject': { cancel: 'Cancel all future Tasks', goto: 'Go to a previous Task' },
};

const CASE: Readonly<Record<string, Labels>> = {
  // 7 Canceled is from memory in the facts: the documentation names the state and prints no number.
  'sn_customerservice_case.state': {
    1: 'New',
    10: 'Open',
    18: 'Awaiting Info',
    6: 'Resolved',
    3: 'Closed',
    7: 'Canceled',
  },
  'sn_customerservice_case.priority': BARE_PRIORITIES,
  'sn_customerservice_case.impact': BARE_LEVELS,
  'sn_customerservice_case.urgency': BARE_LEVELS,
  'sn_customerservice_case.category': { 0: 'Question', 1: 'Issue', 2: 'Feature' },
  'sn_customerservice_case.notify': { 1: 'Do Not Notify', 2: 'Send Email', 3: 'Telephone' },
  'sn_customerservice_case.major_case_state': {
    proposed: 'Proposed',
    accepted: 'Accepted',
    rejected: 'Rejected',
    canceled: 'Canceled',
  },
  // Only value 1 is attested; the others are numbered in the order of the documented labels.
  'sn_customerservice_case.resolution_code': {
    1: 'Solved - Fixed by Support/Guidance provided',
    2: 'Solved - Workaround provided',
    3: 'Solved by customer',
    4: 'Inconclusive - Out of scope',
    5: 'Inconclusive - Cannot reproduce',
    6: 'Inconclusive - No workaround',
    7: 'Voided/Canceled',
    8: 'Solved – Fixed by closing related PRB',
    9: 'Solved – Workaround provided based on open PRB',
    10: 'Solved – Fixed by closing related Change Request',
    11: 'Solved – Fixed by closing related Incident',
    12: 'Solved – Related Request is Closed Complete',
  },
};

const INCIDENT_STATES: Labels = {
  1: 'New',
  2: 'In Progress',
  3: 'On Hold',
  6: 'Resolved',
  7: 'Closed',
  8: 'Canceled',
};
const PROBLEM_STATES: Labels = {
  101: 'New',
  102: 'Assess',
  103: 'Root Cause Analysis',
  104: 'Fix in Progress',
  106: 'Resolved',
  107: 'Closed',
};

const ITSM: Readonly<Record<string, Labels>> = {
  'incident.state': INCIDENT_STATES,
  'incident.incident_state': INCIDENT_STATES,
  'incident.severity': LEVELS,
  'incident.category': {
    inquiry: 'Inquiry / Help',
    software: 'Software',
    hardware: 'Hardware',
    network: 'Network',
    database: 'Database',
  },
  'incident.notify': { 1: 'Do Not Notify', 2: 'Send Email', 3: 'Telephone' },
  'incident.hold_reason': {
    1: 'Awaiting Caller',
    3: 'Awaiting Problem',
    4: 'Awaiting Vendor',
    5: 'Awaiting Change',
  },
  'incident.close_code': same(
    'Duplicate',
    'Known error',
    'No resolution provided',
    'Resolved by caller',
    'Resolved by change',
    'Resolved by problem',
    'Resolved by request',
    'Solution provided',
    'Workaround provided',
    'User error',
  ),
  'problem.state': PROBLEM_STATES,
  'problem.problem_state': PROBLEM_STATES,
  'problem.resolution_code': {
    fix_applied: 'Fix Applied',
    risk_accepted: 'Risk Accepted',
    duplicate: 'Duplicate',
    canceled: 'Canceled',
  },
  'problem_task.state': { 151: 'New', 152: 'Assess', 154: 'Work in Progress', 157: 'Closed' },
  'u_warranty.u_level': { basic: 'Basic', plus: 'Plus', premium: 'Premium "24/7"' },
  'kb_knowledge.workflow_state': {
    draft: 'Draft',
    review: 'Review',
    published: 'Published',
    retired: 'Retired',
  },
  'problem_task.problem_task_type': { rca: 'Root Cause Analysis', general: 'General' },
  'change_request.state': {
    '-5': 'New',
    '-4': 'Assess',
    '-3': 'Authorize',
    '-2': 'Scheduled',
    '-1': 'Implement',
    0: 'Review',
    3: 'Closed',
    4: 'Canceled',
  },
  'change_request.priority': { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low' },
  'change_request.type': { normal: 'Normal', standard: 'Standard', emergency: 'Emergency' },
  'change_request.risk': { 1: 'Very High', 2: 'High', 3: 'Moderate', 4: 'Low' },
  'change_request.close_code': {
    successful: 'Successful',
    successful_issues: 'Successful with issues',
    unsuccessful: 'Unsuccessful',
  },
  'change_request.phase': { requested: 'Requested' },
  'change_request.phase_state': { open: 'Open' },
  'change_request.conflict_status': {
    'Not Run': 'Not Run',
    Conflict: 'Conflict',
    'No Conflict': 'No Conflict',
  },
  'change_task.state': { '-5': 'Pending', 1: 'Open', 2: 'In Progress', 3: 'Closed', 4: 'Canceled' },
  'sc_task.state': {
    '-5': 'Pending',
    1: 'Open',
    2: 'Work in Progress',
    3: 'Closed Complete',
    4: 'Closed Incomplete',
    5: 'Closed Skipped',
  },
  'sc_request.request_state': {
    requested: 'Pending Approval',
    in_process: 'Approved',
    closed_complete: 'Closed Complete',
    closed_incomplete: 'Closed Incomplete',
    closed_rejected: 'Closed Rejected',
    closed_cancelled: 'Closed Cancelled',
  },
};

export const CHOICES: Readonly<Record<string, Labels>> = { ...TASK, ...CASE, ...ITSM };
