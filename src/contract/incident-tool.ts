import type { Call } from './adapter.ts';

/**
 * A system that people run live incidents in: incident.io, All Quiet. What of it is forwarded to a service desk, and how the desk's own changes come
 * back, is decided by the gateway; the adapter says what stands there and does one thing at a time.
 */
export interface IncidentTool {
  /** Changes that its API has no way to do; absent: none. The gateway does not ask for them, and says so. */
  readonly cannot?: readonly ToolChange['kind'][];
  /** Incidents as they stand now, by key; one that is not there (any more) is absent. As few requests as the tool allows. Throws CasegraphError. */
  read(keys: readonly string[], call: Call): Promise<ReadonlyMap<string, ToolIncident>>;
  /**
   * Keys of incidents that have changed since a moment (ISO 8601, UTC), the one that changed longest ago first, each once. At most one page: `next` is
   * the moment to go on from, and may be the same again when more is there (`more`). Nothing that changed is ever left out; some may come twice.
   */
  changes(since: string, call: Call): Promise<ToolChanges>;
  /** The tool's own values of state and severity, for checking a mapping of them. Throws CasegraphError. */
  choices(
    call: Call,
  ): Promise<{ readonly states: readonly ToolState[]; readonly severities: readonly string[] }>;
  /**
   * Does what is asked of one incident. Safe to repeat: where the tool takes no key of ours, the adapter looks before it acts. Throws CasegraphError:
   * `upstream-rejected` where the tool does not allow it as the incident stands.
   */
  change(key: string, change: ToolChange, call: Call): Promise<void>;
}

export interface ToolChanges {
  readonly keys: readonly string[];
  readonly next: string;
  readonly more: boolean;
}

export interface ToolState {
  /** The tool's own value: an id or a name that a mapping names. */
  readonly value: string;
  readonly label: string;
  /** Whether an incident in this state is still being worked on. */
  readonly open: boolean;
}

export interface ToolIncident {
  readonly key: string;
  /** What people call it: `INC-123`. */
  readonly reference: string;
  readonly title: string;
  readonly summary: string | null;
  /** Page of the incident in the tool. */
  readonly url: string | null;
  readonly state: ToolState;
  /** The tool's own value; `null`: none is set. */
  readonly severity: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Whom it may be shown to is restricted: nothing of it is forwarded. */
  readonly private: boolean;
  /** People have asked the tool to forward it. */
  readonly forwarded: boolean;
  /** Number of the service desk's record that the tool itself names; `null`: none. */
  readonly external: string | null;
  /** The oldest first. */
  readonly comments: readonly ToolComment[];
  /** What was said when it was resolved; `null`: nothing, or it is open. */
  readonly resolution: string | null;
  readonly tasks: readonly ToolTask[];
}

export interface ToolComment {
  /** Stable and unique within the incident. */
  readonly key: string;
  readonly at: string;
  readonly author: string;
  readonly text: string;
}

/** Work that is left when an incident is over. */
export interface ToolTask {
  readonly key: string;
  readonly title: string;
  readonly description: string | null;
  readonly done: boolean;
}

export type ToolChange =
  | { readonly kind: 'resolve'; readonly comment: string | null }
  | { readonly kind: 'reopen'; readonly comment: string | null }
  | { readonly kind: 'comment'; readonly text: string }
  /** Names the service desk's record in the tool, where the tool has a place for it. */
  | { readonly kind: 'link'; readonly number: string; readonly url: string | null };
