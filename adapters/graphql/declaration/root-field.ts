import { isName, isType, quote } from '../names.ts';
import type { Argument, KeysField, LookupField, RootField } from './declared.ts';
import type { Section } from './section.ts';
import { countIn, flagIn, nameIn, pathIn, sectionOf, typeIn } from './section.ts';

export const ROOT_NAMES = ['field', 'arguments', 'fragment'] as const;
/** Keys of one request where the declaration says nothing: the bound on bytes alone cuts them. */
export const MOST_BATCH = 10_000;
const LOOKUP_NAMES = [...ROOT_NAMES, 'argument', 'type', 'column', 'batch', 'pattern'];

export function rootFieldOf(section: Section, example: string): RootField {
  const fixed = sectionOf(section.values['arguments'], `${section.at}.arguments`, null, section.report);
  return {
    field: nameIn(section, 'field', example),
    fragment: flagIn(section, 'fragment'),
    fixed: Object.entries(fixed?.values ?? {}).flatMap(([name, value]) => fixedOf(section, name, value)),
  };
}

function fixedOf({ at, report }: Section, name: string, given: unknown): Argument[] {
  const values = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const { type, value } = values;
  if (isName(name) && isType(type) && value !== undefined) return [{ name, type, value }];
  report(`${at}.arguments.${name} is ${quote(given)}; write { type: "String!", value: … }`);
  return [];
}

/** `one`: an object, or a list of them where rows can be found by several values. */
export function lookupsOf(given: unknown, key: string, report: Section['report']): readonly LookupField[] {
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  return all.flatMap((each, index) => {
    const at = Array.isArray(given) ? `options.one[${index}]` : 'options.one';
    const section = sectionOf(each, at, LOOKUP_NAMES, report);
    return section === null ? [] : [lookupOf(section, key, 'incident', 'id', 'ID!')];
  });
}

export function keysOf(given: unknown, key: string, report: Section['report']): KeysField | null {
  const section = sectionOf(given, 'options.keys', [...LOOKUP_NAMES, 'rows'], report);
  if (section === null) return null;
  return {
    ...lookupOf(section, key, 'incidentsByIds', 'ids', '[ID!]!'),
    rows: pathIn(section, 'rows', 'nodes', ''),
  };
}

function lookupOf(section: Section, key: string, field: string, argument: string, type: string): LookupField {
  return {
    ...rootFieldOf(section, field),
    argument: nameIn(section, 'argument', argument, argument),
    type: typeIn(section, 'type', type, type),
    column: nameIn(section, 'column', key, key),
    batch: countIn(section, 'batch', MOST_BATCH, MOST_BATCH),
    pattern: patternOf(section),
  };
}

function patternOf({ at, values, report }: Section): RegExp | null {
  const { pattern } = values;
  if (pattern === undefined) return null;
  try {
    if (typeof pattern === 'string') return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    // Said below.
  }
  report(`${at}.pattern is ${quote(pattern)}; write a regular expression such as "[0-9a-f]{24}"`);
  return null;
}
