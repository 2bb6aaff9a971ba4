import type { BoundTable, Column, Problem } from '../../src/contract/index.ts';
import { navigationPath } from './columns.ts';
import { fittingTypes } from './edm.ts';
import { isIdentifier, isPropertyPath } from './names.ts';
import { optionProblems, quote } from './options.ts';
import type { Service } from './service.ts';

export function check(service: Service, table: BoundTable): readonly Problem[] {
  return [
    ...objectProblems(table),
    ...keyProblems(table),
    ...optionProblems(table),
    ...[...table.columns.values()].flatMap((column) => columnProblems(service, column)),
    ...[...table.joins.keys()].flatMap((name) => joinProblems(service, table, name)),
  ];
}

function objectProblems({ object }: BoundTable): Problem[] {
  if (isIdentifier(object)) return [];
  return [{ message: `object ${quote(object)} is no entity set; expected a name such as "Invoices"` }];
}

function keyProblems(table: BoundTable): Problem[] {
  const key = table.columns.get(table.key);
  if (key === undefined) return [{ message: `key ${quote(table.key)} is no column of ${table.name}` }];
  if (key.type === 'id') return [];
  return [{ column: key.name, message: `the key is of type id, not ${key.type}` }];
}

function columnProblems(service: Service, column: Column): Problem[] {
  const problem = (message: string): Problem => ({ column: column.name, message });
  const problems: Problem[] = [];
  if (!isPropertyPath(column.upstream)) {
    problems.push(
      problem(
        `${quote(column.upstream)} is no property; expected a name, or a path into a complex property such as "Address/City"`,
      ),
    );
  }
  const declared = service.types.get(column.name);
  const fitting = fittingTypes(service, column);
  if (declared !== undefined && !fitting.includes(declared)) {
    const known = fitting.length === 0 ? 'none can be given' : `expected one of ${fitting.join(', ')}`;
    problems.push(
      problem(`${declared} does not fit type ${column.type} in OData ${service.version}; ${known}`),
    );
  }
  if (column.writable === true && column.upstream.includes('/'))
    problems.push(problem('lies inside a complex property and cannot be written from here'));
  return problems;
}

function joinProblems(service: Service, table: BoundTable, name: string): Problem[] {
  const followed = table.joins.get(name)?.column ?? '';
  const column = table.columns.get(followed);
  if (column === undefined)
    return [{ message: `relation ${name} follows ${quote(followed)}, which is no column` }];
  const path = navigationPath(service, table, name);
  if (path !== null && isIdentifier(path)) return [];
  return [
    {
      column: column.name,
      message: `the navigation property of relation ${name} cannot be told from ${quote(column.upstream)}; name it: options: { navigation: { ${name}: "…" } }`,
    },
  ];
}
