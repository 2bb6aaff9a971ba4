/**
 * A condition over rows: `all` and `none` are decided here and never sent; anything else is SOQL that can be put beside AND or OR as it
 * stands, because whatever joins two conditions puts parentheses around them. SOQL refuses AND and OR side by side without.
 */
export type Condition = 'all' | 'none' | { readonly soql: string };

export function test(soql: string): Condition {
  return { soql };
}

export function both(conditions: readonly Condition[]): Condition {
  return joined(conditions, 'AND', 'all', 'none');
}

export function either(conditions: readonly Condition[]): Condition {
  return joined(conditions, 'OR', 'none', 'all');
}

function joined(
  conditions: readonly Condition[],
  word: 'AND' | 'OR',
  neutral: Condition,
  deciding: Condition,
): Condition {
  if (conditions.includes(deciding)) return deciding;
  const parts = conditions.filter((condition) => typeof condition !== 'string').map(({ soql }) => soql);
  const [first] = parts;
  if (first === undefined) return neutral;
  return { soql: parts.length === 1 ? first : `(${parts.join(` ${word} `)})` };
}
