import { parseDateTime } from '../../../src/contract/index.ts';
import type { ToolComment, ToolIncident, ToolState } from '../../../src/contract/index.ts';
import { attributeOf } from '../column/cell.ts';
import { eventsOf, firstPlace, newest } from '../column/events.ts';
import { memberOf, textOf } from '../column/members.ts';
import { notAsDocumented } from '../failure.ts';
import { isId } from '../objects.ts';

/** Attribute that names the service desk's record. */
export const LINK = 'ServiceNow Incident';

export const STATES: readonly ToolState[] = [
  { value: 'Open', label: 'Open', open: true },
  { value: 'Resolved', label: 'Resolved', open: false },
];

/** An incident with all its events, as the forwarding reads it. */
export function toolIncident(incident: object, instance: string): ToolIncident {
  const [id, title] = [memberOf(incident, 'id'), memberOf(incident, 'title')];
  const [createdAt, updatedAt] = ['createdAt', 'lastUpdatedAt'].map((name) =>
    parseDateTime(memberOf(incident, name)),
  );
  const events = eventsOf(incident);
  if (!isId(id) || typeof title !== 'string' || createdAt == null || updatedAt == null || events === null)
    throw notAsDocumented(null, 'an incident lacks its id, title, moments or events');
  const status = newest(incident, 'status');
  const state = STATES.find(({ value }) => value === status) ?? OPEN;
  const external = attributeOf(incident, LINK);
  return {
    key: id,
    // Incidents have no other short name than the beginning of their id.
    reference: id.slice(0, 8),
    title,
    summary: summaryOf(incident),
    url: instance === '' ? null : `${instance}/app/incident/${id}`,
    state,
    severity: textOf(newest(incident, 'severity')),
    createdAt,
    updatedAt,
    private: false,
    forwarded: events.some((event) => intentOf(event) === 'Forwarded'),
    external: typeof external === 'string' && external !== '' ? external : null,
    comments: commentsOf(id, firstPlace(incident), events),
    resolution: state.open ? null : resolutionOf(events),
    tasks: [],
  };
}

const OPEN: ToolState = { value: 'Open', label: 'Open', open: true };

/** What came along with the alert, a line each; pictures and what is hidden in previews are left out. */
function summaryOf(incident: object): string | null {
  const attributes = memberOf(incident, 'attributes');
  const shown = (Array.isArray(attributes) ? (attributes as unknown[]) : []).filter(
    (each) =>
      memberOf(each, 'isImage') !== true &&
      memberOf(each, 'hideInPreviews') !== true &&
      memberOf(each, 'name') !== LINK,
  );
  const lines = shown.map(
    (each) => `${textOf(memberOf(each, 'name')) ?? ''}: ${textOf(memberOf(each, 'value')) ?? ''}`,
  );
  return lines.length === 0 ? null : lines.join('\n');
}

/** All that was said, also what was said when it was resolved. */
function commentsOf(id: string, first: number, events: readonly unknown[]): readonly ToolComment[] {
  return events.flatMap((event, index): ToolComment[] => {
    const text = textOf(memberOf(event, 'message'));
    const at = parseDateTime(memberOf(memberOf(event, 'modification'), 'timestamp'));
    if (text === null || text === '' || at === null) return [];
    return [{ key: `${id}:${first + index}`, at, author: authorOf(event), text }];
  });
}

/** Of the newest event that resolved it. */
function resolutionOf(events: readonly unknown[]): string | null {
  const event = events.findLast((each) => memberOf(each, 'status') === 'Resolved');
  const message = textOf(memberOf(event, 'message'));
  return message === '' ? null : message;
}

export function intentOf(event: unknown): unknown {
  return memberOf(memberOf(event, 'modification'), 'intent');
}

/** Empty for a program. */
function authorOf(event: unknown): string {
  const modification = memberOf(event, 'modification');
  const user = memberOf(modification, 'user') ?? memberOf(modification, 'externalUser');
  return textOf(memberOf(user, 'displayName')) ?? '';
}
