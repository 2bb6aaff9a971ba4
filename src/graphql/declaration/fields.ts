import type { ConstDirectiveNode, FieldDefinitionNode } from 'graphql';
import type { AccessRule } from '../../access/rules.ts';
import type { ColumnDefinition, UrlTemplate } from '../../engine/definition.ts';
import { COLUMN_TYPE_NAMES, columnTypeOf, namedType } from './column-type.ts';
import { argumentsOf, directiveOf, text } from './directives.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';

/** What one field of a table type declares, before tables are linked to each other. */
export type DeclaredField = DeclaredColumn | DeclaredReference | DeclaredList | DeclaredComputed;

export interface DeclaredColumn {
  readonly is: 'column';
  readonly key: boolean;
  readonly column: ColumnDefinition;
  readonly template: string | null;
  readonly node: FieldDefinitionNode;
}

interface DeclaredRelation {
  readonly name: string;
  readonly upstream: string;
  readonly target: string;
  readonly access: readonly AccessRule[];
  readonly node: FieldDefinitionNode;
}

export interface DeclaredReference extends DeclaredRelation {
  readonly is: 'reference';
  readonly to: string | undefined;
  readonly writable: boolean;
  readonly join: boolean;
}

export interface DeclaredList extends DeclaredRelation {
  readonly is: 'list';
  readonly from: string | undefined;
  readonly via: string | undefined;
}

export interface DeclaredComputed {
  readonly is: 'computed';
  readonly name: string;
  readonly from: readonly string[];
  readonly node: FieldDefinitionNode;
}

const DIRECTIVES = ['key', 'column', 'reference', 'related', 'url', 'computed'] as const;

/** Reads one field; `null` after reporting what is wrong with it. */
export function declaredField(
  node: FieldDefinitionNode,
  access: readonly AccessRule[],
  problems: DeclarationProblem[],
): DeclaredField | null {
  const found = DIRECTIVES.flatMap((name) => directiveOf(node, name) ?? []);
  if (found.length > 1) {
    problems.push(
      problemAt(
        node,
        `${node.name.value} has ${found.map((d) => `@${d.name.value}`).join(' and ')}; a field is one of them.`,
      ),
    );
    return null;
  }
  const [directive] = found;
  if (directive?.name.value === 'reference') return reference(node, directive, access);
  if (directive?.name.value === 'related') return list(node, directive, access, problems);
  if (directive?.name.value === 'computed') return computed(node, directive, access, problems);
  return column(node, directive, access, problems);
}

function computed(
  node: FieldDefinitionNode,
  directive: ConstDirectiveNode,
  access: readonly AccessRule[],
  problems: DeclarationProblem[],
): DeclaredField {
  const { from } = argumentsOf(directive);
  if (access.length > 0) {
    const message = `${node.name.value} is computed, and shows what the viewer may read of ${String(from)}. Leave @access out, or guard those.`;
    problems.push(problemAt(node, message));
  }
  return { is: 'computed', name: node.name.value, from: Array.isArray(from) ? from.map(String) : [], node };
}

function reference(
  node: FieldDefinitionNode,
  directive: ConstDirectiveNode,
  access: readonly AccessRule[],
): DeclaredField {
  const values = argumentsOf(directive);
  const upstream = text(values, 'column') ?? node.name.value;
  return {
    is: 'reference',
    name: node.name.value,
    upstream,
    to: text(values, 'to'),
    writable: values['writable'] === true,
    join: values['join'] !== false,
    target: namedType(node.type),
    access,
    node,
  };
}

const CONNECTION = /^(.+)Connection$/;

function list(
  node: FieldDefinitionNode,
  directive: ConstDirectiveNode,
  access: readonly AccessRule[],
  problems: DeclarationProblem[],
): DeclaredField | null {
  const values = argumentsOf(directive);
  const target = CONNECTION.exec(namedType(node.type))?.[1];
  if (target === undefined) {
    problems.push(
      problemAt(
        node.type,
        `A @related field has a connection as its type: write ${namedType(node.type)}Connection.`,
      ),
    );
    return null;
  }
  const upstream = text(values, 'column') ?? node.name.value;
  return {
    is: 'list',
    name: node.name.value,
    upstream,
    from: text(values, 'from'),
    via: text(values, 'via'),
    target,
    access,
    node,
  };
}

function column(
  node: FieldDefinitionNode,
  directive: ConstDirectiveNode | undefined,
  access: readonly AccessRule[],
  problems: DeclarationProblem[],
): DeclaredField | null {
  const declared = columnTypeOf(node.type);
  if (declared === null) {
    problems.push(
      problemAt(
        node.type,
        `${namedType(node.type)} is no column type. Use one of ${COLUMN_TYPE_NAMES.join(', ')}, or @reference or @related to lead to another table.`,
      ),
    );
    return null;
  }
  const values = directive === undefined ? {} : argumentsOf(directive);
  const name = node.name.value;
  const template = directive?.name.value === 'url' ? (text(values, 'template') ?? '') : null;
  const upstream =
    directive?.name.value === 'key' ? (text(values, 'column') ?? name) : (text(values, 'name') ?? name);
  const definition: ColumnDefinition = {
    name,
    type: values['type'] === 'TEXT' ? 'text' : declared,
    upstream,
    unique: values['unique'] === true,
    writable: values['writable'] === true,
    hidden: false,
    template: null,
    access,
  };
  return { is: 'column', key: directive?.name.value === 'key', column: definition, template, node };
}

const PART = /\{([^{}]*)\}/;
const TEMPLATE = /^(?:[^{}]|\{[A-Za-z_][\w.]*\})*$/;

/** Whether every brace closes, around a name. */
export function isTemplate(template: string): boolean {
  return TEMPLATE.test(template);
}

/** Splits a template; `columnFor` gives the column that holds an upstream column, and is asked once per place. */
export function parseTemplate(template: string, columnFor: (upstream: string) => string): UrlTemplate {
  const parts: (string | null | { column: string })[] = [];
  template.split(PART).forEach((part, index) => {
    if (index % 2 === 1) parts.push(part === 'instance' ? null : { column: columnFor(part) });
    else if (part !== '') parts.push(part);
  });
  return parts;
}
