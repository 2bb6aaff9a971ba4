import express from 'express';
import type { Request } from 'express';
import type { Listening } from './listen.ts';
import { listen } from './listen.ts';

export interface Shipment {
  readonly number: number;
  readonly state: string | null;
  readonly carrier: { readonly code: string };
  readonly weight: string;
  readonly sent: string | null;
}

export const SHIPMENTS: readonly Shipment[] = Array.from({ length: 47 }, (_, n) => ({
  number: 1000 + n,
  state: n % 9 === 0 ? null : (['packed', 'sent', 'lost'][n % 3] ?? null),
  carrier: { code: ['DHL', 'UPS'][n % 2] ?? '' },
  weight: `${n}.50`,
  sent: n % 4 === 0 ? null : `2026-10-${String(1 + (n % 28)).padStart(2, '0')}`,
}));

/** It never gives more rows than this at once, whatever it is asked for, and says nothing about it. */
const MOST = 10;

/** The same shipments by every way of paging. */
export async function shipmentServer(): Promise<Listening> {
  const app = express();
  const requests: string[] = [];
  app.use(express.json({ limit: '1mb' }), (request, _response, next) => {
    requests.push(`${request.method} ${request.url}`);
    next();
  });
  const cut = (rows: readonly Shipment[], from: number, size: number): Shipment[] =>
    rows.slice(from, from + Math.min(size, MOST));
  app.get('/offset', (request, response) => {
    response.json({ data: cut(SHIPMENTS, numberOf(request, 'skip', 0), numberOf(request, 'limit', 10)) });
  });
  app.get('/page', (request, response) => {
    const from = (numberOf(request, 'page', 1) - 1) * MOST;
    response.json({ data: cut(SHIPMENTS, from, MOST), has_more: from + MOST < SHIPMENTS.length });
  });
  app.get('/linked', (request, response) => {
    const from = numberOf(request, 'from', 0);
    const next = `http://${request.headers.host}/linked?from=${from + MOST}`;
    const links = [
      '</linked?from=0>; rel="first"',
      ...(from + MOST < SHIPMENTS.length ? [`<${next}>; title="a, b"; rel="next"`] : []),
    ];
    response.set('link', links.join(', ')).json(cut(SHIPMENTS, from, MOST));
  });
  app.get('/by-number', (request, response) => {
    const numbers = (new URL(request.url, 'http://here').searchParams.get('numbers') ?? '').split(',');
    if (numbers.length > 20) response.status(400).json({ error: 'too many' });
    else response.json({ data: SHIPMENTS.filter(({ number }) => numbers.includes(String(number))) });
  });
  // As many as are asked for, whichever way; it says which way a version of it takes.
  app.get('/many', (request, response) => {
    const given = new URL(request.url, 'http://here').searchParams.getAll('number');
    if (request.headers['x-api-version'] !== '2') response.status(400).json({ error: 'which version?' });
    else response.json({ data: numbered(given.flatMap((text) => text.split(','))) });
  });
  app.post('/many', (request, response) => {
    response.json({ data: numbered((request.body as { numbers: string[] }).numbers) });
  });
  app.post('/search', (request, response) => {
    const { where, paging } = request.body as {
      where: { state?: string[] | string; carrier?: string };
      paging: { from: number; size: number };
    };
    const states = where.state === undefined ? null : [where.state].flat();
    const found = SHIPMENTS.filter(
      ({ state, carrier }) =>
        (states === null || (state !== null && states.includes(state))) &&
        (where.carrier === undefined || carrier.code === where.carrier),
    );
    response.json({ hits: { total: found.length, items: cut(found, paging.from, paging.size) } });
  });
  return listen(app, requests);
}

function numbered(wanted: readonly string[]): Shipment[] {
  const numbers = new Set(wanted);
  return SHIPMENTS.filter(({ number }) => numbers.has(String(number)));
}

function numberOf(request: Request, name: string, otherwise: number): number {
  return Number(request.query[name] ?? otherwise);
}
