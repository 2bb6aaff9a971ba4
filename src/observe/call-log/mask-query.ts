import { MASK, maskText } from './mask-text.ts';
import type { Judge } from './personal-names.ts';

const WORD = /[A-Za-z_][\w.]*/g;
const QUOTED = /'(?:[^'\\]|\\.|'')*'?|"(?:[^"\\]|\\.)*"?/g;
/** `lastName==Smith`, `email:ada`, without quotes. */
const COMPARED = /([A-Za-z_][\w.]*)(\s*[=!<>~:]+\s*)([^'"\s;,)&^*]+)/g;

/**
 * A query in whatever language, without values that are compared with what is personal. Where a column of that kind is compared with anything, all quoted
 * values go: to tell whose each is would take a parser for each language.
 */
export function maskQuery(query: string, judge: Judge): string {
  if (query.includes('^')) return maskEncodedQuery(query, judge);
  if (!mentions(conditions(query), judge)) return maskText(query);
  const unquoted = query.replace(COMPARED, (whole, name: string, operator: string) =>
    judge(name) === null ? whole : `${name}${operator}${MASK}`,
  );
  return maskText(unquoted.replace(QUOTED, `'${MASK}'`));
}

/** The same for ServiceNow's encoded query. */
export function maskEncodedQuery(query: string, judge: Judge): string {
  return query
    .split('^')
    .map((term) => maskTerm(term, judge))
    .join('^');
}

/** A term of ServiceNow's encoded query: `ORfirst_nameLIKEada`. Where its operator ends cannot be told from the value. */
function maskTerm(term: string, judge: Judge): string {
  const field = /^(?:OR|NQ)?([a-z][a-z\d_.]*)/.exec(term);
  if (field?.[1] === undefined || judge(field[1]) === null) return maskText(term);
  return term.length === field[0].length ? term : `${field[0]}${MASK}`;
}

/** What SOQL only selects gives nothing away. */
function conditions(query: string): string {
  if (!/^\s*select\b/i.test(query)) return query;
  const from = query.search(/\sfrom\s/i);
  return from < 0 ? '' : query.slice(from);
}

/** Whether a word of the text is the name of something personal or secret. */
export function mentions(text: string, judge: Judge): boolean {
  return text.match(WORD)?.some((word) => judge(word) !== null) ?? false;
}
