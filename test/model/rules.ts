import { attemptOf, type Call, type Relation, type Verb, type Who } from './call.ts';
import {
  hasSaid,
  NOUN,
  OVER,
  STATE,
  type CaseState,
  type Kind,
  type Model,
  type RecordState,
  type Slot,
} from './world.ts';

/** Who may do what with which case: docs/cases.md as a model of its own, which shares no code with what it tests. */

export interface Verdict {
  readonly ok: boolean;
  /** Where it is not: the reasons that hold. Any of them may be the answer. */
  readonly codes: readonly string[];
}

const OK: Verdict = { ok: true, codes: [] };
const no = (...codes: readonly string[]): Verdict => ({ ok: false, codes });

const ITSM: readonly Who[] = ['agent-itsm', 'major-issue-manager', 'admin'];
const MANAGERS: readonly Who[] = ['major-issue-manager', 'admin'];
const AGENTS: readonly Who[] = ['agent', ...ITSM];
const CUSTOMER: readonly Who[] = ['contact'];

export const MADE: Readonly<Partial<Record<Verb, Exclude<Kind, 'request'>>>> = {
  createIncidentFromCase: 'incident',
  createProblemFromCase: 'problem',
  createNormalChangeFromCase: 'change',
  createStandardChangeFromCase: 'change',
};

export const RELATED: Readonly<Record<Relation, { slot: Slot; kind: Kind; noun: string }>> = {
  INCIDENT: { slot: 'incident', kind: 'incident', noun: NOUN.incident },
  PROBLEM: { slot: 'problem', kind: 'problem', noun: NOUN.problem },
  CHANGE: { slot: 'change', kind: 'change', noun: NOUN.change },
  CAUSED_BY_CHANGE: { slot: 'causedBy', kind: 'change', noun: 'Causing change request' },
};

/** What a change of state asks for and comes to. */
interface Step {
  readonly who: readonly Who[];
  readonly from: readonly string[];
  readonly to: string;
  readonly solves: boolean;
  readonly notes: boolean;
  readonly comments: boolean;
}

const OPENISH = [STATE.new, STATE.open, STATE.awaiting];

export const STEPS: Readonly<Partial<Record<Verb, Step>>> = {
  requestInfo: { who: AGENTS, from: [STATE.open], to: STATE.awaiting, solves: false, notes: false, comments: true },
  proposeSolution: { who: AGENTS, from: [STATE.open, STATE.awaiting], to: STATE.resolved, solves: true, notes: true, comments: false },
  acceptSolution: { who: CUSTOMER, from: [STATE.resolved], to: STATE.closed, solves: false, notes: false, comments: false },
  rejectSolution: { who: CUSTOMER, from: [STATE.resolved], to: STATE.open, solves: false, notes: false, comments: true },
  closeCase: { who: [...AGENTS, ...CUSTOMER], from: OPENISH, to: STATE.closed, solves: false, notes: true, comments: false },
}; // prettier-ignore

export const SOLUTION = '1';
export const CLOSE_CODE = 'Solution provided';
export const HOLD_REASON = '3';

export const INCIDENT_STEPS: Readonly<Partial<Record<Verb, { from: readonly string[]; to: string }>>> = {
  resolveIncident: { from: ['1', '2', '3'], to: '6' },
  closeIncident: { from: ['6'], to: '7' },
  holdIncident: { from: ['1', '2'], to: '3' },
};

/** Whether a call is to be carried out, a repeat of what is done already included. */
export function judge(model: Model, call: Call): Verdict {
  if (call.verb in INCIDENT_STEPS) return judgeIncident(model, call);
  const on = model.cases.get(call.caseId)!;
  // Who lacks the role to read the record is told of that first.
  const blind =
    ['associateWithCase', 'removeFromCase'].includes(call.verb) && !ITSM.includes(call.who)
      ? ['FORBIDDEN']
      : [];
  if (!sees(model, call.who, on)) return no('NOT_FOUND', ...blind);
  const kind = MADE[call.verb];
  if (kind !== undefined) return judgeCreate(model, call, on, kind);
  if (call.verb in STEPS) return judgeStep(call, on);
  switch (call.verb) {
    case 'createRequestFromCase':
      return judgeRequest(model, call, on);
    case 'associateWithCase':
      return judgeAssociate(model, call, on);
    case 'removeFromCase':
      return judgeRemove(model, call, on);
    case 'proposeMajorCase':
      return judgePropose(model, call, on);
    case 'acceptMajorCase':
      return judgeAccept(model, call, on);
    case 'rejectMajorCase':
      return judgeReject(call, on);
    default:
      return judgeChildren(model, call, on);
  }
}

