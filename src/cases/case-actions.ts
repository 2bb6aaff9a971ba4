import { randomUUID } from 'node:crypto';
import type { Viewer } from '../access/viewer.ts';
import { Flight } from '../concurrency/flight.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import { RELATIONS, type ResultRow } from '../engine/query.ts';
import { availableActions, type AvailableAction } from './actions/available-actions.ts';
import type { CaseAction } from './actions/case-action.ts';
import type { Asker } from './actions/checks.ts';
import type { CaseFacts } from './case-facts.ts';
import { CaseStore, factsOf } from './case-store.ts';
import { associate, remove } from './association/associate.ts';
import type { CaseRelation } from './association/relation-kind.ts';
import { createRecord } from './creation/create-record.ts';
import { triageFor } from './creation/priority.ts';
import { incidentFromCase, normalChangeFromCase, problemFromCase } from './creation/record-from-case.ts';
import { CHANGE, INCIDENT, PROBLEM, type RecordKind, type Values } from './creation/record-kind.ts';
import type { Outcome } from './outcome.ts';
import { comment, type Comment } from './transition/comment.ts';
import { transition, type Transition } from './transition/transition.ts';

export interface CaseOptions {
  /** Whether the instance derives priorities from its lookup table. */
  readonly dataLookup: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Asks {
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
  readonly requestId: string;
}

export interface CreateFromCase {
  readonly caseKey: string;
  /** Names the attempt, 1 to 200 characters; `null`: one is made up, and a repeat is another attempt. */
  readonly idempotencyKey: string | null;
}

export interface Associate {
  readonly caseKey: string;
  readonly recordKey: string;
  readonly relation: CaseRelation;
}

const MAX_KEY = 200;

/** What agents do with a case. Each action reads fresh, decides, and carries out. Throws CasegraphError for what no user can mend. */
export class CaseActions {
  readonly #engine: Engine;
  readonly #options: CaseOptions;
  /** Attempts under way: one that is repeated meanwhile, by an impatient click or a client's retry, is waited for and not made again. */
  readonly #attempts = new Map<string, Flight<Outcome>>();

  constructor(engine: Engine, options: CaseOptions) {
    this.#engine = engine;
    this.#options = options;
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
    return this.#create(asks, call, INCIDENT, 'CREATE_INCIDENT', async (facts, store) => {
      const lookup = this.#options.dataLookup ? await store.readPriorities() : null;
      return incidentFromCase(facts, triageFor(facts.priority, lookup));
    });
  }

  createProblem(asks: Asks, call: CreateFromCase): Promise<Outcome> {
    return this.#create(asks, call, PROBLEM, 'CREATE_PROBLEM', async (facts) => problemFromCase(facts));
  }

  createNormalChange(asks: Asks, call: CreateFromCase): Promise<Outcome> {
    return this.#create(asks, call, CHANGE, 'CREATE_NORMAL_CHANGE', async (facts) =>
      normalChangeFromCase(facts, asks.viewer.user ?? null),
    );
  }

  associate(asks: Asks, call: Associate): Promise<Outcome> {
    return associate(this.#fresh(asks), { ...call, asker: askerOf(asks.viewer) });
  }

  remove(asks: Asks, call: Associate): Promise<Outcome> {
    return remove(this.#fresh(asks), { ...call, asker: askerOf(asks.viewer) });
  }

  transition(asks: Asks, call: Omit<Transition, 'asker'>): Promise<Outcome> {
    return transition(this.#fresh(asks), { ...call, asker: askerOf(asks.viewer) });
  }

  comment(asks: Asks, call: Omit<Comment, 'asker'>): Promise<Outcome> {
    return comment(this.#fresh(asks), { ...call, asker: askerOf(asks.viewer) });
  }

  /** Decisions are made on what stands upstream now. */
  #fresh(asks: Asks): CaseStore {
    return new CaseStore(this.#engine.catalog, this.#engine.reader(asks, 0));
  }

  async #create(
    asks: Asks,
    { caseKey, idempotencyKey }: CreateFromCase,
    kind: RecordKind,
    action: CaseAction,
    values: (facts: CaseFacts, store: CaseStore) => Promise<Values>,
  ): Promise<Outcome> {
    refuseKey(idempotencyKey);
    const asker = askerOf(asks.viewer);
    const key = idempotencyKey ?? randomUUID();
    return this.#attempt([action, caseKey, asker.subject, key], asks, (signal) => {
      const store = this.#fresh({ ...asks, signal });
      const now = this.#options.now();
      const valuesOf = (facts: CaseFacts): Promise<Values> => values(facts, store);
      return createRecord(store, {
        kind,
        action,
        caseKey,
        asker,
        idempotencyKey: key,
        values: valuesOf,
        now,
      });
    });
  }

  #attempt(
    parts: readonly string[],
    { signal }: Asks,
    work: (signal: AbortSignal) => Promise<Outcome>,
  ): Promise<Outcome> {
    const name = JSON.stringify(parts);
    const running = this.#attempts.get(name);
    if (running?.open === true) return running.wait(signal);
    const attempt = new Flight(work, () => {
      if (this.#attempts.get(name) === attempt) this.#attempts.delete(name);
    });
    this.#attempts.set(name, attempt);
    return attempt.wait(signal);
  }
}

function askerOf({ kind, roles, subject }: Viewer): Asker & { readonly subject: string } {
  return { kind, roles, subject };
}

function refuseKey(key: string | null): void {
  if (key === null || (key.length > 0 && key.length <= MAX_KEY)) return;
  throw new CasegraphError(
    'invalid-input',
    `idempotencyKey has ${key.length} characters; it has 1 to ${MAX_KEY}.`,
  );
}
