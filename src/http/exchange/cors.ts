import type { Exchange } from './exchange.ts';

/** Seconds that browsers may remember a preflight's answer. */
const MAX_AGE = '600';
const HEADERS =
  'authorization, cache-control, content-type, x-request-id, apollo-require-preflight, x-apollo-operation-name';

/**
 * Lets pages of the listed origins read answers, without cookies: the token is the only credential. Returns true when the request was a
 * preflight and has been answered.
 */
export function applyCors(
  { request, response }: Exchange,
  origins: ReadonlySet<string>,
  methods: string,
): boolean {
  if (origins.size === 0) return false;
  response.setHeader('vary', 'origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.has(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
    return false;
  response.setHeader('access-control-allow-methods', methods);
  response.setHeader('access-control-allow-headers', HEADERS);
  response.setHeader('access-control-max-age', MAX_AGE);
  response.writeHead(204).end();
  return true;
}
