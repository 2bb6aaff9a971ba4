import type { CasePlan, CaseState } from './case-plan.ts';
import type { Domain, Domains } from './domains.ts';
import type { Draft } from './draft.ts';
import type { Foundation } from './foundation.ts';
import type { Stage } from './incidents.ts';
import type { AddJournal } from './journal.ts';
import type { Staff } from './staff.ts';
import type { AddTask } from './task.ts';
import type { SnRecord } from './world.ts';
import { createChanges } from './changes.ts';
import { createIncidents } from './incidents.ts';
import { DAY, HOUR } from './moment.ts';
import { createProblems } from './problems.ts';
import { createRequests } from './requests.ts';
import { createSharing } from './sharing.ts';
import { WORK_NOTES } from './vocabulary/trouble.ts';

/** Gives a case the related records of its plan: makes them (or shares some that exist) and sets the case's references. */
export type RelatedMaker = (record: SnRecord, plan: CasePlan, domain: Domain, opened: number) => void;

const STAGES: Readonly<Record<CaseState, Stage>> = {
  '1': 'new',
  '10': 'working',
  '18': 'waiting',
  '6': 'resolved',
  '3': 'closed',
  '7': 'canceled',
};

interface Surroundings {
  readonly staff: Staff;
  readonly foundation: Foundation;
  readonly addTask: AddTask;
  readonly addJournal: AddJournal;
}

export function createRelated(draft: Draft, around: Surroundings): RelatedMaker {
  const random = draft.random('related');
  const make = makers(draft, around);
  const share = { incident: createSharing(9), problem: createSharing(7) };
  return (record, plan, domain, opened) => {
    const { related } = plan;
    const stage = STAGES[plan.state];
    const common = {
      ...commonInput(record, plan, domain, opened),
      team: around.staff.teams[plan.domain],
      stage,
    };
    const place = plan.domain + stage;
    if (related.problem)
      record['problem'] = share.problem(place, () =>
        make.problem({ ...common, reportedBy: record.sys_id }),
      ).sys_id;
    if (related.change) record['change'] = make.change(common).sys_id;
    // The change that caused the case was made before the case came up.
    if (related.causedBy)
      record['caused_by'] = make.change({ ...common, since: opened - 6 * DAY, stage: 'closed' }).sys_id;
    if (related.incident) {
      const incident = share.incident(place, () => make.incident({ ...common, ...links(record) }));
      record['incident'] = incident.sys_id;
      const note = `Incident ${incident['number'] ?? ''} created from ${record['number'] ?? ''}. ${random.pick(WORK_NOTES)}`;
      const at = Math.min(draft.now - HOUR, opened + 2 * HOUR);
      around.addJournal(incident, 'incident', { element: 'work_notes', value: note, at, by: 'system' });
    }
    for (let left = related.requests ? random.between(1, 3) : 0; left > 0; left--)
      make.request({
        ...common,
        items: around.foundation.items,
        parent: record.sys_id,
        requestedFor: common.caller,
      });
  };
}

function makers(draft: Draft, { addTask }: Surroundings) {
  return {
    incident: createIncidents(draft, addTask),
    problem: createProblems(draft, addTask),
    change: createChanges(draft, addTask),
    request: createRequests(draft, addTask),
  };
}

function commonInput(record: SnRecord, plan: CasePlan, domain: Domain, opened: number) {
  return {
    domain,
    shortDescription: record['short_description'] ?? '',
    description: record['description'],
    impact: record['impact'] ?? '3',
    urgency: record['urgency'] ?? '3',
    priority: record['priority'] ?? '4',
    since: opened,
    caller: plan.contact?.id ?? plan.consumer?.user,
    company: plan.account?.id,
    ci: record['cmdb_ci'],
  };
}

/** An incident made from a case also receives the case's problem and changes. */
function links(record: SnRecord) {
  return { problem: record['problem'], change: record['change'], causedBy: record['caused_by'] };
}

/** Incidents, problems and changes that no case knows of: about a tenth of the number of cases. */
export function addUnrelated(draft: Draft, around: Surroundings, domains: Domains): void {
  const random = draft.random('unrelated');
  const make = makers(draft, around);
  const names = ['TOP/ACME', 'TOP/ACME/EMEA', 'TOP/GLOBEX', 'TOP'] as const;
  for (let index = 0; index < Math.max(12, Math.round(draft.cases / 10)); index++) {
    const name = names[index % names.length] ?? 'TOP';
    const common = {
      domain: domains[name],
      team: around.staff.teams[name],
      shortDescription: `Monitoring alert on ${random.pick(['disk', 'memory', 'queue length', 'certificate age'])} ${index + 1}`,
      impact: '3',
      urgency: '3',
      priority: random.pick(['3', '4', '5']),
      since: draft.now - random.between(2, 300) * DAY,
      stage: random.pick(['new', 'working', 'waiting', 'resolved', 'closed'] as const),
      ci: random.pick(around.foundation.cis),
    };
    make.incident(common);
    if (index % 2 === 0) make.problem({ ...common, priority: '4' });
    if (index % 2 === 1) make.change({ ...common, priority: '4' });
  }
}
