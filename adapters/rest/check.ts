import type { BoundTable, Column, Problem } from '../../src/contract/index.ts';
import { parsed } from './declaration/declaration.ts';
import { nameProblems } from './declaration/name-problems.ts';
import { pageProblems } from './declaration/page-problems.ts';
import { requestProblems } from './declaration/request-problems.ts';
import { parsePath } from './json-path.ts';

const OBJECT = /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/;

export function check(table: BoundTable): readonly Problem[] {
  const { declaration, faults } = parsed(table);
  return [
    ...objectProblems(table),
    ...[...table.columns.values()].flatMap(columnProblems),
    ...faults.map((message) => ({ message })),
    ...(declaration === null
      ? []
      : [...nameProblems(table, declaration), ...pageProblems(declaration), ...requestProblems(declaration)]),
  ];
}

function objectProblems(table: BoundTable): Problem[] {
  const problems: Problem[] = [];
  if (!OBJECT.test(table.object))
    problems.push({
      message: `object ${JSON.stringify(table.object)} is no name; write what the service calls such rows, as "incidents"`,
    });
  if (!table.columns.has(table.key))
    problems.push({
      message: `key ${JSON.stringify(table.key)} is no column of ${table.name}; name one of its columns`,
    });
  return problems;
}

function columnProblems(column: Column): Problem[] {
  const problems: Problem[] = [];
  if (parsePath(column.upstream) === null)
    problems.push({
      column: column.name,
      message: `${JSON.stringify(column.upstream)} is no JSON path into a row; write one such as "status.name" or "lines[0].id"`,
    });
  if (column.writable === true)
    problems.push({ column: column.name, message: 'the REST adapter only reads; take "writable" away' });
  return problems;
}
