import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from './limits/limits.ts';

/**
 * Bounds what one connection may hold: requests that wait for their answers, and the time a client may take to receive one. Node's own
 * timeouts only bound how a request comes in.
 */
export function boundConnections(server: Server, limits: Limits): void {
  const waiting = new WeakMap<Socket, number>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const count = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, count);
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
    if (count > limits.pipelined) socket.destroy();
    boundAnswer(response, socket, limits.responseTimeout);
  });
}

// `prefinish` comes when the whole answer has been handed over, `close` when the client has taken it.
function boundAnswer(response: ServerResponse, socket: Socket, timeout: number): void {
  response.once('prefinish', () => {
    const timer = setTimeout(() => socket.destroy(), timeout);
    response.once('close', () => clearTimeout(timer));
  });
}
