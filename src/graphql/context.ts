import type { FieldNode } from 'graphql';
import type { Viewer } from '../access/viewer.ts';
import type { Engine, Reader } from '../engine/engine.ts';
import type { CaseActions } from '../cases/case-actions.ts';

/** What every resolver of one operation shares. */
export interface GraphContext {
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly engine: Engine;
  readonly reader: Reader;
  readonly cases: CaseActions;
  readonly limits: RowLimits;
  /** Rows that the operation asks for so far. */
  readonly asked: { rows: number };
  /** Where the relation that a field node asks for stands in a result row. Filled while selections are read. */
  readonly slots: Map<FieldNode, string>;
}

export interface RowLimits {
  /** Largest page. */
  readonly page: number;
  /** Rows that one operation may ask for, pages in pages multiplied. */
  readonly rows: number;
}
