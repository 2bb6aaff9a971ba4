import { randomUUID } from 'node:crypto';
import type { AllQuietWorld, AqIncident } from '../../world/allquiet-records.ts';
import { aqTime } from '../../world/moment.ts';
import type { ApiKey } from '../options.ts';

/** What has happened to an incident, for those who are told of changes. */
export interface Change {
  readonly incident: AqIncident;
  /** Outbound integration that it was just forwarded to. */
  readonly forwardedTo: string | null;
  readonly created: boolean;
}

/** All incidents, as they stand. Each change gets a moment of its own, later than all before. */
export class Incidents {
  readonly #byId: Map<string, AqIncident>;
  readonly #now: () => number;
  readonly #listeners: ((change: Change) => void)[] = [];
  #last: number;

  constructor(world: Pick<AllQuietWorld, 'incidents'>, now: () => number) {
    this.#byId = new Map(world.incidents.map((incident) => [incident.id, incident]));
    this.#now = now;
    this.#last = Math.max(0, ...world.incidents.map(({ lastUpdatedAt }) => Date.parse(lastUpdatedAt)));
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * The moment of the next change, milliseconds since 1970. It never stands still or goes back, whatever the clock does:
   * cursors go by it, and an incident that changed twice in one millisecond would be missed the second time.
   */
  tick(): number {
    this.#last = Math.max(this.#last + 1, this.#now());
    return this.#last;
  }

  newId(): string {
    return randomUUID();
  }

  /** Undefined also for what the key's teams must not see. */
  find(id: string, key: ApiKey): AqIncident | undefined {
    const found = this.#byId.get(id.toLowerCase());
    return found !== undefined && isVisible(found, key) ? found : undefined;
  }

  visible(key: ApiKey): AqIncident[] {
    return [...this.#byId.values()].filter((incident) => isVisible(incident, key));
  }

  all(): Iterable<AqIncident> {
    return this.#byId.values();
  }

  /** Adds or replaces; `at` is a moment that `tick` gave. */
  put(incident: AqIncident, at: number, forwardedTo: string | null = null): AqIncident {
    const created = !this.#byId.has(incident.id);
    const stamped = { ...incident, lastUpdatedAt: aqTime(at) };
    this.#byId.set(incident.id, stamped);
    for (const listener of this.#listeners) listener({ incident: stamped, forwardedTo, created });
    return stamped;
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }
}

function isVisible({ teams }: AqIncident, { teamIds }: ApiKey): boolean {
  return teamIds === undefined || teams.some(({ id }) => teamIds.includes(id));
}
