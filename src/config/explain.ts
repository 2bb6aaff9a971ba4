import type { z } from 'zod';
import { child, schemaAt } from './keys.ts';
import type { KeySchema } from './keys.ts';
import type { Finding } from './problem.ts';
import { suggestion } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, in words: what is wrong, and what the key is for. */
export function explain(issue: Issue, raw: unknown, root: KeySchema): Finding[] {
  const { path } = issue;
  const schema = schemaAt(root, path, raw);
  const value = path.reduce<unknown>(child, raw);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schema?.properties ?? {});
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: 'is not a key that stands here',
      hint: sentence(suggestion(key, known)),
      atKey: true,
    }));
  }
  // Of a variant that is not there, the description would be another variant's.
  const hint = 'options' in issue ? '' : (schema?.description ?? '');
  if (value === undefined && isMissing(issue)) return [{ path, message: 'is missing', hint }];
  if (issue.code === 'invalid_key') {
    return [{ path, message: issue.issues[0]?.message ?? 'is not a name that can stand here', atKey: true }];
  }
  return [{ path, message: wording(issue, value), hint }];
}

function isMissing(issue: Issue): boolean {
  return issue.code !== 'custom';
}

function wording(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, not ${shown(value, issue.expected)}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), value);
    case 'invalid_union':
      // With a discriminator the options are its values; without one the schema has a text of its own.
      if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options.map(String), value);
      return issue.message === 'Invalid input' ? `cannot be ${shown(value, 'object')}` : issue.message;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
};

function oneOf(options: readonly string[], value: unknown): string {
  const list = options.map((option) => `"${option}"`).join(', ');
  const must = options.length === 1 ? `must be ${list}` : `must be one of ${list}`;
  if (typeof value !== 'string') return must;
  return `${must}, not ${shown(value, 'number')}; ${suggestion(value, options)}`;
}

/**
 * A value as it may be repeated in a message. A text is repeated only where a word or a number belongs: elsewhere it may be a secret that
 * slipped into the wrong key.
 */
function shown(value: unknown, expected: string): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'this';
  const word = ['number', 'int', 'boolean'].includes(expected) && value.length <= 20;
  return word ? JSON.stringify(value) : 'a text';
}

function sentence(words: string): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}
