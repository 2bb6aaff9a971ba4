import type { Choice } from './value.ts';

/** One entry of a choice list as the upstream keeps it. */
export interface ChoiceOption extends Choice {
  /** Kept for old rows and no longer offered for new ones. */
  readonly inactive: boolean;
  /** Values of the column that the list depends on, for which the entry is offered; empty: always. */
  readonly dependentValues: readonly string[];
}

/** A choice list, in the order in which people see it. */
export interface ChoiceList {
  readonly options: readonly ChoiceOption[];
  /** The upstream's name of the column whose value decides which entries are offered; `null` where the upstream does not say. */
  readonly dependsOn: string | null;
}

/**
 * How people arranged a table in the upstream's own user interface. Columns go by the upstream's names and need not be declared.
 * A part is `null` where nobody arranged it, or where it may not be read; `notes` then says why, for people, without addresses.
 */
export interface UpstreamLayout {
  readonly list: readonly string[] | null;
  readonly form: readonly UpstreamSection[] | null;
  readonly related: readonly UpstreamRelated[] | null;
  readonly notes: readonly string[];
}

export interface UpstreamSection {
  /** What stands above it; `null` for none. */
  readonly title: string | null;
  readonly columns: readonly string[];
}

/** A related list: the upstream's table, and its column that points here. */
export interface UpstreamRelated {
  readonly object: string;
  readonly column: string;
}
