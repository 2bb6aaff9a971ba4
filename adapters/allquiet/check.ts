import type { BoundTable, Column, Problem } from '../../src/contract/index.ts';
import { placeOf } from './column/path.ts';
import { isEvents, OBJECTS } from './objects.ts';
import { isWritable } from './write/write.ts';

export function check(table: BoundTable): readonly Problem[] {
  return [
    ...objectProblems(table),
    ...[...table.columns.values()].flatMap((column) => columnProblems(table, column)),
  ];
}

function objectProblems(table: BoundTable): Problem[] {
  const problems: Problem[] = [];
  if (!OBJECTS.some((object) => object === table.object))
    problems.push({
      message: `All Quiet has no list ${JSON.stringify(table.object)}; there is: ${OBJECTS.join(', ')}`,
    });
  const key = table.columns.get(table.key);
  if (key === undefined)
    problems.push({
      message: `key ${JSON.stringify(table.key)} is no column of ${table.name}; name one of its columns`,
    });
  else if (key.upstream !== 'id')
    problems.push({
      column: key.name,
      message: 'records of All Quiet are known by their "id"; take that as the key',
    });
  const term = table.options['searchTerm'];
  if (term !== undefined && term !== 'title')
    problems.push({
      message:
        'the option searchTerm says "title", where the search term finds parts of titles, or is left out',
    });
  return problems;
}

function columnProblems(table: BoundTable, column: Column): Problem[] {
  const problem = (message: string): Problem[] => [{ column: column.name, message }];
  const upstream = JSON.stringify(column.upstream);
  if (placeOf(column.upstream) === null)
    return problem(
      `${upstream} is no place in a record; write one such as "integration.displayName", "attribute[Host]", "teams[].displayName" or "status"`,
    );
  if (column.type === 'time') return problem('All Quiet has no times of day; take a DateTime');
  if (column.writable === true && (isEvents(table) || !isWritable(column)))
    return problem(`the gateway does not write ${upstream} to All Quiet; take "writable" away`);
  return [];
}
