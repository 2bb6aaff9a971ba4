import type { Domain } from './domains.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { Team } from './staff.ts';
import type { AddTask, Ending } from './task.ts';
import type { SnRecord } from './world.ts';
import { PRIORITY_LOOKUP } from './foundation.ts';
import { HOUR, snTime } from './moment.ts';
import { NOT_ENDED, lifespan, pickAssignee } from './task.ts';
import { CLOSE_NOTES } from './vocabulary/trouble.ts';

/** What an incident is made from. */
export interface IncidentInput {
  readonly domain: Domain;
  readonly team: Team;
  readonly shortDescription: string;
  readonly description?: string | undefined;
  /** 1 to 5. */
  readonly priority: string;
  /** Milliseconds since 1970 at which its cause came up. */
  readonly since: number;
  /** Where the case stands that it belongs to; decides which states fit. */
  readonly stage: Stage;
  readonly caller?: string | undefined;
  readonly company?: string | undefined;
  readonly ci?: string | undefined;
  readonly problem?: string | undefined;
  readonly change?: string | undefined;
  readonly causedBy?: string | undefined;
}

export type Stage = 'new' | 'working' | 'waiting' | 'resolved' | 'closed' | 'canceled';

/** New 1, In Progress 2, On Hold 3, Resolved 6, Closed 7, Canceled 8. */
const STATES: Readonly<Record<Stage, readonly string[]>> = {
  new: ['1', '1', '2'],
  working: ['1', '2', '2', '2', '3', '6'],
  waiting: ['2', '3', '3'],
  resolved: ['6', '6', '7'],
  closed: ['7'],
  canceled: ['8', '7'],
};

const CLOSE_CODES = [
  'Solution provided',
  'Solution provided',
  'Workaround provided',
  'Resolved by caller',
  'Known error',
  'User error',
];
/** Awaiting Caller, Problem, Vendor, Change. */
const HOLD_REASONS = ['1', '3', '4', '5'];
const CATEGORIES = ['inquiry', 'software', 'hardware', 'network', 'database'];

const INCIDENT = { table: 'incident', prefix: 'INC', firstNumber: 10_001 };

export function createIncidents(draft: Draft, addTask: AddTask): (input: IncidentInput) => SnRecord {
  const random = draft.random('incidents');
  return (input) => {
    const state = random.pick(STATES[input.stage]);
    const over = state === '6' || state === '7' || state === '8';
    const opened = Math.min(draft.now - HOUR, input.since + random.between(1, 30) * HOUR);
    const life = lifespan(random, draft.now, opened, over);
    const { assignee, group } = pickAssignee(random, input.team, input.team.itsmGroups);
    const [impact, urgency] = random.pick(
      PRIORITY_LOOKUP.filter(([, , priority]) => priority === input.priority),
    );
    const end = ending(random, state, life.ended, (assignee ?? random.pick(input.team.agents)).id);
    const task = {
      kind: INCIDENT,
      domain: input.domain,
      state,
      active: state !== '7' && state !== '8',
      shortDescription: input.shortDescription,
      life,
      openedBy: random.pick(input.team.agents),
      assignee,
      group,
    };
    return addTask(task, {
      incident_state: state,
      description: input.description ?? '',
      impact,
      urgency,
      priority: input.priority,
      severity: '3',
      category: random.pick(CATEGORIES),
      contact_type: random.pick(['phone', 'email', 'self-service', 'monitoring']),
      caller_id: input.caller ?? '',
      company: input.company ?? '',
      cmdb_ci: input.ci ?? '',
      problem_id: input.problem ?? '',
      rfc: input.change ?? '',
      caused_by: input.causedBy ?? '',
      notify: '1',
      // Filled for the few that an incident tool knows of.
      correlation_id: '',
      correlation_display: '',
      reopen_count: '0',
      hold_reason: state === '3' ? random.pick(HOLD_REASONS) : '',
      close_code: end.code,
      close_notes: end.notes,
      resolved_at: end.resolvedAt,
      resolved_by: end.resolvedBy,
      closed_at: end.closedAt,
      closed_by: end.closedBy,
    });
  };
}

/** Resolved and closed incidents carry a code and notes, as the data policy demands; cancelled ones need none. */
function ending(random: Random, state: string, ended: number | undefined, by: string): Ending {
  if (ended === undefined) return NOT_ENDED;
  const at = snTime(ended);
  const closed = state === '6' ? NOT_ENDED : { ...NOT_ENDED, closedAt: at, closedBy: by };
  if (state === '8') return closed;
  return {
    ...closed,
    code: random.pick(CLOSE_CODES),
    notes: random.pick(CLOSE_NOTES),
    resolvedAt: at,
    resolvedBy: by,
  };
}
