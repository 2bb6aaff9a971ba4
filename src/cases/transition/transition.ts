import { CasegraphError } from '../../contract/index.ts';
import { refuseAction } from '../actions/available-actions.ts';
import type { CaseAction } from '../actions/case-action.ts';
import type { Asker } from '../actions/checks.ts';
import { CASE_STATES, type CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import type { Values } from '../creation/record-kind.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';

/** What a change of a case's state may say besides. */
export interface TransitionInput {
  /** Said to the customer, or by the customer. */
  readonly comment: string | null;
  /** Internal value of the choice. */
  readonly resolutionCode: string | null;
  readonly closeNotes: string | null;
}

export type TransitionAction = Extract<
  CaseAction,
  'PROPOSE_SOLUTION' | 'ACCEPT_SOLUTION' | 'REJECT_SOLUTION' | 'REQUEST_INFO' | 'CLOSE'
>;

interface Rule {
  /** State that the case comes to. */
  readonly to: string;
  readonly needs: readonly (keyof TransitionInput)[];
}

/** The state model of a case, ServiceNow facts 5.2. Who closes without notes is for the instance to say. */
const RULES: Readonly<Record<TransitionAction, Rule>> = {
  PROPOSE_SOLUTION: { to: CASE_STATES.resolved, needs: ['resolutionCode', 'closeNotes'] },
  ACCEPT_SOLUTION: { to: CASE_STATES.closed, needs: [] },
  REJECT_SOLUTION: { to: CASE_STATES.open, needs: ['comment'] },
  REQUEST_INFO: { to: CASE_STATES.awaitingInfo, needs: ['comment'] },
  CLOSE: { to: CASE_STATES.closed, needs: [] },
};

export interface Transition {
  readonly action: TransitionAction;
  readonly caseKey: string;
  readonly input: TransitionInput;
  readonly asker: Asker;
  /** What does not fit about it, looked at together with what came of it. */
  readonly check?: (facts: CaseFacts) => Promise<readonly string[]>;
  /** Where it holds, more is written afterwards, so that it is too early to read what the answer shows. */
  readonly goesOn?: (facts: CaseFacts) => boolean;
}

/** Brings a case into another state by one write, so that state, notes and comment come together or not at all. A repeat finds it done. */
export async function transition(store: CaseStore, call: Transition): Promise<Outcome> {
  const rule = RULES[call.action];
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const barred = refuseAction(call.action, call.asker, facts);
  if (barred?.code !== 'FORBIDDEN' && facts.state === rule.to && (await isDone(store, facts, call.input)))
    return { caseKey: facts.key, recordKey: null, refusals: [], warnings: (await call.check?.(facts)) ?? [] };
  const refusal = barred ?? missing(call, facts);
  if (refusal !== null) return refused(facts.key, { field: ['caseId'], ...refusal });
  try {
    await store.update('Case', facts.key, valuesOf(rule, call.input));
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind !== 'invalid-input') throw error;
    return refused(facts.key, { code: 'NOT_ACCEPTED', message: error.message, field: ['caseId'] });
  }
  return verify(store, rule, facts, call);
}

/** Text that is blank says nothing. Agents owe notes when they close a case that was never resolved. */
function missing({ action, asker, input }: Transition, { number }: CaseFacts): Refusal | null {
  const owesNotes =
    action === 'CLOSE' && asker.kind === 'agent' && !asker.roles.has('sn_customerservice_manager');
  const needs = [...RULES[action].needs, ...(owesNotes ? (['closeNotes'] as const) : [])];
  const field = needs.find((name) => (input[name] ?? '').trim() === '');
  if (field === undefined) return null;
  return { code: 'INVALID_INPUT', message: `${number} needs ${NAMES[field]} for this.`, field: [field] };
}

const NAMES: Readonly<Record<keyof TransitionInput, string>> = {
  comment: 'a comment',
  resolutionCode: 'a resolution code',
  closeNotes: 'resolution notes',
};

function valuesOf({ to }: Rule, { comment, resolutionCode, closeNotes }: TransitionInput): Values {
  return {
    state: to,
    ...(comment === null ? {} : { comments: comment }),
    ...(resolutionCode === null ? {} : { resolutionCode }),
    ...(closeNotes === null ? {} : { closeNotes }),
  };
}

/** What a change of state writes to its case. */
export function writtenBy({ action, input }: Pick<Transition, 'action' | 'input'>): Values {
  return valuesOf(RULES[action], input);
}

/** The case is where it was to come to and says what it was to say: this call's own work, its answer lost. */
async function isDone(store: CaseStore, facts: CaseFacts, input: TransitionInput): Promise<boolean> {
  if (input.resolutionCode !== null && facts.resolutionCode !== input.resolutionCode) return false;
  if (input.closeNotes !== null && facts.closeNotes !== input.closeNotes) return false;
  return input.comment === null || store.journalSays('Case', facts.key, input.comment);
}

async function verify(
  store: CaseStore,
  { to }: Rule,
  facts: CaseFacts,
  { input: { resolutionCode }, check, goesOn }: Transition,
): Promise<Outcome> {
  const { key } = facts;
  if (goesOn?.(facts) !== true) store.look({ caseKey: key, recordKey: null });
  const [after, warnings = []] = await Promise.all([
    store.readOfCase(key, ['state', 'resolutionCode']),
    check?.(facts),
  ]);
  if (after !== null && after.state !== to) {
    const message = 'Somebody else has changed the case at the same time. Look at it again.';
    return refused(key, { code: 'CONFLICT', message, field: ['caseId'] });
  }
  if (after === null || resolutionCode === null || after.resolutionCode === resolutionCode)
    return { caseKey: key, recordKey: null, refusals: [], warnings };
  const message = `ServiceNow has no resolution code "${resolutionCode}" and kept the case without it. Give one of choices(table: "Case", column: "resolutionCode").`;
  return refused(key, { code: 'NOT_ACCEPTED', message, field: ['resolutionCode'] });
}
