import type { Viewer } from '../access/viewer.ts';
import { Flight } from '../concurrency/flight.ts';
import { Turns } from '../concurrency/turns.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import { RELATIONS, type ResultRow } from '../engine/query.ts';
import { availableActions, type AvailableAction } from './actions/available-actions.ts';
import type { CaseAction } from './actions/case-action.ts';
import type { Asker } from './actions/checks.ts';
import type { CaseFacts } from './case-facts.ts';
import { CaseStore, factsOf } from './case-store.ts';
import { associate, remove } from './association/associate.ts';
import { associateRequest, removeRequest } from './association/associate-request.ts';
import type { AnyRelation } from './association/relation-kind.ts';
import { held } from './held.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { Look } from './look.ts';
import { createRecord, type CreateRecord } from './creation/create-record.ts';
import { triageFor } from './creation/priority.ts';
import { incidentFromCase, normalChangeFromCase, problemFromCase } from './creation/record-from-case.ts';
import { CHANGE, INCIDENT, PROBLEM, type RecordKind } from './creation/record-kind.ts';
import { fromTemplate, STANDARD_CHANGE } from './creation/standard-change.ts';
import { changeIncident, type ChangeIncident } from './incident/change-incident.ts';
import { triageIncident, type TriageIncident } from './incident/triage-incident.ts';
import type { ChildSync } from './major/child-sync.ts';
import { MajorCases } from './major/major-cases.ts';
import type { Outcome } from './outcome.ts';
import { createRequest } from './request/create-request.ts';
import { solutionCheck } from './transition/check-solution.ts';
import { comment, JOURNAL_COLUMN, type Comment } from './transition/comment.ts';
import { transition, writtenBy, type Transition } from './transition/transition.ts';

export interface CaseOptions {
  /** Whether the instance derives priorities from its lookup table. */
  readonly dataLookup: boolean;
  /** What children get of their major case; absent: nothing. */
  readonly parentChildSync?: ChildSync;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Asks {
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
  readonly requestId: string;
  /** Told what the answer will show. */
  readonly look?: Look;
}

export interface CreateFromCase {
  readonly caseKey: string;
  /** Names the attempt, 1 to 200 characters; `null`: one is made up, and a repeat is another attempt. */
  readonly idempotencyKey: string | null;
}

export interface CreateStandardChange extends CreateFromCase {
  readonly templateKey: string;
}

export interface CreateRequestFromCase extends CreateFromCase {
  readonly catalogItemKey: string;
  readonly quantity: number;
  /** `null`: the case's contact. */
  readonly requestedForKey: string | null;
}

export interface Associate {
  readonly caseKey: string;
  readonly recordKey: string;
  readonly relation: AnyRelation;
}

/** What agents do with a case. Each action reads fresh, decides, and carries out. Throws CasegraphError for what no user can mend. */
export class CaseActions {
  readonly #engine: Engine;
  readonly #options: CaseOptions;
  /** Attempts under way: one that is repeated meanwhile, by an impatient click or a client's retry, is waited for and not made again. */
  readonly #attempts = new Map<string, Flight<Outcome>>();
  /** What changes one case, or one incident, is done one after the other: each decides on what the one before has left. Between gateways see docs/decisions/0001. */
  readonly #turns = new Turns();
  readonly major: MajorCases<Asks>;

  constructor(engine: Engine, options: CaseOptions) {
    this.#engine = engine;
    this.#options = options;
    const { now, parentChildSync: sync = { enabled: false, fields: [] } } = options;
    this.major = new MajorCases({ fresh: (asks) => this.#fresh(asks), turns: this.#turns, sync, now });
  }

  /** What the viewer can do with the case of a row. */
  available(viewer: Viewer, row: ResultRow): readonly AvailableAction[] {
    const table = this.#engine.catalog.tables.get('Case');
    if (table === undefined) return [];
    const parent = row[RELATIONS]['parentCase'];
    // Without the parent case it cannot be told whether the case is the child of a major one.
    if (parent instanceof CasegraphError) throw parent;
    return availableActions(askerOf(viewer), factsOf(table, row));
  }

  createIncident(asks: Asks, call: CreateFromCase): Promise<Outcome> {
    return this.#create(asks, call, INCIDENT, 'CREATE_INCIDENT', (store) => {
      const lookup = this.#options.dataLookup ? held(store.readPriorities()) : null;
      return async (facts) => ({ values: incidentFromCase(facts, triageFor(facts.priority, await lookup)) });
    });
  }

