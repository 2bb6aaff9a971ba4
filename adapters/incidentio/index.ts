import type { Adapter } from '../../src/contract/index.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { readByKeys } from './keyed/read-by-keys.ts';
import { ping } from './ping.ts';
import type { IncidentIoHandle } from './plan.ts';
import { plan } from './plan.ts';
import { count, read } from './read.ts';
import type { IncidentIoOptions } from './settings.ts';
import { settingsOf } from './settings.ts';
import { toolOf } from './tool/tool.ts';
import { write } from './write/write.ts';

export type { IncidentIoHandle } from './plan.ts';
export type { IncidentIoOptions } from './settings.ts';

/** incident.io, by its public API. Keeps nothing between calls. Throws RangeError for options that cannot be. */
export function createIncidentIoAdapter(options: IncidentIoOptions = {}): Adapter<IncidentIoHandle> {
  const settings = settingsOf(options);
  return {
    kind: 'incidentio',
    check,
    capabilities,
    plan,
    read,
    readByKeys,
    count,
    write: (table, change, call) => write(settings, table, change, call),
    incidents: toolOf(settings),
    ping,
  };
}
