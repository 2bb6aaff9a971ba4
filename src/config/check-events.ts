import { child } from './keys.ts';
import type { Finding } from './problem.ts';
import { EVENT_KINDS } from './schema/events.ts';
import { suggestion } from './suggest.ts';

/** What `events` refers to: connections that are there, and a way to prove deliveries. Reads the file as it was written. */
export function checkEvents(raw: unknown): Finding[] {
  const events = child(raw, 'events');
  const connections = child(raw, 'connections');
  if (typeof events !== 'object' || events === null || Array.isArray(events)) return [];
  const names = typeof connections === 'object' && connections !== null ? Object.keys(connections) : [];
  return Object.keys(events).flatMap((name) => {
    const path = ['events', name];
    if (!names.includes(name)) {
      const hint =
        names.length === 0 ? 'There are no connections.' : `Of the connections, ${suggestion(name, names)}`;
      return [{ path, message: 'is the name of no connection', hint, atKey: true }];
    }
    const adapter = child(child(connections, name), 'adapter');
    const kinds: readonly unknown[] = EVENT_KINDS;
    if (child(child(events, name), 'kind') !== undefined || kinds.includes(adapter)) return [];
    const hint = `Say how deliveries are proved: ${EVENT_KINDS.join(', ')}.`;
    return [{ path: [...path, 'kind'], message: 'is missing', hint }];
  });
}
