import type { BoundTable, Problem } from '../../src/contract/index.ts';
import { EDM_TYPES, isEdm } from './edm.ts';
import { isIdentifier } from './names.ts';
import { objectOf, parentsOf } from './service.ts';
import { isRoot, isVersion } from './settings.ts';

/** What each option of a table must be, in words and as a test. */
const OPTIONS: Readonly<Record<string, readonly [expected: string, fits: (value: unknown) => boolean]>> = {
  version: ['4 or 2', isVersion],
  path: ['a path such as "/odata/v4/invoices", without a slash at its end', isRoot],
  keyType: [`one of ${EDM_TYPES.join(', ')}`, isEdm],
  types: ['a map from column names to types such as "Edm.Guid"', isMap],
  navigation: ['a map from relation names to navigation properties', isMap],
  parents: ['a list such as [{ list: "Customers.Invoices", property: "CustomerID" }]', Array.isArray],
  required: ['a list of column names', Array.isArray],
  caseInsensitive: ['true or false', isBoolean],
  textOrder: ['true or false', isBoolean],
  inOperator: ['true or false', isBoolean],
  nullOrder: ['"low" or "unknown"', (value) => value === 'low' || value === 'unknown'],
  paging: ['"server" or "skip"', (value) => value === 'server' || value === 'skip'],
  maxKeys: [
    'a whole number from 1',
    (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 1,
  ],
};

/** Problems of `@source(options: …)`, by themselves. */
export function optionProblems(table: BoundTable): Problem[] {
  return [
    ...Object.entries(table.options).flatMap(([name, value]) => problemOf(name, value)),
    ...columnsNamed(table).flatMap(([option, name]) =>
      table.columns.has(name)
        ? []
        : [{ message: `option "${option}" names ${quote(name)}, which is no column` }],
    ),
    ...Object.entries(objectOf(table.options['types']))
      .filter(([, type]) => !isEdm(type))
      .map(([column, type]) => ({
        column,
        message: `${quote(type)} is no type; expected one of ${EDM_TYPES.join(', ')}`,
      })),
    ...Object.entries(objectOf(table.options['navigation'])).flatMap(([relation, path]) =>
      navigationProblem(table, relation, path),
    ),
    ...parentsOf(table.options['parents']).flatMap(([list, property]) => parentProblem(list, property)),
  ];
}

function problemOf(name: string, value: unknown): Problem[] {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (option === undefined) {
    return [{ message: `option ${quote(name)} is unknown; known: ${Object.keys(OPTIONS).join(', ')}` }];
  }
  const [expected, fits] = option;
  return fits(value) ? [] : [{ message: `option "${name}" is ${quote(value)}; expected ${expected}` }];
}

function columnsNamed({ options }: BoundTable): [option: string, column: string][] {
  const required: unknown[] = Array.isArray(options['required']) ? options['required'] : [];
  return [
    ...required.map((name): [string, string] => ['required', String(name)]),
    ...Object.keys(objectOf(options['types'])).map((name): [string, string] => ['types', name]),
  ];
}

function navigationProblem(table: BoundTable, relation: string, path: unknown): Problem[] {
  if (!table.joins.has(relation))
    return [{ message: `option "navigation" names ${quote(relation)}, which is no relation` }];
  if (typeof path === 'string' && isIdentifier(path)) return [];
  return [
    {
      message: `option "navigation": ${quote(path)} is no navigation property; expected one such as "Customer"`,
    },
  ];
}

function parentProblem(list: string, property: unknown): Problem[] {
  const [set = '', navigation = '', ...more] = list.split('.');
  if (!isIdentifier(set) || !isIdentifier(navigation) || more.length > 0)
    return [
      {
        message: `option "parents": ${quote(list)} is no related list; expected one such as "Customers.Invoices"`,
      },
    ];
  if (typeof property === 'string' && isIdentifier(property)) return [];
  return [
    { message: `option "parents": ${quote(property)} is no property; expected one such as "CustomerID"` },
  ];
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

export function quote(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
