import { Kind, type FieldDefinitionNode } from 'graphql';
import type { Operation } from '../../access/rules.ts';
import type { WrittenRule } from './access.ts';
import { argumentsOf, directiveOf } from './directives.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';

/** Rules that a field cannot have. A deny-unless about everything (without `on`) is about what the field has. */
export function misplaced(
  node: FieldDefinitionNode,
  written: readonly WrittenRule[],
): readonly DeclarationProblem[] {
  const told = new Set<WrittenRule['node']>();
  return written.flatMap((one) => {
    const message = told.has(one.node) ? null : whyMisplaced(node, one);
    if (message === null) return [];
    told.add(one.node);
    return [problemAt(one.node, message)];
  });
}

function whyMisplaced(node: FieldDefinitionNode, { rule, node: directive }: WrittenRule): string | null {
  const name = node.name.value;
  if (directiveOf(node, 'key') !== undefined)
    return `${name} is the key: every cursor and id is made of it, so it cannot be hidden. Write the rule for the table.`;
  if (rule.operation === 'read') return whyNotHidden(node);
  const everything = rule.effect === 'deny-unless' && argumentsOf(directive)['on'] === undefined;
  if (everything) return null;
  if (rule.operation === 'delete')
    return `delete stands on ${name}, but rows are deleted as a whole. Write the rule for the table.`;
  return isWritable(node) ? null : notWritable(name, rule.operation);
}

function whyNotHidden(node: FieldDefinitionNode): string | null {
  if (node.type.kind !== Kind.NON_NULL_TYPE) return null;
  return `${node.name.value} can never be null, so it cannot be hidden. Leave the ! off its type.`;
}

function isWritable(node: FieldDefinitionNode): boolean {
  return ['column', 'reference'].some((name) => {
    const directive = directiveOf(node, name);
    return directive !== undefined && argumentsOf(directive)['writable'] === true;
  });
}

function notWritable(name: string, operation: Operation): string {
  return `${operation} stands on ${name}, which is never written. Say writable: true, or leave ${operation} out.`;
}
