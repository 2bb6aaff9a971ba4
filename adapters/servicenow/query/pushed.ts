import { EVERYTHING, NOTHING } from './term.ts';
import type { Clause, Groups } from './term.ts';

/** A leaf as terms. Not `exact`: the terms let more rows through than the leaf does, so the engine has to look again. */
export interface Pushed {
  readonly groups: Groups;
  readonly exact: boolean;
}

export const UNPUSHED: Pushed = { groups: EVERYTHING, exact: false };
export const ALL_ROWS: Pushed = { groups: EVERYTHING, exact: true };
export const NO_ROWS: Pushed = { groups: NOTHING, exact: true };

/** Clauses that must all hold. */
export function pushed(clauses: readonly Clause[], exact = true): Pushed {
  return { groups: [clauses], exact };
}
