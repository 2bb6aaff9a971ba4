import { requireCloseInfo } from './close-policy.ts';
import { refuseClosed } from './closed.ts';
import type { Change } from './change.ts';
import {
  countReassignment,
  derivePriority,
  mirrorState,
  reopenOnCustomerComment,
  stampStates,
} from './derive.ts';

/**
 * Runs everything that comes before a write is stored, adding to `change.changes`. Throws the platform's refusal; false
 * means that the write succeeds and stores nothing.
 */
export function runBeforeRules(change: Change): boolean {
  if (!refuseClosed(change)) return false;
  mirrorState(change);
  reopenOnCustomerComment(change);
  derivePriority(change);
  stampStates(change);
  countReassignment(change);
  requireCloseInfo(change);
  return true;
}
