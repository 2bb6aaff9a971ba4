import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FormattedExecutionResult } from 'graphql';
import { CasegraphError } from '../../contract/index.ts';
import { PRIVATE } from '../exchange/answer.ts';
import { applyCors } from '../exchange/cors.ts';
import type { Exchange, Route } from '../exchange/exchange.ts';
import { readJson } from '../exchange/read-body.ts';
import { HttpRefusal } from '../exchange/refusal.ts';
import type { Limits } from '../limits/limits.ts';
import { streamParameters } from './parameters.ts';
import type { Streams } from './streams.ts';

export const STREAM_PATH = '/graphql/stream';

/**
 * Subscriptions over server-sent events: one operation per request, as the protocol of graphql-sse calls "distinct connections"
 * (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md). `next` events hold answers; `complete` ends them for good. A stream
 * that ends without it was cut off: clients come back.
 */
export function streamRoute(streams: Streams, limits: Limits, corsOrigins: ReadonlySet<string>): Route {
  return {
    methods: corsOrigins.size > 0 ? ['POST', 'OPTIONS'] : ['POST'],
    async handle(exchange) {
      if (applyCors(exchange, corsOrigins, 'POST')) return;
      if (exchange.request.method === 'OPTIONS') return void exchange.response.writeHead(204).end();
      await serve(exchange, streams, limits);
    },
  };
}

async function serve(exchange: Exchange, streams: Streams, limits: Limits): Promise<void> {
  const { request, response, requestId } = exchange;
  if (!/\btext\/event-stream\b/.test(request.headers.accept ?? ''))
    throw new HttpRefusal(
      406,
      'BAD_USER_INPUT',
      'Send the header "accept: text/event-stream": the answer is a stream.',
    );
  const gone = new AbortController();
  const left = (): void => gone.abort(new CasegraphError('cancelled', 'The client has gone.'));
  response.once('close', left);
  const parameters = streamParameters(await readJson(request, limits.bodyBytes));
  const opened = await streams.open({
    ...parameters,
    authorization: request.headers.authorization,
    requestId,
    signal: gone.signal,
  });
  if (response.destroyed) left();
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': PRIVATE,
    // Proxies that collect answers before they pass them on would hold events back.
    'x-accel-buffering': 'no',
  });
  const beat = setInterval(() => void write(response, ':\n\n', limits), limits.heartbeat);
  try {
    await write(response, ':\n\n', limits);
    if ('refused' in opened) await write(response, eventOf({ errors: opened.refused }), limits);
    else for await (const answer of opened.answers) await write(response, eventOf(answer), limits);
    if (!gone.signal.aborted && !streams.ended) await write(response, 'event: complete\ndata:\n\n', limits);
  } finally {
    clearInterval(beat);
    response.end();
  }
}

function eventOf(answer: FormattedExecutionResult): string {
  return `event: next\ndata: ${JSON.stringify(answer)}\n\n`;
}

/** Waits until the client has taken what it was sent; one that takes nothing for too long is cut off. */
async function write(response: ServerResponse, text: string, { responseTimeout }: Limits): Promise<void> {
  if (response.destroyed || response.write(text)) return;
  const timer = setTimeout(() => response.destroy(), responseTimeout);
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).catch(
    () => undefined,
  );
  stop.abort();
  clearTimeout(timer);
}
