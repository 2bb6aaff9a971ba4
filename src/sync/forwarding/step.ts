import type { ToolChange } from '../../contract/index.ts';

/** Columns of a ServiceNow record by ServiceNow's names. */
export type Columns = Readonly<Record<string, string>>;

/** One thing to do. Steps are taken in order; after one of those that look again, what is left is decided anew. */
export type Step =
  /** A new record under a key of our choosing: a repeat finds it. Looks again. */
  | { readonly kind: 'create'; readonly key: string; readonly columns: Columns }
  /** One change of the record: what was agreed and the mark that says so go together. */
  | { readonly kind: 'desk'; readonly columns: Columns }
  /** An entry in one of the record's journals. */
  | { readonly kind: 'entry'; readonly columns: Columns }
  /** `refused`: what the record is told where the tool says no; the two are then left as they stand. State changes look again. */
  | { readonly kind: 'tool'; readonly change: ToolChange; readonly refused: Columns | null }
  | { readonly kind: 'create-task'; readonly key: string; readonly columns: Columns }
  | { readonly kind: 'close-task'; readonly key: string; readonly columns: Columns }
  /** Something that cannot be done; for the operator, once. */
  | { readonly kind: 'say'; readonly message: string };

/** What one look knows of both sides besides the incidents. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Somebody has asked for the incident to be forwarded. */
  readonly byHand: boolean;
  /** Kinds of change that the tool has no way to do. */
  readonly cannot: ReadonlySet<ToolChange['kind']>;
}
