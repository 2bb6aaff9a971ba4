import type { Call, SendRequest, SendResponse } from '../../src/contract/index.ts';

/**
 * OData 2 in front of an OData 4 service, by the words of the OData 2 documents (URI Conventions, JSON Format) and without looking at the adapter:
 * `$inlinecount`, `$select` with paths, `substringof`, `datetime'…'`, numbers with a letter; `{ d: { results, __count, __next } }`, moments as
 * `/Date(…)/`, decimals as text. `days`: properties that the service behind it keeps as a day.
 */
export function inVersion2(
  call: (signal?: AbortSignal) => Call,
  days: ReadonlySet<string>,
  targets: string[] = [],
): (signal?: AbortSignal) => Call {
  return (signal) => {
    const behind = call(signal);
    const send = async (request: SendRequest): Promise<SendResponse> => {
      targets.push(decodeURIComponent(request.path));
      const accept = 'application/json;odata.metadata=minimal;IEEE754Compatible=true';
      const asked = { ...request, path: asked4(request.path, days), headers: { accept } };
      const response = await behind.send(asked);
      return response.status === 200 ? { ...response, json: answered2(response.json) } : response;
    };
    return { ...behind, send };
  };
}

function asked4(path: string, days: ReadonlySet<string>): string {
  const [route = '', query = ''] = path.split('?');
  // A next link is the service's own.
  if (query.includes('$skiptoken')) return path;
  const options = new Map(
    query.split('&').map((option): [string, string] => {
      const at = option.indexOf('=');
      return [option.slice(0, at), decodeURIComponent(option.slice(at + 1))];
    }),
  );
  const select = (options.get('$select') ?? '').split(',');
  const expand = (options.get('$expand') ?? '').split(',').filter((name) => name !== '');
  const translated: [string, string | undefined][] = [
    ['$select', select.filter((name) => !name.includes('/')).join(',')],
    ['$expand', expand.map((name) => `${name}($select=${selectedBelow(select, name)})`).join(',')],
    ['$filter', filter4(options.get('$filter') ?? '', days)],
    ['$orderby', options.get('$orderby')],
    ['$top', options.get('$top')],
    ['$skip', options.get('$skip')],
    ['$count', options.get('$inlinecount') === 'allpages' ? 'true' : ''],
  ];
  const given = translated.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `${route}?${given.join('&')}`;
}

function selectedBelow(select: readonly string[], navigation: string): string {
  const prefix = `${navigation}/`;
  return select
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .join(',');
}

const TEXT = `'(?:[^']|'')*'`;
const FIELD = `(?:tolower\\(\\w+\\)|\\w+)`;
/** What is written otherwise; a text comes first at its place, so that nothing inside it is touched. */
const FORMS = new RegExp(
  [
    `substringof\\((?<part>${TEXT}),(?<whole>${FIELD})\\)`,
    `(?<field>\\w+) (?<sign>eq|ne|lt|le|gt|ge) datetime'(?<moment>[^']*)'`,
    `(?<text>${TEXT})`,
    `\\b(?<number>-?\\d+(?:\\.\\d+)?)[MLmldf]\\b`,
  ].join('|'),
  'g',
);

function filter4(text: string, days: ReadonlySet<string>): string {
  return text.replace(FORMS, (found, ...rest: unknown[]) => {
    const {
      part,
      whole,
      field = '',
      sign,
      moment,
      number,
    } = rest.at(-1) as Record<string, string | undefined>;
    if (part !== undefined) return `contains(${whole},${part})`;
    if (moment !== undefined)
      return `${field} ${sign} ${days.has(field) ? moment.slice(0, 10) : `${moment}Z`}`;
    return number ?? found;
  });
}

function answered2(json: unknown): unknown {
  const { value, '@odata.nextLink': next, '@odata.count': count } = json as Record<string, unknown>;
  if (!Array.isArray(value)) return json;
  return {
    d: {
      results: value.map(record2),
      ...(next === undefined ? {} : { __next: next }),
      ...(count === undefined ? {} : { __count: JSON.stringify(count) }),
    },
  };
}

function record2(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(value))
    return `/Date(${Date.parse(value)})/`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('@'))
      .map(([name, inner]) => [name, record2(inner)]),
  );
}
