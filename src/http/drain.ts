import type { Server, ServerResponse } from 'node:http';
import type { Limits } from './limits/limits.ts';

/** Stopping in an order that loses no request: readiness first, then the door, then whoever is still inside. */
export interface Drain {
  readonly isDraining: () => boolean;
  /** Resolves when no connection is left. */
  close(): Promise<void>;
}

/** `delay`: ms between readiness turning 503 and the door closing. */
export function createDrain(server: Server, delay: number, limits: Limits): Drain {
  let closing: Promise<void> | undefined;
  const open = new Set<ServerResponse>();
  server.prependListener('request', (_request, response) => {
    if (closing !== undefined) endsConnection(response);
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return {
    isDraining: () => closing !== undefined,
    close() {
      closing ??= closeInOrder(server, delay, limits.drainTimeout);
      open.forEach(endsConnection);
      return closing;
    },
  };
}

function endsConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

async function closeInOrder(server: Server, delay: number, timeout: number): Promise<void> {
  await pause(delay);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A connection that was kept alive becomes idle only once its answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const force = setTimeout(() => server.closeAllConnections(), timeout);
  await closed;
  clearInterval(sweep);
  clearTimeout(force);
}

function pause(milliseconds: number): Promise<void> {
  return milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));
}
