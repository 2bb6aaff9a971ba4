import { z } from 'zod';
import type { AqAttributeChange, AqIncident } from '../../world/allquiet-records.ts';
import { AQ_SEVERITIES } from '../../world/allquiet-records.ts';
import type { Step } from '../../world/allquiet-story.ts';
import { eventAt } from '../../world/allquiet-story.ts';
import { fields } from '../body.ts';
import { Problem } from '../problem.ts';
import type { AttributeInput, AttributesResult } from './attributes.ts';
import { add, override, upsert } from './attributes.ts';
import { severityOf } from './current.ts';
import type { Around, IntentInput } from './append-intent.ts';
import { appendIntent, intentInput } from './append-intent.ts';

const attributes = z.object({ attributes: z.array(fields.attribute) });

/** IncidentPatchRequest of the API's description. */
export const patchBody = z.object({
  operations: z.object({
    changeSeverity: z.object({ severity: z.enum(AQ_SEVERITIES) }).nullish(),
    appendIntent: intentInput.nullish(),
    overrideAttributes: attributes.nullish(),
    addAttributes: attributes.nullish(),
    upsertAttributes: attributes.nullish(),
  }),
});

export type Operations = z.infer<typeof patchBody>['operations'];

/** The incident after a change, and the outbound integration that it was forwarded to by it. */
export interface Patched {
  readonly incident: AqIncident;
  readonly forwardedTo: string | null;
}

/**
 * All operations of one request take effect together, in one event, or none does. Decided here, since nothing says it; severity and
 * status stand in the event only where this request set them.
 */
export function patch(incident: AqIncident, operations: Operations, around: Around): Patched {
  const given = Object.values(operations).some((operation) => operation !== null && operation !== undefined);
  if (!given) throw new Problem(400, 'operations: give at least one operation.');
  const { attributes: next, changes } = attributesAfter(incident, operations);
  const intent = intentOf(incident, operations.appendIntent, around);
  const severity = operations.changeSeverity?.severity;
  const step: Step = {
    unattended: incident.unattended,
    ...intent.step,
    severity: severity === severityOf(incident) ? undefined : severity,
    user: around.user,
    attributeChanges: changes,
  };
  const messageIsPublic = operations.appendIntent?.messageIsPublic ?? false;
  const event = { ...eventAt(around.at, step, incident.onCallUsers), messageIsPublic };
  return {
    forwardedTo: intent.forwardedTo,
    incident: { ...incident, ...intent.incident, attributes: next, events: [...incident.events, event] },
  };
}

function intentOf(incident: AqIncident, input: IntentInput | null | undefined, around: Around) {
  if (input === null || input === undefined)
    return { step: { intent: null }, incident: {}, forwardedTo: null };
  return appendIntent(incident, input, around);
}

type Edit = (now: AqIncident['attributes'], given: readonly AttributeInput[]) => AttributesResult;

function attributesAfter(incident: AqIncident, operations: Operations): AttributesResult {
  const edits: readonly (readonly [Edit, Operations['addAttributes']])[] = [
    [override, operations.overrideAttributes],
    [add, operations.addAttributes],
    [upsert, operations.upsertAttributes],
  ];
  let now = incident.attributes;
  const changes: AqAttributeChange[] = [];
  for (const [edit, operation] of edits) {
    if (operation === null || operation === undefined) continue;
    const result = edit(now, operation.attributes);
    now = result.attributes;
    changes.push(...result.changes);
  }
  return { attributes: now, changes };
}
