/** One condition of an encoded query: `state=10`. */
export type Term = string;

/** Terms of which one must hold, joined by `^OR`, which binds tighter than `^`. */
export type Clause = readonly Term[];

/** Clauses that must all hold. Groups are joined by `^NQ`: one of them must hold. */
export type Group = readonly Clause[];

/** `^` and `^OR` and `^NQ` in their order of binding: OR of (AND of (OR of terms)). `[[]]` says everything, `[]` nothing. */
export type Groups = readonly Group[];

export const EVERYTHING: Groups = [[]];
export const NOTHING: Groups = [];

/** Largest query that is composed; what would go over it is left to the engine. */
const MOST_GROUPS = 16;
const MOST_TERMS = 300;

export function isTooLarge(groups: Groups): boolean {
  if (groups.length > MOST_GROUPS) return true;
  let terms = 0;
  for (const group of groups) for (const clause of group) terms += clause.length;
  return terms > MOST_TERMS;
}

export function isEverything(groups: Groups): boolean {
  return groups.some((group) => group.length === 0);
}

/** (A or B) and (C or D), multiplied out. */
export function bothOf(left: Groups, right: Groups): Groups {
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

/** Alternatives that are single clauses become one clause, which is shorter than a group each. */
export function oneOf(alternatives: readonly Groups[]): Groups {
  if (alternatives.some(isEverything)) return EVERYTHING;
  const groups = alternatives.flat();
  const single = groups.filter((group) => group.length === 1);
  const merged = single.flatMap((group) => group.flat());
  const rest = groups.filter((group) => group.length !== 1);
  return merged.length === 0 ? rest : [[[...new Set(merged)]], ...rest];
}

/** The query's text. `[[]]` is the empty text; `[]` has none and must not be sent. */
export function writeGroups(groups: Groups): string {
  return groups.map((group) => group.map((clause) => clause.join('^OR')).join('^')).join('^NQ');
}
