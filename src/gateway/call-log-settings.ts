import type { Config } from '../config/index.ts';
import { CALL_LOG_DEFAULTS, type CallLogSettings } from '../observe/call-log/call-log.ts';

/** The call log as it is configured. */
export function callLogSettings({ callLog }: Pick<Config, 'callLog'>): CallLogSettings {
  const { entries, bytes, bodyChars, personal = CALL_LOG_DEFAULTS.personal, alsoPersonal } = callLog;
  return { entries, bytes, bodyChars, personal: [...personal, ...alsoPersonal] };
}
