import { CasegraphError } from '../../contract/index.ts';
import type { OpenRows } from '../own-rows.ts';
import { readFor } from './desk.ts';
import { recordKey } from './create-step.ts';
import { reconcile } from './reconcile.ts';
import type { ForwardingRule } from './rule.ts';
import type { Columns } from './step.ts';
import type { RuleTables } from './tables.ts';
import type { ToolPort } from './tool-port.ts';

/** What became of forwarding one incident. */
export type Forwarded =
  | { readonly outcome: 'forwarded'; readonly key: string; readonly created: boolean }
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'private' }
  | { readonly outcome: 'refused'; readonly message: string };

export interface ByHand {
  readonly rule: ForwardingRule;
  readonly tables: RuleTables;
  readonly tool: ToolPort;
  readonly open: OpenRows;
  readonly now: () => number;
}

/**
 * Makes the record of one incident, or finds it: a repeat, another replica and the leader all come to the same record. What follows is the leader's. `domain`:
 * sys_id of the domain that a new record is put in, where the rule names none; `null`: the instance decides.
 */
export async function forwardByHand(
  { rule, tables, tool, open, now }: ByHand,
  key: string,
  domain: string | null,
  signal: AbortSignal,
): Promise<Forwarded> {
  const rows = open(signal);
  const incidents = await tool.read([key], signal);
  const incident = incidents.get(key);
  if (incident === undefined) return { outcome: 'not-found' };
  if (incident.private) return { outcome: 'private' };
  const desk = (await readFor({ rule, tables, rows }, [key], incidents)).get(key) ?? null;
  const steps = reconcile(rule, incident, desk, { now: now(), byHand: true, cannot: tool.cannot });
  const [step] = steps;
  try {
    if (desk === null && step?.kind === 'create') {
      const placed: Columns = domain === null ? {} : { sys_domain: domain };
      await rows.create(tables.record, step.key, { ...placed, ...step.columns });
      return { outcome: 'forwarded', key: recordKey(rule.from, key), created: true };
    }
    // A record that stands for the incident already is taken over; everything else is the leader's.
    if (desk !== null && step?.kind === 'desk' && desk.correlationId !== key)
      await rows.update(tables.record, desk.key, step.columns);
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind !== 'invalid-input') throw error;
    return { outcome: 'refused', message: error.message };
  }
  return { outcome: 'forwarded', key: desk?.key ?? '', created: false };
}
