import type { Row } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { CaseAction } from '../actions/case-action.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOf } from '../creation/record-kind.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import type { Association } from './associate.ts';

export type RequestAssociation = Pick<Association, 'caseKey' | 'recordKey' | 'asker'>;

/** A case and a request, and what stands in the way of changing what they are to each other. */
interface Found {
  readonly store: CaseStore;
  readonly facts: CaseFacts;
  readonly key: string;
  readonly request: Row;
  /** The record that the request stands below. */
  readonly parent: string | null;
  readonly refusal: Refusal | null;
}

/**
 * Puts an open request below a case, which may have many. The request names the case, not the case the request: the reference and the note are two writes,
 * the note last, and a repeat leaves the one that is missing.
 */
export async function associateRequest(store: CaseStore, call: RequestAssociation): Promise<Outcome> {
  const found = await find(store, call, 'ASSOCIATE_REQUEST');
  if ('refusals' in found) return found;
  const { facts, parent, refusal } = found;
  const said = `${nameOf(found)} was associated with this case.`;
  if (parent === facts.key) return (await isNoted(found)) ? settled(found) : noted(found, said);
  const wrong = refusal ?? notFree(found);
  if (wrong !== null) return refused(facts.key, wrong);
  return move(found, facts.key, said);
}

/** Takes a request off a case; it stays as it is. A repeat is known by the note that the first left. */
export async function removeRequest(store: CaseStore, call: RequestAssociation): Promise<Outcome> {
  const found = await find(store, call, 'REMOVE_REQUEST');
  if ('refusals' in found) return found;
  const { facts, parent, refusal } = found;
  const said = `${nameOf(found)} was removed from this case.`;
  if (parent === null && (await isNoted(found)))
    return (await store.journalHolds('Case', facts.key, said)) ? settled(found) : noted(found, said);
  if (refusal !== null) return refused(facts.key, refusal);
  if (parent !== facts.key) return refused(facts.key, notOfThisCase(found));
  return move(found, null, said);
}

/** Who lacks the role reads no requests, and is not told whether there is one. */
async function find(
  store: CaseStore,
  { caseKey, recordKey: key, asker }: RequestAssociation,
  action: CaseAction,
): Promise<Found | Outcome> {
  const facts = await store.readCase(caseKey);
  if (facts === null) return refused(null, noCase());
  const refusal = refuseAction(action, asker, facts);
  const onCase = refusal === null ? null : { ...refusal, field: ['caseId'] };
  if (onCase?.code === 'FORBIDDEN') return refused(facts.key, onCase);
  const request = await store.readRow('ServiceRequest', key, COLUMNS);
  if (request === null) return refused(facts.key, noRequest());
  const parent = store.valueOf('ServiceRequest', request, 'case');
  return { store, facts, key, request, parent, refusal: onCase };
}

const COLUMNS = ['number', 'active', 'requestState', 'case'];

/** Changes whom the request belongs to, looks whether ServiceNow took it, and says so on the case. */
async function move(found: Found, parent: string | null, said: string): Promise<Outcome> {
  const { store, facts, key } = found;
  await store.update('ServiceRequest', key, { case: parent });
  const after = await store.readRow('ServiceRequest', key, ['case']);
  if (after === null || store.valueOf('ServiceRequest', after, 'case') !== parent)
    return refused(facts.key, moved(found));
  return noted(found, said);
}

async function noted(found: Found, workNotes: string): Promise<Outcome> {
  await found.store.update('Case', found.facts.key, { workNotes });
  return settled(found);
}

/** Whether the case says that it was given the request: made from it, or associated with it. */
async function isNoted(found: Found): Promise<boolean> {
  return found.store.journalHolds('Case', found.facts.key, `${nameOf(found)} was `);
}

function notFree({ store, request, parent }: Found): Refusal | null {
  const field = ['recordId'];
  if (parent !== null) {
    const message = `${numberOf(request)} belongs to another record already; take it off there first.`;
    return { code: 'ALREADY_ASSOCIATED', message, field };
  }
  const value = (name: string): string | null => store.valueOf('ServiceRequest', request, name);
  // The values of request_state are from memory: what ends a request begins with closed_.
  if (value('active') !== 'false' && value('requestState')?.startsWith('closed_') !== true) return null;
  const message = `${numberOf(request)} is closed or canceled; only an open request can be associated.`;
  return { code: 'INVALID_STATE', message, field };
}

function settled({ facts, key }: Found): Outcome {
  return { caseKey: facts.key, recordKey: key, refusals: [] };
}

function nameOf({ request }: Found): string {
  return `Request ${numberOf(request)}`;
}

function noRequest(): Refusal {
  const message = 'There is no such request, or you cannot see it.';
  return { code: 'NOT_FOUND', message, field: ['recordId'] };
}

function notOfThisCase({ facts, request }: Found): Refusal {
  const message = `${numberOf(request)} is no request of ${facts.number}. Look at the case again.`;
  return { code: 'CONFLICT', message, field: ['recordId'] };
}

function moved({ request }: Found): Refusal {
  const message = `${numberOf(request)} does not stand where it was put: somebody else has changed it, or ServiceNow did not take it. Look at it again.`;
  return { code: 'CONFLICT', message, field: ['recordId'] };
}
