import { createHash } from 'node:crypto';

/**
 * The key that the n-th record of a kind made from a case gets. It depends on the case alone, so that two agents who create one at the same time ask
 * the upstream for the same key, and the upstream's own uniqueness lets one of them through. 32 hexadecimal digits, as a sys_id.
 */
export function slotKey(kind: string, caseKey: string, generation: number): string {
  return digest(['slot', kind, caseKey, String(generation)]).slice(0, 32);
}

/**
 * Names one attempt, for its record's correlation id: a repeat under the same idempotency key finds its own work by it. At most 60 characters.
 */
export function attemptMark(caseNumber: string, subject: string, idempotencyKey: string): string {
  return `casegraph:${caseNumber.slice(0, 20)}:${digest(['attempt', subject, idempotencyKey]).slice(0, 24)}`;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The key of a record that an attempt makes where a case may have any number of them. 32 hexadecimal digits, as a sys_id. */
export function attemptKey(kind: string, caseKey: string, subject: string, idempotencyKey: string): string {
  return digest(['attempt', kind, caseKey, subject, idempotencyKey]).slice(0, 32);
}
