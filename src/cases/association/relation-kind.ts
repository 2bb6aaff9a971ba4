import type { CaseAction } from '../actions/case-action.ts';
import { CHANGE, INCIDENT, PROBLEM, type RecordKind } from '../creation/record-kind.ts';

/** How a case refers to a record, by the names of the schema's enum CaseRelation. */
export type CaseRelation = 'INCIDENT' | 'PROBLEM' | 'CHANGE' | 'CAUSED_BY_CHANGE';

/** Besides what a case refers to: requests, which refer to their case. */
export type AnyRelation = CaseRelation | 'REQUEST';

export interface RelationKind extends RecordKind {
  readonly associate: CaseAction;
  readonly remove: CaseAction;
  /** Completes "… was associated with this case" in the case's work notes. */
  readonly noted: string;
}

export const RELATION_KINDS: Readonly<Record<CaseRelation, RelationKind>> = {
  INCIDENT: { ...INCIDENT, associate: 'ASSOCIATE_INCIDENT', remove: 'REMOVE_INCIDENT', noted: 'Incident' },
  PROBLEM: { ...PROBLEM, associate: 'ASSOCIATE_PROBLEM', remove: 'REMOVE_PROBLEM', noted: 'Problem' },
  CHANGE: { ...CHANGE, associate: 'ASSOCIATE_CHANGE', remove: 'REMOVE_CHANGE', noted: 'Change request' },
  CAUSED_BY_CHANGE: {
    ...CHANGE,
    field: 'causedBy',
    relation: 'causedByChange',
    associate: 'ASSOCIATE_CAUSED_BY_CHANGE',
    remove: 'REMOVE_CAUSED_BY_CHANGE',
    noted: 'Causing change request',
  },
};

/** Type of the records that a relation leads to, in the graph. */
export function typeOfRelation(relation: AnyRelation): RecordKind['type'] | 'ServiceRequest' {
  return relation === 'REQUEST' ? 'ServiceRequest' : RELATION_KINDS[relation].type;
}
