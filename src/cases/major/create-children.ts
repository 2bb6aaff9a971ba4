import { fewAtATime } from '../../concurrency/few-at-a-time.ts';
import type { Row } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { held } from '../held.ts';
import { noCase } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import {
  childKey,
  childOfMajor,
  planChildren,
  type ChildCase,
  type PlannedChild,
  type Recipient,
} from './child-plan.ts';
import { failedPart } from './failed-part.ts';

export interface CreateChildren {
  readonly caseKey: string;
  readonly accounts: readonly string[];
  readonly consumers: readonly string[];
  readonly asker: Asker;
}

/** What became of one recipient: a child, or a refusal. */
export interface ChildResult {
  readonly kind: Recipient['kind'];
  readonly recipient: string;
  readonly childKey: string | null;
  /** By this call; false for one that was there already. */
  readonly created: boolean;
  readonly refusal: Refusal | null;
}

export interface ChildrenOutcome {
  /** `null` when the major case cannot be seen. */
  readonly caseKey: string | null;
  /** In the order of the recipients, accounts first; empty where the call as a whole was refused. */
  readonly children: readonly ChildResult[];
  readonly refusals: readonly Refusal[];
}

/** Recipients of one call. */
const MOST = 100;
/** Writes under way at once, so that one call leaves room for others. */
const AT_ONCE = 5;
/** Children of the recipients that are looked at: each may have several, put there by hand. */
const CHILDREN = 1000;

/**
 * Creates a child of a major case for each recipient that has none. One write makes a child with all that it needs, under a key that depends on the major case
 * and the recipient, so a repeat, or somebody else at the same time, creates nothing twice; what fails for one recipient does not keep others from theirs.
 */
export async function createChildren(store: CaseStore, call: CreateChildren): Promise<ChildrenOutcome> {
  const accounts = [...new Set(call.accounts)];
  const consumers = [...new Set(call.consumers)];
  const count = accounts.length + consumers.length;
  const fits = count > 0 && count <= MOST;
  const early = fits ? held(lookAround(store, call.caseKey, accounts, consumers)) : null;
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refusedAll(null, noCase());
  const refusal = refuseAction('CREATE_CHILD_CASES', call.asker, facts);
  if (refusal !== null) return refusedAll(facts.key, { ...refusal, field: ['majorCaseId'] });
  if (early === null) {
    const message = `${count} customers are given; one call takes 1 to ${MOST} accounts and consumers.`;
    return refusedAll(facts.key, { code: 'INVALID_INPUT', message, field: ['accountIds'] });
  }
  // Keys can be written in several ways, and the children are those of the major case's own.
  const around = await (facts.key === call.caseKey
    ? early
    : lookAround(store, facts.key, accounts, consumers));
  const plans = planChildren(facts.key, [...around.recipients.values()], around.present);
  const made = await fewAtATime(plans, AT_ONCE, (plan) => createChild(store, facts, plan, around.made));
  const results = new Map(made.map((result) => [nameOf(result.kind, result.recipient), result]));
  const children = [
    ...accounts.map((key) => results.get(nameOf('account', key)) ?? missing('account', key)),
    ...consumers.map((key) => results.get(nameOf('consumer', key)) ?? missing('consumer', key)),
  ];
  return { caseKey: facts.key, children, refusals: [] };
}

/** What there is by now: the recipients, their children, and cases that were made for them, by key, wherever these stand. */
interface Around {
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly present: readonly ChildCase[];
  readonly made: ReadonlyMap<string, Row>;
}

async function lookAround(
  store: CaseStore,
  majorKey: string,
  accounts: readonly string[],
  consumers: readonly string[],
): Promise<Around> {
  const keys = [
    ...accounts.map((key) => childKey(majorKey, { kind: 'account', key })),
    ...consumers.map((key) => childKey(majorKey, { kind: 'consumer', key })),
  ];
  const [recipients, present, made] = await Promise.all([
    readRecipients(store, accounts, consumers),
    readChildren(store, majorKey, accounts, consumers),
    store.readRows('Case', { sysId: keys }, ['sysId', 'parentCase'], MOST),
  ]);
  return {
    recipients,
    present,
    made: new Map(made.map((row) => [store.valueOf('Case', row, 'sysId') ?? '', row])),
  };
}

