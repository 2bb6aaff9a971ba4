import { setMaxListeners } from 'node:events';
import { CasegraphError } from '../../contract/index.ts';

/** A signal for one piece of a long stream's work: aborted with the stream, or when the deadline (ms) passes. */
export function boundedSignal(stream: AbortSignal, deadline: number): AbortSignal {
  const controller = new AbortController();
  // A read may have any number of requests in flight that listen.
  setMaxListeners(0, controller.signal);
  const gone = (): void => controller.abort(new CasegraphError('cancelled', 'The client has gone.'));
  if (stream.aborted) gone();
  const timer = setTimeout(() => {
    stream.removeEventListener('abort', gone);
    controller.abort(
      new CasegraphError('upstream-timeout', `This event was not answered within ${deadline / 1000} s.`),
    );
  }, deadline);
  timer.unref();
  stream.addEventListener('abort', gone, { once: true });
  return controller.signal;
}
