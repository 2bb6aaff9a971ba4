import type { Value } from './value.ts';

/**
 * A change to one row, by column names of the declaration; a choice is given by its value. The engine has checked that each column is
 * declared and writable.
 */
export type Change =
  | {
      readonly kind: 'create';
      /**
       * The key the new row gets where the upstream lets the client choose it (ServiceNow: `sys_id`, 32 hexadecimal digits); a repeat under the
       * same key then finds the row instead of making a second. `null`: the upstream chooses, and the create is sent once.
       */
      readonly key: string | null;
      readonly values: Readonly<Record<string, Value>>;
      /** The caller has just looked: no row has this key. It need not be looked for again before the create. */
      readonly looked?: true;
    }
  | { readonly kind: 'update'; readonly key: string; readonly values: Readonly<Record<string, Value>> }
  | { readonly kind: 'delete'; readonly key: string };

/** What the write did, as the upstream reported it; read the row back to know what it holds now. */
export interface Written {
  readonly key: string;
  /** False when a create found the row already there (a repeat). */
  readonly changed: boolean;
}
