import type { Column } from '../../../src/contract/index.ts';
import { KEY, comparedExactly, isSysId } from '../names.ts';
import type { Rendered } from './operand.ts';
import { ALL_ROWS, NO_ROWS, UNPUSHED, pushed } from './pushed.ts';
import type { Pushed } from './pushed.ts';
import type { Clause, Term } from './term.ts';
import { isSafeBehindSymbol, isSafeInList, patternMeaning } from './wording.ts';

/** Columns on which LIKE looks at the stored text, not at the text of a referenced record or a label. */
const STORED_TEXT = new Set(['string', 'text', 'url']);

/** `=` and `IN`. Nothing equals an empty text (it is stored as no value) or half a second. */
export function equalsAny(column: Column, values: readonly Rendered[]): Pushed {
  const possible = texts(values);
  if (possible.length === 0) return NO_ROWS;
  const loose = possible.filter((text) => !isSafeBehindSymbol(text)).map((text) => looseTerm(column, text));
  if (loose.includes(null)) return UNPUSHED;
  const terms = [
    ...equalTerms(column.upstream, possible, 'IN', '='),
    ...loose.filter((term) => term !== null),
  ];
  return pushed([terms], loose.length === 0 && !possible.some((text) => isLessExact(column, text)));
}

/** `!=` and `NOT IN`, and rows without a value, which do not equal anything either. */
export function equalsNone(column: Column, values: readonly Rendered[]): Pushed {
  const possible = texts(values);
  if (possible.length === 0) return ALL_ROWS;
  // A text that upstream may compare with more than itself would take rows away; those are left for the engine.
  const safe = possible.filter((text) => isSafeBehindSymbol(text) && !isLessExact(column, text));
  const clauses = equalTerms(column.upstream, safe, 'NOT IN', '!=').map((term) => orEmpty(column, term));
  return pushed(clauses, safe.length === possible.length);
}

/** Adds rows without a value, whether or not the platform's own operator includes them. */
export function orEmpty(column: Column, term: Term): Clause {
  return column.upstream === KEY ? [term] : [term, `${column.upstream}ISEMPTY`];
}

function texts(values: readonly Rendered[]): string[] {
  const possible = values.filter((value) => !value.between && value.text !== '');
  return [...new Set(possible.map((value) => value.text))];
}

/** One list for what may stand in one, a term each for the rest: there is no way to write a comma inside a list. */
function equalTerms(name: string, values: readonly string[], list: string, single: string): Term[] {
  const safe = values.filter(isSafeBehindSymbol);
  const listed = safe.filter(isSafeInList);
  const apart = listed.length === 1 ? safe : safe.filter((text) => !isSafeInList(text));
  const singles = apart.map((text) => `${name}${single}${text}`);
  return listed.length > 1 ? [`${name}${list}${listed.join(',')}`, ...singles] : singles;
}

/** A wider term for a text that cannot stand behind `=`; null where there is none. */
function looseTerm(column: Column, text: string): Term | null {
  const trimmed = text.trim();
  if (!STORED_TEXT.has(column.type) || trimmed === '' || patternMeaning(trimmed) === 'no') return null;
  return `${column.upstream}LIKE${trimmed}`;
}

/** ServiceNow compares without regard to case; the contract compares ids and references exactly. */
function isLessExact(column: Column, text: string): boolean {
  return comparedExactly(column) && !isSysId(text) && text.toLowerCase() !== text.toUpperCase();
}
