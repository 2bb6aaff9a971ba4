import type { IncidentIoWorld, IoIncident } from '../world/incidentio-records.ts';
import type { IncidentIoOptions } from './options.ts';
import { Store } from './data/store.ts';
import { Deliveries } from './webhooks/deliveries.ts';

/** What the handlers work on: one account with its records and its webhooks. */
export interface Account {
  readonly store: Store;
  readonly deliveries: Deliveries;
  /** Whether the API key sees this incident. */
  readonly sees: (incident: IoIncident) => boolean;
}

const PAUSES_MS = [50, 200, 500, 1_500, 3_000];

export function createAccount(world: IncidentIoWorld, options: IncidentIoOptions): Account {
  const { now, globalAccess = true, retryAfterMs = PAUSES_MS, webhooks = [] } = options;
  const deliveries = new Deliveries(retryAfterMs, now);
  for (const endpoint of webhooks) deliveries.add(endpoint);
  return {
    store: new Store(world, now),
    deliveries,
    sees: ({ visibility }) => globalAccess || visibility === 'public',
  };
}
