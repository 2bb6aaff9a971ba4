import type { Row } from '../../contract/index.ts';
import { CasegraphError } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOf, type Values } from '../creation/record-kind.ts';
import { attemptKey, attemptMark } from '../creation/slot.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { itemOf, refuseOrder, requestFromCase, type CatalogEntry, type Order } from './order.ts';

export interface CreateRequest {
  readonly caseKey: string;
  readonly catalogItemKey: string;
  readonly quantity: number;
  /** `null`: the case's contact. */
  readonly requestedForKey: string | null;
  readonly asker: Asker & { readonly subject: string };
  readonly idempotencyKey: string;
}

/** One attempt at work. */
interface Attempt {
  readonly store: CaseStore;
  readonly facts: CaseFacts;
  /** Keys of the records that this attempt makes, and nobody else. */
  readonly requestKey: string;
  readonly itemKey: string;
  readonly mark: Values;
  readonly order: Order;
}

/** What withdraws a request that cannot be completed (choices of request_state are from memory). */
const CANCELED: Values = { state: '4', requestState: 'closed_cancelled' };

/**
 * Orders a catalog item for a case: a request that names the case as its parent, its item, and a work note on the case. A case may have many requests,
 * so the keys of the records come from the attempt: a repeat finds how far the first came and does what is missing.
 */
export async function createRequest(store: CaseStore, call: CreateRequest): Promise<Outcome> {
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const refusal = refuseAction('CREATE_REQUEST', call.asker, facts);
  // Who lacks the role reads neither requests nor the catalogue; what else stands in the way does not concern a request that was made before.
  if (refusal?.code === 'FORBIDDEN') return refused(facts.key, { ...refusal, field: ['caseId'] });
  const attempt = await begin(store, call, facts);
  const { order, requestKey } = attempt;
  if ((await readRequest(attempt)) !== null) return finish(attempt, false);
  const wrong = refusal === null ? refuseOrder(order) : { ...refusal, field: ['caseId'] };
  if (wrong !== null) return refused(facts.key, wrong);
  const values = { ...requestFromCase(facts, order.requestedFor), ...attempt.mark };
  const made = await store.create('ServiceRequest', requestKey, facts.domain, values);
  return finish(attempt, made);
}

async function begin(store: CaseStore, call: CreateRequest, facts: CaseFacts): Promise<Attempt> {
  const { asker, idempotencyKey, quantity, requestedForKey: given } = call;
  const [item, person] = await Promise.all([
    readItem(store, call.catalogItemKey),
    given === null ? null : store.readRow('User', given, ['active']),
  ]);
  const active = person !== null && store.valueOf('User', person, 'active') !== 'false';
  return {
    store,
    facts,
    requestKey: attemptKey('request', facts.key, asker.subject, idempotencyKey),
    itemKey: attemptKey('requestedItem', facts.key, asker.subject, idempotencyKey),
    mark: {
      correlationId: attemptMark(facts.number, asker.subject, idempotencyKey),
      correlationDisplay: 'Casegraph',
    },
    order: {
      item,
      quantity,
      requestedFor: given ?? facts.contact ?? facts.consumerUser,
      personFound: given === null || active,
    },
  };
}

async function readItem(store: CaseStore, key: string): Promise<CatalogEntry | null> {
  const row = await store.readRow('CatalogItem', key, ['name', 'price']);
  if (row === null) return null;
  const value = (name: string): string | null => store.valueOf('CatalogItem', row, name);
  return { key, name: value('name') ?? '', price: value('price') };
}

/** Gives a request that stands its item and the case its note. `made`: by this very call, so that nobody can have left a note yet. */
async function finish(attempt: Attempt, made: boolean): Promise<Outcome> {
  const { store, facts, requestKey } = attempt;
  const request = await readRequest(attempt);
  if (request === null) throw unreadable('request');
  const value = (name: string): string | null => store.valueOf('ServiceRequest', request, name);
  if (value('requestState') === CANCELED['requestState']) return refused(facts.key, wasCanceled(request));
  if (value('case') !== facts.key) {
    await cancel(attempt, 'ServiceNow did not take the case as its parent.');
    return refused(facts.key, withoutParent(request));
  }
  const refusals = await addItem(attempt, made);
  if (refusals === null) return refused(facts.key, noItem(request));
  await note(attempt, request, made);
  return { caseKey: facts.key, recordKey: requestKey, refusals };
}

