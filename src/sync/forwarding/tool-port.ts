import type { IncidentTool, ToolChange, ToolChanges, ToolIncident } from '../../contract/index.ts';
import type { Send } from '../../contract/index.ts';

/** The tool as the forwarding speaks to it: as the gateway itself. Throws CasegraphError. */
export interface ToolPort {
  readonly cannot: ReadonlySet<ToolChange['kind']>;
  read(keys: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, ToolIncident>>;
  changes(since: string, signal: AbortSignal): Promise<ToolChanges>;
  choices(signal: AbortSignal): ReturnType<IncidentTool['choices']>;
  change(key: string, change: ToolChange, signal: AbortSignal): Promise<void>;
}

export function toolPort(
  tool: IncidentTool,
  sender: (signal: AbortSignal) => Send,
  now: () => number,
): ToolPort {
  const call = (signal: AbortSignal) => ({ send: sender(signal), signal, now });
  return {
    cannot: new Set(tool.cannot),
    read: (keys, signal) => tool.read(keys, call(signal)),
    changes: (since, signal) => tool.changes(since, call(signal)),
    choices: (signal) => tool.choices(call(signal)),
    change: (key, change, signal) => tool.change(key, change, call(signal)),
  };
}
