import type { Log } from '../../observe/log.ts';
import type { Hints } from '../hints.ts';
import type { OpenRows } from '../own-rows.ts';
import type { ForwardingRule } from './rule.ts';
import type { RuleTables } from './tables.ts';
import type { ToolPort } from './tool-port.ts';

/** All times in milliseconds. */
export interface WorkerOptions {
  readonly rule: ForwardingRule;
  readonly tables: RuleTables;
  readonly tool: ToolPort;
  readonly hints: Hints;
  readonly open: OpenRows;
  /** How long the answer to a write is waited for. */
  readonly writeDeadline: number;
  /** A write whose answer did not come has taken effect by then, or never will. */
  readonly drain: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
  /** What was dropped is looked for again, from a moment on. */
  readonly lookAgain: (since: number) => void;
}
