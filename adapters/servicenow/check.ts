import type { BoundTable, Column, Join, Problem } from '../../src/contract/index.ts';
import { currenciesOf, isJoinsOption } from './capabilities.ts';
import { isLanguageOption } from './metadata/language.ts';
import { isColumnPath, isDotted, KEY, MOST_REFERENCES, NAME } from './names.ts';

/** Columns that the platform keeps itself; a value given for them is dropped without an error. */
const KEPT_BY_PLATFORM = /^sys_(id|created_(on|by)|updated_(on|by)|mod_count|tags)$/;

/** All that is wrong with a declaration, in the order it is written. */
export function checkTable(table: BoundTable): readonly Problem[] {
  return [
    ...checkObject(table),
    ...checkKey(table),
    ...[...table.columns.values()].flatMap(checkColumn),
    ...[...table.joins].flatMap(([name, join]) => checkJoin(table, name, join)),
    ...checkOptions(table),
  ];
}

function checkObject(table: BoundTable): Problem[] {
  if (NAME.test(table.object)) return [];
  const message = `"${table.object}" is not a ServiceNow table name: lower-case letters, digits and _, such as sn_customerservice_case`;
  return [{ message }];
}

function checkKey(table: BoundTable): Problem[] {
  const key = table.columns.get(table.key);
  if (key === undefined) return [{ message: `the key ${table.key} is not a column of the table` }];
  const problems: Problem[] = [];
  if (key.upstream !== KEY) {
    problems.push({ column: key.name, message: 'the key of a ServiceNow table must be its column sys_id' });
  }
  if (key.type !== 'id') problems.push({ column: key.name, message: 'the key must be of type ID' });
  return problems;
}

function checkColumn(column: Column): Problem[] {
  const problems: Problem[] = [];
  if (!isColumnPath(column.upstream)) {
    const message = `"${column.upstream}" is not a ServiceNow column name: lower-case letters, digits and _, or such names behind up to ${MOST_REFERENCES} references, as in "account.name"`;
    problems.push({ column: column.name, message });
  }
  if (column.writable === true && isDotted(column)) {
    const message = `${column.upstream} is a column of another record and cannot be written from here`;
    problems.push({ column: column.name, message });
  }
  if (column.writable === true && KEPT_BY_PLATFORM.test(column.upstream)) {
    problems.push({
      column: column.name,
      message: `${column.upstream} is kept by ServiceNow and cannot be writable`,
    });
  }
  return problems;
}

function checkJoin(table: BoundTable, name: string, join: Join): Problem[] {
  const column = table.columns.get(join.column);
  if (column === undefined)
    return [{ message: `the relation ${name} needs the column ${join.column}, which is not there` }];
  const problems: Problem[] = [];
  if (leadsElsewhereToo(table, name, join)) {
    const message = `the relation ${name} shares its column with another one, so that it leads to more than one table: write join: false on each of them`;
    problems.push({ column: column.name, message });
  }
  if (column.type !== 'reference') {
    const message = `the relation ${name} can only follow a reference, and this column is of type ${column.type}`;
    problems.push({ column: column.name, message });
  }
  const target = join.table();
  if (column.references !== undefined && column.references.column !== target.key) {
    const message = `a ServiceNow reference holds the sys_id of its record: point it at ${target.name}.${target.key}, not at ${column.references.column}`;
    problems.push({ column: column.name, message });
  }
  return problems;
}

/** Dot-walking gives the columns of whatever record is there; only a look by its sys_id into the table tells that it is one of the table. */
function leadsElsewhereToo(table: BoundTable, name: string, join: Join): boolean {
  return [...table.joins].some(
    ([other, { column, table: target }]) =>
      other !== name && column === join.column && target().object !== join.table().object,
  );
}

function checkOptions(table: BoundTable): Problem[] {
  return Object.entries(table.options).flatMap(([name, value]): Problem[] => {
    if (name === 'language') {
      if (isLanguageOption(value)) return [];
      return [{ message: 'the option language must be a code of ServiceNow, such as "de"' }];
    }
    if (name === 'currencies') return checkCurrencies(table, value);
    if (name !== 'joins')
      return [{ message: `unknown option "${name}"; ServiceNow tables know: currencies, joins, language` }];
    return isJoinsOption(value) ? [] : [{ message: 'the option joins must be 0, 1, 2 or 3' }];
  });
}

function checkCurrencies(table: BoundTable, value: unknown): Problem[] {
  if (!Array.isArray(value)) return [{ message: 'the option currencies must be a list of columns' }];
  return currenciesOf(table).flatMap((name): Problem[] => {
    const column = typeof name === 'string' ? table.columns.get(name) : undefined;
    if (column?.type === 'decimal' || column?.type === 'string') return [];
    return [
      { message: `the option currencies names ${JSON.stringify(name)}, which is no column of type Decimal` },
    ];
  });
}
