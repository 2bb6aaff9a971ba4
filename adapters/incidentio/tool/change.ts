import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, ToolChange } from '../../../src/contract/index.ts';
import { askOne, askPage } from '../ask.ts';
import { memberOf } from '../column/value-at.ts';
import { isId, OBJECTS } from '../objects.ts';
import type { Settings } from '../settings.ts';
import { edit } from '../write/write.ts';
import { stateOf } from './incident.ts';
import { fieldEdit, fieldOf, fieldText, withComment } from './place.ts';

type Edit = Readonly<Record<string, unknown>>;

/** The incident is looked at first: what stands there already is not done again. */
export async function change(settings: Settings, key: string, wanted: ToolChange, call: Call): Promise<void> {
  const object = OBJECTS['incidents'];
  const found = isId(key) && object !== undefined ? (await askOne(call, null, object, key)).record : null;
  if (found === null) throw new CasegraphError('not-found', 'There is no such incident in incident.io.');
  const incident = await editFor(settings, found, wanted, call);
  if (incident !== null) await edit(settings, null, key, incident, call);
}

/** What is left to do; null: nothing. */
async function editFor(
  settings: Settings,
  incident: object,
  wanted: ToolChange,
  call: Call,
): Promise<Edit | null> {
  switch (wanted.kind) {
    case 'resolve':
      return together(await closing(incident, call), said(settings, incident, wanted.comment));
    case 'reopen': {
      if (stateOf(memberOf(incident, 'incident_status'))?.open !== true)
        throw refused('incident.io lets nobody open an incident again through its API; do it in the app');
      return said(settings, incident, wanted.comment);
    }
    case 'comment':
      if (settings.comments === 'off') throw refused('This connection puts no comments into incident.io');
      return said(settings, incident, wanted.text);
    case 'link':
      return linking(settings, incident, wanted.number, wanted.url);
  }
}

/**
 * The status that ends it, which is looked up by its category as incident.io's own command line does. What is over (closed, canceled, Post-incident) stays
 * as it is.
 */
async function closing(incident: object, call: Call): Promise<Edit | null> {
  if (stateOf(memberOf(incident, 'incident_status'))?.open !== true) return null;
  const object = OBJECTS['incident_statuses'];
  if (object === undefined) return null;
  const { records } = await askPage(call, null, object, []);
  const status = records.find((each) => memberOf(each, 'category') === 'closed');
  const id = memberOf(status, 'id');
  if (!isId(id)) throw refused('The incident.io account has no status of the category closed');
  return { incident_status_id: id };
}

function said(settings: Settings, incident: object, comment: string | null): Edit | null {
  return comment === null || comment.trim() === '' ? null : withComment(settings, incident, comment);
}

/** Without a field for it there is no place: the API sets no reference to an issue. */
function linking({ link }: Settings, incident: object, number: string, url: string | null): Edit | null {
  if (link === null) throw refused('incident.io has no place for the number; name a field in options.link');
  const { customField } = link;
  const isLink = fieldOf(incident, customField, 'field_type') === 'link';
  const text = isLink ? url : number;
  if (text === null || fieldText(incident, customField) === text) return null;
  const found = fieldEdit(incident, customField, isLink ? { value_link: text } : { value_text: text });
  if (found === null)
    throw refused(`The incident has no field ${JSON.stringify(customField)} in incident.io`);
  return found;
}

function together(...edits: readonly (Edit | null)[]): Edit | null {
  const given = edits.filter((each) => each !== null);
  return given.length === 0 ? null : given.reduce((all, each) => ({ ...all, ...each }));
}

function refused(message: string): CasegraphError {
  return new CasegraphError('upstream-rejected', message);
}
