/** What can be done with a case, by the names of the schema's enum CaseAction, in the order a menu would show them. */
export const CASE_ACTIONS = [
  'CREATE_INCIDENT',
  'CREATE_PROBLEM',
  'CREATE_REQUEST',
  'CREATE_NORMAL_CHANGE',
  'CREATE_STANDARD_CHANGE',
  'ASSOCIATE_INCIDENT',
  'ASSOCIATE_PROBLEM',
  'ASSOCIATE_CHANGE',
  'ASSOCIATE_CAUSED_BY_CHANGE',
  'REMOVE_INCIDENT',
  'REMOVE_PROBLEM',
  'REMOVE_CHANGE',
  'REMOVE_CAUSED_BY_CHANGE',
  'PROPOSE_MAJOR_CASE',
  'ACCEPT_MAJOR_CASE',
  'REJECT_MAJOR_CASE',
  'PROPOSE_SOLUTION',
  'ACCEPT_SOLUTION',
  'REJECT_SOLUTION',
  'REQUEST_INFO',
  'CLOSE',
] as const;

export type CaseAction = (typeof CASE_ACTIONS)[number];
