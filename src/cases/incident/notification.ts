import { CasegraphError } from '../../contract/index.ts';
import type { Row } from '../../contract/index.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import type { Refusal } from '../refusal.ts';

/** Value of `notify` with which the instance tells the caller nothing ("Do Not Notify", ServiceNow facts 5.4, 6.4). */
export const DO_NOT_NOTIFY = '1';

/** What is read of an incident to know whom it notifies. */
export const NOTIFIED = ['caller', 'notify'] as const;

/** What became of an incident's notification. */
export interface Notified {
  /** The incident was changed. */
  readonly written: boolean;
  readonly refusals: readonly Refusal[];
}

export const UNCHANGED: Notified = { written: false, refusals: [] };

/**
 * Keeps the instance from notifying an incident's caller where that is a customer, who hears of the case instead. Done before the case gets the incident,
 * so that a repeat does it too. Says so where the viewer may not write the incident, which associating alone does not take. `incident`: its row, as it was just
 * read.
 */
export async function suppressNotification(
  store: CaseStore,
  facts: CaseFacts,
  incidentKey: string,
  incident: Row,
): Promise<Notified> {
  const caller = store.valueOf('Incident', incident, 'caller');
  if (caller === null || store.valueOf('Incident', incident, 'notify') === DO_NOT_NOTIFY) return UNCHANGED;
  if (!(await isCustomer(store, facts, incidentKey, caller))) return UNCHANGED;
  try {
    await store.update('Incident', incidentKey, { notify: DO_NOT_NOTIFY });
    return { written: true, refusals: [] };
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind !== 'forbidden') throw error;
    const message =
      'The caller is a customer and is still notified by the incident itself: turning that off takes the role sn_incident_write.';
    const refusal: Refusal = { code: 'NOT_ACCEPTED', message, field: ['recordId'] };
    return { written: true, refusals: [refusal] };
  }
}

/** Whether a user is a contact, or the login of a private customer. Case and incident are read along, so that both stand as they are about to be written. */
async function isCustomer(
  store: CaseStore,
  facts: CaseFacts,
  incidentKey: string,
  user: string,
): Promise<boolean> {
  if (user === facts.contact || user === facts.consumerUser) return true;
  const [contact, consumers] = await Promise.all([
    store.readRow('Contact', user, ['name']),
    store.readRows('Consumer', { userId: [user] }, [], 1),
    store.readRow('Incident', incidentKey, NOTIFIED),
    store.readCase(facts.key),
  ]);
  return contact !== null || consumers.length > 0;
}
