/** One condition as a reader of encoded queries that shares no code with the adapter finds it. */
export interface Condition {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

const OPERATORS = [
  'INSTANCEOF',
  'IN_HIERARCHY',
  'ISEMPTY',
  'ISNOTEMPTY',
  'DYNAMIC',
  'BETWEEN',
  'STARTSWITH',
  'ENDSWITH',
  'NOT LIKE',
  'NOT IN',
  'LIKE',
  'IN',
  '!=',
  '<=',
  '>=',
  '==',
  '=',
  '<',
  '>',
];

/** OR (`^NQ`) of AND (`^`) of OR (`^OR`), and the columns to sort by. */
export function splitQuery(query: string): { groups: Condition[][][]; order: string[] } {
  const groups: Condition[][][] = [[]];
  const order: string[] = [];
  for (const part of query.split('^')) {
    const sort = /^ORDERBY(?:DESC)?(.*)$/s.exec(part);
    if (sort !== null) order.push(sort[1] ?? '');
    else if (part.startsWith('NQ')) groups.push([[condition(part.slice(2))]]);
    else if (part.startsWith('OR'))
      groups
        .at(-1)
        ?.at(-1)
        ?.push(condition(part.slice(2)));
    else if (part !== '') groups.at(-1)?.push([condition(part)]);
  }
  return { groups, order };
}

function condition(text: string): Condition {
  const column = /^[a-z0-9_.]*/.exec(text)?.[0] ?? '';
  const rest = text.slice(column.length);
  const operator = OPERATORS.find((candidate) => rest.startsWith(candidate)) ?? '?';
  return { column, operator, value: rest.slice(operator.length) };
}
