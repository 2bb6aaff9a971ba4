import type { Call } from '../../src/contract/index.ts';
import { failureOf, notAsDeclared } from './answer/failure.ts';
import { parsePath, valueAt } from './json-path.ts';
import { pathTemplateProblem } from './request/path.ts';

/** What can be chosen where the adapter is made. */
export interface RestOptions {
  /** A request that says whether the connection works. Without it `/` is asked, and any answer below 500 but 401 and 403 will do. */
  readonly ping?: {
    /** `/v1/identity` */
    readonly path: string;
    /** JSON path of the name we have there: `identity.name`. */
    readonly who?: string;
  };
  /** Most bytes of path and query string, encoded. Default: 7,500, which most servers take. */
  readonly maxTargetBytes?: number;
  /** Most bytes of a body. Default: 100,000. */
  readonly maxBodyBytes?: number;
}

export interface Probe {
  readonly path: string;
  readonly who: string | null;
  /** The path was chosen, so its answer must be a success. */
  readonly chosen: boolean;
}

/** Throws RangeError, for whoever configures the gateway. */
export function probeOf({ ping: chosen }: RestOptions): Probe {
  if (chosen === undefined) return { path: '/', who: null, chosen: false };
  const problem = pathTemplateProblem(chosen.path, []);
  if (problem !== null) throw new RangeError(`REST ping path ${JSON.stringify(chosen.path)}: ${problem}`);
  if (chosen.who !== undefined && parsePath(chosen.who) === null)
    throw new RangeError(
      `REST ping "who" ${JSON.stringify(chosen.who)}: expected a path such as "user.name"`,
    );
  return { path: chosen.path, who: chosen.who ?? null, chosen: true };
}

/** Who we are there, or that somebody answers. */
export async function ping(probe: Probe, call: Call): Promise<string> {
  const response = await call.send({ method: 'GET', path: probe.path });
  const { status } = response;
  if (!probe.chosen && status !== 401 && status !== 403 && status < 500)
    return `answers (HTTP ${status} at ${probe.path}); the REST adapter has no ping path to learn more`;
  if (status < 200 || status > 299) throw failureOf(response, null);
  if (probe.who === null) return `HTTP ${status} at ${probe.path}`;
  const who = valueAt(response.json, probe.who);
  if (typeof who === 'string' || typeof who === 'number') return String(who);
  throw notAsDeclared(null, `ping: ${probe.who} is no name`);
}
