import type { DescribedColumn, GraphNames, ObjectDescription } from '../../../src/contract/index.ts';
import { pathTemplateProblem } from '../request/path.ts';
import { columnsOf } from './columns.ts';
import type { Json } from './document.ts';
import { isObject, listOf, member, membersOf, resolved, textOf, unusable } from './document.ts';
import { filtersOf } from './filters.ts';
import { oneOf } from './one.ts';
import { pagingOf } from './paging.ts';
import type { Parameter } from './parameters.ts';
import { queryParameters } from './parameters.ts';
import type { Rows } from './rows.ts';
import { answerOf, leavesOf, rowsOf } from './rows.ts';

/**
 * A table out of an OpenAPI 3 or Swagger 2 document: the rows that a GET of the path lists. `document` is the parsed file; only references
 * into itself are followed. Throws `not-found` for a path that is not there, `upstream-rejected` for one that lists no rows with a key.
 */
export function describeOpenApi(document: unknown, path: string): ObjectDescription {
  if (!isObject(document) || !isObject(member(document, 'paths')))
    throw unusable('This is no OpenAPI document: it has no "paths".');
  const item = resolved(document, member(member(document, 'paths'), path));
  const operation = member(item, 'get');
  if (item === null || operation === undefined)
    throw unusable(
      `The document has no GET of ${JSON.stringify(path)}. It has ${listedPaths(document).join(', ') || 'none'}.`,
    );
  const problem = pathTemplateProblem(path, []);
  if (problem !== null) throw unusable(`${path} cannot be listed by itself: ${problem}.`);
  const answer = answerOf(document, operation);
  const rows = answer === null ? null : rowsOf(document, answer);
  if (answer === null || rows === null)
    throw unusable(`The answer of GET ${path} has no list of objects that could be rows.`);
  const columns = columnsOf(document, rows.row);
  const key = keyOf(columns, rows);
  if (key === null)
    throw unusable(`The rows of ${path} have no property that could be their key, such as "id".`);
  const parameters = queryParameters(document, item, operation);
  const paging = pagingOf(parameters, answer.type === 'array' ? [] : leavesOf(document, answer));
  const filters = filtersOf(columns, parameters, paging.uses);
  const one = oneOf(document, path, rows, key);
  const missing = parameters.filter(
    (each) => each.required && !paging.uses.includes(each.name) && each.preset === undefined,
  );
  return {
    object:
      path
        .split('/')
        .filter((step) => step !== '')
        .at(-1) ?? path,
    ...(rows.row.name === undefined ? {} : { rowName: rows.row.name }),
    label: rows.row.title || rows.row.name || path,
    plural: path.split('/').at(-1) ?? null,
    ...(rows.row.description === '' ? {} : { help: rows.row.description }),
    key,
    columns: columns.map((column) => withKeyType(column, key, filters)),
    complete: false,
    children: [],
    options: (names) => optionsOf(path, rows, paging.page, parameters, paging.uses, filters, one, names),
    notes: [
      ...(paging.note === null ? [] : [paging.note]),
      ...(one === null
        ? [
            'The document names no request for one row: rows cannot be looked up by their key until options.one or options.keys is added.',
          ]
        : []),
      ...missing.map(
        ({ name }) => `The list needs the parameter ${JSON.stringify(name)}: add it to options.list.query.`,
      ),
    ],
  };
}

function optionsOf(
  path: string,
  rows: Rows,
  page: Readonly<Record<string, unknown>>,
  parameters: readonly Parameter[],
  used: readonly string[],
  filters: ReturnType<typeof filtersOf>,
  one: Readonly<Record<string, unknown>> | null,
  names: GraphNames,
): Readonly<Record<string, unknown>> {
  const fixed = parameters.filter(
    ({ name, required, preset }) =>
      required && preset !== undefined && !used.includes(name) && /^[_A-Za-z]\w*$/.test(name),
  );
  const named = [...filters].flatMap(([upstream, tests]) => {
    const name = names.column(upstream);
    return name === undefined ? [] : [[name, tests] as const];
  });
  return {
    list: {
      path,
      ...(fixed.length === 0
        ? {}
        : { query: Object.fromEntries(fixed.map(({ name, preset }) => [name, preset])) }),
      ...(rows.path === '' ? {} : { rows: rows.path }),
      page,
      ...(named.length === 0 ? {} : { filters: Object.fromEntries(named) }),
    },
    ...(one === null ? {} : { one }),
  };
}

const KEYS = ['id', 'uuid', 'key', '_id', 'uid', 'guid', 'number', 'code'];

function keyOf(columns: readonly DescribedColumn[], { row }: Rows): string | null {
  const own = (row.name ?? '').toLowerCase();
  const names = [...KEYS.slice(0, 1), `${own}id`, `${own}_id`, ...KEYS.slice(1)];
  const plain = columns.filter(({ type }) => ['id', 'string', 'integer', 'decimal'].includes(type));
  for (const name of names) {
    const found = plain.find(({ upstream }) => upstream.toLowerCase() === name);
    if (found !== undefined) return found.upstream;
  }
  return null;
}

function withKeyType(
  column: DescribedColumn,
  key: string,
  filters: ReadonlyMap<string, unknown>,
): DescribedColumn {
  const own = column.upstream === key ? { type: 'id' as const, nullable: false, unique: true } : {};
  return { ...column, filterable: column.filterable || filters.has(column.upstream), ...own };
}

/** Paths that a GET lists or shows, for the message; a large document has too many to name. */
function listedPaths(document: Json): string[] {
  const paths = membersOf(member(document, 'paths')).filter(
    ([path, item]) => !path.includes('{') && member(item, 'get') !== undefined,
  );
  const shown = paths.slice(0, 20).map(([path]) => path);
  return paths.length > shown.length ? [...shown, `and ${paths.length - shown.length} more`] : shown;
}

/** The first address of the service that the document names, where it is a whole one. */
export function addressOf(document: unknown): URL | null {
  const [server] = listOf(member(document, 'servers'));
  const host = textOf(member(document, 'host'));
  const swagger = host === '' ? '' : `https://${host}${textOf(member(document, 'basePath'))}`;
  const address = textOf(member(server, 'url')) || swagger;
  return URL.canParse(address) ? new URL(address) : null;
}
