import type { Row } from '../contract/index.ts';
import { CasegraphError } from '../contract/index.ts';
import type { CaseFacts } from './case-facts.ts';
import type { CaseStore } from './case-store.ts';
import { refuseAction } from './actions/available-actions.ts';
import type { Asker } from './actions/checks.ts';
import { incidentFromCase } from './incident-from-case.ts';
import { triageFor } from './priority.ts';
import type { Refusal } from './refusal.ts';
import { attemptMark, slotKey } from './slot.ts';
import { slotVerdict } from './slot-verdict.ts';

export interface CreateIncident {
  readonly caseKey: string;
  readonly asker: Asker & { readonly subject: string };
  readonly idempotencyKey: string;
  /** Whether the instance derives priorities from the lookup table. */
  readonly dataLookup: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Created {
  /** `null` when the case cannot be seen. */
  readonly caseKey: string | null;
  /** `null` when the case has no incident of this call's making. */
  readonly incidentKey: string | null;
  readonly refusals: readonly Refusal[];
}

/** Slots that are tried: how often incidents may have been made from one case and taken off it again. */
const GENERATIONS = 50;

/**
 * Creates an incident from a case and associates the two: read fresh, decide, create under a key that only one attempt can get, associate, read back.
 * Nothing is kept here: a repeat under the same idempotency key finds by the upstream's own records how far the first got, and goes on from there.
 */
export async function createIncident(store: CaseStore, call: CreateIncident): Promise<Created> {
  const facts = await store.readCase(call.caseKey);
  if (facts === null)
    return refused(null, {
      code: 'NOT_FOUND',
      message: 'There is no such case, or you cannot see it.',
      field: ['caseId'],
    });
  const mark = attemptMark(facts.number, call.asker.subject, call.idempotencyKey);
  if (facts.incident !== null && (await markOf(store, facts.incident)) === mark)
    return done(store, facts.key, facts.incident, null);
  const refusal = refuseAction('CREATE_INCIDENT', call.asker, facts);
  if (refusal !== null) return refused(facts.key, { ...refusal, field: ['caseId'] });
  const lookup = call.dataLookup ? await store.readPriorities() : null;
  const values = incidentFromCase(facts, triageFor(facts.priority, lookup), mark);
  const claimed = await claim(store, facts, mark, values, call.now);
  if (claimed === null) return refused(facts.key, conflict(facts));
  return associate(store, facts, claimed.key, claimed.own ? values : null);
}

/** The incident that this attempt has made, now or before, or that somebody left unfinished; `null` when another attempt is at it. */
async function claim(
  store: CaseStore,
  facts: CaseFacts,
  mark: string,
  values: Values,
  now: number,
): Promise<Claim | null> {
  for (let generation = 0; generation < GENERATIONS; generation += 1) {
    const key = slotKey('incident', facts.key, generation);
    const created = await store.create('Incident', key, facts.domain, values);
    const verdict = created ? 'ours' : await judge(store, facts, key, mark, now);
    if (verdict === 'theirs') return null;
    if (verdict !== 'over') return { key, own: verdict === 'ours' };
  }
  throw new CasegraphError(
    'conflict',
    `${facts.number} has had ${GENERATIONS} incidents made from it; associate an existing one instead.`,
  );
}

interface Claim {
  readonly key: string;
  /** False for what another attempt had left behind. */
  readonly own: boolean;
}

async function judge(store: CaseStore, facts: CaseFacts, key: string, mark: string, now: number) {
  const made = await store.readRow('Incident', key, ['number', 'correlationId', 'state', 'createdAt']);
  if (made === null) {
    throw new CasegraphError(
      'upstream-rejected',
      'The incident was created but cannot be read back. Check the read rights on incidents.',
    );
  }
  const value = (name: string): string | null => store.valueOf('Incident', made, name);
  const madeAt = Date.parse(value('createdAt') ?? '');
  const takenOff = await wasTakenOff(store, facts, made);
  return slotVerdict({ mark: value('correlationId'), state: value('state'), madeAt, takenOff }, mark, now);
}

/**
 * An earlier incident of the case that was associated once (the note on the case says so) and is not any more. The case is read after the note: who finds
 * both the note and a case without incident has not come in between another attempt's steps, since note and reference are one write.
 */
async function wasTakenOff(store: CaseStore, facts: CaseFacts, made: Row): Promise<boolean> {
  const noted = await store.journalHolds(
    'Case',
    facts.key,
    noteOn(store.valueOf('Incident', made, 'number')),
  );
  return noted && (await store.readCase(facts.key))?.incident === null;
}

/** One write sets the reference and leaves the note, so there is never one without the other. */
async function associate(
  store: CaseStore,
  facts: CaseFacts,
  key: string,
  values: Values | null,
): Promise<Created> {
  const now = await store.readCase(facts.key);
  if (now !== null && now.incident !== null && now.incident !== key) return withdraw(store, facts, key);
  if (now?.incident !== key) {
    const made = await store.readRow('Incident', key, ['number']);
    const number = made === null ? null : store.valueOf('Incident', made, 'number');
    await cancelingOnRefusal(store, facts, key, () =>
      store.update('Case', facts.key, { incident: key, workNotes: noteOn(number) }),
    );
  }
  return done(store, facts.key, key, values);
}

/** Somebody gave the case another incident while this one was being made: it is canceled, and says why. */
async function withdraw(store: CaseStore, facts: CaseFacts, key: string): Promise<Created> {
  await cancel(store, key, `${facts.number} was given another incident at the same time.`);
  return refused(facts.key, conflict(facts));
}

/** Where the instance will not have the case changed, repeating does not help: the incident is not left behind open. */
async function cancelingOnRefusal(
  store: CaseStore,
  facts: CaseFacts,
  key: string,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof CasegraphError && !error.retryable && error.kind !== 'cancelled') {
      await cancel(store, key, `${facts.number} could not be changed.`).catch(() => undefined);
    }
    throw error;
  }
}

