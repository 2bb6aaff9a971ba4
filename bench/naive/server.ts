import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import express from 'express';
import { createLoaders } from './loaders.ts';
import { type Context, resolvers } from './resolvers.ts';
import { typeDefs } from './schema.ts';
import type { NaiveSettings } from './settings.ts';
import { salesforceTokens, serviceNowTokens } from './tokens.ts';
import { createUpstream } from './upstream.ts';

/**
 * The gateway as it is usually written first: express, Apollo Server with its defaults, one resolver per field, a dataloader per table,
 * the global fetch. It asks for a bearer token and does not verify it: verifying is work that only the gateway does here.
 */
export async function startNaive(settings: NaiveSettings): Promise<{ url: string; server: Server }> {
  const apollo = new ApolloServer<Context>({ typeDefs, resolvers });
  await apollo.start();
  const upstream = createUpstream(
    { url: settings.servicenow.url, token: serviceNowTokens(settings) },
    { url: settings.salesforce.url, token: salesforceTokens(settings) },
  );
  const context = (): Context => ({
    upstream,
    loaders: createLoaders(upstream),
    salesforceUrl: settings.salesforce.url,
  });
  const app = express();
  app.use(express.json());
  app.post('/graphql', (request, response, next) => {
    if (request.headers.authorization?.startsWith('Bearer ') !== true) {
      response.status(401).json({ errors: [{ message: 'no token' }] });
      return;
    }
    answer(apollo, request, response, context).catch(next);
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, server };
}

/** What the official express integration does. */
async function answer(
  apollo: ApolloServer<Context>,
  request: express.Request,
  response: express.Response,
  context: () => Context,
): Promise<void> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: request.body as unknown },
    context: () => Promise.resolve(context()),
  });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.status(result.status ?? 200);
  if (result.body.kind === 'complete') {
    response.send(result.body.string);
    return;
  }
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}
