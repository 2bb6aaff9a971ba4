import type { Domain } from './domains.ts';
import type { Draft } from './draft.ts';
import type { Stage } from './incidents.ts';
import type { Random } from './random.ts';
import type { Team } from './staff.ts';
import type { AddTask, Ending } from './task.ts';
import type { SnRecord } from './world.ts';
import { HOUR, snTime } from './moment.ts';
import { NOT_ENDED, lifespan, pickAssignee } from './task.ts';
import { CLOSE_NOTES } from './vocabulary/trouble.ts';

export interface ProblemInput {
  readonly domain: Domain;
  readonly team: Team;
  readonly shortDescription: string;
  readonly impact: string;
  readonly urgency: string;
  readonly priority: string;
  readonly since: number;
  readonly stage: Stage;
  readonly company?: string | undefined;
  readonly ci?: string | undefined;
  /** sys_id of the task that reported it first. */
  readonly reportedBy?: string | undefined;
}

/** New 101, Assess 102, Root Cause Analysis 103, Fix in Progress 104, Resolved 106, Closed 107. */
const STATES: Readonly<Record<Stage, readonly string[]>> = {
  new: ['101', '102'],
  working: ['101', '102', '103', '104'],
  waiting: ['103', '104'],
  resolved: ['104', '106', '106', '107'],
  closed: ['106', '107', '107'],
  canceled: ['107'],
};

const PROBLEM = { table: 'problem', prefix: 'PRB', firstNumber: 40_001 };

export function createProblems(draft: Draft, addTask: AddTask): (input: ProblemInput) => SnRecord {
  const random = draft.random('problems');
  return (input) => {
    const state = random.pick(STATES[input.stage]);
    const over = state === '106' || state === '107';
    const opened = Math.min(draft.now - HOUR, input.since + random.between(4, 60) * HOUR);
    const life = lifespan(random, draft.now, opened, over);
    const { assignee, group } = pickAssignee(random, input.team, input.team.itsmGroups);
    const end = ending(random, state, life.ended, (assignee ?? random.pick(input.team.agents)).id);
    const task = {
      kind: PROBLEM,
      domain: input.domain,
      state,
      active: state !== '107',
      shortDescription: `${input.shortDescription} (root cause)`,
      life,
      openedBy: random.pick(input.team.agents),
      assignee,
      group,
    };
    return addTask(task, {
      problem_state: state,
      impact: input.impact,
      urgency: input.urgency,
      priority: input.priority,
      category: random.pick(['software', 'hardware', 'network', 'database']),
      company: input.company ?? '',
      cmdb_ci: input.ci ?? '',
      first_reported_by_task: input.reportedBy ?? '',
      known_error: random.chance(0.2) ? 'true' : 'false',
      major_problem: 'false',
      workaround: random.chance(0.4) ? 'Restart the affected service and clear its queue.' : '',
      cause_notes: end.code === '' ? '' : 'A limit was set too low during an update.',
      fix_notes: end.notes,
      resolution_code: end.code,
      close_notes: end.notes,
      resolved_at: end.resolvedAt,
      resolved_by: end.resolvedBy,
      closed_at: end.closedAt,
      closed_by: end.closedBy,
    });
  };
}

function ending(random: Random, state: string, ended: number | undefined, by: string): Ending {
  if (ended === undefined) return NOT_ENDED;
  const at = snTime(ended);
  const notes = random.pick(CLOSE_NOTES);
  if (state === '106') return { ...NOT_ENDED, code: 'fix_applied', notes, resolvedAt: at, resolvedBy: by };
  const code = random.pick(['fix_applied', 'fix_applied', 'risk_accepted', 'canceled']);
  return { code, notes, resolvedAt: at, resolvedBy: by, closedAt: at, closedBy: by };
}