/** What of the item did not come to be as it was asked for; `null` where it is not there and cannot be made. */
async function addItem(attempt: Attempt, made: boolean): Promise<readonly Refusal[] | null> {
  const { store, facts, requestKey, itemKey, order } = attempt;
  const standing = made ? null : await readItemRow(attempt);
  if (standing !== null) return sameOrder(attempt, standing) ? [] : [usedBefore()];
  if (order.item === null || refuseOrder(order) !== null) return null;
  const values = itemOf(requestKey, order.item, order.quantity, order.requestedFor);
  await cancelingOnRefusal(attempt, () =>
    store.create('RequestedItem', itemKey, facts.domain, { ...values, ...attempt.mark }),
  );
  const row = await readItemRow(attempt);
  if (row === null) throw unreadable('requested item');
  const dropped = COMPARED.filter((name) => {
    const wanted = name === 'quantity' ? String(order.quantity) : (values[name] ?? null);
    return store.valueOf('RequestedItem', row, name) !== wanted;
  });
  return dropped.map(notAccepted);
}

const COMPARED = ['request', 'catalogItem', 'quantity', 'requestedFor'] as const;

function sameOrder({ store, order: { item, quantity } }: Attempt, row: Row): boolean {
  const value = (name: string): string | null => store.valueOf('RequestedItem', row, name);
  // An item that is retired by now cannot be told apart from another one.
  return value('quantity') === String(quantity) && (item === null || value('catalogItem') === item.key);
}

async function note(attempt: Attempt, request: Row, made: boolean): Promise<void> {
  const { store, facts } = attempt;
  const workNotes = `Request ${numberOf(request)} was created from this case.`;
  if (!made && (await store.journalHolds('Case', facts.key, workNotes))) return;
  await store.update('Case', facts.key, { workNotes });
}

/** Where the instance will not have the item, repeating does not help: the request is not left behind empty. */
async function cancelingOnRefusal(attempt: Attempt, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof CasegraphError && !error.retryable && error.kind !== 'cancelled') {
      await cancel(attempt, 'its item could not be created.').catch(() => undefined);
    }
    throw error;
  }
}

function cancel({ store, requestKey }: Attempt, reason: string): Promise<void> {
  return store.update('ServiceRequest', requestKey, { ...CANCELED, workNotes: `Canceled: ${reason}` });
}

function readRequest({ store, requestKey }: Attempt): Promise<Row | null> {
  return store.readRow('ServiceRequest', requestKey, ['number', 'case', 'requestState']);
}

function readItemRow({ store, itemKey }: Attempt): Promise<Row | null> {
  return store.readRow('RequestedItem', itemKey, COMPARED);
}

function unreadable(noun: string): CasegraphError {
  const message = `The ${noun} was created but cannot be read back. Check the read rights on ${noun}s.`;
  return new CasegraphError('upstream-rejected', message);
}

function wasCanceled(request: Row): Refusal {
  const message = `${numberOf(request)} was made under this idempotencyKey and is canceled. Use another key to order again.`;
  return { code: 'CONFLICT', message, field: ['idempotencyKey'] };
}

function withoutParent(request: Row): Refusal {
  const message = `ServiceNow did not take the case as the parent of ${numberOf(request)}, which was canceled. Let an administrator look at the rights on requests.`;
  return { code: 'NOT_ACCEPTED', message, field: ['caseId'] };
}

function noItem(request: Row): Refusal {
  const message = `${numberOf(request)} has no item yet, and what is asked for cannot be ordered. Repeat the call with an item of catalogItems.`;
  return { code: 'NOT_FOUND', message, field: ['catalogItemId'] };
}

function usedBefore(): Refusal {
  const message =
    'This idempotencyKey was used for another item or quantity before. Use another key for a new request.';
  return { code: 'INVALID_INPUT', message, field: ['idempotencyKey'] };
}

function notAccepted(name: string): Refusal {
  return {
    code: 'NOT_ACCEPTED',
    message: `ServiceNow did not take over ${name}; set it on the requested item.`,
  };
}
