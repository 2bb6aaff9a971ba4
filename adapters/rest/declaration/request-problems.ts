import type { Problem } from '../../../src/contract/index.ts';
import { pathTemplateProblem } from '../request/path.ts';
import { placeholderOf, placeholdersOf, textsOf } from '../request/placeholder.ts';
import type { Declaration } from './declaration.ts';
import type { PageRule, RequestTemplate } from './shape.ts';

interface Requested {
  readonly place: string;
  readonly request: RequestTemplate;
  /** `key` or `keys`, where the request is for them. */
  readonly keyed: string | null;
  /** Parameters that are sent along. */
  readonly parameters: readonly string[];
}

export function requestProblems(declaration: Declaration): Problem[] {
  return requestsOf(declaration).flatMap((requested) =>
    [...pathProblems(requested), ...placeholderProblems(requested), ...doubles(requested)].map((message) => ({
      message,
    })),
  );
}

function requestsOf({ list, one, keys }: Declaration): Requested[] {
  const filters = Object.values(list.filters).flatMap((operators) =>
    Object.values(operators).map((target) => (typeof target === 'string' ? target : target.param)),
  );
  const order = list.order === undefined ? [] : [list.order.param];
  const parameters = [...new Set(filters), ...order, ...pageNames(list.page)];
  return [
    { place: 'options.list', request: list, keyed: null, parameters },
    ...(one === undefined ? [] : [{ place: 'options.one', request: one, keyed: 'key', parameters: [] }]),
    ...keys.map((entry) => ({
      place: 'options.keys',
      request: entry,
      keyed: 'keys',
      parameters: entry.page === undefined ? [] : pageNames(entry.page),
    })),
  ];
}

function pageNames({ sizeParam, offsetParam, pageParam, cursorParam }: PageRule): string[] {
  return [sizeParam, offsetParam, pageParam, cursorParam].filter((name) => name !== undefined);
}

function pathProblems({ place, request, keyed }: Requested): string[] {
  const problem = pathTemplateProblem(request.path, keyed === null ? [] : [keyed]);
  const problems = problem === null ? [] : [`${place}.path: ${problem}`];
  if (request.method === 'GET' && request.body !== undefined)
    problems.push(`${place}.body: a GET has no body; add method: "POST" or use "query"`);
  if (keyed === null) return problems;
  const holders = [...placeholdersOf(request.query), ...placeholdersOf(request.body)];
  if (!holders.includes(keyed) && !request.path.includes(`{${keyed}}`))
    problems.push(`${place}: nothing says where the key goes; write {${keyed}} into its path, query or body`);
  return problems;
}

function placeholderProblems({ place, request, keyed, parameters }: Requested): string[] {
  const inQuery = keyed === null ? [] : [keyed];
  return [
    ...textProblems(`${place}.query`, request.query, inQuery),
    ...textProblems(`${place}.body`, request.body, [...inQuery, ...parameters]),
  ];
}

function textProblems(place: string, template: unknown, known: readonly string[]): string[] {
  const list = known.map((name) => `{${name}}`).join(', ') || 'none';
  return textsOf(template).flatMap((text) => {
    const name = placeholderOf(text);
    if (name !== null)
      return known.includes(name)
        ? []
        : [`${place}: {${name}} names nothing that is sent here; known: ${list}`];
    const mixed =
      /\{(keys?)\}/.exec(text) ?? known.map((each) => `{${each}}`).find((each) => text.includes(each));
    if (mixed === null || mixed === undefined) return [];
    return [
      `${place}: ${JSON.stringify(text)} mixes a placeholder with text; a placeholder stands alone, so that no value can change what is around it`,
    ];
  });
}

/** A parameter that is given twice means something else to each service. */
function doubles({ place, request, parameters }: Requested): string[] {
  const names = [...Object.keys(request.query), ...parameters];
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map(
    (name) => `${place}: the parameter ${JSON.stringify(name)} is given twice; leave one of them out`,
  );
}
