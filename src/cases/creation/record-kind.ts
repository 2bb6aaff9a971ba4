import type { Row, Value } from '../../contract/index.ts';
import type { RelatedField } from '../actions/checks.ts';

/** Values by the names that the rules use: columns and relations of the graph. */
export type Values = Readonly<Record<string, Value>>;

/** A kind of record that a case has at most one of: how it is told apart, associated and withdrawn. */
export interface RecordKind {
  /** Type in the graph. */
  readonly type: 'Incident' | 'Problem' | 'ChangeRequest';
  /** As a sentence names it: `incident`. */
  readonly noun: string;
  /** Where {@link CaseFacts} holds its key. */
  readonly field: RelatedField;
  /** The case's relation to it in the graph. */
  readonly relation: string;
  /** Internal values of the states in which nobody works on it any more: nothing that a case is given. */
  readonly ended: ReadonlySet<string>;
  /** What withdraws one that was created for nothing. */
  readonly canceled: Values;
  /** Taken over from the case, and compared with what stands there afterwards: upstreams drop what they do not know without saying so. */
  readonly checked: ReadonlySet<string>;
}

/** States: ServiceNow facts 5.4, 5.6. */
export const INCIDENT: RecordKind = {
  type: 'Incident',
  noun: 'incident',
  field: 'incident',
  relation: 'incident',
  ended: new Set(['6', '7', '8']),
  canceled: { state: '8' },
  checked: new Set([
    'shortDescription',
    'impact',
    'urgency',
    'priority',
    'caller',
    'configurationItemId',
    'problem',
    'changeRequest',
    'causedByChange',
  ]),
};

export const PROBLEM: RecordKind = {
  type: 'Problem',
  noun: 'problem',
  field: 'problem',
  relation: 'problem',
  ended: new Set(['106', '107']),
  canceled: { state: '107', resolutionCode: 'canceled' },
  checked: new Set(['shortDescription', 'impact', 'urgency', 'configurationItemId', 'companyId']),
};

export const CHANGE: RecordKind = {
  type: 'ChangeRequest',
  noun: 'change request',
  field: 'change',
  relation: 'changeRequest',
  ended: new Set(['3', '4']),
  canceled: { state: '4' },
  checked: new Set([
    'shortDescription',
    'type',
    'impact',
    'urgency',
    'priority',
    'configurationItemId',
    'companyId',
  ]),
};

/** What the case shows of a record that it was given. */
export function numberOf(row: Row | null): string {
  const number = row?.values['number'];
  return typeof number === 'string' ? number : '';
}
