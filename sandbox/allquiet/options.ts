/** Rights of a key on incidents. */
export type Permission = 'list' | 'get' | 'create' | 'update' | 'delete';

export const PERMISSIONS: readonly Permission[] = ['list', 'get', 'create', 'update', 'delete'];

export interface ApiKey {
  readonly key: string;
  /** Default: all. */
  readonly permissions?: readonly Permission[];
  /** Ids of the teams that the key is for; without them it is for the whole organisation. */
  readonly teamIds?: readonly string[];
  /** Id of the user whose personal token it is; without it the key is the organisation's and its changes name nobody. */
  readonly userId?: string;
}

/** All Quiet publishes no numbers; these are the sandbox's own. All count in whole clock minutes. */
export interface Limits {
  /** Requests of one key; default 6,000. */
  readonly perMinute: number;
  /** Incidents that one key creates; default 600. */
  readonly createsPerMinute: number;
  /** Changes to one incident; default 300. */
  readonly updatesPerIncidentPerMinute: number;
}

export interface Webhooks {
  /** Attempts at one delivery; default 4. */
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one. Default 250. */
  readonly retryMs: number;
  /** For one attempt; default 5,000. */
  readonly timeoutMs: number;
}

export interface AllQuietOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly keys: readonly ApiKey[];
  /** Shown by webhooks that were set up without a token of their own. */
  readonly webhookToken: string;
  readonly limits?: Partial<Limits> | undefined;
  readonly webhooks?: Partial<Webhooks> | undefined;
  /** Events of one incident that lists show, the newest; a single incident shows all. Default 100. */
  readonly eventsInLists?: number | undefined;
}
