import { CasegraphError } from '../../../src/contract/index.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object; undefined where it is none, or has it only by inheritance. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** No document nests references deeper than this; one that does goes in circles. */
const MOST_STEPS = 50;

/** What a node stands for once its `$ref` is followed; null where that leads in circles, out of the document, or to nothing. */
export function resolved(document: Json, node: unknown): Json | null {
  let current = node;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (!isObject(current)) return null;
    const reference = member(current, '$ref');
    if (typeof reference !== 'string') return current;
    current = pointed(document, reference);
  }
  return null;
}

/** The name at the end of a `$ref`: `Pet` of `#/components/schemas/Pet`. */
export function nameOfReference(node: unknown): string | undefined {
  const reference = member(node, '$ref');
  return typeof reference === 'string' ? unescaped(reference.split('/').at(-1) ?? '') : undefined;
}

/** JSON pointers (RFC 6901) into the document itself. Other files and addresses are not read: whoever wrote the file decides what it names. */
function pointed(document: Json, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .map(unescaped)
    .reduce<unknown>(
      (value, step) => (Array.isArray(value) ? (value as unknown[])[Number(step)] : member(value, step)),
      document,
    );
}

function unescaped(step: string): string {
  const plain = step.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

export function unusable(message: string): CasegraphError {
  return new CasegraphError('upstream-rejected', message);
}
