import { randomUUID } from 'node:crypto';
import type { Viewer } from '../access/viewer.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import { CaseStore } from './case-store.ts';
import { createIncident, type Created } from './create-incident.ts';

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

const MAX_KEY = 200;

/** What agents do with a case. Each action reads fresh, decides, and carries out. */
export class CaseActions {
  readonly #engine: Engine;
  readonly #options: CaseOptions;

  constructor(engine: Engine, options: CaseOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /** Throws CasegraphError for what no user can mend; what one can mend stands in the answer. */
  async createIncident(asks: Asks, caseKey: string, idempotencyKey: string | null): Promise<Created> {
    if (idempotencyKey !== null && (idempotencyKey.length === 0 || idempotencyKey.length > MAX_KEY)) {
      throw new CasegraphError(
        'invalid-input',
        `idempotencyKey has ${idempotencyKey.length} characters; it has 1 to ${MAX_KEY}.`,
      );
    }
    const store = new CaseStore(this.#engine.catalog, this.#engine.reader(asks, true));
    const { viewer } = asks;
    const asker = { kind: viewer.kind, roles: viewer.roles, subject: viewer.subject };
    return createIncident(store, {
      caseKey,
      asker,
      idempotencyKey: idempotencyKey ?? randomUUID(),
      dataLookup: this.#options.dataLookup,
      now: this.#options.now(),
    });
  }
}
