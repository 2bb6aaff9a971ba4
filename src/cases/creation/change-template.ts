import type { Values } from './record-kind.ts';

/** What a template of standard changes says, by names of the graph. */
export interface TemplateValues {
  readonly values: Values;
  /** Upstream columns that it gives besides, and that are not taken over. */
  readonly ignored: readonly string[];
}

/** Upstream columns that a template may give a change, and their names in the graph. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ['short_description', 'shortDescription'],
  ['description', 'description'],
  ['category', 'category'],
  ['impact', 'impact'],
  ['urgency', 'urgency'],
  ['priority', 'priority'],
  ['risk', 'risk'],
  ['cmdb_ci', 'configurationItemId'],
  ['assignment_group', 'assignmentGroup'],
  ['justification', 'justification'],
  ['implementation_plan', 'implementationPlan'],
  ['backout_plan', 'backoutPlan'],
  ['test_plan', 'testPlan'],
]);

/** What a standard change is by itself, whatever its template says. */
const DECIDED: ReadonlySet<string> = new Set([
  'type',
  'state',
  'std_change_producer_version',
  'requested_by',
]);

/**
 * Reads the values of a template: terms `column=value` joined by `^`, a caret in a value doubled, closed by `EQ` (from memory of the platform; the
 * facts do not print one). Scripts in values are run by the platform's own forms only, so they are left out.
 */
export function templateValues(text: string): TemplateValues {
  const values: Record<string, string> = {};
  const ignored: string[] = [];
  for (const term of text.replaceAll('^^', '\u0000').split('^')) {
    const at = term.indexOf('=');
    if (at < 1) continue;
    const column = term.slice(0, at);
    const value = term.slice(at + 1).replaceAll('\u0000', '^');
    const name = value.startsWith('javascript:') ? undefined : TAKEN.get(column);
    if (name !== undefined) values[name] = value;
    else if (!DECIDED.has(column)) ignored.push(column);
  }
  return { values, ignored };
}

/** A standard change: what its template says, and nothing of the case (ServiceNow facts 6.3). */
export function standardChange(template: Values, version: string | null, requestedBy: string | null): Values {
  return {
    ...template,
    type: 'standard',
    state: '-5',
    ...(version === null ? {} : { standardVersionId: version }),
    ...(requestedBy === null ? {} : { requestedBy }),
  };
}
