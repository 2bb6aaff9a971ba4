import { answerJson } from '../exchange/answer.ts';
import type { Exchange, Route } from '../exchange/exchange.ts';
import { readBytes } from '../exchange/read-body.ts';
import { HttpRefusal } from '../exchange/refusal.ts';
import type { EventSource, RefusedDelivery } from './source.ts';

export const EVENTS_PATH = '/events/';

/** Routes of the event sources: `/events/` and the name of the connection. What is not configured is not there. */
export function eventRoutes(
  sources: ReadonlyMap<string, EventSource> = new Map(),
): (path: string) => Route | undefined {
  const routes = new Map(
    [...sources].map(([connection, source]): [string, Route] => [
      `${EVENTS_PATH}${connection}`,
      { methods: ['POST'], handle: (exchange) => receive(exchange, source) },
    ]),
  );
  return (path) => routes.get(path);
}

/** Answers 202 at once: what follows from the event is done when the sender has long gone. */
async function receive(exchange: Exchange, source: EventSource): Promise<void> {
  const { request } = exchange;
  const admitted = source.admit(request.headers);
  if ('refused' in admitted) throw refusalOf(admitted);
  const encoding = request.headers['content-encoding'];
  // What is packed could be anything once unpacked, and no sender packs so little.
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    source.refused('malformed');
    throw refusalOf({ refused: 'malformed', text: 'Send the body as it is, without content-encoding.' });
  }
  const body = await readBytes(request, source.bodyBytes).catch((error: unknown) => {
    if (error instanceof HttpRefusal && error.status === 413) source.refused('oversized');
    throw error;
  });
  const refused = source.take(admitted, body);
  if (refused !== null) throw refusalOf(refused);
  answerJson(exchange, 202, { accepted: true });
}

const STATUS: Readonly<Record<RefusedDelivery['refused'], number>> = {
  forged: 401,
  stale: 401,
  replayed: 401,
  oversized: 413,
  malformed: 400,
};

function refusalOf({ refused, text }: RefusedDelivery): HttpRefusal {
  const status = STATUS[refused];
  return new HttpRefusal(status, status === 401 ? 'UNAUTHENTICATED' : 'BAD_USER_INPUT', text);
}
