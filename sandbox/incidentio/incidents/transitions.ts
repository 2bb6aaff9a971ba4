import type { IoCategory } from '../../world/incidentio-records.ts';

const FURTHER: Readonly<Partial<Record<IoCategory, readonly IoCategory[]>>> = {
  triage: ['learning', 'closed'],
  live: ['learning', 'closed'],
  learning: ['closed'],
};

/**
 * Whether an edit may move an incident so: within a category, from active or triage to post-incident or closed, and from
 * post-incident to closed. The description of `incident_status_id` lists these and no others: what is closed stays closed.
 */
export function mayMove(from: IoCategory, to: IoCategory): boolean {
  return from === to || (FURTHER[from]?.includes(to) ?? false);
}
