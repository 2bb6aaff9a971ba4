/**
 * Which texts keep their meaning behind an operator. There are no quotes in encoded queries, so the platform may take the beginning
 * of a value for a part of the operator, blanks for nothing, or a word for a constant. Some of this is from memory; a text
 * that is on the safe side only costs the engine a second look.
 */

/** `a>=5` is not `a>` with `=5`; `a=NULL` is `aISEMPTY`. */
const RISKY_BEHIND_SYMBOL = /^[=<>!*%@~]|^null$/i;
/** `aINSTANCEOFtask` and `aIN_HIERARCHYx` are other operators than `aIN`. */
const RISKY_BEHIND_IN = /^(STANCEOF|_HIERARCHY)/i;
/** Placeholders of SQL LIKE, `*` of the list filter. Whether the platform takes them literally is not documented. */
const PLACEHOLDER = /[%_*]/;

export function isTrimmed(text: string): boolean {
  return text === text.trim();
}

/** May stand behind `=`, `!=`, `<` and the like and mean itself. */
export function isSafeBehindSymbol(text: string): boolean {
  return isTrimmed(text) && !RISKY_BEHIND_SYMBOL.test(text);
}

/** May stand in a list behind `IN` or `NOT IN`, wherever in it. */
export function isSafeInList(text: string): boolean {
  return isSafeBehindSymbol(text) && !text.includes(',') && !RISKY_BEHIND_IN.test(text);
}

/** `no`: a backslash may swallow what follows it, so that fewer rows would match. `more`: more rows may match. */
export function patternMeaning(text: string): 'itself' | 'more' | 'no' {
  if (text.includes('\\')) return 'no';
  return PLACEHOLDER.test(text) || !isTrimmed(text) ? 'more' : 'itself';
}
