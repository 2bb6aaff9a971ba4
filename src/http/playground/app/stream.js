import { createClient } from 'graphql-sse';

/** The answers of a subscription, one after the other, until the iterator is left. It comes back by itself after a cut. */
export async function* stream(parameters, token, headers = {}) {
  const client = createClient({
    url: '/graphql/stream',
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    retryAttempts: 10,
  });
  try {
    yield* client.iterate(parameters);
  } finally {
    client.dispose();
  }
}
