import { ODataError, badOption } from '../service/odata-error.ts';

/** System query options as they were given, by name with the dollar sign. */
export type OptionTexts = ReadonlyMap<string, string>;

const KNOWN: ReadonlySet<string> = new Set([
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$expand',
  '$skiptoken',
  '$format',
]);
const LATER: ReadonlySet<string> = new Set([
  '$search',
  '$apply',
  '$compute',
  '$levels',
  '$index',
  '$deltatoken',
  '$schemaversion',
  '$id',
]);

/**
 * Reads the query of a request target. Only percent signs are decoded: by OData's grammar a plus sign is a plus sign. Options that are not the
 * standard's are custom ones and have no meaning here.
 */
export function readOptions(rawQuery: string): OptionTexts {
  const pairs = rawQuery.split('&').filter((part) => part !== '');
  return optionsOf(
    pairs.map((part): [string, string] => {
      const at = part.indexOf('=');
      return at < 0 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
    }),
  );
}

/** Options inside `$expand=Items(…)`, between semicolons. */
export function readInnerOptions(text: string): OptionTexts {
  return optionsOf(
    splitOutside(text, ';').map((part): [string, string] => {
      const at = part.indexOf('=');
      if (at < 0) throw badOption('$expand', `'${part}' is no query option.`);
      return [part.slice(0, at).trim(), part.slice(at + 1)];
    }),
  );
}

function optionsOf(pairs: readonly (readonly [string, string])[]): OptionTexts {
  const options = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (!name.startsWith('$')) continue;
    if (LATER.has(name))
      throw new ODataError(501, 'NotImplemented', `${name} is not supported.`, { target: name });
    if (!KNOWN.has(name)) throw badOption(name, `The query parameter '${name}' is not supported.`);
    if (options.has(name)) throw badOption(name, `Query option '${name}' was specified more than once.`);
    options.set(name, value);
  }
  return options;
}

/** Parts between separators that stand neither in parentheses nor in a string. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, from] = [0, false, 0];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "'") quoted = !quoted;
    if (quoted) continue;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter !== separator || depth !== 0) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ODataError(
      400,
      'InvalidUri',
      'The query is not well-formed: a percent sign stands for itself.',
    );
  }
}
