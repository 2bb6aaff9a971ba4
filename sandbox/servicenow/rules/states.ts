import { lineage } from '../dictionary/dictionary.ts';
import type { TableDefinition } from '../dictionary/column.ts';

interface States {
  /** Records in these are not active. */
  readonly inactive: readonly string[];
  readonly closed: readonly string[];
  readonly resolved: readonly string[];
}

/** By class; state numbers mean different things in different classes (facts 5.2 to 5.6). */
const STATES: Readonly<Record<string, States>> = {
  sn_customerservice_case: { inactive: ['3', '7'], closed: ['3'], resolved: ['6'] },
  incident: { inactive: ['7', '8'], closed: ['7'], resolved: ['6'] },
  problem: { inactive: ['107'], closed: ['107'], resolved: ['106'] },
  problem_task: { inactive: ['157'], closed: ['157'], resolved: [] },
  change_request: { inactive: ['3', '4'], closed: ['3', '4'], resolved: [] },
  change_task: { inactive: ['3', '4'], closed: ['3', '4'], resolved: [] },
  sc_task: { inactive: ['3', '4', '5', '7'], closed: ['3', '4', '5', '7'], resolved: [] },
  task: { inactive: ['3', '4', '7'], closed: ['3', '4', '7'], resolved: [] },
};

/** Undefined for what is not a task. */
export function statesOf(table: TableDefinition): States | undefined {
  return lineage(table)
    .map(({ name }) => STATES[name])
    .find((states) => states !== undefined);
}
