import type { Alternatives, Condition, EncodedQuery, Order } from './ast.ts';

/** Longest first, so that `>=` is not read as `>` and `NOT IN` not as an unknown word. */
const OPERATORS = [
  'GT_OR_EQUALS_FIELD', 'LT_OR_EQUALS_FIELD', 'GT_FIELD', 'LT_FIELD', 'INSTANCEOF', 'ISNOTEMPTY', 'EMPTYSTRING', 'STARTSWITH',
  'NOT LIKE', 'ENDSWITH', 'ANYTHING', 'NOTLIKE', 'ISEMPTY', 'NSAMEAS', 'DYNAMIC', 'BETWEEN', 'NOT IN', 'SAMEAS', 'NOTON', 'LIKE',
  'IN', 'ON', '!=', '<=', '>=', '!*', '=', '<', '>', '*', '%',
] as const; // prettier-ignore

const CANONICAL: Readonly<Record<string, string>> = {
  '*': 'LIKE',
  '!*': 'NOT LIKE',
  NOTLIKE: 'NOT LIKE',
  '%': 'ENDSWITH',
};

const TEXT_QUERY = /^123TEXTQUERY321=(.*)$/s;
const COLUMN = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*/;
const RELATED = /^([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*),(>=|<=|!=|=|>|<)(\d+)(?:,(.*))?$/s;

function parseCondition(text: string): Condition {
  const words = TEXT_QUERY.exec(text)?.[1];
  if (words !== undefined) return { kind: 'text', words };
  const column = COLUMN.exec(text)?.[0] ?? '';
  const rest = text.slice(column.length);
  const operator = OPERATORS.find((candidate) => rest.startsWith(candidate));
  if (column === '' || operator === undefined) return { kind: 'invalid', text };
  return {
    kind: 'term',
    column,
    operator: CANONICAL[operator] ?? operator,
    value: rest.slice(operator.length),
  };
}

/** Reads the parts between RLQUERY and ENDRLQUERY; the third item of the head is `m2m` or a first condition. */
function parseRelated(head: string, inner: readonly string[]): Condition {
  const [, table, column, comparison, count, extra] = RELATED.exec(head) ?? [];
  if (table === undefined || column === undefined || comparison === undefined)
    return { kind: 'invalid', text: head };
  const first = extra === undefined || extra === '' || extra === 'm2m' ? [] : [extra];
  const [group] = parseParts([...first, ...inner]).groups;
  return { kind: 'related', table, column, comparison, count: Number(count), where: group ?? [] };
}

class Builder {
  readonly groups: Alternatives[][] = [[]];
  readonly orders: Order[] = [];
  readonly groupBy: string[] = [];

  /** ^OR binds to the condition before it, tighter than ^ (facts 2.1). */
  add(condition: Condition, or: boolean): void {
    const group = this.groups.at(-1) ?? [];
    const before = group.at(-1);
    if (or && before) group[group.length - 1] = [...before, condition];
    else group.push([condition]);
  }

  /** A part without a condition in it. Says whether it was one. */
  directive(part: string): boolean {
    if (part.startsWith('ORDERBYDESC')) this.orders.push({ column: part.slice(11), descending: true });
    else if (part.startsWith('ORDERBY')) this.orders.push({ column: part.slice(7), descending: false });
    else if (part.startsWith('GROUPBY')) this.groupBy.push(part.slice(7));
    else return part === 'EQ' || part === '';
    return true;
  }
}

function parseParts(parts: readonly string[]): EncodedQuery {
  const builder = new Builder();
  for (let at = 0; at < parts.length; at += 1) {
    let part = parts[at] ?? '';
    if (part.startsWith('NQ')) {
      builder.groups.push([]);
      part = part.slice(2);
    }
    if (builder.directive(part)) continue;
    const or = part.startsWith('OR');
    if (or) part = part.slice(2);
    if (part.startsWith('RLQUERY')) {
      const end = parts.indexOf('ENDRLQUERY', at);
      const last = end < 0 ? parts.length : end;
      builder.add(parseRelated(part.slice(7), parts.slice(at + 1, last)), or);
      at = last;
    } else if (part !== '') builder.add(parseCondition(part), or);
  }
  return { groups: builder.groups, orders: builder.orders, groupBy: builder.groupBy };
}

/**
 * Parses an encoded query (facts 2.1). Never fails: what cannot be read becomes an invalid condition. There is no escape
 * for `^`, so `^^` is just an empty part.
 */
export function parseQuery(text: string): EncodedQuery {
  return parseParts(text.split('^'));
}
