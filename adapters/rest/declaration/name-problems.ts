import type { BoundTable, ColumnType, Problem } from '../../../src/contract/index.ts';
import type { Declaration } from './declaration.ts';

const NULL_TESTS = new Set(['null', 'notNull']);
const RANGES = new Set(['lt', 'lte', 'gt', 'gte']);
const LIKE = new Set(['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith']);
const TEXT = new Set<ColumnType>(['id', 'reference', 'string', 'text', 'url', 'choice']);

/** Columns that a declaration names, each of which must be there and of a type for what it is named for. */
export function nameProblems(table: BoundTable, declaration: Declaration): Problem[] {
  const { list, keys, choices } = declaration;
  const places: [string, string][] = [
    ...Object.keys(list.filters).map((name): [string, string] => [`options.list.filters.${name}`, name]),
    ...Object.keys(list.order?.columns ?? {}).map((name): [string, string] => [
      `options.list.order.columns.${name}`,
      name,
    ]),
    ...keys.map(({ column }): [string, string] => ['options.keys.column', column]),
    ...Object.keys(choices).map((name): [string, string] => [`options.choices.${name}`, name]),
  ];
  const known = [...table.columns.keys()].filter((name) => !name.startsWith('#')).join(', ');
  return [
    ...places.flatMap(([place, name]) =>
      table.columns.has(name)
        ? []
        : [{ message: `${place}: ${JSON.stringify(name)} is no column of ${table.name}; it has ${known}` }],
    ),
    ...choiceProblems(table, declaration),
    ...filterProblems(table, declaration),
  ];
}

function choiceProblems(table: BoundTable, { choices }: Declaration): Problem[] {
  return Object.keys(choices).flatMap((name) => {
    const type = table.columns.get(name)?.type ?? 'choice';
    if (type === 'choice') return [];
    return [
      {
        column: name,
        message: `options.choices.${name}: the column is of type ${type}; declare it as Choice`,
      },
    ];
  });
}

function filterProblems(table: BoundTable, { list }: Declaration): Problem[] {
  return Object.entries(list.filters).flatMap(([name, operators]) => {
    const column = table.columns.get(name);
    if (column === undefined) return [];
    return Object.entries(operators).flatMap(([op, target]) => {
      const place = `options.list.filters.${name}.${op}`;
      const valued = typeof target === 'object' && target.value !== undefined;
      if (!fits(column.type, op))
        return [
          {
            column: name,
            message: `${place}: a column of type ${column.type} has no operator ${op}; take it away`,
          },
        ];
      if (NULL_TESTS.has(op) !== valued)
        return [
          {
            column: name,
            message: valued
              ? `${place}: "value" belongs to null and notNull only; take it away`
              : `${place}: say what is sent: { param: "…", value: true }`,
          },
        ];
      return [];
    });
  });
}

function fits(type: ColumnType, op: string): boolean {
  if (NULL_TESTS.has(op)) return true;
  if (type === 'json') return false;
  if (RANGES.has(op)) return type !== 'list' && type !== 'boolean';
  if (LIKE.has(op)) return TEXT.has(type) || (type === 'list' && (op === 'contains' || op === 'notContains'));
  return true;
}
