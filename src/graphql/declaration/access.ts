import {
  Kind,
  print,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { OPERATIONS, type AccessRule, type Operation } from '../../access/rules.ts';
import type { ViewerKind } from '../../access/viewer.ts';
import type { FilterInput } from '../filter-input.ts';
import { argumentsOf, directivesOf, strings } from './directives.ts';
import { misplaced } from './misplaced-access.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';
import { uselessRules } from './useless-access.ts';
import { conditionFor, whereProblems, type ConditionColumns } from './where.ts';

type Guarded = ObjectTypeDefinitionNode | FieldDefinitionNode;

/** A rule together with what it was written as, to compare it with others. */
export interface WrittenRule {
  readonly rule: AccessRule;
  readonly where: string | null;
  readonly node: ConstDirectiveNode;
}

/** The rules of a table or a field, as its @access and @denyUnless say. */
export function accessRules(
  node: Guarded,
  columns: ConditionColumns,
  problems: DeclarationProblem[],
): readonly AccessRule[] {
  const written = [
    ...directivesOf(node, 'access').flatMap((directive) => allowing(directive, columns, problems)),
    ...directivesOf(node, 'denyUnless').flatMap((directive) => denying(directive, columns, problems)),
  ];
  if (node.kind === Kind.FIELD_DEFINITION) problems.push(...misplaced(node, written));
  problems.push(...uselessRules(written));
  return written.map(({ rule }) => rule);
}

function allowing(
  directive: ConstDirectiveNode,
  columns: ConditionColumns,
  problems: DeclarationProblem[],
): readonly WrittenRule[] {
  const values = argumentsOf(directive);
  const named = OPERATIONS.filter((operation) => strings(values, operation) !== null);
  for (const operation of named) {
    if (strings(values, operation)?.length === 0) {
      const message = `${operation} is empty, so nobody passes. Name a role or leave ${operation} out.`;
      problems.push(problemAt(directive, message));
    }
  }
  const parts = conditions(directive, values, columns, problems);
  if (named.length === 0 && parts.kinds === null && parts.where === undefined) {
    const message = 'It names nobody, so everybody would pass. Name roles: @access(read: ["…"]).';
    problems.push(problemAt(directive, message));
  }
  const operations: readonly Operation[] = named.length === 0 ? ['read'] : named;
  return operations.map((operation) =>
    written(directive, parts, { effect: 'allow-if', operation, roles: strings(values, operation) }),
  );
}

function denying(
  directive: ConstDirectiveNode,
  columns: ConditionColumns,
  problems: DeclarationProblem[],
): readonly WrittenRule[] {
  const values = argumentsOf(directive);
  const roles = strings(values, 'roles');
  const on = strings(values, 'on')?.map((name) => name.toLowerCase() as Operation);
  for (const name of ['roles', 'on']) {
    if (strings(values, name)?.length !== 0) continue;
    const message = `${name} is empty. Name at least one, or leave ${name} out.`;
    problems.push(problemAt(directive, message));
  }
  const parts = conditions(directive, values, columns, problems);
  if (roles === null && parts.kinds === null && parts.where === undefined) {
    const message = 'It says nothing that must hold. Name roles, kinds or where.';
    problems.push(problemAt(directive, message));
  }
  return (on ?? OPERATIONS).map((operation) =>
    written(directive, parts, { effect: 'deny-unless', operation, roles }),
  );
}

interface Parts {
  readonly kinds: readonly ViewerKind[] | null;
  readonly where: FilterInput | undefined;
  readonly adminOverrides: boolean;
}

/** What both directives have in common. */
function conditions(
  directive: ConstDirectiveNode,
  values: Record<string, unknown>,
  columns: ConditionColumns,
  problems: DeclarationProblem[],
): Parts {
  const kinds = strings(values, 'kinds')?.map((kind) => kind.toLowerCase() as ViewerKind) ?? null;
  if (kinds?.length === 0)
    problems.push(problemAt(directive, 'kinds is empty, so nobody passes. Name a kind or leave kinds out.'));
  const given = values['where'];
  const wrong = given === undefined ? [] : whereProblems(given, columns);
  problems.push(...wrong.map((message) => problemAt(directive, message)));
  // A condition with a mistake is never asked: the declaration is refused as a whole.
  const where = given as FilterInput | undefined;
  return { kinds, where, adminOverrides: values['adminOverrides'] !== false };
}

function written(
  directive: ConstDirectiveNode,
  { kinds, where, adminOverrides }: Parts,
  { effect, operation, roles }: Pick<AccessRule, 'effect' | 'operation' | 'roles'>,
): WrittenRule {
  const { file, line, column } = problemAt(directive, '');
  const text = print(directive);
  const rows: AccessRule['rows'] = where === undefined ? null : (viewer) => conditionFor(where, viewer);
  const origin = { file, line, column, text };
  return {
    rule: { effect, operation, roles, kinds, adminOverrides, rows, origin },
    where: where === undefined ? null : JSON.stringify(where),
    node: directive,
  };
}
