import type { BoundTable, Column, Problem } from '../../src/contract/index.ts';
import { placeOf } from './column/path.ts';
import { OBJECTS } from './objects.ts';
import { isWritable } from './write/payload.ts';

export function check(table: BoundTable): readonly Problem[] {
  return [
    ...objectProblems(table),
    ...[...table.columns.values()].flatMap((column) => columnProblems(table, column)),
  ];
}

function objectProblems(table: BoundTable): Problem[] {
  const problems: Problem[] = [];
  if (!Object.hasOwn(OBJECTS, table.object))
    problems.push({
      message: `incident.io has no list ${JSON.stringify(table.object)}; there is: ${Object.keys(OBJECTS).join(', ')}`,
    });
  const key = table.columns.get(table.key);
  if (key === undefined)
    problems.push({
      message: `key ${JSON.stringify(table.key)} is no column of ${table.name}; name one of its columns`,
    });
  else if (key.upstream !== 'id')
    problems.push({
      column: key.name,
      message: 'records of incident.io are known by their "id"; take that as the key',
    });
  return problems;
}

function columnProblems(table: BoundTable, column: Column): Problem[] {
  const problem = (message: string): Problem[] => [{ column: column.name, message }];
  const upstream = JSON.stringify(column.upstream);
  if (placeOf(column.upstream) === null)
    return problem(
      `${upstream} is no place in a record; write one such as "incident_status.name", "custom_field[<id>]", "incident_role[lead].name" or "incident_timestamp[Resolved at]"`,
    );
  if (column.type === 'time') return problem('incident.io has no times of day; take a DateTime');
  if (column.writable === true && !(OBJECTS[table.object]?.searchable === true && isWritable(column)))
    return problem(`incident.io does not let ${upstream} be written; take "writable" away`);
  return [];
}
