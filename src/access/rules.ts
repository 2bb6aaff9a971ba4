import type { Filter } from '../contract/index.ts';
import type { Viewer } from './viewer.ts';

/** One alternative of who may read a table or a field; every part must hold. */
export interface AccessRule {
  /** Any of them is enough; `null`: no role is asked for. */
  readonly roles: readonly string[] | null;
  /** `null`: any kind. */
  readonly kinds: readonly Viewer['kind'][] | null;
  /** The rows it opens, for this viewer; `null`: all. `false` when the viewer lacks the value that the rule compares with. */
  readonly rows: ((viewer: Viewer) => Filter | false) | null;
}

/** What a viewer may read of a table: nothing, all (`rows: null`), or the rows that match. */
export type TableDecision =
  { readonly allowed: false } | { readonly allowed: true; readonly rows: Filter | null };

const DENIED: TableDecision = { allowed: false };

/** Role that passes every role check, as ServiceNow's own `admin` does. Kind and row conditions still hold. */
const ADMIN = 'admin';

/** A table without any rule is denied. Several matching rules are alternatives. */
export function decideTable(rules: readonly AccessRule[], viewer: Viewer): TableDecision {
  const rows: Filter[] = [];
  for (const rule of rules) {
    if (!applies(rule, viewer)) continue;
    if (rule.rows === null) return { allowed: true, rows: null };
    const condition = rule.rows(viewer);
    if (condition !== false) rows.push(condition);
  }
  const [first] = rows;
  if (first === undefined) return DENIED;
  return { allowed: true, rows: rows.length === 1 ? first : { op: 'or', any: rows } };
}

/** A field without a rule follows its table. */
export function mayReadColumn(rules: readonly AccessRule[], viewer: Viewer): boolean {
  return rules.length === 0 || rules.some((rule) => applies(rule, viewer));
}

function applies(rule: AccessRule, viewer: Viewer): boolean {
  const { roles, kinds } = rule;
  if (kinds !== null && !kinds.includes(viewer.kind)) return false;
  return roles === null || viewer.roles.has(ADMIN) || roles.some((role) => viewer.roles.has(role));
}
