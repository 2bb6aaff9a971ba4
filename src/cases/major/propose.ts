import { refuseAction } from '../actions/available-actions.ts';
import type { Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import { noCase, refused, type Outcome } from '../outcome.ts';

export interface Propose {
  readonly caseKey: string;
  /** What it means for the business; not blank. */
  readonly businessImpact: string;
  /** For the agents; `null`: the business impact is said. */
  readonly workNotes: string | null;
  readonly asker: Asker;
}

/** ServiceNow's column holds as much (facts, columns of a case). */
const LONGEST = 4000;

/** Proposes a case as a candidate for a major case, with one write. A repeat finds it proposed for the same reason and writes nothing. */
export async function propose(store: CaseStore, call: Propose): Promise<Outcome> {
  const facts = await store.readCase(call.caseKey);
  if (facts === null) return refused(null, noCase());
  const refusal = refuseAction('PROPOSE_MAJOR_CASE', call.asker, facts);
  if (refusal?.code !== 'FORBIDDEN' && isDone(facts, call)) return settled(facts);
  if (refusal !== null) return refused(facts.key, { ...refusal, field: ['caseId'] });
  const { businessImpact } = call;
  const length = businessImpact.trim().length;
  if (length === 0 || length > LONGEST) {
    const message = `The business impact takes 1 to ${LONGEST} characters.`;
    return refused(facts.key, { code: 'INVALID_INPUT', message, field: ['businessImpact'] });
  }
  const said = (call.workNotes ?? '').trim() === '' ? businessImpact : call.workNotes;
  const workNotes = `Proposed as a candidate for a major case: ${said}`;
  await store.update('Case', facts.key, { majorCaseState: 'proposed', businessImpact, workNotes });
  store.look({ caseKey: facts.key, recordKey: null });
  const after = await store.readOfCase(facts.key, ['majorCaseState', 'businessImpact']);
  if (after !== null && isDone(after, call)) return settled(facts);
  const message = 'Somebody else has changed the case at the same time. Look at it again.';
  return refused(facts.key, { code: 'CONFLICT', message, field: ['caseId'] });
}

function isDone(
  facts: Pick<CaseFacts, 'majorCaseState' | 'businessImpact'>,
  { businessImpact }: Propose,
): boolean {
  return facts.majorCaseState === 'proposed' && facts.businessImpact?.trim() === businessImpact.trim();
}

function settled({ key }: CaseFacts): Outcome {
  return { caseKey: key, recordKey: null, refusals: [] };
}
