import type { BoundTable, Column, LeafOp } from '../../../src/contract/index.ts';
import { isEvents, isId, SEVERITIES, STATUSES } from '../objects.ts';

/** How a column of `search/list` is filtered by. */
export type Target =
  | {
      readonly kind: 'list';
      readonly param: string;
      readonly ops: readonly LeafOp[];
      /** The API's spelling of an operand; null: it is better not sent. */
      readonly value: (operand: unknown) => string | null;
    }
  /** Bounds of a moment, given a second away from what is asked for, since it is not said whether they count as inside. */
  | { readonly kind: 'moment'; readonly from: string; readonly until: string | null }
  /** What the term is looked for in is not documented: only where the declaration says that titles are. */
  | { readonly kind: 'term' };

const ONE_OF: readonly LeafOp[] = ['eq', 'in'];
const TEXTS: ReadonlySet<Column['type']> = new Set(['choice', 'string']);
const IDS: ReadonlySet<Column['type']> = new Set(['id', 'reference', 'string']);

export function targetOf(table: BoundTable, { type, upstream }: Column): Target | null {
  if (isEvents(table)) return null;
  switch (upstream) {
    case 'status':
      return TEXTS.has(type) ? words('Statuses', STATUSES) : null;
    case 'severity':
      return TEXTS.has(type) ? words('Severities', SEVERITIES) : null;
    case 'integration.id':
      return IDS.has(type)
        ? { kind: 'list', param: 'IntegrationIds', ops: ONE_OF, value: idFor(type) }
        : null;
    case 'teams[].id':
      return type === 'list' ? { kind: 'list', param: 'TeamIds', ops: ONE_OF, value: idFor('string') } : null;
    case 'isArchived':
      return type === 'boolean' ? flag('IsArchived') : null;
    case 'unattended':
      return type === 'boolean' ? flag('Unattended') : null;
    case 'createdAt':
      return type === 'datetime' ? { kind: 'moment', from: 'CreatedFrom', until: 'CreatedUntil' } : null;
    case 'lastUpdatedAt':
      return type === 'datetime' ? { kind: 'moment', from: 'LastUpdatedFrom', until: null } : null;
    case 'title':
      return table.options['searchTerm'] === 'title' && TEXTS.has(type) ? { kind: 'term' } : null;
    default:
      return null;
  }
}

function words(param: string, all: readonly string[]): Target {
  const value = (operand: unknown): string | null =>
    typeof operand === 'string'
      ? (all.find((word) => word.toLowerCase() === operand.toLowerCase()) ?? null)
      : null;
  return { kind: 'list', param, ops: ONE_OF, value };
}

function flag(param: string): Target {
  const value = (operand: unknown): string | null => (typeof operand === 'boolean' ? String(operand) : null);
  return { kind: 'list', param, ops: ['eq'], value };
}

function idFor(type: Column['type']): (operand: unknown) => string | null {
  return (operand) => {
    const id = typeof operand === 'string' && type === 'string' ? operand.toLowerCase() : operand;
    return isId(id) ? id : null;
  };
}
