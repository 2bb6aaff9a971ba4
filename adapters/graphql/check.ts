import type { BoundTable, Column, Join, Problem } from '../../src/contract/index.ts';
import { readDeclaration } from './declaration/declaration.ts';
import type { Declared } from './declaration/declared.ts';
import { isName, isPath, quote } from './names.ts';
import { leavesOf } from './select.ts';

export function check(table: BoundTable): readonly Problem[] {
  const { declared, problems } = readDeclaration(table);
  return [
    ...objectProblems(table),
    ...problems,
    ...wayProblems(table, declared),
    ...[...table.columns.values()].flatMap(columnProblems),
    ...pathProblems(table, declared),
    ...[...table.joins].flatMap(([name, join]) => joinProblems(table, declared, name, join)),
  ];
}

function objectProblems(table: BoundTable): Problem[] {
  const problems: Problem[] = [];
  if (!isName(table.object))
    problems.push({
      message: `object ${quote(table.object)} is no GraphQL type; write one such as "Incident"`,
    });
  if (!table.columns.has(table.key))
    problems.push({
      message: `key ${quote(table.key)} is no column of ${table.name}; write one of its columns`,
    });
  return problems;
}

/** Whether rows can be listed or found at all. */
function wayProblems(table: BoundTable, { list, lookups, keys }: Declared): Problem[] {
  const named = [...lookups, ...(keys === null ? [] : [keys])];
  const problems: Problem[] = named
    .filter(({ column }) => !table.columns.has(column))
    .map(({ column, field }) => ({
      message: `the lookup ${field} names the column ${quote(column)}; write a column of ${table.name}`,
    }));
  const tests = list?.filter?.columns.get(table.key)?.operators;
  const isFiltered = tests?.has('in') === true || tests?.has('eq') === true;
  if (!isFiltered && !named.some(({ column }) => column === table.key))
    problems.push({
      message: `rows of ${table.name} cannot be found by their key; write options.one, options.keys or an "in" for ${table.key} in options.list.filter.columns`,
    });
  if (list?.filter && list.filter.columns.size > 0 && !isFiltered)
    problems.push({
      message: `options.list.filter cannot test the key: write ["in"] or ["eq"] for ${table.key} too, so that rows can be found by key under a condition, or leave the filter out`,
    });
  return problems;
}

function columnProblems(column: Column): Problem[] {
  const problem = (message: string): Problem => ({ column: column.name, message });
  const problems: Problem[] = [];
  if (!isPath(column.upstream))
    problems.push(
      problem(
        `${quote(column.upstream)} is no field; write field names joined by dots, such as "status.name"`,
      ),
    );
  if (column.writable === true)
    problems.push(problem('other GraphQL services are only read; leave "writable" out'));
  return problems;
}

/** A field either has fields below it or is a value: two columns must not disagree. */
function pathProblems(table: BoundTable, declared: Declared): Problem[] {
  const leaves = [...table.columns.values()].flatMap((column) =>
    leavesOf(declared, column).map((path) => ({ column, path: path.join('.') })),
  );
  return leaves.flatMap(({ column, path }) => {
    const other = leaves.find((leaf) => leaf.path.startsWith(`${path}.`));
    if (other === undefined) return [];
    const message = `${quote(path)} is read as a value here and as an object by ${other.column.name} (${quote(other.path)}); write a path to one of its fields`;
    return [{ column: column.name, message }];
  });
}

function joinProblems(table: BoundTable, declared: Declared, name: string, join: Join): Problem[] {
  if (!table.columns.has(join.column))
    return [
      {
        message: `relation ${name} follows ${quote(join.column)}, which is no column; write the column that holds the reference`,
      },
    ];
  if (isName(declared.relations.get(name) ?? name)) return [];
  return [
    {
      message: `relation ${quote(name)} is no field; write options: { relations: { …: "reporter" } }`,
      column: join.column,
    },
  ];
}
