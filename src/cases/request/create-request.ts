import type { Row } from '../../contract/index.ts';
import { CasegraphError } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOf, type Values } from '../creation/record-kind.ts';
import { attemptKey, attemptMark } from '../creation/slot.ts';
import { held } from '../held.ts';
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
  readonly keys: AttemptKeys;
  readonly mark: Values;
  readonly order: Order;
}

/** Keys of the records that this attempt makes, and nobody else. */
interface AttemptKeys {
  readonly request: string;
  readonly item: string;
}

/** What there is of both; `null` where it is not there. */
interface Made {
  readonly request: Row | null;
  readonly item: Row | null;
}

/** What withdraws a request that cannot be completed (choices of request_state are from memory). */
const CANCELED: Values = { state: '4', requestState: 'closed_cancelled' };
/** The same for its item: Closed Incomplete, as for any task. */
const ITEM_CANCELED: Values = { state: '4' };

/**
 * Orders a catalog item for a case: a request that names the case as its parent, its item, and a work note on the case. A case may have many requests,
 * so the keys of the records come from the attempt: a repeat finds how far the first came and does what is missing.
 */
export async function createRequest(store: CaseStore, call: CreateRequest): Promise<Outcome> {
  const early = begin(store, call, call.caseKey);
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const refusal = refuseAction('CREATE_REQUEST', call.asker, facts);
  // Who lacks the role reads neither requests nor the catalogue; what else stands in the way does not concern a request that was made before.
  if (refusal?.code === 'FORBIDDEN') return refused(facts.key, { ...refusal, field: ['caseId'] });
  // Keys can be written in several ways, and the attempt's are those of the case's own.
  const begun = facts.key === call.caseKey ? early : begin(store, call, facts.key);
  const order = await orderOf(store, call, facts, begun);
  const mark = attemptMark(facts.number, call.asker.subject, call.idempotencyKey);
  const marked = { correlationId: mark, correlationDisplay: 'Casegraph' };
  const attempt = { store, facts, keys: begun.keys, mark: marked, order };
  const standing = await begun.made;
  if (standing.request !== null) return complete(attempt, standing, refusal);
  const wrong = refusal === null ? refuseOrder(order) : { ...refusal, field: ['caseId'] };
  return wrong === null ? make(attempt) : refused(facts.key, wrong);
}

/** What is read together with the case. */
interface Begun {
  readonly keys: AttemptKeys;
  readonly item: Promise<CatalogEntry | null>;
  readonly person: Promise<Row | null>;
  readonly made: Promise<Made>;
}

function begin(store: CaseStore, call: CreateRequest, caseKey: string): Begun {
  const { asker, idempotencyKey, requestedForKey: given } = call;
  const keys = {
    request: attemptKey('request', caseKey, asker.subject, idempotencyKey),
    item: attemptKey('requestedItem', caseKey, asker.subject, idempotencyKey),
  };
  return {
    keys,
    item: held(readItem(store, call.catalogItemKey)),
    person: held(given === null ? Promise.resolve(null) : store.readRow('User', given, ['active'])),
    made: held(readMade(store, keys)),
  };
}

async function orderOf(
  store: CaseStore,
  { quantity, requestedForKey: given }: CreateRequest,
  facts: CaseFacts,
  begun: Begun,
): Promise<Order> {
  const [item, person] = await Promise.all([begun.item, begun.person]);
  const active = person !== null && store.valueOf('User', person, 'active') !== 'false';
  return {
    item,
    quantity,
    requestedFor: given ?? facts.contact ?? facts.consumerUser,
    personFound: given === null || active,
  };
}

async function readItem(store: CaseStore, key: string): Promise<CatalogEntry | null> {
  const row = await store.readRow('CatalogItem', key, ['name', 'price']);
  if (row === null) return null;
  const value = (name: string): string | null => store.valueOf('CatalogItem', row, name);
  return { key, name: value('name') ?? '', price: value('price') };
}

/** Both records one after the other, then one look at what became of them and at the case as it is about to get its note. */
async function make(attempt: Attempt): Promise<Outcome> {
  const { store, facts, keys, order, mark } = attempt;
  const values = { ...requestFromCase(facts, order.requestedFor), ...mark };
  const own = await store.create('ServiceRequest', keys.request, facts.domain, values);
  if (!own) return complete(attempt, await readMade(store, keys), null);
  const wanted = await addItem(attempt);
  const [made] = await Promise.all([readMade(store, keys), store.readCase(facts.key)]);
  const request = await accepted(attempt, made);
  if ('code' in request) return refused(facts.key, request);
  // Made by this very call, so nobody can have left a note yet.
  const notNoted = await note(attempt, request, true);
  return settled(attempt, [...droppedOf(attempt, made, wanted), ...notNoted]);
}

