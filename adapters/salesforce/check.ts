import type { BoundTable, Column, ColumnType, Join, Problem } from '../../src/contract/index.ts';
import { declaredRelationships, isOwnId, relationshipPath } from './columns.ts';
import { isApiName, isFieldPath, isParentPath, PARENT_LEVELS } from './names.ts';

const KNOWN_OPTIONS = ['relationships'];

/** Types that no Salesforce field has, and what to declare instead. */
const IMPOSSIBLE: Partial<Record<ColumnType, string>> = {
  duration: 'Salesforce has no durations; declare the number it is kept as (integer or decimal)',
};
/** Types that can be read but not written: addresses and locations are written by their parts. */
const READ_ONLY: ReadonlySet<ColumnType> = new Set<ColumnType>(['json', 'id']);

export function check(table: BoundTable): readonly Problem[] {
  return [
    ...objectProblems(table),
    ...keyProblems(table),
    ...optionProblems(table),
    ...[...table.columns.values()].flatMap(columnProblems),
    ...[...table.joins].flatMap(([name, join]) => joinProblems(table, name, join)),
  ];
}

function objectProblems(table: BoundTable): Problem[] {
  if (isApiName(table.object)) return [];
  return [
    {
      message: `object ${quote(table.object)} is no API name; expected one such as "Opportunity" or "Region__c"`,
    },
  ];
}

function keyProblems(table: BoundTable): Problem[] {
  const key = table.columns.get(table.key);
  if (key === undefined) return [{ message: `key ${quote(table.key)} is no column of ${table.name}` }];
  const problems: Problem[] = [];
  if (!isOwnId(key))
    problems.push({
      column: key.name,
      message: `the key of a Salesforce object is the field "Id", not ${quote(key.upstream)}`,
    });
  if (key.type !== 'id')
    problems.push({ column: key.name, message: `the key is of type id, not ${key.type}` });
  return problems;
}

function columnProblems(column: Column): Problem[] {
  const problem = (message: string): Problem => ({ column: column.name, message });
  const problems: Problem[] = [];
  if (!isFieldPath(column.upstream)) {
    problems.push(
      problem(
        `${quote(column.upstream)} is no field; expected an API name or a path of up to ${PARENT_LEVELS} parents such as "Account.Owner.Name"`,
      ),
    );
  }
  const impossible = IMPOSSIBLE[column.type];
  if (impossible !== undefined) problems.push(problem(`type ${column.type} cannot be: ${impossible}`));
  if (column.writable !== true) return problems;
  if (isParentPath(column.upstream))
    problems.push(problem('is a field of a parent and cannot be written from here'));
  if (READ_ONLY.has(column.type)) problems.push(problem(`type ${column.type} cannot be written`));
  return problems;
}

function joinProblems(table: BoundTable, name: string, join: Join): Problem[] {
  const column = table.columns.get(join.column);
  if (column === undefined)
    return [{ message: `relation ${name} follows ${quote(join.column)}, which is no column` }];
  const problem = (message: string): Problem => ({ column: column.name, message });
  const path = relationshipPath(table, join);
  if (path === null) {
    return [
      problem(
        `the relationship cannot be told from the field name ${quote(column.upstream)}; name it: options: { relationships: { ${column.name}: "…" } }`,
      ),
    ];
  }
  const target = join.table();
  const aim = column.references?.column ?? target.key;
  const field = target.columns.get(aim);
  if (field === undefined || !isOwnId(field)) {
    return [
      problem(`leads to ${target.name}.${aim}; inside Salesforce a reference holds the "Id" of its target`),
    ];
  }
  return [];
}

function optionProblems(table: BoundTable): Problem[] {
  const unknown = Object.keys(table.options).filter((option) => !KNOWN_OPTIONS.includes(option));
  const problems: Problem[] = unknown.map((option) => ({
    message: `option ${quote(option)} is unknown; known: ${KNOWN_OPTIONS.join(', ')}`,
  }));
  const given = table.options['relationships'];
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) {
    return [
      ...problems,
      { message: 'option "relationships" is no map from column names to relationship names' },
    ];
  }
  for (const [name, path] of Object.entries(declaredRelationships(table))) {
    if (!table.columns.has(name))
      problems.push({ message: `option "relationships" names ${quote(name)}, which is no column` });
    if (typeof path !== 'string' || !isFieldPath(path) || /__c$/i.test(path)) {
      problems.push({
        column: name,
        message: `${quote(path)} is no relationship name; expected one such as "Account" or "Region__r"`,
      });
    }
  }
  return problems;
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
