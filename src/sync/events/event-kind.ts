/** How an event source proves who it is, and what its bodies look like. */
export const EVENT_KINDS = ['servicenow', 'incidentio', 'allquiet'] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export function isEventKind(text: string): text is EventKind {
  return (EVENT_KINDS as readonly string[]).includes(text);
}
