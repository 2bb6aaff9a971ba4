import type { Viewer } from '../../access/viewer.ts';
import type { Turns } from '../../concurrency/turns.ts';
import { isAgent, type Asker } from '../actions/checks.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { CaseStore } from '../case-store.ts';
import type { Values } from '../creation/record-kind.ts';
import { idempotencyKeyOf } from '../idempotency-key.ts';
import type { Outcome } from '../outcome.ts';
import { accept, type Accept } from './accept.ts';
import { addChild, type AddChild } from './add-child.ts';
import { passedOn, type ChildSync } from './child-sync.ts';
import { createChildren, type ChildrenOutcome, type CreateChildren } from './create-children.ts';
import { propose, type Propose } from './propose.ts';
import { reject, type Reject } from './reject.ts';
import { syncChildren } from './sync-children.ts';

/** How major cases reach what they work on. */
export interface MajorCaseOptions<Asks> {
  /** Reads what stands upstream now, as the viewer. */
  readonly fresh: (asks: Asks) => CaseStore;
  /** Those of all that changes a case. */
  readonly turns: Turns;
  readonly sync: ChildSync;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * What is done with major cases, their candidates and their children. Decisions on one case are carried out one after the other, so that two who decide at the
 * same time leave one note; between gateways the keys and marks of docs/decisions/0001 hold.
 */
export class MajorCases<Asks extends { readonly viewer: Viewer }> {
  readonly #options: MajorCaseOptions<Asks>;
  readonly #turns: Turns;

  constructor(options: MajorCaseOptions<Asks>) {
    this.#options = options;
    this.#turns = options.turns;
  }

  propose(asks: Asks, call: Omit<Propose, 'asker'>): Promise<Outcome> {
    const asker = askerOf(asks.viewer);
    return this.#turns.take(call.caseKey, () => propose(this.#options.fresh(asks), { ...call, asker }));
  }

  /** `idempotencyKey: null`: one is made up, and a repeat is another attempt. */
  async accept(
    asks: Asks,
    call: Pick<Accept, 'caseKey'> & { readonly idempotencyKey: string | null },
  ): Promise<Outcome> {
    const { fresh, now } = this.#options;
    const asker = { ...askerOf(asks.viewer), subject: asks.viewer.subject };
    const idempotencyKey = idempotencyKeyOf(call.idempotencyKey);
    return this.#turns.take(call.caseKey, () =>
      accept(fresh(asks), { caseKey: call.caseKey, asker, idempotencyKey, now: now() }),
    );
  }

  reject(asks: Asks, call: Omit<Reject, 'asker'>): Promise<Outcome> {
    const asker = askerOf(asks.viewer);
    return this.#turns.take(call.caseKey, () => reject(this.#options.fresh(asks), { ...call, asker }));
  }

  /** The idempotency key is only looked at: a child's key depends on the major case and the customer, so a repeat is known without. */
  async createChildren(
    asks: Asks,
    { idempotencyKey, ...call }: Omit<CreateChildren, 'asker'> & { readonly idempotencyKey: string | null },
  ): Promise<ChildrenOutcome> {
    const asker = askerOf(asks.viewer);
    idempotencyKeyOf(idempotencyKey);
    return this.#turns.take(call.caseKey, () =>
      createChildren(this.#options.fresh(asks), { ...call, asker }),
    );
  }

  addChild(asks: Asks, call: Omit<AddChild, 'asker'>): Promise<Outcome> {
    const asker = askerOf(asks.viewer);
    return this.#turns.take(call.caseKey, () => addChild(this.#options.fresh(asks), { ...call, asker }));
  }

  /** Whether children of a case get any of this when it is written to the case. */
  passes({ majorCaseState }: Pick<CaseFacts, 'majorCaseState'>, written: Values): boolean {
    return majorCaseState === 'accepted' && passedOn(this.#options.sync, written) !== null;
  }

  /** Gives the children what an action has written to their major case, if it was carried out; what could not be passed on is among the refusals. */
  async passOn(asks: Asks, outcome: Outcome, written: Values): Promise<Outcome> {
    const passed = passedOn(this.#options.sync, written);
    // Customers see no major case.
    if (passed === null || outcome.caseKey === null || !isAgent(askerOf(asks.viewer))) return outcome;
    if (outcome.refusals.length > 0) return outcome;
    return { ...outcome, refusals: await syncChildren(this.#options.fresh(asks), outcome.caseKey, passed) };
  }
}

function askerOf({ kind, roles }: Viewer): Asker {
  return { kind, roles };
}
