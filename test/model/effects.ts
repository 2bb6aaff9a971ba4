import { attemptOf, type Call } from './call.ts';
import {
  acceptedAs,
  INCIDENT_STEPS,
  incidentValues,
  isCustomers,
  MADE,
  ownLeft,
  rejectedNote,
  RELATED,
  removedNote,
  SOLUTION,
  stepIsDone,
  STEPS,
} from './rules.ts';
import {
  CANCELED,
  hasSaid,
  NOUN,
  say,
  STATE,
  type CaseState,
  type Kind,
  type Model,
  type World,
} from './world.ts';

/** How far a call came: not at all, all the way, part of it, or back again from there. */
export type Extent = 'none' | 'full' | 'partial' | 'withdrawn';

/** Where new records are looked up: what the tables hold, without those that other calls have named as theirs. */
export interface Found {
  readonly actual: World;
  readonly taken: ReadonlySet<string>;
  /** What the answer names as its record. */
  readonly named: string;
}

/** Does to the model what a call does, as far as it came. False where that cannot have happened: a record that it takes is not in the tables. */
export function carryOut(model: Model, call: Call, extent: Extent, found: Found): boolean {
  if (extent === 'none') return true;
  if (call.verb in INCIDENT_STEPS) return extent === 'full' && changeIncident(model, call);
  const on = model.cases.get(call.caseId)!;
  const kind = MADE[call.verb];
  if (kind !== undefined) return create(model, call, on, kind, extent, found);
  if (call.verb === 'createRequestFromCase') return order(model, call, on, extent, found);
  if (call.verb === 'acceptMajorCase') return accept(model, call, on, extent, found);
  if (call.verb === 'createChildCases') return createChildren(model, call, on, extent, found);
  if (call.verb === 'rejectMajorCase') return reject(model, call, on, extent);
  if (extent !== 'full') return false;
  if (call.verb in STEPS) return change(call, on);
  if (call.verb === 'proposeMajorCase') return propose(call, on);
  if (call.verb === 'addChildCase') return addChild(model, call, on);
  return relate(model, call, on);
}

function changeIncident(model: Model, call: Call): boolean {
  const record = model.records.get(call.recordId)!;
  Object.assign(record, { state: INCIDENT_STEPS[call.verb]!.to, ...incidentValues(call) });
  return true;
}

function change(call: Call, on: CaseState): boolean {
  if (stepIsDone(call, on)) return true;
  const step = STEPS[call.verb]!;
  on.state = step.to;
  if (step.solves) on.code = SOLUTION;
  if (step.notes) on.notes = call.text;
  if (step.comments) say(on, call.text, 'comments');
  return true;
}

function relate(model: Model, call: Call, on: CaseState): boolean {
  const { slot, noun } = RELATED[call.relation];
  const record = model.records.get(call.recordId)!;
  if (call.verb === 'removeFromCase') {
    if (on.slots[slot] === '') return true;
    on.slots[slot] = '';
    say(on, removedNote(call, record));
    return true;
  }
  if (on.slots[slot] === record.id) return true;
  on.slots[slot] = record.id;
  say(on, `${noun} ${record.number} was associated with this case.`);
  return true;
}

/** A new record of the case in the tables that the model does not know yet; it becomes known as it stands there. */
function take(model: Model, on: CaseState, kind: Kind, { actual, taken, named }: Found): string | undefined {
  const fits = (id: string): boolean => {
    const row = actual.records.get(id);
    return row?.from === on.id && row.kind === kind && !model.records.has(id);
  };
  const id = fits(named) ? named : [...actual.records.keys()].find((key) => fits(key) && !taken.has(key));
  if (id === undefined) return undefined;
  const row = actual.records.get(id)!;
  model.records.set(id, { ...structuredClone(row), domain: on.domain });
  return id;
}

function create(
  model: Model,
  call: Call,
  on: CaseState,
  kind: Exclude<Kind, 'request'>,
  extent: Extent,
  found: Found,
): boolean {
  const attempt = attemptOf(call);
  const done = model.done.get(attempt);
  if (extent === 'full' && done !== undefined && on.slots[kind] === done) return true;
  const left = ownLeft(model, call, on, kind);
  const id = left ?? take(model, on, kind, found);
  if (id === undefined) return false;
  const record = model.records.get(id)!;
  if (extent === 'withdrawn') return withdraw(model, id, left !== undefined);
  if (record.withdrawn > 0) return false;
  if (extent === 'partial') {
    if (left === undefined) model.unfinished.set(id, new Set([attempt]));
    return true;
  }
  model.unfinished.delete(id);
  model.done.set(attempt, id);
  on.slots[kind] = id;
  say(on, `${NOUN[kind]} ${record.number} was created from this case.`);
  return true;
}

/** Canceled with one note; `known`: it was there before this call. */
function withdraw(model: Model, id: string, known: boolean): boolean {
  const record = model.records.get(id)!;
  model.unfinished.delete(id);
  if (known) Object.assign(record, { state: CANCELED[record.kind], withdrawn: record.withdrawn + 1 });
  return record.state === CANCELED[record.kind] && record.withdrawn === 1;
}

