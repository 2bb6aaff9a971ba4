import type { JsonValue, SendRequest } from '../../../src/contract/index.ts';
import type { RequestTemplate } from '../declaration/shape.ts';
import { encoded, filledPath } from './path.ts';
import { placeholderOf, placeholdersOf } from './placeholder.ts';

type Scalar = string | number | boolean;

/** A value under its name: of the query string, or of a placeholder `{name}` where the body has one. */
export interface Parameter {
  readonly name: string;
  readonly value: Scalar | readonly Scalar[];
  /** How several values stand in a query string. */
  readonly list: 'repeat' | 'comma';
}

/** Keys that stand for `{key}` or `{keys}`. */
export interface KeyValues {
  readonly name: 'key' | 'keys';
  readonly values: readonly string[];
  readonly list: 'repeat' | 'comma';
}

/**
 * The request of a template. Values travel as values: in the path as encoded parts of a segment, in the query string encoded, in the body as
 * JSON; none of them can become a name, a separator or another value.
 */
export function compose(
  template: RequestTemplate,
  parameters: readonly Parameter[],
  keys: KeyValues | null = null,
): SendRequest {
  const inBody = new Set(placeholdersOf(template.body));
  const query = [
    ...Object.entries(template.query).flatMap(([name, value]) => fixed(name, value, keys)),
    ...parameters.filter(({ name }) => !inBody.has(name)),
  ].flatMap(written);
  const path = filledPath(template.path, keys === null ? {} : { [keys.name]: keys.values });
  const target = query.length === 0 ? path : `${path}?${query.join('&')}`;
  const headers = headersOf(template);
  if (template.method === 'GET') return { method: 'GET', path: target, ...headers };
  const body = filledBody(template.body, valuesOf(parameters, keys)) ?? {};
  // It only reads.
  return { method: 'POST', path: target, json: body, idempotent: true, ...headers };
}

/** What a declaration sends with each request. */
export function headersOf({ headers }: RequestTemplate): Pick<SendRequest, 'headers'> {
  return Object.keys(headers).length === 0 ? {} : { headers };
}

function fixed(name: string, value: RequestTemplate['query'][string], keys: KeyValues | null): Parameter[] {
  const place = placeholderOf(value);
  if (place === null) return [{ name, value, list: 'repeat' }];
  if (place !== keys?.name) return [];
  return [{ name, value: keys.name === 'key' ? (keys.values[0] ?? '') : keys.values, list: keys.list }];
}

function written({ name, value, list }: Parameter): string[] {
  const parts = (typeof value === 'object' ? value : [value]).map((part) => encoded(String(part)));
  const left = encoded(name);
  // A comma that separates is not encoded; one inside a value would be.
  return list === 'comma' ? [`${left}=${parts.join(',')}`] : parts.map((part) => `${left}=${part}`);
}

function valuesOf(parameters: readonly Parameter[], keys: KeyValues | null): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>(parameters.map(({ name, value }) => [name, value]));
  if (keys !== null) values.set(keys.name, keys.name === 'key' ? (keys.values[0] ?? '') : keys.values);
  return values;
}

/** A placeholder without a value goes, with the member or element it is. */
function filledBody(template: unknown, values: ReadonlyMap<string, JsonValue>): unknown {
  const place = placeholderOf(template);
  if (place !== null) return values.get(place);
  if (Array.isArray(template))
    return template.map((part: unknown) => filledBody(part, values)).filter((part) => part !== undefined);
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template)
      .map(([name, part]) => [name, filledBody(part, values)] as const)
      .filter(([, part]) => part !== undefined),
  );
}

/** The request as a person would read it. */
export function textOf({ method, path, json }: SendRequest): string {
  return json === undefined ? `${method} ${path}` : `${method} ${path} ${JSON.stringify(json)}`;
}
