import { Agent, request } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { Post } from './sender.ts';

const TIMEOUT_MS = 10_000;

/** Posts over kept connections, which end with `close`. */
export interface Poster {
  readonly post: Post;
  readonly close: () => void;
}

/** Ten seconds for an answer, as an outbound REST message would be given about that. The body of the answer is not looked at. */
export function createPoster(): Poster {
  const plain = new Agent({ keepAlive: true });
  const tls = new TlsAgent({ keepAlive: true });
  const open = (url: URL, options: RequestOptions, done: (answer: IncomingMessage) => void): ClientRequest =>
    url.protocol === 'https:'
      ? tlsRequest(url, { ...options, agent: tls }, done)
      : request(url, { ...options, agent: plain }, done);
  const post: Post = (url, { body, headers }) =>
    new Promise((resolve, reject) => {
      const length = { 'content-length': Buffer.byteLength(body) };
      const options = { method: 'POST', headers: { ...headers, ...length }, timeout: TIMEOUT_MS };
      const outgoing = open(new URL(url), options, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
        answer.once('error', reject);
      });
      outgoing.once('timeout', () => outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
      outgoing.once('error', reject).end(body);
    });
  return {
    post,
    close: () => {
      plain.destroy();
      tls.destroy();
    },
  };
}
