import type { Domain } from './domains.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { Agent, Team } from './staff.ts';
import type { SnRecord } from './world.ts';
import { within } from './domains.ts';
import { numbered, stamp } from './draft.ts';
import { DAY, HOUR, snTime } from './moment.ts';

/** When a task was opened, last touched and, if it is over, ended; milliseconds since 1970. */
export interface Lifespan {
  readonly opened: number;
  readonly updated: number;
  readonly ended?: number;
}

/** A class of task: its table, and how its numbers begin. */
export interface TaskKind {
  readonly table: string;
  readonly prefix: string;
  readonly firstNumber: number;
}

/** The columns of `task` that all its classes fill. */
export interface TaskInput {
  readonly kind: TaskKind;
  readonly domain: Domain;
  readonly state: string;
  readonly active: boolean;
  readonly shortDescription: string;
  readonly life: Lifespan;
  readonly openedBy: Agent;
  readonly assignee?: Agent | undefined;
  readonly group?: string | undefined;
}

/** How a task ended; empty texts while it has not. */
export interface Ending {
  readonly code: string;
  readonly notes: string;
  readonly resolvedAt: string;
  readonly resolvedBy: string;
  readonly closedAt: string;
  readonly closedBy: string;
}

export const NOT_ENDED: Ending = {
  code: '',
  notes: '',
  resolvedAt: '',
  resolvedBy: '',
  closedAt: '',
  closedBy: '',
};

/**
 * Adds a task record to its table and returns it. The object with the columns of its class becomes the record: it is given
 * new for each, with all columns, the empty ones as empty text. Where all records of a table have the same shape and no
 * object is spread into another, a large world takes half the memory and a fraction of the time.
 */
export type AddTask = (input: TaskInput, columns: Record<string, string>) => SnRecord;

export function createTasks(draft: Draft): AddTask {
  const makers = new Map<string, (index: number) => string>();
  return (input, columns) => {
    const { kind, life, openedBy } = input;
    const makeId = makers.get(kind.table) ?? draft.sysIds(kind.table);
    makers.set(kind.table, makeId);
    const rows = draft.table(kind.table);
    const record = withId(columns, makeId(rows.length));
    record['number'] = numbered(kind.prefix, kind.firstNumber + rows.length);
    record['sys_class_name'] = kind.table;
    record['state'] = input.state;
    record['active'] = input.active ? 'true' : 'false';
    record['short_description'] = input.shortDescription;
    record['opened_at'] = snTime(life.opened);
    record['opened_by'] = openedBy.id;
    record['assigned_to'] = input.assignee?.id ?? '';
    record['assignment_group'] = input.group ?? '';
    record['approval'] = 'not requested';
    record['escalation'] = '0';
    record['made_sla'] = 'true';
    within(input.domain, record);
    rows.push(stamp(record, life.opened, openedBy.userName, life.updated, input.assignee?.userName));
    return record;
  };
}

function withId(columns: Record<string, string>, id: string): SnRecord {
  columns['sys_id'] = id;
  return columns as SnRecord;
}

/** Nothing has happened after today; something over has been touched when it ended. */
export function lifespan(random: Random, now: number, opened: number, over: boolean): Lifespan {
  const latest = now - HOUR;
  if (!over) return { opened, updated: Math.min(latest, opened + random.between(0, 6 * 24) * HOUR) };
  const ended = Math.max(opened, Math.min(latest, opened + Math.floor(random.next() * 20 * DAY) + HOUR));
  return { opened, updated: ended, ended };
}

export function pickAssignee(random: Random, team: Team, groups: readonly string[]) {
  return {
    assignee: random.chance(0.8) ? random.pick(team.agents) : undefined,
    group: random.chance(0.92) ? random.pick(groups) : undefined,
  };
}
