import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, ToolChange } from '../../../src/contract/index.ts';
import { askOne } from '../ask.ts';
import { attributeOf } from '../column/cell.ts';
import { eventsOf, newest } from '../column/events.ts';
import { memberOf } from '../column/members.ts';
import { isId } from '../objects.ts';
import type { Operations } from '../write/patch.ts';
import { patch } from '../write/patch.ts';
import { LINK } from './incident.ts';

/** Attribute with the address of the service desk's record. */
const LINK_URL = 'ServiceNow URL';
const LONGEST = 5_000;

/** All Quiet takes no key of ours, so that the incident is looked at first: what stands there already is not done again. */
export async function change(key: string, wanted: ToolChange, call: Call): Promise<void> {
  const incident = isId(key) ? await askOne(call, null, key) : null;
  if (incident === null) throw new CasegraphError('not-found', 'There is no such incident in All Quiet.');
  const operations = operationsFor(incident, wanted);
  if (operations === null) return;
  await patch(null, key, operations, call);
}

/** What is left to do; null: nothing. Throws upstream-rejected for an intent that the incident does not allow. */
function operationsFor(incident: object, wanted: ToolChange): Operations | null {
  const status = newest(incident, 'status');
  switch (wanted.kind) {
    case 'resolve':
      if (status === 'Resolved') return commented(incident, wanted.comment);
      return intended(incident, 'Resolved', wanted.comment);
    case 'reopen':
      if (status !== 'Resolved') return commented(incident, wanted.comment);
      return intended(incident, 'Unresolved', wanted.comment);
    case 'comment':
      return commented(incident, wanted.text);
    case 'link': {
      const attributes = [
        { name: LINK, value: wanted.number },
        ...(wanted.url === null ? [] : [{ name: LINK_URL, value: wanted.url }]),
      ].filter(({ name, value }) => attributeOf(incident, name) !== value);
      return attributes.length === 0 ? null : { upsertAttributes: { attributes } };
    }
  }
}

function commented(incident: object, comment: string | null): Operations | null {
  if (comment === null || comment === '') return null;
  const text = cut(comment);
  const isThere = eventsOf(incident)?.some((event) => memberOf(event, 'message') === text) ?? false;
  return isThere ? null : intended(incident, 'Commented', text);
}

function intended(incident: object, intent: string, comment: string | null): Operations {
  const allowed = memberOf(incident, 'allowedIntents');
  if (Array.isArray(allowed) && !allowed.includes(intent))
    throw new CasegraphError(
      'upstream-rejected',
      `All Quiet does not allow ${intent} as the incident stands.`,
    );
  return { appendIntent: { intent, ...(comment !== null && comment !== '' && { message: cut(comment) }) } };
}

/** The end is kept: it is where a reference stands. */
function cut(text: string): string {
  return text.length <= LONGEST ? text : `…${text.slice(text.length - LONGEST + 1)}`;
}
