import type { CasePlan } from './case-plan.ts';
import type { Domains } from './domains.ts';
import type { Draft } from './draft.ts';
import type { Foundation } from './foundation.ts';
import type { AddJournal } from './journal.ts';
import type { RelatedMaker } from './related.ts';
import type { Random } from './random.ts';
import type { Agent, Staff } from './staff.ts';
import type { AddTask, Ending, Lifespan } from './task.ts';
import type { SnRecord } from './world.ts';
import { addCaseJournal } from './case-journal.ts';
import { caseText } from './case-text.ts';
import { DAY, HOUR, snTime } from './moment.ts';
import { PRIORITY_LOOKUP } from './foundation.ts';
import { NOT_ENDED, lifespan, pickAssignee } from './task.ts';
import { CLOSE_NOTES } from './vocabulary/trouble.ts';

const CASE = { table: 'sn_customerservice_case', prefix: 'CS', firstNumber: 1_001 };
/** The oldest case is this old; numbers grow with age going down. */
const HISTORY = 400 * DAY;

export interface CaseSurroundings {
  readonly domains: Domains;
  readonly staff: Staff;
  readonly foundation: Foundation;
  readonly addTask: AddTask;
  readonly addJournal: AddJournal;
  readonly related: RelatedMaker;
  readonly plan: (index: number) => CasePlan;
}

export function addCases(draft: Draft, around: CaseSurroundings): void {
  const random = draft.random('cases');
  const majors = new Map<string, SnRecord>();
  for (let index = 0; index < draft.cases; index++) {
    const plan = around.plan(index);
    const record = addCase(draft, around, plan, random);
    if (plan.major === 'accepted') majors.set(plan.domain, record);
    const major = plan.major === 'child' ? majors.get(plan.domain) : undefined;
    if (major) joinMajorCase(record, major);
  }
}

/** A child case shows the records of its major case. */
function joinMajorCase(child: SnRecord, major: SnRecord): void {
  child['parent'] = major.sys_id;
  for (const column of ['incident', 'problem', 'change', 'caused_by']) {
    child[column] = major[column] ?? '';
  }
}

function addCase(draft: Draft, around: CaseSurroundings, plan: CasePlan, random: Random): SnRecord {
  const team = around.staff.teams[plan.domain];
  const over = plan.state === '6' || plan.state === '3' || plan.state === '7';
  const life = lifespan(random, draft.now, openedAt(draft, plan.index, random), over);
  const { assignee, group } = pickAssignee(random, team, team.caseGroups);
  const openedBy = random.pick(team.agents);
  const { shortDescription, description } = caseText(random, plan.index);
  const task = {
    kind: CASE,
    domain: around.domains[plan.domain],
    state: plan.state,
    active: plan.state !== '3' && plan.state !== '7',
    shortDescription,
    life,
    openedBy,
    assignee: plan.state === '1' ? undefined : assignee,
    group,
  };
  const { impact, urgency, priority } = importance(random);
  const isMajor = plan.major === 'accepted' || plan.major === 'proposed';
  const end = ending(random, plan.state, life, assignee ?? openedBy);
  const record = around.addTask(task, {
    description,
    impact,
    urgency,
    priority,
    account: plan.account?.id ?? '',
    company: plan.account?.id ?? '',
    contact: plan.contact?.id ?? '',
    consumer: plan.consumer?.id ?? '',
    category: random.pick(['0', '1', '1', '1', '2']),
    contact_type: random.pick(['email', 'phone', 'web', 'web', 'chat', 'social']),
    notify: '1',
    product: random.chance(0.6) ? random.pick(around.foundation.products) : '',
    cmdb_ci: random.chance(0.4) ? random.pick(around.foundation.cis) : '',
    // The related records follow, with their references.
    parent: '',
    incident: '',
    problem: '',
    change: '',
    caused_by: '',
    major_case_state: isMajor ? (plan.major ?? '') : '',
    business_impact: isMajor ? 'Several customers cannot work; orders are delayed.' : '',
    resolution_code: end.code,
    close_notes: end.notes,
    resolved_at: end.resolvedAt,
    resolved_by: end.resolvedBy,
    closed_at: end.closedAt,
    closed_by: end.closedBy,
  });
  around.related(record, plan, task.domain, life.opened);
  addCaseJournal(random, around.addJournal, record, plan, life, assignee ?? openedBy);
  return record;
}

/** Spread evenly over the history, with some disorder: the order of numbers is not quite the order of opening. */
function openedAt(draft: Draft, index: number, random: Random): number {
  const even = draft.now - HISTORY + ((index + 0.5) / draft.cases) * (HISTORY - DAY);
  return Math.floor(Math.min(draft.now - 2 * HOUR, even + random.between(-24, 24) * HOUR) / 1000) * 1000;
}

/** Mostly as the lookup of impact and urgency says (cases know no priority 5), sometimes set by hand. */
function importance(random: Random): { impact: string; urgency: string; priority: string } {
  const [impact, urgency, looked] = random.pick(PRIORITY_LOOKUP);
  const priority = random.chance(0.7) ? (looked === '5' ? '4' : looked) : random.pick(['1', '2', '3', '4']);
  return { impact, urgency, priority };
}

/**
 * Resolved and closed cases carry a resolution code and notes. Of the codes' internal values only `1` is confirmed; `2` to
 * `4` stand for the labels that follow it in the documentation.
 */
function ending(random: Random, state: string, life: Lifespan, by: Agent): Ending {
  if (life.ended === undefined) return NOT_ENDED;
  const at = snTime(life.ended);
  const closed = state === '6' ? NOT_ENDED : { ...NOT_ENDED, closedAt: at, closedBy: by.id };
  if (state === '7') return { ...closed, notes: 'Withdrawn by the customer.' };
  const code = random.pick(['1', '1', '1', '2', '3', '4']);
  return { ...closed, code, notes: random.pick(CLOSE_NOTES), resolvedAt: at, resolvedBy: by.id };
}
