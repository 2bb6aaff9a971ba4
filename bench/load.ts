import autocannon from 'autocannon';
import type { Contender } from './contender.ts';
import type { Operation } from './operations.ts';

/** What one round of load on one server gave. */
export interface Measured {
  readonly requestsPerSecond: number;
  /** CPU time of the server per answered request, in milliseconds. */
  readonly cpuPerRequest: number;
  /** Median latency in milliseconds. */
  readonly latency: number;
}

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { message: string }[];
}

/** Asks once. Throws when the answer has errors: then the servers would be compared on nothing. */
export async function ask(
  contender: Contender,
  operation: Operation,
  token: string,
): Promise<Record<string, unknown>> {
  const response = await fetch(contender.url, {
    method: 'POST',
    headers: headersFor(token),
    body: bodyOf(operation),
  });
  const { data, errors } = (await response.json()) as GraphQLAnswer;
  if (response.status !== 200 || errors !== undefined || typeof data !== 'object' || data === null) {
    throw new Error(
      `${contender.name} answers "${operation.name}" with ${response.status}: ${JSON.stringify(errors)?.slice(0, 500)}`,
    );
  }
  return data as Record<string, unknown>;
}

/** Loads a server for some seconds. Throws when any answer was not a good one. */
export async function load(
  contender: Contender,
  operation: Operation,
  token: string,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const before = await contender.cpu();
  const result = await autocannon({
    url: contender.url,
    method: 'POST',
    headers: headersFor(token),
    body: bodyOf(operation),
    connections,
    duration: seconds,
    verifyBody: (body) => !String(body).includes('"errors"'),
  });
  const used = (await contender.cpu()) - before;
  const bad = result.errors + result.non2xx + result.mismatches;
  if (bad > 0)
    throw new Error(
      `${contender.name}: ${bad} of ${result.requests.total} answers to "${operation.name}" were bad`,
    );
  const answered = result['2xx'];
  return {
    requestsPerSecond: answered / result.duration,
    cpuPerRequest: used / answered,
    latency: result.latency.p50,
  };
}

function headersFor(token: string): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${token}` };
}

function bodyOf({ query, variables }: Operation): string {
  return JSON.stringify({ query, ...(variables && { variables }) });
}
