import type { Exchange } from './exchange.ts';
import { JSON_TYPE, answerType } from './media-type.ts';
import type { HttpRefusal } from './refusal.ts';

type Headers = Readonly<Record<string, string>>;

/** An answer is for the one who asked, now: no cache on the way may keep it. */
export const PRIVATE = 'private, no-store';

/** Writes the whole answer. Does nothing when the client has gone or an answer stands already. */
export function answer(exchange: Exchange, status: number, headers: Headers, body: string | Buffer): void {
  const { response } = exchange;
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
  // What the client still sends is thrown away as it comes; the request's timeout bounds it.
  if (!exchange.request.complete) exchange.request.resume();
}

export function answerJson(exchange: Exchange, status: number, value: unknown, headers: Headers = {}): void {
  const body = JSON.stringify(value);
  answer(exchange, status, { 'content-type': JSON_TYPE, 'cache-control': PRIVATE, ...headers }, body);
}

/** Answers in the shape of a GraphQL error, on every path: clients need to read one kind only. */
export function answerRefusal(exchange: Exchange, refusal: HttpRefusal): void {
  const { code, message, retryable } = refusal;
  const extensions = {
    code,
    ...(retryable ? { retryable } : {}),
    ...(refusal.status >= 500 ? { requestId: exchange.requestId } : {}),
  };
  const headers = { 'content-type': answerType(exchange.request.headers.accept), ...refusal.headers };
  answerJson(exchange, refusal.status, { errors: [{ message, extensions }] }, headers);
}
