import type { FieldNode } from 'graphql';
import type { Viewer } from '../access/viewer.ts';
import type { Engine, Reader } from '../engine/engine.ts';
import type { CaseActions } from '../cases/case-actions.ts';
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
  /** How old rows may be; absent: as the tables say. */
  readonly freshness?: Freshness;
  /** Rows that the operation asks for so far. */
  readonly asked: { rows: number };
  /** Where the relation that a field node asks for stands in a result row. Filled while selections are read. */
  readonly slots: Map<FieldNode, string>;
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
