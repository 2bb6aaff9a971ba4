import type { Domain } from './domains.ts';
import type { Draft } from './draft.ts';
import type { Stage } from './incidents.ts';
import type { Team } from './staff.ts';
import type { AddTask, Ending } from './task.ts';
import type { SnRecord } from './world.ts';
import { createDeck } from './deck.ts';
import { DAY, HOUR, snTime } from './moment.ts';
import { NOT_ENDED, lifespan, pickAssignee } from './task.ts';

export interface ChangeInput {
  readonly domain: Domain;
  readonly team: Team;
  readonly shortDescription: string;
  readonly description?: string | undefined;
  readonly impact: string;
  readonly urgency: string;
  readonly priority: string;
  readonly since: number;
  readonly stage: Stage;
  readonly company?: string | undefined;
  readonly ci?: string | undefined;
}

/** New -5, Assess -4, Authorize -3, Scheduled -2, Implement -1, Review 0, Closed 3, Canceled 4. */
const STATES: Readonly<Record<Stage, readonly string[]>> = {
  new: ['-5', '-4'],
  working: ['-5', '-4', '-3', '-2', '-1'],
  waiting: ['-3', '-2', '-1'],
  resolved: ['-1', '0', '3'],
  closed: ['0', '3', '3'],
  canceled: ['4'],
};

const TYPES = ['normal', 'normal', 'normal', 'standard', 'emergency'];

const CHANGE = { table: 'change_request', prefix: 'CHG', firstNumber: 30_001 };

export function createChanges(draft: Draft, addTask: AddTask): (input: ChangeInput) => SnRecord {
  const random = draft.random('changes');
  const types = createDeck(random, TYPES);
  return (input) => {
    const state = random.pick(STATES[input.stage]);
    const over = state === '3' || state === '4';
    const opened = Math.min(draft.now - HOUR, input.since + random.between(6, 72) * HOUR);
    const life = lifespan(random, draft.now, opened, over);
    const { assignee, group } = pickAssignee(random, input.team, input.team.itsmGroups);
    const requestedBy = random.pick(input.team.agents);
    const start = opened + random.between(1, 14) * DAY;
    const task = {
      kind: CHANGE,
      domain: input.domain,
      state,
      active: !over,
      shortDescription: `Change: ${input.shortDescription}`,
      life,
      openedBy: requestedBy,
      assignee,
      group,
    };
    const end = ending(state, life.ended, requestedBy.id);
    const onHold = !over && random.chance(0.1);
    return addTask(task, {
      type: types(),
      description: input.description ?? '',
      impact: input.impact,
      urgency: input.urgency,
      priority: input.priority,
      risk: random.pick(['2', '3', '3', '3', '4']),
      category: 'Other',
      company: input.company ?? '',
      cmdb_ci: input.ci ?? '',
      requested_by: requestedBy.id,
      start_date: snTime(start),
      end_date: snTime(start + random.between(1, 8) * HOUR),
      phase: 'requested',
      phase_state: 'open',
      on_hold: onHold ? 'true' : 'false',
      on_hold_reason: onHold ? 'Waiting for the maintenance window' : '',
      reason: 'Reported by a customer case',
      close_code: end.code,
      close_notes: end.notes,
      closed_at: end.closedAt,
      closed_by: end.closedBy,
    });
  };
}

function ending(state: string, ended: number | undefined, by: string): Ending {
  if (ended === undefined) return NOT_ENDED;
  const closed = { ...NOT_ENDED, closedAt: snTime(ended), closedBy: by };
  if (state === '4') return { ...closed, notes: 'Cancelled: no longer needed.' };
  return { ...closed, code: 'successful', notes: 'Implemented as planned.' };
}
