import { CasegraphError } from '../../src/contract/index.ts';
import type { Call } from '../../src/contract/index.ts';
import { sendBatch } from './batch.ts';
import type { Answer } from './errors.ts';

/**
 * Longest path that is sent as a GET, in bytes. The instance takes request lines of 8182 bytes and refuses 8347; the rest is left for
 * the method, the protocol and a path in the connection's address.
 */
export const MOST_PATH_BYTES = 8000;

/** A GET; where the path is too long for a request line, the same GET as the only item of a batch, whose items stand in a body. */
export async function get(path: string, call: Call): Promise<Answer> {
  if (path.length <= MOST_PATH_BYTES) {
    return call.send({ method: 'GET', path, headers: { accept: 'application/json' } });
  }
  const [answer] = await sendBatch([path], call);
  if (answer === undefined || answer instanceof CasegraphError) throw answer ?? new TypeError('empty batch');
  return answer;
}