function cancel(store: CaseStore, key: string, reason: string): Promise<void> {
  return store.update('Incident', key, { state: '8', workNotes: `Canceled: ${reason}` });
}

type Values = ReturnType<typeof incidentFromCase>;

/** Compares what was written with what now stands there: upstreams drop values they do not know without saying so. */
async function done(store: CaseStore, caseKey: string, key: string, values: Values | null): Promise<Created> {
  const [after, made] = await Promise.all([
    store.readCase(caseKey),
    values === null
      ? null
      : store.readRow(
          'Incident',
          key,
          Object.keys(values).filter((name) => CHECKED.has(name)),
        ),
  ]);
  if (after === null || after.incident !== key) {
    return refused(caseKey, {
      code: 'CONFLICT',
      message:
        'The incident was created, but the case does not show it. Repeat the call with the same idempotencyKey.',
    });
  }
  const dropped =
    values === null || made === null
      ? []
      : Object.keys(values).filter(
          (name) => CHECKED.has(name) && store.valueOf('Incident', made, name) !== values[name],
        );
  return { caseKey, incidentKey: key, refusals: dropped.map(notAccepted) };
}

const CHECKED: ReadonlySet<string> = new Set([
  'shortDescription',
  'impact',
  'urgency',
  'priority',
  'caller',
  'configurationItemId',
  'problem',
  'changeRequest',
  'causedByChange',
]);

function notAccepted(name: string): Refusal {
  return {
    code: 'NOT_ACCEPTED',
    message: `ServiceNow did not take over ${name} from the case; set it on the incident.`,
  };
}

async function markOf(store: CaseStore, key: string): Promise<string | null> {
  const row = await store.readRow('Incident', key, ['correlationId']);
  return row === null ? null : store.valueOf('Incident', row, 'correlationId');
}

function noteOn(number: string | null): string {
  return `Incident ${number ?? ''} was created from this case.`;
}

function conflict(facts: CaseFacts): Refusal {
  return {
    code: 'CONFLICT',
    message: `Somebody else is creating an incident from ${facts.number}. Look at the case again.`,
    field: ['caseId'],
  };
}

function refused(caseKey: string | null, refusal: Refusal): Created {
  return { caseKey, incidentKey: null, refusals: [refusal] };
}