/** The contact sees the cases of the own account. */
function sees({ account: own }: Model, who: Who, { account }: CaseState): boolean {
  if (who === 'other-domain-agent') return false;
  return who !== 'contact' || account === own;
}

const isOver = ({ state }: CaseState): boolean => !OPENISH.includes(state);

function belowMajor(model: Model, { parent }: CaseState): boolean {
  return parent !== '' && model.cases.get(parent)?.major === 'accepted';
}

/** What keeps anybody from giving the case records or taking them off. */
function stands(model: Model, on: CaseState): string[] {
  return isOver(on) || belowMajor(model, on) ? ['INVALID_STATE'] : [];
}

const reasons = (codes: readonly string[]): Verdict => (codes.length === 0 ? OK : no(...codes));

/** Records of a kind that interrupted attempts have left unfinished for a case. */
export function leftBehind(model: Model, on: CaseState, kind: Kind | 'major'): readonly string[] {
  return [...model.unfinished.keys()].filter((id) => {
    const row = model.records.get(id);
    if (kind === 'major') return model.cases.get(id)?.from === on.id;
    return row?.from === on.id && row.kind === kind;
  });
}

/** The record that this very attempt has left unfinished. */
export function ownLeft(model: Model, call: Call, on: CaseState, kind: Kind | 'major'): string | undefined {
  return leftBehind(model, on, kind).find((id) => model.unfinished.get(id)!.has(attemptOf(call)));
}

function mayCreate(who: Who, on: CaseState): boolean {
  return ITSM.includes(who) && (on.major !== 'accepted' || MANAGERS.includes(who));
}

function judgeCreate(model: Model, call: Call, on: CaseState, kind: Exclude<Kind, 'request'>): Verdict {
  const done = model.done.get(attemptOf(call));
  if (done !== undefined && on.slots[kind] === done) return OK;
  if (!mayCreate(call.who, on)) return no('FORBIDDEN');
  const codes = stands(model, on);
  if (on.slots[kind] !== '') codes.push('ALREADY_ASSOCIATED');
  if (codes.length > 0) return no(...codes);
  // Somebody else's unfinished record keeps its place for a minute, longer than any sequence lasts.
  const left = leftBehind(model, on, kind);
  return left.length > 0 && ownLeft(model, call, on, kind) === undefined ? no('CONFLICT') : OK;
}

function judgeRequest(model: Model, call: Call, on: CaseState): Verdict {
  if (!mayCreate(call.who, on)) return no('FORBIDDEN');
  const key = model.done.get(attemptOf(call)) ?? ownLeft(model, call, on, 'request');
  const made = key === undefined ? undefined : model.records.get(key);
  if (made === undefined) return reasons(stands(model, on));
  if (made.state === 'closed_cancelled') return no('CONFLICT');
  // What was ordered stays ordered, whatever became of the case; what was only begun does not.
  if (made.items.length === 0) return reasons(stands(model, on));
  return made.items.includes(String(call.quantity)) ? OK : no('INVALID_INPUT');
}

function judgeAssociate(model: Model, call: Call, on: CaseState): Verdict {
  if (!ITSM.includes(call.who)) return no('FORBIDDEN');
  const { slot } = RELATED[call.relation];
  if (on.slots[slot] === call.recordId) return OK;
  const record = model.records.get(call.recordId)!;
  const codes = stands(model, on);
  if (on.slots[slot] !== '') codes.push('ALREADY_ASSOCIATED');
  if (isEnded(record)) codes.push('INVALID_STATE');
  return reasons(codes);
}

export const isEnded = ({ kind, state }: RecordState): boolean => OVER[kind].includes(state);

export const removedNote = ({ relation }: Call, { number }: RecordState): string =>
  `${RELATED[relation].noun} ${number} was removed from this case.`;

function judgeRemove(model: Model, call: Call, on: CaseState): Verdict {
  if (!ITSM.includes(call.who)) return no('FORBIDDEN');
  const { slot } = RELATED[call.relation];
  const record = model.records.get(call.recordId)!;
  if (on.slots[slot] === '' && hasSaid(on, removedNote(call, record))) return OK;
  const codes = stands(model, on);
  if (on.slots[slot] === '') codes.push('INVALID_STATE');
  else if (on.slots[slot] !== call.recordId) codes.push('CONFLICT');
  return reasons(codes);
}

