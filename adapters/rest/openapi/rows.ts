import type { Json } from './document.ts';
import { member, membersOf, resolved } from './document.ts';
import { joined } from './columns.ts';
import type { Schema } from './schema.ts';
import { schemaOf } from './schema.ts';

/** Where the rows of an answer are, and what one looks like. */
export interface Rows {
  /** JSON path of the list; empty: the answer itself. */
  readonly path: string;
  readonly row: Schema;
}

/** The schema of the JSON body of the first success of an operation; OpenAPI 3 has it by media type, Swagger 2 in the response itself. */
export function answerOf(document: Json, operation: unknown): Schema | null {
  const responses = membersOf(member(operation, 'responses'));
  const found =
    responses.find(([status]) => /^2\d\d$/.test(status)) ??
    responses.find(([status]) => /^(2XX|default)$/i.test(status));
  const response = resolved(document, found?.[1]);
  const content = membersOf(member(response, 'content'));
  const json =
    content.find(([type]) => /^application\/([\w.+-]+\+)?json/i.test(type)) ??
    content.find(([type]) => type === '*/*');
  return schemaOf(document, json === undefined ? member(response, 'schema') : member(json[1], 'schema'));
}

const USUAL = [
  'data',
  'items',
  'results',
  'records',
  'rows',
  'values',
  'value',
  'content',
  'entries',
  'nodes',
];
const MOST_LEVELS = 2;

/** The list of rows of an answer: itself, or the member with a usual name, or the only list of objects there is. */
export function rowsOf(document: Json, answer: Schema): Rows | null {
  if (answer.type === 'array') {
    const row = schemaOf(document, answer.items);
    return row?.type === 'object' ? { path: '', row } : null;
  }
  const lists = listsBelow(document, answer, '', 0);
  const usual = lists.find(({ path }) => USUAL.includes(path.split('.').at(-1) ?? ''));
  return usual ?? (lists.length === 1 ? (lists[0] ?? null) : null);
}

function listsBelow(document: Json, parent: Schema, path: string, level: number): Rows[] {
  return [...parent.properties].flatMap(([name, node]) => {
    const schema = schemaOf(document, node);
    const at = joined(path, name);
    if (schema?.type === 'array') {
      const row = schemaOf(document, schema.items);
      return row?.type === 'object' && row.properties.size > 0 ? [{ path: at, row }] : [];
    }
    return schema?.type === 'object' && level < MOST_LEVELS
      ? listsBelow(document, schema, at, level + 1)
      : [];
  });
}

/** Where the row stands in the answer for one row: empty where the answer is the row. */
export function rowPathOf(document: Json, answer: Schema, row: Schema, key: string): string | null {
  if (answer.properties.has(key)) return '';
  const found = [...answer.properties].find(([, node]) => {
    const schema = schemaOf(document, node);
    return (
      schema !== null &&
      (schema.name !== undefined && schema.name === row.name ? true : schema.properties.has(key))
    );
  });
  return found === undefined ? null : joined('', found[0]);
}

/** Paths of all values of an answer by their last names, for finding where it tells of more pages. */
export function leavesOf(
  document: Json,
  parent: Schema,
  path = '',
  level = 0,
): readonly { path: string; name: string; type: string }[] {
  return [...parent.properties].flatMap(([name, node]) => {
    const schema = schemaOf(document, node);
    if (schema === null || schema.type === 'array') return [];
    const at = joined(path, name);
    if (schema.type === 'object') return level < MOST_LEVELS ? leavesOf(document, schema, at, level + 1) : [];
    return [{ path: at, name, type: schema.type }];
  });
}
