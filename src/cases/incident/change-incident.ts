import { CasegraphError } from '../../contract/index.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseStore } from '../case-store.ts';
import type { Values } from '../creation/record-kind.ts';
import type { Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import {
  INCIDENT_RULES,
  INPUT_FIELDS,
  incidentIsDone,
  refuseIncident,
  refuseIncidentWriter,
  type IncidentAction,
  type IncidentFacts,
  type IncidentInput,
} from './incident-rules.ts';

export interface ChangeIncident {
  readonly action: IncidentAction;
  readonly incidentKey: string;
  readonly input: IncidentInput;
  readonly asker: Asker;
}

/** Resolves, closes, holds an incident or takes it off hold by one write, so that state, codes and comment come together or not at all. A repeat finds it done. */
export async function changeIncident(store: CaseStore, call: ChangeIncident): Promise<Outcome> {
  const { action, incidentKey: key, input } = call;
  const forbidden = refuseIncidentWriter(call.asker);
  if (forbidden !== null) return answer(null, forbidden);
  const facts = await read(store, key);
  if (facts === null) return answer(null, noIncident());
  if (incidentIsDone(action, facts, input) && (await said(store, key, input))) return answer(key);
  const refusal = refuseIncident(action, facts, input);
  if (refusal !== null) return answer(key, refusal);
  try {
    await store.update('Incident', key, valuesOf(action, input));
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind !== 'invalid-input') throw error;
    return answer(key, { code: 'NOT_ACCEPTED', message: error.message, field: ['incidentId'] });
  }
  return verify(store, call);
}

function valuesOf(action: IncidentAction, { comment, ...given }: IncidentInput): Values {
  const said = Object.entries(given).filter(([, value]) => value !== null);
  return {
    state: INCIDENT_RULES[action].to,
    ...Object.fromEntries(said),
    ...(comment === null ? {} : { comments: comment }),
  };
}

/** Reads the incident again: upstreams drop choices that they do not know without saying so. */
async function verify(
  store: CaseStore,
  { action, incidentKey: key, input }: ChangeIncident,
): Promise<Outcome> {
  store.look({ caseKey: null, recordKey: key });
  const after = await read(store, key);
  if (after === null || incidentIsDone(action, after, input)) return answer(key);
  if (after.state !== INCIDENT_RULES[action].to) {
    const message = 'Somebody else has changed the incident at the same time. Look at it again.';
    return answer(key, { code: 'CONFLICT', message, field: ['incidentId'] });
  }
  const field = action === 'HOLD' ? 'holdReason' : 'closeCode';
  const message = `ServiceNow did not take over ${field} as it was given. Give one of choices(table: "Incident", column: "${field}").`;
  return answer(key, { code: 'NOT_ACCEPTED', message, field: [INPUT_FIELDS[field]] });
}

async function said(store: CaseStore, key: string, { comment }: IncidentInput): Promise<boolean> {
  return comment === null || store.journalSays('Incident', key, comment);
}

const COLUMNS = ['number', 'state', 'closeCode', 'closeNotes', 'holdReason'] as const;

async function read(store: CaseStore, key: string): Promise<IncidentFacts | null> {
  const row = await store.readRow('Incident', key, COLUMNS);
  if (row === null) return null;
  const value = (name: (typeof COLUMNS)[number]): string | null => store.valueOf('Incident', row, name);
  return {
    number: value('number') ?? '',
    state: value('state') ?? '',
    closeCode: value('closeCode'),
    closeNotes: value('closeNotes'),
    holdReason: value('holdReason'),
  };
}

export function noIncident(): Refusal {
  const message = 'There is no such incident, or you cannot see it.';
  return { code: 'NOT_FOUND', message, field: ['incidentId'] };
}

/** The incident as it stands is always shown; `null` where it cannot be seen. */
function answer(recordKey: string | null, ...refusals: readonly Refusal[]): Outcome {
  return { caseKey: null, recordKey, refusals };
}
