import type {
  IncidentIoWorld,
  IoFollowUp,
  IoIncident,
  IoOrganisation,
  IoUpdate,
} from '../../world/incidentio-records.ts';
import { ulid } from '../../world/ulid.ts';

/** The account's records. Each is replaced as a whole when it changes; the world that it started from stays as it was. */
export class Store {
  readonly organisation: IoOrganisation;
  readonly #now: () => number;
  readonly #incidents: Map<string, IoIncident>;
  readonly #idOfNumber: Map<number, string>;
  readonly #updates: IoUpdate[];
  readonly #followUps: Map<string, IoFollowUp>;
  readonly #idOfKey = new Map<string, string>();
  #lastMicrosecond = 0;
  #made = 0;

  constructor({ organisation, incidents, updates, followUps }: IncidentIoWorld, now: () => number) {
    this.organisation = organisation;
    this.#now = now;
    this.#incidents = new Map(incidents.map((incident) => [incident.id, incident]));
    this.#idOfNumber = new Map(incidents.map(({ id, reference }) => [numberOf(reference), id]));
    this.#updates = [...updates];
    this.#followUps = new Map(followUps.map((followUp) => [followUp.id, followUp]));
  }

  get incidents(): readonly IoIncident[] {
    return [...this.#incidents.values()];
  }

  get updates(): readonly IoUpdate[] {
    return this.#updates;
  }

  get followUps(): readonly IoFollowUp[] {
    return [...this.#followUps.values()];
  }

  incident(id: string): IoIncident | undefined {
    return this.#incidents.get(id);
  }

  /** By id, or by the numeric part of the reference. */
  incidentBy(idOrNumber: string): IoIncident | undefined {
    const id = /^\d{1,9}$/.test(idOrNumber) ? this.#idOfNumber.get(Number(idOrNumber)) : idOrNumber;
    return id === undefined ? undefined : this.#incidents.get(id);
  }

  followUp(id: string): IoFollowUp | undefined {
    return this.#followUps.get(id);
  }

  /** The incident that a create request with this idempotency key made. */
  madeWith(key: string): IoIncident | undefined {
    const id = this.#idOfKey.get(key);
    return id === undefined ? undefined : this.#incidents.get(id);
  }

  remember(key: string, incident: IoIncident): void {
    this.#idOfKey.set(key, incident.id);
  }

  put(incident: IoIncident): void {
    this.#incidents.set(incident.id, incident);
    this.#idOfNumber.set(numberOf(incident.reference), incident.id);
  }

  putFollowUp(followUp: IoFollowUp): void {
    this.#followUps.set(followUp.id, followUp);
  }

  addUpdate(update: IoUpdate): void {
    this.#updates.push(update);
  }

  nextNumber(): number {
    return Math.max(0, ...this.#idOfNumber.keys()) + 1;
  }

  newId(kind: string): string {
    return ulid(this.#now(), `${kind}/${++this.#made}/${this.#now()}`);
  }

  /** Now, to the microsecond; no two are the same, so that whoever compares `updated_at` misses nothing. */
  moment(): string {
    this.#lastMicrosecond = Math.max(this.#now() * 1000, this.#lastMicrosecond + 1);
    const [ms, rest] = [Math.floor(this.#lastMicrosecond / 1000), this.#lastMicrosecond % 1000];
    return new Date(ms).toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`);
  }
}

function numberOf(reference: string): number {
  return Number(reference.replace(/^\D+/, ''));
}