  createProblem(asks: Asks, call: CreateFromCase): Promise<Outcome> {
    return this.#create(asks, call, PROBLEM, 'CREATE_PROBLEM', () => (facts) => {
      return Promise.resolve({ values: problemFromCase(facts) });
    });
  }

  createNormalChange(asks: Asks, call: CreateFromCase): Promise<Outcome> {
    return this.#create(asks, call, CHANGE, 'CREATE_NORMAL_CHANGE', () => (facts) => {
      return Promise.resolve({ values: normalChangeFromCase(facts, asks.viewer.user ?? null) });
    });
  }

  createStandardChange(asks: Asks, call: CreateStandardChange): Promise<Outcome> {
    return this.#create(asks, call, STANDARD_CHANGE, 'CREATE_STANDARD_CHANGE', (store) => {
      const template = held(fromTemplate(store, call.templateKey, asks.viewer.user ?? null));
      return () => template;
    });
  }

  createRequest(asks: Asks, call: CreateRequestFromCase): Promise<Outcome> {
    const key = idempotencyKeyOf(call.idempotencyKey);
    const asker = askerOf(asks.viewer);
    const { catalogItemKey: item, requestedForKey, quantity } = call;
    const name = [
      'CREATE_REQUEST',
      call.caseKey,
      asker.subject,
      key,
      item,
      requestedForKey ?? '',
      String(quantity),
    ];
    return this.#attempt(name, call.caseKey, asks, (signal) =>
      createRequest(this.#fresh({ ...asks, signal }), { ...call, asker, idempotencyKey: key }),
    );
  }

  changeIncident(asks: Asks, call: Omit<ChangeIncident, 'asker'>): Promise<Outcome> {
    const asker = askerOf(asks.viewer);
    return this.#turns.take(call.incidentKey, () => changeIncident(this.#fresh(asks), { ...call, asker }));
  }

  triageIncident(asks: Asks, call: Omit<TriageIncident, 'asker'>): Promise<Outcome> {
    const asker = askerOf(asks.viewer);
    return this.#turns.take(call.incidentKey, () => triageIncident(this.#fresh(asks), { ...call, asker }));
  }

  associate(asks: Asks, call: Associate): Promise<Outcome> {
    const [asker, { relation }] = [askerOf(asks.viewer), call];
    return this.#turns.take(call.caseKey, () => {
      const store = this.#fresh(asks);
      if (relation === 'REQUEST') return associateRequest(store, { ...call, asker });
      return associate(store, { ...call, relation, asker });
    });
  }

  remove(asks: Asks, call: Associate): Promise<Outcome> {
    const [asker, { relation }] = [askerOf(asks.viewer), call];
    return this.#turns.take(call.caseKey, () => {
      const store = this.#fresh(asks);
      if (relation === 'REQUEST') return removeRequest(store, { ...call, asker });
      return remove(store, { ...call, relation, asker });
    });
  }

  async transition(asks: Asks, call: Omit<Transition, 'asker'>): Promise<Outcome> {
    const [written, { resolutionCode }] = [writtenBy(call), call.input];
    const goesOn = (facts: CaseFacts): boolean => this.major.passes(facts, written);
    const checked = call.action === 'PROPOSE_SOLUTION' && resolutionCode !== null;
    const changed = await this.#turns.take(call.caseKey, () => {
      const store = this.#fresh(asks);
      const check = checked ? { check: solutionCheck(store, resolutionCode) } : {};
      return transition(store, { ...call, ...check, goesOn, asker: askerOf(asks.viewer) });
    });
    return this.major.passOn(asks, changed, written);
  }

  async comment(asks: Asks, call: Omit<Comment, 'asker' | 'once'>): Promise<Outcome> {
    const written = { [JOURNAL_COLUMN[call.audience]]: call.text };
    const once = (facts: CaseFacts): boolean => this.major.passes(facts, written);
    const outcome = await comment(this.#fresh(asks), { ...call, once, asker: askerOf(asks.viewer) });
    return this.major.passOn(asks, outcome, written);
  }

  /** Decisions are made on what stands upstream now. */
  #fresh(asks: Asks): CaseStore {
    return new CaseStore(this.#engine.catalog, this.#engine.decider(asks), asks.look);
  }

  async #create(
    asks: Asks,
    call: CreateFromCase,
    kind: RecordKind,
    action: CaseAction,
    begin: (store: CaseStore) => CreateRecord['prepare'],
  ): Promise<Outcome> {
    const { caseKey } = call;
    const key = idempotencyKeyOf(call.idempotencyKey);
    const asker = askerOf(asks.viewer);
    return this.#attempt([action, caseKey, asker.subject, key], caseKey, asks, (signal) => {
      const store = this.#fresh({ ...asks, signal });
      const now = this.#options.now();
      return createRecord(store, {
        kind,
        action,
        caseKey,
        asker,
        idempotencyKey: key,
        prepare: begin(store),
        now,
      });
    });
  }

  #attempt(
    parts: readonly string[],
    caseKey: string,
    { signal }: Asks,
    work: (signal: AbortSignal) => Promise<Outcome>,
  ): Promise<Outcome> {
    const name = JSON.stringify(parts);
    const running = this.#attempts.get(name);
    if (running?.open === true) return running.wait(signal);
    const inTurn = (left: AbortSignal): Promise<Outcome> => this.#turns.take(caseKey, () => work(left));
    const attempt = new Flight(inTurn, () => {
      if (this.#attempts.get(name) === attempt) this.#attempts.delete(name);
    });
    this.#attempts.set(name, attempt);
    return attempt.wait(signal);
  }
}

function askerOf({ kind, roles, subject }: Viewer): Asker & { readonly subject: string } {
  return { kind, roles, subject };
}
