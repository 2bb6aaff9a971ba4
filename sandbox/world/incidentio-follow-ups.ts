import type { Draft } from './draft.ts';
import type { IoFollowUp, IoFollowUpState, IoIncident, IoOrganisation } from './incidentio-records.ts';
import { DAY, ioTime } from './moment.ts';
import { FOLLOW_UPS, FOLLOW_UP_LABELS } from './vocabulary/outages.ts';
import { ulid } from './ulid.ts';

const STATES: readonly IoFollowUpState[] = ['outstanding', 'completed', 'outstanding', 'not_doing'];

/** What is left to do after incidents whose impact is over, and after every third live one. */
export function addFollowUps(
  draft: Pick<Draft, 'seed' | 'now' | 'random'>,
  organisation: IoOrganisation,
  incidents: readonly IoIncident[],
): readonly IoFollowUp[] {
  const random = draft.random('incidentio-follow-ups');
  const followUps: IoFollowUp[] = [];
  for (const [place, { id, incident_status: status, updated_at: touched }] of incidents.entries()) {
    const after = status.category === 'learning' || status.category === 'closed';
    const count = after || (status.category === 'live' && place % 3 === 0) ? random.between(1, 3) : 0;
    for (let left = count; left > 0; left--) {
      const index = followUps.length;
      const state = STATES[index % STATES.length] ?? 'outstanding';
      const created = Date.parse(touched);
      const updated =
        state === 'outstanding' ? created : Math.min(draft.now, created + random.between(1, 9) * DAY);
      followUps.push({
        id: ulid(created, `${draft.seed}/incidentio/follow-up/${index}`),
        incident_id: id,
        title: FOLLOW_UPS[index % FOLLOW_UPS.length] ?? '',
        ...(random.chance(0.5) && { description: 'Agreed on in the review.' }),
        status: state,
        priority: random.pick(organisation.priorities),
        labels: random.chance(0.5) ? [random.pick(FOLLOW_UP_LABELS)] : [],
        ...(random.chance(0.7) && { assignee: random.pick(organisation.users) }),
        creator: { user: random.pick(organisation.users) },
        ...(state === 'completed' && { completed_at: ioTime(updated) }),
        created_at: ioTime(created),
        updated_at: ioTime(updated),
      });
    }
  }
  return followUps;
}
