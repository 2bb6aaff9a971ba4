import type { WatchedRequest } from '../../sandbox/http/watch.ts';
import type { Stack } from './stack.ts';

const BATCH = '/api/now/v1/batch';

/**
 * What ServiceNow's REST APIs were asked since `forget`, without tokens. Reads that travel together as one batch request count as one read: as a GET of the
 * batch's address. Throws for a batch that does anything but read.
 */
export async function servicenowTraffic(stack: Stack): Promise<readonly WatchedRequest[]> {
  const all = await stack.requests('servicenow');
  return all
    .filter(({ path }) => path.startsWith('/api/now/'))
    .map((request) => (request.path === BATCH ? { ...request, method: readOnly(request) } : request));
}

function readOnly({ requestBody }: WatchedRequest): string {
  const { rest_requests: parts } = JSON.parse(requestBody) as { rest_requests: { method: string }[] };
  if (parts.some(({ method }) => method !== 'GET')) throw new Error(`a batch that writes: ${requestBody}`);
  return 'GET';
}
