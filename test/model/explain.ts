import { isDeepStrictEqual } from 'node:util';
import { attemptOf, type Answer, type Call, type Verb } from './call.ts';
import { carryOut, type Extent } from './effects.ts';
import { INCIDENT_STEPS, judge, MADE, ownLeft } from './rules.ts';
import { plain, type Kind, type Model, type World } from './world.ts';

export interface Called {
  readonly call: Call;
  readonly answer: Answer;
}

/** `in turn`: one after the other, in some order. `blind`: two gateways, neither of which need have seen what the other wrote. */
export type Together = 'in turn' | 'blind';

/**
 * Looks for a way in which the calls, answered as they were, lead from the model to what the tables hold: in one order or the other, each carried out as far
 * as its answer allows. The model as it then is, or `null`: what happened must not happen.
 */
export function explain(
  before: Model,
  calls: readonly Called[],
  actual: World,
  together: Together,
): Model | null {
  const wanted = plain(actual);
  for (const order of calls.length > 1 ? [calls, [...calls].reverse()] : [calls]) {
    const found = search(before, before, order, actual, together, wanted);
    if (found !== null) return found;
  }
  return null;
}

function search(
  start: Model,
  model: Model,
  [next, ...rest]: readonly Called[],
  actual: World,
  together: Together,
  wanted: readonly unknown[],
): Model | null {
  if (next === undefined) return isDeepStrictEqual(plain(model), wanted) ? model : null;
  const raced = rest.length > 0 || start !== model;
  for (const extent of extents(start, model, next, raced ? together : null)) {
    const tried = structuredClone(model);
    const taken = new Set(rest.map(({ answer }) => answer.recordId));
    const named = next.answer.recordId;
    if (!carryOut(tried, next.call, extent, { actual, taken, named })) continue;
    if (extent === 'full' && !shows(tried, next)) continue;
    const found = search(start, tried, rest, actual, together, wanted);
    if (found !== null) return found;
  }
  return null;
}

/** What a call makes. */
const KINDS: Readonly<Partial<Record<Verb, Kind | 'major'>>> = {
  ...MADE,
  createRequestFromCase: 'request',
  acceptMajorCase: 'major',
};

/** How far a call may have come, going by its answer. `together: null`: nobody else called at the same time. */
function extents(
  start: Model,
  model: Model,
  { call, answer }: Called,
  together: Together | null,
): readonly Extent[] {
  const verdicts = [judge(model, call), ...(together === 'blind' ? [judge(start, call)] : [])];
  const may = verdicts.some(({ ok }) => ok);
  const on = model.cases.get(call.caseId);
  const kind = KINDS[call.verb] ?? null;
  const left = on !== undefined && kind !== null && ownLeft(model, call, on, kind) !== undefined;
  // What an interrupted attempt has made before may not be what the case asks for by now, and then says so.
  const amiss = left || (together !== null && call.verb in INCIDENT_STEPS);
  if (answer.kind === 'ok') return may && (answer.codes.length === 0 || amiss) ? ['full'] : [];
  if (answer.kind === 'unknown') return [...(may ? (['full', 'partial'] as const) : []), 'none', 'withdrawn'];
  const said = (code: string): boolean => verdicts.some(({ codes }) => codes.includes(code));
  const expected = answer.codes.every(said);
  const lost = together !== null && answer.codes.every((code) => code === 'CONFLICT');
  if (!expected && !lost) return [];
  // The key was used for another order, which is completed nevertheless.
  if (left && answer.codes.includes('INVALID_INPUT')) return ['full'];
  // What was left behind is canceled with the refusal, unless whoever made it may not do so any more.
  const extents: Extent[] = left && !answer.codes.includes('FORBIDDEN') ? ['withdrawn'] : ['none'];
  if (lost && together === 'blind') extents.push('full');
  if (lost) extents.push('withdrawn');
  return extents;
}

/** An answer that names a record names the one that the case has. */
function shows(model: Model, { call, answer: { recordId } }: Called): boolean {
  const kind = MADE[call.verb];
  if (recordId === '' || kind === undefined) return true;
  return model.done.get(attemptOf(call)) === recordId;
}
