import { z } from 'zod';
import type { AqIncident, AqUser } from '../../world/allquiet-records.ts';
import type { Step } from '../../world/allquiet-story.ts';
import { aqTime } from '../../world/moment.ts';
import { fields } from '../body.ts';
import type { ApiKey } from '../options.ts';
import { Problem } from '../problem.ts';
import type { Directory } from './directory.ts';
import type { Intent } from './intents.ts';
import { INTENTS, allowedIntents } from './intents.ts';

const entity = z.object({ id: fields.uuid });

/** AppendIntentOperation of the API's description. */
export const intentInput = z.object({
  intent: z.enum(INTENTS),
  message: z.string().max(5000).nullish(),
  messageIsPublic: fields.flag,
  intentOptions: z
    .object({
      snoozingOptions: z.object({ snoozedUntil: fields.moment.nullish() }).nullish(),
      forwardingOptions: z.object({ outboundIntegration: entity.nullish() }).nullish(),
      assigningOptions: z.object({ teams: z.array(entity).nullish() }).nullish(),
      userAssigningOptions: z
        .object({ userAssignments: z.array(z.object({ userId: fields.uuid })).nullish() })
        .nullish(),
    })
    .nullish(),
});

export type IntentInput = z.infer<typeof intentInput>;

/** What a change needs to know beside the incident. */
export interface Around {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly key: ApiKey;
  readonly user: AqUser | undefined;
  readonly directory: Directory;
  /** Whether there is such an outbound integration. */
  readonly isOutbound: (id: string) => boolean;
}

export interface Appended {
  readonly step: Step;
  /** What changes on the incident itself. */
  readonly incident: Partial<AqIncident>;
  readonly forwardedTo: string | null;
}

/** What comes of an intent. One that the incident does not allow now is a 400 that lists those that it does. */
export function appendIntent(incident: AqIncident, input: IntentInput, around: Around): Appended {
  const allowed = allowedIntents(incident, around.at);
  if (!allowed.includes(input.intent)) {
    const list = allowed.length === 0 ? 'It allows none.' : `It allows ${allowed.join(', ')}.`;
    throw new Problem(
      400,
      `operations.appendIntent.intent: the incident does not allow ${input.intent} now. ${list}`,
    );
  }
  if (input.intent === 'Commented' && (input.message ?? '') === '')
    throw new Problem(400, 'operations.appendIntent.message: a comment needs a message.');
  const { forwardedTo = null, step, incident: changes } = EFFECTS[input.intent](incident, input, around);
  const message = input.message ?? undefined;
  return { step: { intent: input.intent, message, ...step }, incident: changes ?? {}, forwardedTo };
}

interface Effect {
  readonly step?: Omit<Step, 'intent'>;
  readonly incident?: Partial<AqIncident>;
  readonly forwardedTo?: string;
}

type ToEffect = (incident: AqIncident, input: IntentInput, around: Around) => Effect;

const ATTENDED = { unattended: false, snoozed: null } as const;

const EFFECTS: Readonly<Record<Intent, ToEffect>> = {
  Investigated: () => ({ step: { unattended: false }, incident: ATTENDED }),
  Resolved: () => ({ step: { status: 'Resolved', unattended: false }, incident: ATTENDED }),
  Unresolved: () => ({ step: { status: 'Open', unattended: true }, incident: { unattended: true } }),
  Commented: () => ({}),
  Escalated: () => ({ incident: { snoozed: null } }),
  Archived: () => ({ incident: { isArchived: true, snoozed: null } }),
  Assigned: assign,
  Snoozed: (_, input, { at }) => {
    const until = input.intentOptions?.snoozingOptions?.snoozedUntil ?? null;
    if (until !== null && until <= at)
      throw new Problem(
        400,
        'operations.appendIntent.intentOptions.snoozingOptions.snoozedUntil: lies in the past.',
      );
    return { incident: { snoozed: { snoozedUntil: until === null ? null : aqTime(until) } } };
  },
  Forwarded: (incident, input, { isOutbound }) => {
    const field = 'operations.appendIntent.intentOptions.forwardingOptions.outboundIntegration.id';
    const id = input.intentOptions?.forwardingOptions?.outboundIntegration?.id;
    if (id === undefined) throw new Problem(400, `${field}: say where to.`);
    if (!isOutbound(id)) throw new Problem(400, `${field}: there is no outbound integration ${id}.`);
    return { incident: { forwardedTo: [...new Set([...incident.forwardedTo, id])] }, forwardedTo: id };
  },
};

/** To users, or to teams, or to both. */
function assign(incident: AqIncident, { intentOptions }: IntentInput, { directory, key }: Around): Effect {
  const field = 'operations.appendIntent.intentOptions';
  const users = intentOptions?.userAssigningOptions?.userAssignments ?? [];
  const teams = intentOptions?.assigningOptions?.teams ?? [];
  if (users.length + teams.length === 0)
    throw new Problem(400, `${field}: say to whom, in userAssigningOptions or assigningOptions.`);
  const assigned = users.map(({ userId }) => directory.user(userId, `${field}.userAssigningOptions`));
  const to = teams.map(({ id }) => directory.team(id, `${field}.assigningOptions`, key));
  const all = new Map([...incident.teams, ...to].map((team) => [team.id, team]));
  return {
    step: { assigned, teams: to, unattended: false },
    incident: { unattended: false, teams: [...all.values()] },
  };
}
