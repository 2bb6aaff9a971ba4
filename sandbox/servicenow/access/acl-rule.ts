import type { SnRecord } from '../../world/world.ts';
import type { Caller } from './caller.ts';

export type Operation = 'read' | 'write' | 'create' | 'delete';

/** One sys_security_acl record. A rule without roles and condition denies, as an empty ACL does. */
export interface AclRule {
  /** Table name or `*`. */
  readonly table: string;
  /** Absent: the row rule. `*`: every column. */
  readonly column?: string;
  readonly operations: readonly Operation[];
  /** Any of them. */
  readonly roles?: readonly string[];
  /** Data condition: both roles and condition must hold. */
  readonly condition?: (record: SnRecord, caller: Caller) => boolean;
  /** `denyUnless`: must hold, whatever else allows. Default `allowIf`. */
  readonly decision?: 'allowIf' | 'denyUnless';
  /** Default true for the rules of the house, false for those of the options. */
  readonly adminOverrides?: boolean;
}
