import type { ToolIncident } from '../../contract/index.ts';
import { readByKeys, readFor, type Desk } from './desk.ts';
import type { DeskIncident } from './desk-incident.ts';
import { readMark } from './mark.ts';
import type { Once } from './once.ts';
import type { ToolPort } from './tool-port.ts';

/** An incident of the tool and its record, as both stand now. */
export interface Pair {
  /** Of the incident. */
  readonly key: string;
  readonly tool: ToolIncident | null;
  readonly desk: DeskIncident | null;
}

export interface Wanted {
  /** Keys of incidents. */
  readonly tools: readonly string[];
  /** Keys of records. */
  readonly records: readonly string[];
  /** Names that records are correlated with which the tool does not know. */
  readonly strangers: Once;
}

/** Correlated with something of the gateway's own, which no tool knows. */
const OWN_DISPLAY = 'Casegraph';

/** Reads both sides of all that is wanted: two or three steps, whatever the number. */
export async function lookAt(
  desk: Desk,
  port: Pick<ToolPort, 'read'>,
  { tools, records, strangers }: Wanted,
  signal: AbortSignal,
): Promise<readonly Pair[]> {
  const hinted = await readByKeys(desk, records);
  const guessed = hinted.filter((each) => mayBeOurs(desk, each) && !strangers.has(each.correlationId));
  const keys = [...new Set([...tools, ...guessed.map(({ correlationId }) => correlationId)])];
  if (keys.length === 0) return [];
  const found = await port.read(keys, signal);
  for (const { correlationId, correlationDisplay } of guessed)
    if (!found.has(correlationId) && readMark(correlationDisplay) === null) strangers.add(correlationId);
  const there = keys.filter((key) => found.has(key));
  const desks = await readFor(desk, there, found);
  return there.map((key) => ({ key, tool: found.get(key) ?? null, desk: desks.get(key) ?? null }));
}

function mayBeOurs({ rule }: Desk, { correlationId, correlationDisplay }: DeskIncident): boolean {
  if (correlationId === '' || correlationDisplay === OWN_DISPLAY) return false;
  return (readMark(correlationDisplay)?.from ?? rule.from) === rule.from;
}
