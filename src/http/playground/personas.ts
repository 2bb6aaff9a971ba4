import type { IncomingMessage } from 'node:http';
import { answerJson } from '../exchange/answer.ts';
import type { Route } from '../exchange/exchange.ts';
import { HttpRefusal } from '../exchange/refusal.ts';

/** Somebody whom the playground can act as. */
export interface PersonaToken {
  readonly name: string;
  readonly description: string;
  /** A viewer's JWT. */
  readonly token: string;
}

const LOOPBACK = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** Hands out personas' tokens, in dev mode, to the playground of this very machine and to nobody else. */
export function personasRoute(personas: () => Promise<readonly PersonaToken[]>): Route {
  return {
    methods: ['GET'],
    async handle(exchange) {
      const { request } = exchange;
      if (!isFromOwnPage(request.headers, request.socket.remoteAddress)) {
        throw new HttpRefusal(
          403,
          'FORBIDDEN',
          'Personas are handed to the playground on this machine only.',
        );
      }
      answerJson(exchange, 200, { personas: await personas() });
    },
  };
}

/**
 * The address keeps other machines out, the forwarding headers whoever comes through a proxy on this machine, the Host header names that
 * were made to point at this machine (DNS rebinding), Sec-Fetch-Site and Origin the other pages in this machine's browser.
 */
export function isFromOwnPage(
  headers: IncomingMessage['headers'],
  remoteAddress: string | undefined,
): boolean {
  if (!LOOPBACK.test(remoteAddress ?? '')) return false;
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  if (!LOOPBACK_HOST.test(headers.host ?? '')) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
