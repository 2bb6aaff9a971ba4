import { CasegraphError } from '../../contract/index.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import type { Refusal } from '../refusal.ts';

/** Value of `notify` with which the instance tells the caller nothing ("Do Not Notify", ServiceNow facts 5.4, 6.4). */
export const DO_NOT_NOTIFY = '1';

/**
 * Keeps the instance from notifying an incident's caller where that is a customer, who hears of the case instead. Done before the case gets the incident,
 * so that a repeat does it too. Says so where the viewer may not write the incident, which associating alone does not take.
 */
export async function suppressNotification(
  store: CaseStore,
  facts: CaseFacts,
  incidentKey: string,
): Promise<Refusal | null> {
  const row = await store.readRow('Incident', incidentKey, ['caller', 'notify']);
  const caller = row === null ? null : store.valueOf('Incident', row, 'caller');
  if (row === null || caller === null || store.valueOf('Incident', row, 'notify') === DO_NOT_NOTIFY)
    return null;
  if (!(await isCustomer(store, facts, caller))) return null;
  try {
    await store.update('Incident', incidentKey, { notify: DO_NOT_NOTIFY });
    return null;
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind !== 'forbidden') throw error;
    const message =
      'The caller is a customer and is still notified by the incident itself: turning that off takes the role sn_incident_write.';
    return { code: 'NOT_ACCEPTED', message, field: ['recordId'] };
  }
}

/** Whether a user is a contact, or the login of a private customer. */
async function isCustomer(store: CaseStore, facts: CaseFacts, user: string): Promise<boolean> {
  if (user === facts.contact || user === facts.consumerUser) return true;
  const [contact, consumers] = await Promise.all([
    store.readRow('Contact', user, ['name']),
    store.readRows('Consumer', { userId: [user] }, [], 1),
  ]);
  return contact !== null || consumers.length > 0;
}
