import type { ServerResponse } from 'node:http';
import type { WatchedRequest } from './watch.ts';

/** Keeps one entry of the watch up to date until its connection is done with it. */
export interface Recording {
  readonly watched: WatchedRequest;
  /** Ends the connection on purpose, so that the watch does not blame the client. */
  drop(): void;
}

export function record(watched: WatchedRequest, response: ServerResponse): Recording {
  const started = performance.now();
  let dropped = false;
  response.once('close', () => {
    watched.durationMs = Math.round((performance.now() - started) * 100) / 100;
    if (response.headersSent) watched.status = response.statusCode;
    watched.aborted = !dropped && !response.writableFinished;
  });
  return {
    watched,
    drop: () => {
      dropped = true;
      response.destroy();
    },
  };
}
