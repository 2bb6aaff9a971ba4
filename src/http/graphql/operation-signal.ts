import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { CasegraphError } from '../../contract/index.ts';

/** What has not ended this long after its deadline is answered for. */
const STUBBORN = 500;

export interface OperationSignal {
  readonly signal: AbortSignal;
  /** Rejects shortly after the deadline, for what does not listen to the signal. Never resolves. */
  readonly expired: Promise<never>;
  readonly release: () => void;
}

/** Aborts when the client's connection closes before its answer is written, or when the deadline (ms) passes. */
export function operationSignal(response: ServerResponse, deadline: number): OperationSignal {
  const controller = new AbortController();
  // An operation may have any number of reads in flight that listen.
  setMaxListeners(0, controller.signal);
  const closed = (): void => {
    if (!response.writableFinished) controller.abort(new CasegraphError('cancelled', 'The client has gone.'));
  };
  response.once('close', closed);
  if (response.destroyed) closed();
  const timer = setTimeout(() => controller.abort(late(deadline)), deadline);
  let stubborn: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    stubborn = setTimeout(() => reject(late(deadline)), deadline + STUBBORN);
  });
  const release = (): void => {
    clearTimeout(timer);
    clearTimeout(stubborn);
    response.off('close', closed);
  };
  return { signal: controller.signal, expired, release };
}

/** Made when it is needed only: an error's stack costs more than all else here. */
function late(deadline: number): CasegraphError {
  return new CasegraphError(
    'upstream-timeout',
    `The operation was not answered within ${deadline / 1000} s and was given up. Ask for less, or try again later.`,
  );
}
