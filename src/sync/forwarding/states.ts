import type { ToolIncident } from '../../contract/index.ts';
import { marked } from './mark.ts';
import type { ForwardingRule, SeverityRule, StateRule } from './rule.ts';

/** Whether somebody still works on it. */
export type Class = 'open' | 'over';

export function classOf(states: StateRule, state: string): Class {
  return states.over.includes(state) ? 'over' : 'open';
}

/** The record's state that a state of the tool stands for. */
export function goalOf({ states }: ForwardingRule, { state }: Pick<ToolIncident, 'state'>): string {
  const own = named(states.tool, state.value) ?? named(states.tool, state.label);
  // A mapping that says of an open state that it is over, or the other way round, would never agree.
  if (own !== undefined && (classOf(states, own) === 'over') !== state.open) return own;
  return state.open ? states.open : states.resolved;
}

/** Whether the mapping names this state of the tool. */
export function hasOwnGoal(rule: ForwardingRule, incident: Pick<ToolIncident, 'state'>): boolean {
  const { value, label } = incident.state;
  return named(rule.states.tool, value) !== undefined || named(rule.states.tool, label) !== undefined;
}

/** Columns that follow from the severity; none where it is not mapped. */
export function severityColumns(
  { severity: { primary, secondary } }: ForwardingRule,
  severity: string | null,
  when: 'create' | 'change',
): Readonly<Record<string, string>> {
  const columns: Record<string, string> = {};
  for (const rule of [primary, secondary]) {
    const value =
      rule === null || rule.on === (when === 'create' ? 'change' : 'create') ? null : mapped(rule, severity);
    if (rule !== null && value !== null) columns[rule.field] = value;
  }
  return columns;
}

/** What the severity stands for, as far as changes of it are followed; for the mark. */
export function severityGoal(
  { severity: { primary, secondary } }: ForwardingRule,
  severity: string | null,
): string {
  return [primary, secondary]
    .map((rule) => (rule === null || rule.on === 'create' ? '' : marked(mapped(rule, severity) ?? '')))
    .join(',');
}

function mapped({ values }: SeverityRule, severity: string | null): string | null {
  return severity === null ? null : (named(values, severity) ?? null);
}

function named(values: Readonly<Record<string, string>>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(values).find(([each]) => each.toLowerCase() === wanted)?.[1];
}
