import type { Viewer } from '../../access/viewer.ts';
import { CasegraphError } from '../../contract/index.ts';
import type { ServiceOptions } from '../options.ts';

/**
 * Lets the viewer of a stream go on being served, or not: the token is checked anew, and rights that have changed end the stream, so that nothing decided by
 * the old ones lives on. Throws `unauthenticated`, `forbidden`.
 */
export function admission(
  { authenticate }: Pick<ServiceOptions, 'authenticate'>,
  authorization: string | undefined,
  first: Viewer,
): () => Promise<Viewer> {
  return async () => {
    const viewer = await authenticate(authorization);
    if (viewer === first || rightsOf(viewer) === rightsOf(first)) return viewer;
    throw new CasegraphError('forbidden', 'Your rights have changed since you subscribed. Subscribe again.');
  };
}

function rightsOf({ kind, roles, domain, domains, account }: Viewer): string {
  return JSON.stringify([kind, [...roles].sort(), domain, [...domains].sort(), account ?? null]);
}
