import type { BoundTable, Problem } from '../../src/contract/index.ts';
import type { Records } from './records.ts';

const UPSTREAM_NAME = /^[A-Za-z_][A-Za-z0-9_.]*$/;

/** All problems of a declaration at once. Pure. */
export function problemsOf(table: BoundTable, records: Records): Problem[] {
  return [...tableProblems(table, records), ...columnProblems(table), ...joinProblems(table)];
}

function tableProblems(table: BoundTable, records: Records): Problem[] {
  const problems: Problem[] = [];
  if (!records.has(table.object)) {
    const known = [...records.keys()].join(', ');
    problems.push({
      message: `There is no object ${JSON.stringify(table.object)}; there is: ${known || 'none'}.`,
    });
  }
  if (!table.columns.has(table.key)) {
    problems.push({
      message: `The key ${JSON.stringify(table.key)} is not a column of ${table.name}.`,
      column: table.key,
    });
  }
  return problems;
}

function columnProblems(table: BoundTable): Problem[] {
  return [...table.columns.values()]
    .filter((column) => !UPSTREAM_NAME.test(column.upstream))
    .map((column) => ({
      message: `${JSON.stringify(column.upstream)} is no column name: use letters, digits, _ and dots.`,
      column: column.name,
    }));
}

function joinProblems(table: BoundTable): Problem[] {
  return [...table.joins]
    .filter(([, join]) => table.columns.get(join.column)?.references === undefined)
    .map(([name, join]) => ({
      message: `The relation ${name} needs a reference column.`,
      column: join.column,
    }));
}
