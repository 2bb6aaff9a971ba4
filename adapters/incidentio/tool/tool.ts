import type { Call, IncidentTool } from '../../../src/contract/index.ts';
import { askPage } from '../ask.ts';
import { memberOf } from '../column/value-at.ts';
import { OBJECTS } from '../objects.ts';
import type { Settings } from '../settings.ts';
import { change } from './change.ts';
import { changes } from './changes.ts';
import { stateOf } from './incident.ts';
import { read } from './read.ts';

export function toolOf(settings: Settings): IncidentTool {
  return {
    // Statuses only go forward through the API: what is closed is opened again in the app alone.
    cannot: [
      'reopen',
      ...(settings.comments === 'off' ? (['comment'] as const) : []),
      ...(settings.link === null ? (['link'] as const) : []),
    ],
    read: (keys, call) => read(settings, keys, call),
    changes,
    choices,
    change: (key, wanted, call) => change(settings, key, wanted, call),
  };
}

/** Statuses in the order of an incident's life, severities from the least severe on. */
async function choices(call: Call) {
  const [statuses, severities] = await Promise.all([
    named('incident_statuses', call),
    named('severities', call),
  ]);
  return {
    states: statuses.map(stateOf).filter((state) => state !== null),
    severities: severities.flatMap((each) => {
      const name = memberOf(each, 'name');
      return typeof name === 'string' ? [name] : [];
    }),
  };
}

async function named(list: string, call: Call): Promise<readonly object[]> {
  const object = OBJECTS[list];
  if (object === undefined) return [];
  const { records } = await askPage(call, null, object, []);
  return records.toSorted((a, b) => Number(memberOf(a, 'rank') ?? 0) - Number(memberOf(b, 'rank') ?? 0));
}
