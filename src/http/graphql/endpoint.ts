import type { HTTPGraphQLResponse } from '@apollo/server';
import type { Viewer } from '../../access/viewer.ts';
import { answer, PRIVATE } from '../exchange/answer.ts';
import { maxAgeOf } from '../exchange/cache-control.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { readJson } from '../exchange/read-body.ts';
import { HttpRefusal } from '../exchange/refusal.ts';
import { tooDeepInput } from '../limits/check-document.ts';
import type { Judged } from '../limits/gate.ts';
import { jsonDeeperThan } from '../limits/json-depth.ts';
import type { Limits } from '../limits/limits.ts';
import type { Verdict } from '../limits/verdict.ts';
import type { Occupancy } from '../occupancy.ts';
import type { ServiceOptions } from '../options.ts';
import type { Execution, Executor } from './executor.ts';
import { operationSignal } from './operation-signal.ts';
import { bodyParameters, searchParameters } from './parameters.ts';
import type { Parameters } from './parameters.ts';

/** The GraphQL endpoint: viewer, limits, introspection, in this order, and only then the executor. */
export function graphqlEndpoint<Context extends object>(
  options: ServiceOptions<Context>,
  limits: Limits,
  gate: (text: string) => Judged,
  executor: Executor<Context>,
  occupancy: Occupancy,
): (exchange: Exchange) => Promise<void> {
  return async (exchange) => {
    const { request } = exchange;
    const viewer = await options.authenticate(request.headers.authorization);
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const body = method === 'POST' ? await readJson(request, limits.bodyBytes) : undefined;
    const parameters = method === 'POST' ? bodyParameters(body) : searchParameters(exchange.search);
    checkInput(parameters, limits.inputDepth);
    const judged = gate(parameters.text ?? '');
    const open = options.mode === 'dev' || options.mayIntrospect(viewer);
    checkVerdict(judged.verdict, open);
    const document = { text: parameters.text ?? '', hash: judged.hash };
    const { search } = exchange;
    const parts = { method, headers: plainHeaders(exchange), search, body, suggestions: open } as const;
    await run(exchange, viewer, document, parts);
  };

  async function run(
    exchange: Exchange,
    viewer: Viewer,
    document: { readonly text: string; readonly hash: string },
    parts: Omit<Execution<Context>, 'context'>,
  ): Promise<void> {
    const { signal, expired, release } = operationSignal(exchange.response, limits.operationDeadline);
    const { requestId, request } = exchange;
    const maxAge = maxAgeOf(request.headers['cache-control']);
    try {
      const work = async (): Promise<HTTPGraphQLResponse> => {
        const context = await options.createContext({ viewer, signal, requestId, document, maxAge });
        return executor.execute({ ...parts, context });
      };
      // What is answered for because it does not end is still inside: nothing is closed under its feet.
      occupancy.enter();
      const working = work().finally(() => occupancy.leave());
      write(exchange, await Promise.race([working, expired]));
    } finally {
      release();
    }
  }
}

function checkInput({ variables, extensions }: Parameters, limit: number): void {
  if (jsonDeeperThan(limit, variables) || jsonDeeperThan(limit, extensions))
    checkVerdict(tooDeepInput(limit), true);
}

function checkVerdict(verdict: Verdict, mayIntrospect: boolean): void {
  if (verdict.kind === 'refused') throw new HttpRefusal(400, 'QUERY_TOO_COMPLEX', verdict.message);
  if (verdict.kind === 'accepted' && verdict.introspects && !mayIntrospect) {
    throw new HttpRefusal(
      403,
      'FORBIDDEN',
      'You may not ask for the schema (__schema, __type) of this gateway.',
    );
  }
}

function plainHeaders({ request }: Exchange): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // The token has done its work; what runs from here on sees the viewer instead.
  headers.delete('authorization');
  return headers;
}

function write(exchange: Exchange, result: HTTPGraphQLResponse): void {
  // Nothing here offers @defer or @stream, so an answer in pieces cannot come.
  if (result.body.kind !== 'complete') throw new Error('An incremental answer was given');
  const headers = { ...Object.fromEntries(result.headers), 'cache-control': PRIVATE };
  answer(exchange, result.status ?? 200, headers, result.body.string);
}
