import type { EntitySet, Navigation } from '../model/model.ts';
import type { Compiled } from '../filter/compile.ts';
import type { ErpStore } from '../service/store.ts';
import type { OptionTexts } from './option-text.ts';
import { compile } from '../filter/compile.ts';
import { parseExpression } from '../filter/parse.ts';
import { MODEL } from '../model/model.ts';
import { badOption } from '../service/odata-error.ts';
import { readInnerOptions, splitOutside } from './option-text.ts';

/** What is asked of a collection, or of the one entity of a path. */
export interface Query {
  readonly set: EntitySet;
  /** Names of properties; null: all of them. */
  readonly select: readonly string[] | null;
  readonly expand: readonly Expansion[];
  readonly filter: Compiled | null;
  readonly order: readonly OrderTerm[];
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
  /** Entities that earlier pages gave. */
  readonly given: number;
}

export interface Expansion {
  readonly navigation: Navigation;
  readonly query: Query;
}

export interface OrderTerm {
  readonly by: Compiled;
  readonly descending: boolean;
}

const DEEPEST_EXPAND = 5;

/** Reads the options against the model. Throws a 400 that names the option. */
export function readQuery(set: EntitySet, texts: OptionTexts, store: ErpStore, depth = 0): Query {
  const filter = texts.get('$filter');
  return {
    set,
    select: readSelect(set, texts.get('$select')),
    expand: readExpand(set, texts.get('$expand'), store, depth),
    filter: filter === undefined ? null : readFilter(set, filter, store),
    order: readOrder(set, texts.get('$orderby'), store),
    top: readWhole('$top', texts.get('$top')),
    skip: readWhole('$skip', texts.get('$skip')) ?? 0,
    count: readBoolean('$count', texts.get('$count')),
    given: readToken(texts.get('$skiptoken')),
  };
}

function readFilter(set: EntitySet, text: string, store: ErpStore): Compiled {
  const compiled = compile(parseExpression(text, '$filter'), { set, store, option: '$filter' });
  if (compiled.kind === 'boolean' || compiled.kind === 'null') return compiled;
  throw badOption('$filter', `The $filter expression must evaluate to a single boolean value.`);
}

function readOrder(set: EntitySet, text: string | undefined, store: ErpStore): readonly OrderTerm[] {
  if (text === undefined) return [];
  return splitOutside(text, ',').map((term) => {
    const [, expression = '', direction = 'asc'] = /^\s*(.*?)(?:\s+(asc|desc))?\s*$/s.exec(term) ?? [];
    if (expression === '') throw badOption('$orderby', `Syntax error in '${text}'.`);
    const by = compile(parseExpression(expression, '$orderby'), { set, store, option: '$orderby' });
    return { by, descending: direction === 'desc' };
  });
}

function readSelect(set: EntitySet, text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('*')) return null;
  const unknown = names.find((name) => !set.properties.has(name) && !set.navigations.has(name));
  if (unknown !== undefined)
    throw badOption('$select', `Could not find a property named '${unknown}' on type 'Finance.${set.type}'.`);
  // A navigation property may be selected; it comes as a link only, which minimal metadata leaves out.
  return [...new Set(names)].filter((name) => set.properties.has(name));
}

function readExpand(
  set: EntitySet,
  text: string | undefined,
  store: ErpStore,
  depth: number,
): readonly Expansion[] {
  if (text === undefined) return [];
  if (depth >= DEEPEST_EXPAND) throw badOption('$expand', `$expand may be nested ${DEEPEST_EXPAND} deep.`);
  return splitOutside(text, ',').map((item) => {
    const [, name = '', inner] = /^\s*([A-Za-z_]\w*)\s*(?:\((.*)\))?\s*$/s.exec(item) ?? [];
    const navigation = set.navigations.get(name);
    const target = navigation && MODEL.get(navigation.target);
    if (navigation === undefined || target === undefined)
      throw badOption(
        '$expand',
        `Could not find a navigation property named '${name || item}' on type 'Finance.${set.type}'.`,
      );
    const texts: OptionTexts = inner === undefined ? new Map() : readInnerOptions(inner);
    return { navigation, query: readQuery(target, texts, store, depth + 1) };
  });
}

function readWhole(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badOption(
    option,
    `Invalid value '${text}' for '${option}': it must be a whole number that is not negative.`,
  );
}

function readBoolean(option: string, text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw badOption(option, `Invalid value '${text}' for '${option}': it is true or false.`);
}

/** Tokens are the service's own; clients send back what a next link held. */
function readToken(text: string | undefined): number {
  if (text === undefined) return 0;
  const given = /^p(\d{1,9})$/.exec(text)?.[1];
  if (given === undefined) throw badOption('$skiptoken', 'The skip token is not one that this service gave.');
  return Number(given);
}
