import type { AllQuietWorld, AqIncident } from '../world/allquiet-records.ts';
import { Directory } from './incidents/directory.ts';
import type { IncidentResource } from './incidents/resource.ts';
import { resourceOf } from './incidents/resource.ts';
import type { Change } from './incidents/store.ts';
import { Incidents } from './incidents/store.ts';
import type { AllQuietOptions, ApiKey, Limits } from './options.ts';
import { Rate } from './rate.ts';
import { Endpoints, isDue } from './webhooks/endpoints.ts';
import { Outbox } from './webhooks/outbox.ts';
import { payloadOf } from './webhooks/payload.ts';

const LIMITS: Limits = { perMinute: 6_000, createsPerMinute: 600, updatesPerIncidentPerMinute: 300 };
const WEBHOOKS = { attempts: 4, retryMs: 250, timeoutMs: 5_000 };

/** What one All Quiet carries between requests. */
export class Desk {
  readonly now: () => number;
  readonly keys: readonly ApiKey[];
  readonly limits: Limits;
  readonly incidents: Incidents;
  readonly directory: Directory;
  readonly rate: Rate;
  readonly endpoints: Endpoints;
  readonly outbox: Outbox;
  readonly world: AllQuietWorld;
  readonly #eventsInLists: number;

  constructor(world: AllQuietWorld, options: AllQuietOptions) {
    this.world = world;
    this.now = options.now;
    this.keys = options.keys;
    this.limits = { ...LIMITS, ...options.limits };
    this.incidents = new Incidents(world, options.now);
    this.directory = new Directory(world);
    this.rate = new Rate(options.now);
    this.endpoints = new Endpoints(options.webhookToken);
    this.outbox = new Outbox({ ...WEBHOOKS, ...options.webhooks });
    this.#eventsInLists = options.eventsInLists ?? 100;
    this.incidents.onChange((change) => this.#tell(change));
  }

  /** An incident with all its events. */
  show(incident: AqIncident, key: ApiKey | null): IncidentResource {
    return resourceOf(incident, { key, now: this.now(), events: Infinity });
  }

  /** As lists show it. */
  showInList(incident: AqIncident, key: ApiKey): IncidentResource {
    return resourceOf(incident, { key, now: this.now(), events: this.#eventsInLists });
  }

  isOutbound(id: string): boolean {
    return this.directory.isOutbound(id) || this.endpoints.find(id) !== undefined;
  }

  #tell(change: Change): void {
    const due = this.endpoints.list().filter((endpoint) => isDue(endpoint, change));
    if (due.length === 0) return;
    const body = payloadOf(this.show(change.incident, null));
    for (const endpoint of due) this.outbox.send(endpoint, change.incident.id, body);
  }
}
