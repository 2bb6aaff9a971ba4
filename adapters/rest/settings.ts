import type { Probe, RestOptions } from './ping.ts';
import { probeOf } from './ping.ts';

export interface Settings {
  readonly probe: Probe;
  /** Bounds of one request; lists of keys are cut by them. */
  readonly bounds: RequestBytes;
}

/** Bytes of the two parts of a request that services bound. */
export interface RequestBytes {
  /** Path and query string, encoded. */
  readonly target: number;
  readonly body: number;
}

const MOST = 10_000_000;

/** Throws RangeError, for whoever configures the gateway. */
export function settingsOf(options: RestOptions): Settings {
  const { maxTargetBytes = 7_500, maxBodyBytes = 100_000 } = options;
  requireWhole('maxTargetBytes', maxTargetBytes, 65_536);
  requireWhole('maxBodyBytes', maxBodyBytes, MOST);
  return { probe: probeOf(options), bounds: { target: maxTargetBytes, body: maxBodyBytes } };
}

function requireWhole(name: string, value: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= 512 && value <= most) return;
  throw new RangeError(`REST ${name} ${value}: expected a whole number from 512 to ${most}`);
}