async function createChild(
  store: CaseStore,
  major: CaseFacts,
  plan: PlannedChild,
  made: Around['made'],
): Promise<ChildResult> {
  const { recipient, key, present } = plan;
  const result = { kind: recipient.kind, recipient: recipient.key, childKey: key, refusal: null };
  if (present) return { ...result, created: false };
  try {
    const values = childOfMajor(major, recipient);
    const holder = made.get(key);
    const domain = recipient.domain ?? major.domain;
    if (holder === undefined && (await store.create('Case', key, domain, values)))
      return { ...result, created: true };
    const found = holder ?? (await store.readRow('Case', key, ['parentCase']));
    const below = found !== null && store.valueOf('Case', found, 'parentCase') === major.key;
    return below ? { ...result, created: false } : { ...result, created: false, refusal: takenOff(major) };
  } catch (error) {
    return { ...result, childKey: null, created: false, refusal: failedPart(error) };
  }
}

async function readRecipients(
  store: CaseStore,
  accounts: readonly string[],
  consumers: readonly string[],
): Promise<ReadonlyMap<string, Recipient>> {
  const [accountRows, consumerRows] = await Promise.all([
    accounts.length === 0 ? [] : store.readRows('Account', { sysId: accounts }, ACCOUNT, MOST),
    consumers.length === 0 ? [] : store.readRows('Consumer', { sysId: consumers }, CONSUMER, MOST),
  ]);
  const all = [
    ...accountRows.map((row) => recipientOf(store, 'account', 'Account', row)),
    ...consumerRows.map((row) => recipientOf(store, 'consumer', 'Consumer', row)),
  ];
  return new Map(all.map((recipient) => [nameOf(recipient.kind, recipient.key), recipient]));
}

const ACCOUNT = ['sysId', 'primaryContact'];
const CONSUMER = ['sysId'];

function recipientOf(store: CaseStore, kind: Recipient['kind'], type: string, row: Row): Recipient {
  return {
    kind,
    key: store.valueOf(type, row, 'sysId') ?? '',
    contact: kind === 'account' ? store.valueOf(type, row, 'primaryContact') : null,
    domain: store.domainOf(type, row),
  };
}

/** The recipients' cases that stand below the major case. */
async function readChildren(
  store: CaseStore,
  majorKey: string,
  accounts: readonly string[],
  consumers: readonly string[],
): Promise<readonly ChildCase[]> {
  const of = (column: 'accountId' | 'consumerId', keys: readonly string[]): Promise<readonly Row[]> => {
    if (keys.length === 0) return Promise.resolve([]);
    const where = { parentCase: [majorKey], [column]: keys };
    return store.readRows('Case', where, ['sysId', 'accountId', 'consumerId'], CHILDREN);
  };
  const found = await Promise.all([of('accountId', accounts), of('consumerId', consumers)]);
  return found.flat().map((row) => ({
    key: store.valueOf('Case', row, 'sysId') ?? '',
    account: store.valueOf('Case', row, 'accountId'),
    consumer: store.valueOf('Case', row, 'consumerId'),
  }));
}

function nameOf(kind: Recipient['kind'], key: string): string {
  return `${kind} ${key}`;
}

function missing(kind: Recipient['kind'], recipient: string): ChildResult {
  const message = `There is no such ${kind}, or you cannot see it.`;
  return { kind, recipient, childKey: null, created: false, refusal: { code: 'NOT_FOUND', message } };
}

function takenOff({ number }: CaseFacts): Refusal {
  const message = `This customer's child case was taken off ${number}. Put it back by addChildCase if it belongs there.`;
  return { code: 'CONFLICT', message };
}

function refusedAll(caseKey: string | null, refusal: Refusal): ChildrenOutcome {
  return { caseKey, children: [], refusals: [refusal] };
}
