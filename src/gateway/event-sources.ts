import type { Config } from '../config/index.ts';
import { isEventKind } from '../sync/events/event-kind.ts';
import type { EventSettings } from '../sync/events/settings.ts';

/** The configured event sources; the configuration has been checked. */
export function eventSources({
  events,
  connections,
}: Pick<Config, 'events' | 'connections'>): EventSettings[] {
  return Object.entries(events).map(([connection, { kind, secrets, ...rest }]) => {
    const adapter = connections.find(({ name }) => name === connection)?.adapter ?? '';
    const meant = kind ?? adapter;
    if (!isEventKind(meant)) throw new Error(`events.${connection}.kind is missing`);
    return { ...rest, connection, kind: meant, secrets: secrets.map((each) => each.reveal()) };
  });
}
