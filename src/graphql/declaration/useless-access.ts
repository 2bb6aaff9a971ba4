import type { WrittenRule } from './access.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';

/** Rules that another one of the same place makes needless: whoever reads them would think that they do something. */
export function uselessRules(written: readonly WrittenRule[]): readonly DeclarationProblem[] {
  const told = new Set<WrittenRule['node']>();
  return written.flatMap((one, index) => {
    const other = written.find(
      (candidate, place) => candidate.node !== one.node && covers(candidate, one, place < index),
    );
    if (other === undefined || told.has(one.node)) return [];
    told.add(one.node);
    return [problemAt(one.node, messageFor(one, other))];
  });
}

function messageFor({ rule }: WrittenRule, other: WrittenRule): string {
  const { line } = other.rule.origin;
  const same = other.rule.origin.text === rule.origin.text;
  const what = same ? 'This rule stands in' : `What it says of ${rule.operation} follows from`;
  return `${what} line ${line} already. Leave it out, or change what it asks for.`;
}

/**
 * Whether `one` changes nothing beside `other`. Of rules that allow, the wider makes the narrower needless; of those that deny, the narrower the wider.
 * Of two that say the same, the earlier stays.
 */
function covers(other: WrittenRule, one: WrittenRule, earlier: boolean): boolean {
  if (other.rule.effect !== one.rule.effect || other.rule.operation !== one.rule.operation) return false;
  const allows = one.rule.effect === 'allow-if';
  const [wide, narrow] = allows ? [other, one] : [one, other];
  if (!isWithin(narrow, wide)) return false;
  return earlier || !isWithin(wide, narrow);
}

/** Whether every viewer and row that `narrow` holds for is one that `wide` holds for. */
function isWithin(narrow: WrittenRule, wide: WrittenRule): boolean {
  return (
    (wide.where === null || wide.where === narrow.where) &&
    within(narrow.rule.kinds, wide.rule.kinds) &&
    within(narrow.rule.roles, wide.rule.roles) &&
    (wide.rule.roles === null || wide.rule.adminOverrides || !narrow.rule.adminOverrides)
  );
}

function within<T>(narrow: readonly T[] | null, wide: readonly T[] | null): boolean {
  if (wide === null) return true;
  return narrow !== null && narrow.every((item) => wide.includes(item));
}
