/**
 * A condition over rows: `all` and `none` are decided here and never sent; anything else is a Boolean expression that can stand beside `and`
 * or `or` as it is, because whatever joins two conditions puts parentheses around them.
 */
export type Condition = 'all' | 'none' | { readonly text: string };

export function test(text: string): Condition {
  return { text };
}

export function both(conditions: readonly Condition[]): Condition {
  return joined(conditions, 'and', 'all', 'none');
}

export function either(conditions: readonly Condition[]): Condition {
  return joined(conditions, 'or', 'none', 'all');
}

function joined(
  conditions: readonly Condition[],
  word: 'and' | 'or',
  neutral: Condition,
  deciding: Condition,
): Condition {
  if (conditions.includes(deciding)) return deciding;
  const parts = conditions.filter((condition) => typeof condition !== 'string').map(({ text }) => text);
  const [first] = parts;
  if (first === undefined) return neutral;
  return test(parts.length === 1 ? first : `(${parts.join(` ${word} `)})`);
}
