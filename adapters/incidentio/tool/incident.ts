import { parseDateTime } from '../../../src/contract/index.ts';
import type { ToolComment, ToolIncident, ToolState, ToolTask } from '../../../src/contract/index.ts';
import { memberOf } from '../column/value-at.ts';
import { notAsDocumented } from '../failure.ts';
import { isId } from '../objects.ts';
import type { Settings } from '../settings.ts';
import { carriedTexts, fieldText } from './place.ts';
import { parted } from './summary.ts';

/** Categories of statuses in which the impact is not over. In `learning`, which the app calls Post-incident, it is. */
const OPEN: ReadonlySet<unknown> = new Set(['triage', 'live', 'paused']);

/**
 * A status: what people name it by is its value, since names are unique and ids are not for people.
 */
export function stateOf(status: unknown): ToolState | null {
  const [name, category] = [memberOf(status, 'name'), memberOf(status, 'category')];
  return typeof name === 'string' ? { value: name, label: name, open: OPEN.has(category) } : null;
}

export interface Beside {
  /** The newest first, as the API lists them. */
  readonly updates: readonly object[];
  readonly followUps: readonly object[];
}

/** An incident with what was said about it and what is left to do. */
export function toolIncident(
  settings: Settings,
  incident: object,
  { updates, followUps }: Beside,
): ToolIncident {
  const [key, reference, title] = ['id', 'reference', 'name'].map((name) => memberOf(incident, name));
  const [createdAt, updatedAt] = ['created_at', 'updated_at'].map((name) =>
    parseDateTime(memberOf(incident, name)),
  );
  const state = stateOf(memberOf(incident, 'incident_status'));
  if (!isId(key) || createdAt == null || updatedAt == null || state === null)
    throw notAsDocumented(null, 'an incident lacks its id, status or moments');
  const external = externalOf(settings, incident);
  const said = updates.toReversed();
  return {
    key,
    reference: textOf(reference) ?? key,
    title: textOf(title) ?? textOf(reference) ?? key,
    summary: parted(textOf(memberOf(incident, 'summary'))).own,
    url: textOf(memberOf(incident, 'permalink')),
    state,
    severity: textOf(memberOf(memberOf(incident, 'severity'), 'name')),
    createdAt,
    updatedAt,
    // What does not say that it is public is not taken to be.
    private: memberOf(incident, 'visibility') !== 'public',
    forwarded: external !== null,
    external,
    comments: [...said.flatMap(commentOf), ...carried(settings, incident, key, updatedAt)],
    resolution: state.open ? null : resolutionOf(said),
    tasks: followUps.flatMap(taskOf),
  };
}

/** Only a record of ServiceNow: the reference may be to an issue of any tracker. Else what a field of ours says. */
function externalOf({ link }: Settings, incident: object): string | null {
  const reference = memberOf(incident, 'external_issue_reference');
  const isOurs = memberOf(reference, 'provider') === 'service_now';
  const named = isOurs ? textOf(memberOf(reference, 'issue_name')) : null;
  return named ?? (link === null ? null : fieldText(incident, link.customField));
}

/** What was carried over from the service desk, so that it is not carried over again. When it was is not kept. */
function carried(settings: Settings, incident: object, key: string, at: string): ToolComment[] {
  return carriedTexts(settings, incident).map((text, index) => ({
    key: `${key}:${index + 1}`,
    at,
    author: '',
    text,
  }));
}

function commentOf(update: object): ToolComment[] {
  const [key, text] = [memberOf(update, 'id'), textOf(memberOf(update, 'message'))];
  const at = parseDateTime(memberOf(update, 'created_at'));
  if (!isId(key) || text === null || text === '' || at === null) return [];
  const updater = memberOf(update, 'updater');
  const who = ['user', 'api_key', 'workflow', 'alert']
    .map((kind) => memberOf(updater, kind))
    .find((each) => each != null);
  return [{ key, at, author: textOf(memberOf(who, 'name')) ?? '', text }];
}

/** What was said with the update that ended it: the first one after it was open for the last time. */
function resolutionOf(updates: readonly object[]): string | null {
  const lastOpen = updates.findLastIndex(
    (update) => stateOf(memberOf(update, 'new_incident_status'))?.open === true,
  );
  return textOf(memberOf(updates[lastOpen + 1], 'message'));
}

function taskOf(followUp: object): ToolTask[] {
  const [key, title, status] = ['id', 'title', 'status'].map((name) => memberOf(followUp, name));
  if (!isId(key) || typeof title !== 'string' || status === 'deleted') return [];
  return [
    {
      key,
      title,
      description: textOf(memberOf(followUp, 'description')),
      done: status === 'completed' || status === 'not_doing',
    },
  ];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