function order(model: Model, call: Call, on: CaseState, extent: Extent, found: Found): boolean {
  const attempt = attemptOf(call);
  if (extent === 'full' && model.done.has(attempt)) return true;
  const left = ownLeft(model, call, on, 'request');
  const id = left ?? take(model, on, 'request', found);
  if (id === undefined) return false;
  const record = model.records.get(id)!;
  if (extent === 'withdrawn') return withdraw(model, id, left !== undefined);
  if (extent === 'partial') {
    // Its item may be there or not; the note is the last.
    const { items } = found.actual.records.get(id)!;
    record.items = items.length === 0 ? record.items : [String(call.quantity)];
    model.unfinished.set(id, new Set([attempt]));
    return true;
  }
  if (record.items.length === 0) record.items = [String(call.quantity)];
  model.unfinished.delete(id);
  model.done.set(attempt, id);
  // A closed case takes no notes any more; the answer says so.
  if (on.state !== STATE.closed) say(on, `Request ${record.number} was created from this case.`);
  return true;
}

function propose(call: Call, on: CaseState): boolean {
  if (on.major === 'proposed' && on.impact === call.text) return true;
  on.major = 'proposed';
  on.impact = call.text;
  say(on, `Proposed as a candidate for a major case: ${call.text}`);
  return true;
}

/** The case that accepting has made, as it is to be. */
function takeMajor(model: Model, on: CaseState, { actual }: Found): string | undefined {
  const made = [...actual.cases.values()].find(({ id, from }) => from === on.id && !model.cases.has(id));
  if (made === undefined) return undefined;
  model.cases.set(made.id, {
    ...structuredClone(on),
    id: made.id,
    number: made.number,
    from: on.id,
    account: '',
    consumer: '',
    state: STATE.open,
    code: '',
    notes: '',
    major: 'accepted',
    parent: '',
    journal: [`work_notes: This major case was made from ${on.number}.`],
  });
  return made.id;
}

function accept(model: Model, call: Call, on: CaseState, extent: Extent, found: Found): boolean {
  if (acceptedAs(model, on) !== null) return extent === 'full';
  if (!isCustomers(on)) {
    if (extent !== 'full') return false;
    on.major = 'accepted';
    say(on, 'Accepted as a major case.');
    return true;
  }
  const id = ownLeft(model, call, on, 'major') ?? takeMajor(model, on, found);
  if (id === undefined) return false;
  if (extent === 'partial') {
    model.unfinished.set(id, new Set([attemptOf(call), ...(model.unfinished.get(id) ?? [])]));
    return true;
  }
  if (extent === 'withdrawn') return withdrawMajor(model, id);
  model.unfinished.delete(id);
  on.parent = id;
  on.major = 'canceled';
  say(on, `Accepted as a major case: this case is now a child of ${model.cases.get(id)!.number}.`);
  return true;
}

function withdrawMajor(model: Model, id: string): boolean {
  const major = model.cases.get(id)!;
  model.unfinished.delete(id);
  Object.assign(major, { state: STATE.canceled, major: 'canceled' });
  say(major, 'Canceled');
  return true;
}

/** Part of it: the candidate is rejected, and what an interrupted acceptance has left behind still stands. */
function reject(model: Model, call: Call, on: CaseState, extent: Extent): boolean {
  if (extent === 'withdrawn') return false;
  if (on.major !== 'rejected' || !hasSaid(on, rejectedNote(call))) {
    on.major = 'rejected';
    say(on, rejectedNote(call));
  }
  if (extent === 'partial') return true;
  for (const id of [...model.unfinished.keys()])
    if (model.cases.get(id)?.from === on.id) withdrawMajor(model, id);
  return true;
}

/** All of it: each customer has a child. Part of it: those have who have one in the tables. */
function createChildren(model: Model, call: Call, on: CaseState, extent: Extent, { actual }: Found): boolean {
  if (extent === 'withdrawn') return false;
  for (const [column, customers] of [
    ['account', call.accounts],
    ['consumer', call.consumers],
  ] as const)
    for (const customer of customers) {
      const isTheirs = (row: CaseState): boolean => row.parent === on.id && row[column] === customer;
      if ([...model.cases.values()].some(isTheirs)) continue;
      const made = [...actual.cases.values()].find((row) => isTheirs(row) && !model.cases.has(row.id));
      if (made !== undefined) model.cases.set(made.id, childOf(on, made, column, customer));
      else if (extent === 'full') return false;
    }
  return true;
}

function childOf(
  on: CaseState,
  { id, number }: CaseState,
  column: 'account' | 'consumer',
  customer: string,
): CaseState {
  return {
    id,
    number,
    domain: on.domain,
    from: '',
    account: column === 'account' ? customer : '',
    consumer: column === 'consumer' ? customer : '',
    state: STATE.new,
    code: '',
    notes: '',
    major: '',
    impact: '',
    parent: on.id,
    slots: { incident: '', problem: '', change: '', causedBy: '' },
    journal: [],
  };
}

function addChild(model: Model, call: Call, on: CaseState): boolean {
  const child = model.cases.get(call.recordId)!;
  if (child.parent === on.id) return true;
  child.parent = on.id;
  say(child, `Put below the major case ${on.number}.`);
  return true;
}
