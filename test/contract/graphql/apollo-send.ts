import type { ApolloServer } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, SendRequest, SendResponse } from '../../../src/contract/index.ts';

/** What has been sent to a server. */
export interface Sent {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Calls whose `send` hands each request to an Apollo Server in process, as the bytes it would get over HTTP. */
export function callsToApollo(server: ApolloServer, log: Sent[] = []): (signal?: AbortSignal) => Call {
  return (signal = new AbortController().signal) => ({
    signal,
    now: Date.now,
    send: async (request) => {
      if (signal.aborted) throw new CasegraphError('cancelled', 'The request was cancelled.');
      log.push(request.json as Sent);
      return sent(server, request);
    },
  });
}

async function sent(server: ApolloServer, request: SendRequest): Promise<SendResponse> {
  const headers = new HeaderMap(Object.entries({ 'content-type': 'application/json', ...request.headers }));
  const {
    status = 200,
    body,
    headers: given,
  } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers,
      search: '',
      body: JSON.parse(JSON.stringify(request.json)) as unknown,
    },
    context: async () => ({}),
  });
  if (status >= 500) throw new CasegraphError('upstream-unavailable', 'The upstream did not answer.');
  const text = body.kind === 'complete' ? body.string : '';
  return {
    status,
    headers: Object.fromEntries(given),
    json: JSON.parse(text) as unknown,
    text: '',
    instance: 'https://desk.example',
  };
}
