import type { Filter } from '../contract/index.ts';
import type { Viewer, ViewerKind } from './viewer.ts';

/** What may be done with a row or a field. `write` changes what is there, as ServiceNow calls it. */
export type Operation = 'read' | 'create' | 'write' | 'delete';

export const OPERATIONS: readonly Operation[] = ['read', 'create', 'write', 'delete'];

/**
 * One rule about one operation on a table or a field. Its parts (roles, kinds, rows) must all hold. Rules that allow are alternatives of each other;
 * those that deny must hold every one.
 */
export interface AccessRule {
  readonly effect: 'allow-if' | 'deny-unless';
  readonly operation: Operation;
  /** Any of them is enough; `null`: no role is asked for. */
  readonly roles: readonly string[] | null;
  /** `null`: any kind. */
  readonly kinds: readonly ViewerKind[] | null;
  /** The role `admin` counts as each of the roles. Kinds and rows still hold. */
  readonly adminOverrides: boolean;
  /**
   * The rows that it holds for, to this viewer; `null`: all of them. Called with a viewer it gives `null` where all rows fulfil it, and `false` where none
   * does, as when the viewer lacks the value that is compared with.
   */
  readonly rows: ((viewer: Viewer) => Filter | null | false) | null;
  readonly origin: RuleOrigin;
}

/** Where a rule was written, for those who ask why. */
export interface RuleOrigin {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The directive, on one line. */
  readonly text: string;
}

/** Nothing, all (`rows: null`), or the rows that match. */
export type Decision = { readonly allowed: false } | { readonly allowed: true; readonly rows: Filter | null };

/** How one rule met one viewer: it holds, for some rows or for all (`null`); or the first part that does not. */
export type Trial = { readonly rule: AccessRule } & (
  | { readonly holds: true; readonly rows: Filter | null }
  | { readonly holds: false; readonly lacks: 'kind' | 'role' | 'value' }
);

/** What comes of the trials, and which of them made it so; none where no rule did. */
export interface Judgement {
  readonly decision: Decision;
  readonly because: 'deny-unless' | 'allow-if' | 'no-rule';
  readonly decisive: readonly Trial[];
}

const ALL: Decision = { allowed: true, rows: null };
const NONE: Decision = { allowed: false };

/** Role that passes every role check, unless a rule says otherwise, as ServiceNow's own `admin` does. */
const ADMIN = 'admin';

/** A table is closed where no rule opens it. */
export function decideTable(
  rules: readonly AccessRule[],
  viewer: Viewer,
  operation: Operation = 'read',
): Decision {
  return conclude(tryRules(rules, viewer, operation), NONE).decision;
}

/** A field, on top of its table: open where no rule is about it. */
export function decideField(
  rules: readonly AccessRule[],
  viewer: Viewer,
  operation: Operation = 'read',
): Decision {
  return rules.length === 0 ? ALL : conclude(tryRules(rules, viewer, operation), ALL).decision;
}

/** Whether a column may be read in at least some rows. */
export function mayReadColumn(rules: readonly AccessRule[], viewer: Viewer): boolean {
  return decideField(rules, viewer).allowed;
}

/** Whether a column may be read: in all rows of the table that the viewer sees, in some, or in none. */
export function readability(rules: readonly AccessRule[], viewer: Viewer): 'yes' | 'conditional' | 'no' {
  const decision = decideField(rules, viewer);
  if (!decision.allowed) return 'no';
  return decision.rows === null ? 'yes' : 'conditional';
}

/** Tries every rule about the operation, in the order they are written. */
export function tryRules(
  rules: readonly AccessRule[],
  viewer: Viewer,
  operation: Operation,
): readonly Trial[] {
  return rules.filter((rule) => rule.operation === operation).map((rule) => tryRule(rule, viewer));
}

function tryRule(rule: AccessRule, viewer: Viewer): Trial {
  if (rule.kinds !== null && !rule.kinds.includes(viewer.kind)) return { rule, holds: false, lacks: 'kind' };
  if (!hasRole(rule, viewer)) return { rule, holds: false, lacks: 'role' };
  const rows = rule.rows === null ? null : rule.rows(viewer);
  return rows === false ? { rule, holds: false, lacks: 'value' } : { rule, holds: true, rows };
}

function hasRole({ roles, adminOverrides }: AccessRule, viewer: Viewer): boolean {
  if (roles === null || (adminOverrides && viewer.roles.has(ADMIN))) return true;
  return roles.some((role) => viewer.roles.has(role));
}

/**
 * ServiceNow's order (product documentation, access control rules): deny-unless first, and one that fails ends it; then the allow-ifs, of which one
 * is enough; `otherwise` where there is none of those.
 */
export function conclude(trials: readonly Trial[], otherwise: Decision): Judgement {
  const denials = trials.filter(({ rule }) => rule.effect === 'deny-unless');
  const failed = denials.filter(({ holds }) => !holds);
  if (failed.length > 0) return { decision: NONE, because: 'deny-unless', decisive: failed };
  const alternatives = trials.filter(({ rule }) => rule.effect === 'allow-if');
  const allowing = alternatives.filter(({ holds }) => holds);
  const opened = alternatives.length === 0 ? otherwise : oneOf(allowing);
  const decision = both([opened, ...denials.map(asDecision)]);
  if (alternatives.length === 0)
    return denials.length > 0 && decision.allowed
      ? { decision, because: 'deny-unless', decisive: denials }
      : { decision, because: 'no-rule', decisive: [] };
  return { decision, because: 'allow-if', decisive: allowing.length > 0 ? allowing : alternatives };
}

function asDecision(trial: Trial): Decision {
  return trial.holds ? { allowed: true, rows: trial.rows } : NONE;
}

function oneOf(trials: readonly Trial[]): Decision {
  const rows: Filter[] = [];
  for (const trial of trials) {
    if (!trial.holds) continue;
    if (trial.rows === null) return ALL;
    rows.push(trial.rows);
  }
  const [first] = rows;
  if (first === undefined) return NONE;
  return { allowed: true, rows: rows.length === 1 ? first : { op: 'or', any: rows } };
}

/** All of several decisions: rows that each of them opens. */
export function both(decisions: readonly Decision[]): Decision {
  const rows: Filter[] = [];
  for (const decision of decisions) {
    if (!decision.allowed) return NONE;
    if (decision.rows !== null) rows.push(decision.rows);
  }
  const [first] = rows;
  if (first === undefined) return ALL;
  return { allowed: true, rows: rows.length === 1 ? first : { op: 'and', all: rows } };
}
