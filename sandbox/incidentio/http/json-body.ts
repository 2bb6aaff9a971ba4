import type { ErrorDetail } from './api-error.ts';
import { ApiError, invalid, isRequired } from './api-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The body as an object. Throws a 400 for what is none. */
export function jsonBody(body: Buffer): JsonObject {
  let read: unknown;
  try {
    read = JSON.parse(body.toString('utf8'));
  } catch {
    read = undefined;
  }
  if (isObject(read)) return read;
  const detail: ErrorDetail = { code: 'bad_request', message: 'The body must be a JSON object' };
  throw new ApiError(400, 'bad_request', [detail]);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null counts as not given. `at` is the path of the object within the body, for the message. */
export function textIn(body: JsonObject, name: string, at = ''): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(at + name, `${at + name} must be a string`);
}

export function requiredText(body: JsonObject, name: string, at = ''): string {
  const value = textIn(body, name, at);
  if (value === undefined || value === '') throw isRequired(at + name, `${at + name} is required`);
  return value;
}

/** One of a fixed set of words. */
export function wordIn<T extends string>(
  body: JsonObject,
  name: string,
  words: readonly T[],
  at = '',
): T | undefined {
  const value = textIn(body, name, at);
  if (value === undefined) return undefined;
  const word = words.find((each) => each === value);
  if (word === undefined) throw invalid(at + name, `${at + name} must be one of ${words.join(', ')}`);
  return word;
}

/** A list of objects; none when it is not given. */
export function objectsIn(body: JsonObject, name: string, at = ''): readonly JsonObject[] {
  const value = body[name] ?? [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw invalid(at + name, `${at + name} must be a list of objects`);
}