function judgeStep(call: Call, on: CaseState): Verdict {
  const step = STEPS[call.verb]!;
  if (!step.who.includes(call.who)) return no('FORBIDDEN');
  if (stepIsDone(call, on)) return OK;
  return step.from.includes(on.state) ? OK : no('INVALID_STATE');
}

/** The case is where it was to come to and says what it was to say. */
export function stepIsDone(call: Call, on: CaseState): boolean {
  const step = STEPS[call.verb]!;
  return (
    on.state === step.to &&
    (!step.solves || on.code === SOLUTION) &&
    (!step.notes || on.notes === call.text) &&
    (!step.comments || hasSaid(on, call.text, 'comments'))
  );
}

function judgeIncident(model: Model, call: Call): Verdict {
  if (call.who === 'agent' || call.who === 'contact') return no('FORBIDDEN');
  if (call.who === 'other-domain-agent') return no('NOT_FOUND');
  const record = model.records.get(call.recordId)!;
  const { from, to } = INCIDENT_STEPS[call.verb]!;
  const done = Object.entries(incidentValues(call)).every(
    ([name, value]) => record[name as 'closeNotes'] === value,
  );
  if (record.state === to && done) return OK;
  return from.includes(record.state) ? OK : no('INVALID_STATE');
}

/** What a change of an incident's state says. */
export function incidentValues({
  verb,
  text,
}: Call): Partial<Pick<RecordState, 'closeCode' | 'closeNotes' | 'holdReason'>> {
  if (verb === 'resolveIncident') return { closeCode: CLOSE_CODE, closeNotes: text };
  return verb === 'holdIncident' ? { holdReason: HOLD_REASON } : {};
}

function judgePropose(model: Model, call: Call, on: CaseState): Verdict {
  if (!AGENTS.includes(call.who)) return no('FORBIDDEN');
  if (on.major === 'proposed' && on.impact === call.text) return OK;
  const taken = on.major === 'proposed' || on.major === 'accepted';
  return taken || belowMajor(model, on) || isOver(on) ? no('INVALID_STATE') : OK;
}

/** The major case that a case has become or come below by being accepted. */
export function acceptedAs(model: Model, on: CaseState): string | null {
  if (on.major === 'accepted') return on.id;
  const parent = model.cases.get(on.parent);
  return parent?.from === on.id && parent.major === 'accepted' ? parent.id : null;
}

export const isCustomers = ({ account, consumer }: CaseState): boolean => account !== '' || consumer !== '';

function judgeAccept(model: Model, call: Call, on: CaseState): Verdict {
  if (!MANAGERS.includes(call.who)) return no('FORBIDDEN');
  if (acceptedAs(model, on) !== null) return OK;
  if (on.major !== 'proposed' || isOver(on)) return no('INVALID_STATE');
  if (!isCustomers(on)) return OK;
  if (on.parent !== '') return no('INVALID_STATE');
  const left = leftBehind(model, on, 'major');
  return left.length > 0 && ownLeft(model, call, on, 'major') === undefined ? no('CONFLICT') : OK;
}

export const rejectedNote = ({ text }: Call): string => `Rejected as a candidate for a major case: ${text}`;

function judgeReject(call: Call, on: CaseState): Verdict {
  if (!MANAGERS.includes(call.who)) return no('FORBIDDEN');
  if (on.major === 'rejected' && hasSaid(on, rejectedNote(call))) return OK;
  return on.major !== 'proposed' || isOver(on) ? no('INVALID_STATE') : OK;
}

function judgeChildren(model: Model, call: Call, on: CaseState): Verdict {
  const child = model.cases.get(call.recordId);
  if (call.verb === 'addChildCase' && !sees(model, call.who, child!)) return no('NOT_FOUND');
  if (!MANAGERS.includes(call.who)) return no('FORBIDDEN');
  if (call.verb === 'addChildCase' && child!.parent === on.id) return OK;
  if (on.major !== 'accepted' || isOver(on)) return no('INVALID_STATE');
  if (call.verb === 'createChildCases') return OK;
  const unfit = child!.id === on.id || child!.major === 'accepted' || child!.major === 'proposed';
  return unfit || child!.parent !== '' || isOver(child!) ? no('INVALID_STATE') : OK;
}
