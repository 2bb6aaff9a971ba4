import { Kind, print } from 'graphql';
import type { ColumnType } from '../contract/index.ts';
import type { ColumnField, Declaration, DeclaredField, Extension } from './declaration.ts';
import { literal } from './literal.ts';
import { sentence } from './words.ts';

/** The one role that a fresh declaration is open to: nothing is opened by accident. */
export const FIRST_ROLE = 'admin';

const TYPES: Readonly<Record<ColumnType, string>> = {
  id: 'ID',
  reference: 'ID',
  string: 'String',
  text: 'String',
  integer: 'Int',
  decimal: 'Decimal',
  boolean: 'Boolean',
  date: 'Date',
  time: 'Time',
  datetime: 'DateTime',
  duration: 'Duration',
  url: 'URL',
  json: 'JSON',
  choice: 'Choice',
  list: '[String!]',
};

/** The declaration as SDL. Whatever texts it holds, it stays what it is: they stand in quoted strings only. */
export function printDeclaration(declaration: Declaration, head: readonly string[]): string {
  const { help, fields, key, extensions } = declaration;
  const lines = [
    ...head.map((text) => `# ${text}`),
    describe(help, ''),
    ...headLines(declaration),
    describe('Global id.'),
    put('id: ID!', [`@key(column: ${quote(key)})`]),
    ...fields.flatMap(fieldLines),
    '}',
    ...extensions.flatMap(extensionLines),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines(declaration: Declaration): string[] {
  const { type, label, plural, connection, object, options, separation } = declaration;
  const source = { connection, object, ...(Object.keys(options).length === 0 ? {} : { options }) };
  return [
    `type ${type}`,
    `  @table(label: ${quote(label)}, plural: ${quote(plural)})`,
    `  @source${argumentsText(source, 2)}`,
    ...(separation === null ? [] : [`  @separated(column: ${quote(separation)})`]),
    `  @access(read: [${quote(FIRST_ROLE)}]) {`,
  ];
}

/** The members of an object literal are written as arguments are. */
function argumentsText(values: Readonly<Record<string, unknown>>, indent: number): string {
  const text = literal(values, indent).slice(1, -1);
  return `(${text.startsWith('\n') ? text : text.trim()})`;
}

function fieldLines(field: DeclaredField): string[] {
  return [describe(field.help), put(`${field.name}: ${typeOf(field)}`, [directiveOf(field)])];
}

function typeOf(field: DeclaredField): string {
  if (field.is === 'column') return `${TYPES[field.type]}${field.required ? '!' : ''}`;
  if (field.is === 'link') return 'URL';
  return field.is === 'list' ? `${field.target}Connection` : field.target;
}

function directiveOf(field: DeclaredField): string {
  if (field.is === 'column') return columnDirective(field);
  if (field.is === 'link') return `@url(template: ${quote(field.template)})`;
  const { column, other, via } = field;
  if (field.is === 'reference')
    return `@reference(column: ${quote(column)}${other === null ? '' : `, to: ${quote(other)}`})`;
  const parts = [
    `column: ${quote(column)}`,
    ...(other === null ? [] : [`from: ${quote(other)}`]),
    ...(via === null ? [] : [`via: ${quote(via)}`]),
  ];
  return `@related(${parts.join(', ')})`;
}

function columnDirective({ from, type, unique, label }: ColumnField): string {
  const parts = [
    `name: ${quote(from.upstream)}`,
    ...(type === 'text' ? ['type: TEXT'] : []),
    ...(unique ? ['unique: true'] : []),
    ...(label === null ? [] : [`label: ${quote(label)}`]),
  ];
  return `@column(${parts.join(', ')})`;
}

function extensionLines({ type, fields }: Extension): string[] {
  return ['', `extend type ${type} {`, ...fields.flatMap(fieldLines), '}'];
}

const WIDTH = 110;

/** A field and its directives, on lines of their own where one would be too long. */
function put(field: string, directives: readonly string[]): string {
  const whole = `  ${field} ${directives.join(' ')}`;
  return whole.length <= WIDTH ? whole : `  ${field}\n    ${directives.join('\n    ')}`;
}

function describe(text: string, indent = '  '): string {
  return `${indent}${quote(sentence(text))}`;
}

function quote(value: string): string {
  return print({ kind: Kind.STRING, value });
}
