import { excerptOf } from '../../../src/contract/index.ts';
import type { BoundTable, SendResponse } from '../../../src/contract/index.ts';
import { valueAt } from '../json-path.ts';
import { notAsDeclared } from './failure.ts';

/** The list of records of an answer, at a path or, without one, the whole answer. Anything else than a list of objects is an error. */
export function recordsOf(
  table: BoundTable,
  { json, text }: SendResponse,
  path: string | undefined,
): readonly object[] {
  const found = path === undefined ? json : valueAt(json, path);
  const where = path ?? 'the answer';
  if (!Array.isArray(found)) throw notAsDeclared(table, `${where} is no list: ${excerpt(json, text)}`);
  if (!found.every(isObject)) throw notAsDeclared(table, `${where} holds something that is no object`);
  return found;
}

export function recordOf(table: BoundTable, { json, text }: SendResponse, path: string | undefined): object {
  const found = path === undefined ? json : valueAt(json, path);
  if (!isObject(found))
    throw notAsDeclared(table, `${path ?? 'the answer'} is no object: ${excerpt(json, text)}`);
  return found;
}

/** How many rows match, as the answer says. */
export function totalOf(table: BoundTable, { json }: SendResponse, path: string): number {
  const total = valueAt(json, path);
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || total < 0)
    throw notAsDeclared(table, `${path} is no count`);
  return total;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function excerpt(json: unknown, text: string): string {
  return json === undefined ? text.slice(0, 200) : excerptOf(json, 200);
}
