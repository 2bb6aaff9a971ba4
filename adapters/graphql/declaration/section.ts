import { isName, isPath, isType, quote } from '../names.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * One object of the declaration's options, read with care: what is wrong is reported and a harmless value given, so that all problems are
 * found at once.
 */
export interface Section {
  readonly at: string;
  readonly values: Values;
  readonly report: (message: string, column?: string) => void;
}

/** Reads an object and reports the names in it that mean nothing. Null where there is no object. */
export function sectionOf(
  value: unknown,
  at: string,
  known: readonly string[] | null,
  report: Section['report'],
): Section | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) {
    report(`${at} is ${quote(value)}; write an object: ${at}: { … }`);
    return null;
  }
  const unknown = Object.keys(value).filter((name) => known !== null && !known.includes(name));
  for (const name of unknown) report(`${at} knows no ${quote(name)}; it knows ${(known ?? []).join(', ')}`);
  return { at, values: value as Values, report };
}

/** A member that has to fit; `fallback` undefined: it has to be there. */
function member<T>(
  section: Section,
  name: string,
  fits: (value: unknown) => value is T,
  wanted: string,
  fallback: T | undefined,
  harmless: T,
): T {
  const value = section.values[name];
  if (value === undefined && fallback !== undefined) return fallback;
  if (fits(value)) return value;
  const is = value === undefined ? 'is missing' : `is ${quote(value)}`;
  section.report(`${section.at}.${name} ${is}; write ${wanted}`);
  return harmless;
}

export function nameIn(section: Section, name: string, example: string, fallback?: string): string {
  return member(section, name, isName, `a GraphQL name such as ${quote(example)}`, fallback, example);
}

export function typeIn(section: Section, name: string, example: string, fallback?: string): string {
  return member(section, name, isType, `a variable's type such as ${quote(example)}`, fallback, example);
}

export function pathIn(
  section: Section,
  name: string,
  example: string,
  fallback?: string,
): readonly string[] {
  const isOwnPath = (value: unknown): value is string => value === '' || isPath(value);
  const path = member(
    section,
    name,
    isOwnPath,
    `field names joined by dots such as ${quote(example)}`,
    fallback,
    '',
  );
  return path === '' ? [] : path.split('.');
}

export function countIn(section: Section, name: string, most: number, fallback: number): number {
  const fits = (value: unknown): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= most;
  return member(section, name, fits, `a whole number from 1 to ${most}`, fallback, fallback);
}

export function flagIn(section: Section, name: string): boolean {
  const fits = (value: unknown): value is boolean => typeof value === 'boolean';
  return member(section, name, fits, 'true or false', false, false);
}

export function oneOfIn<T extends string>(
  section: Section,
  name: string,
  words: readonly T[],
  fallback?: T,
): T {
  const fits = (value: unknown): value is T => words.some((word) => word === value);
  const [first] = words;
  return member(section, name, fits, `one of ${words.map(quote).join(', ')}`, fallback, first as T);
}
