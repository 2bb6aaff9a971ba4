import type { SandboxResponse } from '../../http/service.ts';
import type { Account } from '../account.ts';
import { invalid, notFound } from '../http/api-error.ts';

const MODES = ['standard', 'retrospective', 'test', 'tutorial', 'stream'];

/** All at once: this list has no pages. Without `incident_mode`, those of standard and retrospective incidents. */
export function listFollowUps(
  { query }: { query: URLSearchParams },
  { store, sees }: Account,
): SandboxResponse {
  const [incident, mode] = [query.get('incident_id'), query.get('incident_mode')];
  if (mode !== null && !MODES.includes(mode))
    throw invalid('incident_mode', `incident_mode must be one of ${MODES.join(', ')}`);
  const modes = mode === null ? ['standard', 'retrospective'] : [mode];
  const followUps = store.followUps.filter(({ incident_id: of }) => {
    const owner = store.incident(of);
    if (owner === undefined || !sees(owner)) return false;
    return (incident === null || of === incident) && modes.includes(owner.mode);
  });
  return { status: 200, body: { follow_ups: followUps } };
}

export function showFollowUp(id: string, { store, sees }: Account): SandboxResponse {
  const followUp = store.followUp(id);
  const owner = followUp && store.incident(followUp.incident_id);
  if (owner === undefined || !sees(owner)) throw notFound('Follow-up');
  return { status: 200, body: { follow_up: followUp } };
}
