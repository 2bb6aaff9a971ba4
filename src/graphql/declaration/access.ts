import { Kind, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import type { AccessRule } from '../../access/rules.ts';
import type { Viewer, ViewerKind } from '../../access/viewer.ts';
import type { Filter } from '../../contract/index.ts';
import { toCondition, type FilterInput } from '../filter-input.ts';
import { argumentsOf, directivesOf, strings } from './directives.ts';
import { problemAt, suggestion, type DeclarationProblem } from './problem.ts';

/** What a row condition may compare with. */
export const VIEWER_VALUES = ['subject', 'user', 'account', 'consumer'] as const;
type ViewerValue = (typeof VIEWER_VALUES)[number];

export function accessRules(
  node: ObjectTypeDefinitionNode | FieldDefinitionNode,
  columns: readonly string[],
  problems: DeclarationProblem[],
): readonly AccessRule[] {
  return directivesOf(node, 'access').map((directive) => {
    const values = argumentsOf(directive);
    const roles = strings(values, 'read');
    if (roles?.length === 0)
      problems.push(problemAt(directive, 'read is empty, so nobody passes. Name a role or leave read out.'));
    const kinds = strings(values, 'kinds')?.map((kind) => kind.toLowerCase() as ViewerKind) ?? null;
    const where = values['where'] as FilterInput | undefined;
    if (where !== undefined) {
      if (node.kind === Kind.FIELD_DEFINITION)
        problems.push(problemAt(directive, 'where stands on a field. Row conditions belong to the type.'));
      checkWhere(where, columns, (message) => problems.push(problemAt(directive, message)));
    }
    return { roles, kinds, rows: where === undefined ? null : (viewer) => conditionFor(where, viewer) };
  });
}

function checkWhere(where: FilterInput, columns: readonly string[], report: (message: string) => void): void {
  for (const [name, value] of Object.entries(where)) {
    if (name === 'not') checkWhere(value as FilterInput, columns, report);
    else if (name === 'and' || name === 'or')
      (value as readonly FilterInput[]).forEach((inner) => checkWhere(inner, columns, report));
    else if (!columns.includes(name))
      report(`where names ${name}, which is no column of this table. ${suggestion(name, columns)}`);
    else checkOperands(value, report);
  }
}

function checkOperands(tests: unknown, report: (message: string) => void): void {
  for (const operand of Object.values(tests as Record<string, unknown>)) {
    const name = viewerValueOf(operand);
    if (name !== null && !VIEWER_VALUES.includes(name)) {
      report(`where compares with viewer.${String(name)}. ${suggestion(String(name), VIEWER_VALUES)}`);
    }
  }
}

/** Throws never: a viewer without the value matches no row by this rule. */
function conditionFor(where: FilterInput, viewer: Viewer): Filter | false {
  const missing = { found: false };
  const filled = fill(where, viewer, missing) as FilterInput;
  if (missing.found) return false;
  const condition = toCondition(filled);
  return condition ?? false;
}

function fill(value: unknown, viewer: Viewer, missing: { found: boolean }): unknown {
  const name = viewerValueOf(value);
  if (name !== null) {
    const mine = viewer[name];
    if (mine === undefined || mine === '') missing.found = true;
    return mine;
  }
  if (Array.isArray(value)) return value.map((inner) => fill(inner, viewer, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, viewer, missing)]));
}

function viewerValueOf(value: unknown): ViewerValue | null {
  if (typeof value !== 'object' || value === null || !('viewer' in value)) return null;
  return value.viewer as ViewerValue;
}