/**
 * Gives a request that an earlier call has made its item and the case its note, where these are missing. `over`: why nothing is to be ordered for the case any
 * more; what has no item by then is canceled.
 */
async function complete(attempt: Attempt, found: Made, over: Refusal | null): Promise<Outcome> {
  const { store, facts, keys, order } = attempt;
  const request = await accepted(attempt, found);
  if ('code' in request) return refused(facts.key, request);
  if (found.item !== null) {
    const wrong = sameOrder(attempt, found.item) ? [] : [usedBefore()];
    return settled(attempt, [...wrong, ...(await note(attempt, request, false))]);
  }
  if (over !== null) {
    await cancel(attempt, `${facts.number} takes no more requests.`);
    return refused(facts.key, { ...over, field: ['caseId'] });
  }
  if (order.item === null || refuseOrder(order) !== null) return refused(facts.key, noItem(request));
  const wanted = await addItem(attempt);
  const dropped = droppedOf(attempt, await readMade(store, keys), wanted);
  return settled(attempt, [...dropped, ...(await note(attempt, request, false))]);
}

function settled({ facts, keys }: Attempt, refusals: readonly Refusal[]): Outcome {
  return { caseKey: facts.key, recordKey: keys.request, refusals };
}

/** The request, if the case has it; else why not, and it is canceled with what belongs to it. */
async function accepted(attempt: Attempt, { request, item }: Made): Promise<Row | Refusal> {
  const { store, facts, keys } = attempt;
  if (request === null) throw unreadable('request');
  const value = (name: string): string | null => store.valueOf('ServiceRequest', request, name);
  if (value('requestState') === CANCELED['requestState']) return wasCanceled(request);
  if (value('case') === facts.key) return request;
  await cancel(attempt, 'ServiceNow did not take the case as its parent.');
  if (item !== null) await store.update('RequestedItem', keys.item, ITEM_CANCELED);
  return withoutParent(request);
}

/** Makes the item, which is one that can be ordered; gives what it was to hold. */
async function addItem(attempt: Attempt): Promise<Values> {
  const { store, facts, keys, order, mark } = attempt;
  if (order.item === null) throw new TypeError('the order has no item');
  const values = itemOf(keys.request, order.item, order.quantity, order.requestedFor);
  await cancelingOnRefusal(attempt, () =>
    store.create('RequestedItem', keys.item, facts.domain, { ...values, ...mark }),
  );
  return values;
}

function droppedOf({ store, order }: Attempt, { item }: Made, wanted: Values): readonly Refusal[] {
  if (item === null) throw unreadable('requested item');
  return COMPARED.filter((name) => {
    const value = name === 'quantity' ? String(order.quantity) : (wanted[name] ?? null);
    return store.valueOf('RequestedItem', item, name) !== value;
  }).map(notAccepted);
}

const COMPARED = ['request', 'catalogItem', 'quantity', 'requestedFor'] as const;

function sameOrder({ store, order: { item, quantity } }: Attempt, row: Row): boolean {
  const value = (name: string): string | null => store.valueOf('RequestedItem', row, name);
  // An item that is retired by now cannot be told apart from another one.
  return value('quantity') === String(quantity) && (item === null || value('catalogItem') === item.key);
}

/** Where the instance will not have the note, because the case was closed meanwhile, the request stands all the same, and repeating does not help. */
async function note(attempt: Attempt, request: Row, made: boolean): Promise<readonly Refusal[]> {
  const { store, facts } = attempt;
  const workNotes = `Request ${numberOf(request)} was created from this case.`;
  const isSaid = (): Promise<boolean> => store.journalHolds('Case', facts.key, workNotes);
  if (!made && (await isSaid())) return [];
  try {
    await store.update('Case', facts.key, { workNotes });
    return [];
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.retryable || error.kind === 'cancelled') throw error;
    return (await isSaid()) ? [] : [unsaid(attempt, request)];
  }
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

function cancel({ store, keys }: Attempt, reason: string): Promise<void> {
  return store.update('ServiceRequest', keys.request, { ...CANCELED, workNotes: `Canceled: ${reason}` });
}

async function readMade(store: CaseStore, keys: AttemptKeys): Promise<Made> {
  const [request, item] = await Promise.all([
    store.readRow('ServiceRequest', keys.request, ['number', 'case', 'requestState']),
    store.readRow('RequestedItem', keys.item, COMPARED),
  ]);
  return { request, item };
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

function unsaid({ facts }: Attempt, request: Row): Refusal {
  const message = `${numberOf(request)} was created, but ${facts.number} did not take the note that says so.`;
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
