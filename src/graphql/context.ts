import type { FieldNode } from 'graphql';
import type { Viewer } from '../access/viewer.ts';
import type { Engine, Reader } from '../engine/engine.ts';
import type { CaseActions } from '../cases/case-actions.ts';
import type { CallLog } from '../observe/call-log/call-log.ts';
import type { EventCounts } from '../sync/events/tally.ts';
import type { Forwarded } from '../sync/forwarding/by-hand.ts';
import type { Hints } from '../sync/hints.ts';
import type { Freshness } from './freshness.ts';

/** What every resolver of one operation shares. */
export interface GraphContext {
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly engine: Engine;
  readonly reader: Reader;
  readonly cases: CaseActions;
  readonly limits: RowLimits;
  /** Absent where there are no connections to look at. */
  readonly connections?: ConnectionWatch;
  /** Where it is heard of changes; absent where nobody can follow any. */
  readonly changes?: Changes;
  /** Absent where nothing is forwarded. */
  readonly forwarding?: IncidentForwarding | undefined;
  /** Absent where nothing is kept of what happens. */
  readonly operations?: OperationsWatch;
  /** How old rows may be; absent: as the tables say. */
  readonly freshness?: Freshness;
  /** Rows that the operation asks for so far. */
  readonly asked: { rows: number };
  /** Where the relation that a field node asks for stands in a result row. Filled while selections are read. */
  readonly slots: Map<FieldNode, string>;
}

/** Where it is heard of changes. */
export interface Changes {
  readonly hints: Hints;
  /** Has systems that do not tell of changes looked at for them, until the function that it answers is called. */
  watch(): () => void;
}

/** Makes ServiceNow records of other tools' incidents, as the gateway itself: who may ask is decided before. */
export interface IncidentForwarding {
  /** To the tools that rules forward from. */
  readonly connections: readonly string[];
  /** Throws CasegraphError. */
  forward(connection: string, key: string, domain: string | null, signal: AbortSignal): Promise<Forwarded>;
}

/** What a subscription has while it runs: the root value that its source is made with. */
export interface Stream {
  /** The context of one look or one event: the viewer's token is checked anew. Throws `unauthenticated` once it is not good any more. */
  readonly renew: () => Promise<GraphContext>;
  /** Aborted when the stream is over. */
  readonly signal: AbortSignal;
}

/** What came in and went out, and whose business that is. */
export interface OperationsWatch {
  /** Any of these roles is enough. */
  readonly roles: readonly string[];
  /** The configured event sources, and what came from them since the process started. */
  events(): readonly EventCounts[];
  readonly calls: Pick<CallLog, 'last'>;
}

/** How the connections are doing, and whose business that is. */
export interface ConnectionWatch {
  /** Any of these roles is enough. */
  readonly roles: readonly string[];
  /** Never older than half a minute, and never asked of the systems by two at the same time. */
  reports(signal: AbortSignal): Promise<readonly ConnectionReport[]>;
}

export interface ConnectionReport {
  readonly name: string;
  readonly domain: string | null;
  readonly adapter: string;
  readonly status: 'OK' | 'DEGRADED' | 'FAILED' | 'UNKNOWN';
  readonly problems: readonly {
    readonly message: string;
    readonly hint: string;
    readonly tables: readonly string[];
  }[];
  readonly checkedAt: string;
}

export interface RowLimits {
  /** Largest page. */
  readonly page: number;
  /** Rows that one operation may ask for, pages in pages multiplied. */
  readonly rows: number;
  /** Relations that one filter may lead through. */
  readonly relationFilters: number;
}
