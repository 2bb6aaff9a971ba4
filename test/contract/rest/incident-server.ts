import express from 'express';
import type { Incident } from './incident-data.ts';
import type { Listening } from './listen.ts';
import { listen } from './listen.ts';

type Test = (incident: Incident, values: readonly string[]) => boolean;

const moment = (text: string): string => text.replace(/Z$/, '');

/** Filters of `GET /v2/incidents` that its document lists; unknown ones are a validation error. */
const FILTERS: Readonly<Record<string, Test>> = {
  'status_category[one_of]': ({ incident_status: { category } }, values) => values.includes(category),
  'status_category[not_in]': ({ incident_status: { category } }, values) => !values.includes(category),
  'severity[one_of]': ({ severity }, values) => severity !== null && values.includes(severity.id),
  'severity[not_in]': ({ severity }, values) => severity === null || !values.includes(severity.id),
  'created_at[gte]': ({ created_at }, [value = '']) => moment(created_at) >= moment(value),
  'created_at[lte]': ({ created_at }, [value = '']) => moment(created_at) <= moment(value),
};
const OTHERS = ['page_size', 'after', 'sort_by', 'filter_mode'];

/** incident.io's list and single read. Rows made at the same moment come by id. */
export async function incidentServer(incidents: readonly Incident[]): Promise<Listening> {
  const app = express();
  const requests: string[] = [];
  app.use((request, response, next) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.headers.authorization === 'Bearer test') return next();
    response.status(401).json(problem('authentication_error', 401, 'authorization'));
  });
  app.get('/v2/incidents', (request, response) => {
    const query = new URL(request.url, 'http://here').searchParams;
    const unknown = [...query.keys()].find((name) => !(name in FILTERS) && !OTHERS.includes(name));
    const size = Number(query.get('page_size') ?? '25');
    if (unknown !== undefined || !(size >= 1 && size <= 250)) {
      response.status(422).json(problem('validation_error', 422, unknown ?? 'page_size'));
      return;
    }
    const sorted = matching(incidents, query).toSorted(
      order(query.get('sort_by') ?? 'created_at_newest_first'),
    );
    const start = query.has('after') ? sorted.findIndex(({ id }) => id === query.get('after')) + 1 : 0;
    const page = sorted.slice(start, start + size);
    const after = start + size < sorted.length ? { after: page.at(-1)?.id } : {};
    response.json({
      incidents: page,
      pagination_meta: { ...after, page_size: size, total_record_count: sorted.length },
    });
  });
  app.get('/v2/incidents/:id', (request, response) => {
    const { id } = request.params;
    const incident = incidents.find((one) => one.id === id || one.reference === `INC-${id}`);
    if (incident === undefined) response.status(404).json(problem('not_found', 404, 'id'));
    else response.json({ incident });
  });
  return listen(app, requests);
}

function matching(incidents: readonly Incident[], query: URLSearchParams): Incident[] {
  return incidents.filter((incident) =>
    Object.entries(FILTERS).every(([name, test]) => !query.has(name) || test(incident, query.getAll(name))),
  );
}

function order(sortBy: string): (a: Incident, b: Incident) => number {
  const sign = sortBy === 'created_at_oldest_first' ? 1 : -1;
  return (a, b) => {
    const [left, right] = [moment(a.created_at), moment(b.created_at)];
    if (left !== right) return left < right ? -sign : sign;
    return a.id < b.id ? -1 : 1;
  };
}

function problem(type: string, status: number, field: string): object {
  return {
    type,
    status,
    request_id: 'r1',
    errors: [{ code: type, message: 'SECRET words', source: { field } }],
  };
}
