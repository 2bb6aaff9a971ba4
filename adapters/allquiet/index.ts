import type { Adapter } from '../../src/contract/index.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { readByKeys } from './keyed/read-by-keys.ts';
import { ping } from './ping.ts';
import type { AllQuietHandle } from './plan.ts';
import { plan } from './plan.ts';
import { read } from './read.ts';
import { tool } from './tool/tool.ts';
import { write } from './write/write.ts';

export type { AllQuietHandle } from './plan.ts';

/** All Quiet, by its public API. Keeps nothing between calls. */
export function createAllQuietAdapter(): Adapter<AllQuietHandle> {
  return { kind: 'allquiet', check, capabilities, plan, read, readByKeys, write, incidents: tool, ping };
}
