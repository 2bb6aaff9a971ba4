import type { SnRecord } from '../../world/world.ts';
import { stableId } from '../store/stable-id.ts';

/** Impact, urgency, priority (facts 5.5). */
const MATRIX: readonly (readonly [string, string, string])[] = [
  ['1', '1', '1'],
  ['1', '2', '2'],
  ['1', '3', '3'],
  ['2', '1', '2'],
  ['2', '2', '3'],
  ['2', '3', '4'],
  ['3', '1', '3'],
  ['3', '2', '4'],
  ['3', '3', '5'],
];

function rows(table: string): SnRecord[] {
  return MATRIX.map(([impact, urgency, priority], at) => ({
    sys_id: stableId(`${table} ${impact} ${urgency}`),
    order: String((at + 1) * 100),
    active: 'true',
    impact,
    urgency,
    priority,
  }));
}

/** The lookup tables as they come with the platform; a world may bring its own rows instead. */
export function priorityRecords(): Map<string, SnRecord[]> {
  return new Map(['dl_u_priority', 'dl_problem_priority'].map((table) => [table, rows(table)]));
}
