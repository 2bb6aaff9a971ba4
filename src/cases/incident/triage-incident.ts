import type { Asker } from '../actions/checks.ts';
import type { CaseStore } from '../case-store.ts';
import type { Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { noIncident } from './change-incident.ts';
import { refuseIncidentWriter } from './incident-rules.ts';
import { refuseTriage, TRIAGE, type Triage } from './triage-rules.ts';

export interface TriageIncident {
  readonly incidentKey: string;
  readonly input: Triage;
  readonly asker: Asker;
}

/** Says how urgent an incident is and who works on it, by one write. Only what is given is changed; a repeat finds it done. */
export async function triageIncident(store: CaseStore, call: TriageIncident): Promise<Outcome> {
  const { incidentKey: key, input, asker } = call;
  const forbidden = refuseIncidentWriter(asker);
  if (forbidden !== null) return answer(null, [forbidden]);
  const facts = await read(store, key);
  if (facts === null) return answer(null, [noIncident()]);
  const refusal = refuseTriage(facts, input);
  if (refusal !== null) return answer(key, [refusal]);
  const changed = TRIAGE.filter((name) => input[name] !== null && input[name] !== facts[name]);
  if (changed.length === 0) return answer(key, []);
  await store.update('Incident', key, Object.fromEntries(changed.map((name) => [name, input[name]])));
  store.look({ caseKey: null, recordKey: key });
  const after = await read(store, key);
  const dropped = after === null ? [] : changed.filter((name) => after[name] !== input[name]);
  return answer(key, dropped.map(notTaken));
}

type Read = Triage & { readonly number: string; readonly state: string };

async function read(store: CaseStore, key: string): Promise<Read | null> {
  const row = await store.readRow('Incident', key, ['number', 'state', ...TRIAGE]);
  if (row === null) return null;
  const value = (name: string): string | null => store.valueOf('Incident', row, name);
  return {
    number: value('number') ?? '',
    state: value('state') ?? '',
    impact: value('impact'),
    urgency: value('urgency'),
    assignmentGroup: value('assignmentGroup'),
    assignedTo: value('assignedTo'),
  };
}

/** Names of the mutation's inputs, for refusals. */
const FIELDS: Readonly<Record<keyof Triage, string>> = {
  impact: 'impact',
  urgency: 'urgency',
  assignmentGroup: 'assignmentGroupId',
  assignedTo: 'assignedToId',
};

/** Upstreams drop choices and references that they do not know without saying so. */
function notTaken(name: keyof Triage): Refusal {
  const message = `ServiceNow did not take over ${name} as it was given. Look at what can be chosen there.`;
  return { code: 'NOT_ACCEPTED', message, field: [FIELDS[name]] };
}

/** The incident as it stands is always shown; `null` where it cannot be seen. */
function answer(recordKey: string | null, refusals: readonly Refusal[]): Outcome {
  return { caseKey: null, recordKey, refusals };
}
