import type { BoundTable, Column, ColumnType, Join, Problem } from '../../src/contract/index.ts';
import { declaredRelationships, isOwnId, relationshipPath } from './columns.ts';
import type { ColumnList } from './options.ts';
import { COLUMN_LISTS, KNOWN_OPTIONS, listedIn } from './options.ts';
import { isApiName, isFieldPath, isParentPath, PARENT_LEVELS } from './names.ts';

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
  if (leadsElsewhereToo(table, name, join)) {
    return [
      problem(
        `${quote(column.upstream)} leads to records of several objects, of which a query shows only what they have in common; write join: false on each of its references`,
      ),
    ];
  }
  const aim = column.references?.column ?? target.key;
  const field = target.columns.get(aim);
  if (field === undefined || !isOwnId(field)) {
    return [
      problem(`leads to ${target.name}.${aim}; inside Salesforce a reference holds the "Id" of its target`),
    ];
  }
  return [];
}

function leadsElsewhereToo(table: BoundTable, name: string, join: Join): boolean {
  const field = table.columns.get(join.column)?.upstream;
  return [...table.joins].some(
    ([other, { column, table: target }]) =>
      other !== name &&
      table.columns.get(column)?.upstream === field &&
      target().object !== join.table().object,
  );
}

function optionProblems(table: BoundTable): Problem[] {
  const unknown = Object.keys(table.options).filter((option) => !KNOWN_OPTIONS.includes(option));
  const problems: Problem[] = unknown.map((option) => ({
    message: `option ${quote(option)} is unknown; known: ${KNOWN_OPTIONS.join(', ')}`,
  }));
  problems.push(...COLUMN_LISTS.flatMap((option) => columnListProblems(table, option)));
  const given = table.options['relationships'];
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) {
    return [
      ...problems,
      { message: 'option "relationships" is no map from column names to relationship names' },
    ];
  }
  for (const [name, path] of Object.entries(declaredRelationships(table))) {
    if (!table.columns.has(name) && !isField(table, name))
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

function isField(table: BoundTable, name: string): boolean {
  return [...table.columns.values()].some(({ upstream }) => upstream === name);
}

function columnListProblems(table: BoundTable, option: ColumnList): Problem[] {
  if (table.options[option] !== undefined && !Array.isArray(table.options[option]))
    return [{ message: `option "${option}" is no list of columns` }];
  const isMoney = option === 'currencies' || option === 'convertCurrency';
  return listedIn(table, option).flatMap((name): Problem[] => {
    const column = typeof name === 'string' ? table.columns.get(name) : undefined;
    if (column === undefined)
      return [{ message: `option "${option}" names ${quote(name)}, which is no column` }];
    if (!isMoney || column.type === 'decimal')
      return option === 'convertCurrency' ? conversionProblems(table, column) : [];
    return [{ column: column.name, message: `is of type ${column.type}; an amount of money is a decimal` }];
  });
}

/** A converted amount comes under the name of its field. */
function conversionProblems(table: BoundTable, column: Column): Problem[] {
  const problem = (message: string): Problem => ({ column: column.name, message });
  const field = column.upstream.toLowerCase();
  const twice = [...table.columns.values()].some(
    (other) => other !== column && other.upstream.toLowerCase() === field,
  );
  return [
    ...(twice
      ? [
          problem(
            `${column.upstream} is converted here and stands in another column too; declare one of them`,
          ),
        ]
      : []),
    ...(column.writable === true ? [problem('is converted and cannot be written')] : []),
  ];
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
