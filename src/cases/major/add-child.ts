import { refuseAction } from '../actions/available-actions.ts';
import { invalid, stillOpen, type Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';

export interface AddChild {
  readonly majorKey: string;
  readonly caseKey: string;
  readonly asker: Asker;
}

/** Puts an existing case below a major case, with one write. Nothing that was said on the major case before is passed on (facts 6.7). A repeat writes nothing. */
export async function addChild(store: CaseStore, call: AddChild): Promise<Outcome> {
  const [major, child] = await Promise.all([store.readCase(call.majorKey), store.readCase(call.caseKey)]);
  if (major === null) return refused(null, { ...noCase(), field: ['majorCaseId'] });
  if (child === null) return refused(major.key, noCase());
  const refusal = refuseAction('ADD_CHILD_CASE', call.asker, major);
  if (refusal?.code !== 'FORBIDDEN' && child.parent === major.key) return settled(major, child);
  if (refusal !== null) return refused(major.key, { ...refusal, field: ['majorCaseId'] });
  const unfit = refuseChild(call.asker, major, child);
  if (unfit !== null) return refused(major.key, { ...unfit, field: ['caseId'] });
  const workNotes = `Put below the major case ${major.number}.`;
  await store.update('Case', child.key, { parentCase: major.key, workNotes });
  store.look({ caseKey: major.key, recordKey: child.key });
  const after = await store.readOfCase(child.key, ['parentCase']);
  if (after?.parentCase === major.key) return settled(major, child);
  const message = `${child.number} was changed by somebody else at the same time. Look at the case again.`;
  return refused(major.key, { code: 'CONFLICT', message, field: ['caseId'] });
}

/** Why a case cannot be put below a major case; `null` when it can. */
export function refuseChild(asker: Asker, major: CaseFacts, child: CaseFacts): Refusal | null {
  const { number, key, parent, majorCaseState } = child;
  if (key === major.key) return invalid(`${number} cannot be put below itself.`);
  if (majorCaseState === 'accepted' || majorCaseState === 'proposed')
    return invalid(`${number} is a major case or a candidate for one.`);
  if (parent !== null) return invalid(`${number} stands below another record already.`);
  return stillOpen(asker, child);
}

function settled({ key }: CaseFacts, child: CaseFacts): Outcome {
  return { caseKey: key, recordKey: child.key, refusals: [] };
}
