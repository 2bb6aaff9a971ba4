/** One call of a mutation, as plain data: what fast-check makes up, prints and replays. */

export const WHO = [
  'agent',
  'agent-itsm',
  'major-issue-manager',
  'admin',
  'contact',
  'other-domain-agent',
] as const;
export type Who = (typeof WHO)[number];

export const VERBS = [
  'createIncidentFromCase',
  'createProblemFromCase',
  'createNormalChangeFromCase',
  'createStandardChangeFromCase',
  'createRequestFromCase',
  'associateWithCase',
  'removeFromCase',
  'proposeSolution',
  'acceptSolution',
  'rejectSolution',
  'requestInfo',
  'closeCase',
  'resolveIncident',
  'closeIncident',
  'holdIncident',
  'proposeMajorCase',
  'acceptMajorCase',
  'rejectMajorCase',
  'createChildCases',
  'addChildCase',
] as const;
export type Verb = (typeof VERBS)[number];

export const RELATIONS = ['INCIDENT', 'PROBLEM', 'CHANGE', 'CAUSED_BY_CHANGE'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A call with everything looked up: ids instead of turns. */
export interface Call {
  readonly verb: Verb;
  readonly who: Who;
  /** Sys_id of the case; for incidents' own mutations `''`. */
  readonly caseId: string;
  /** Names the attempt; `null`: every call is one of its own. */
  readonly key: string | null;
  readonly relation: Relation;
  /** The record that is associated, removed, resolved; of addChildCase the child. */
  readonly recordId: string;
  readonly quantity: number;
  readonly text: string;
  readonly accounts: readonly string[];
  readonly consumers: readonly string[];
  /** Tells calls without a key apart. */
  readonly turn: number;
}

/** Who repeats a call under the same key goes on with the same attempt. */
export function attemptOf({ verb, who, caseId, key, turn }: Call): string {
  return JSON.stringify([verb, who, caseId, key ?? `no key, turn ${turn}`]);
}

export interface Answer {
  /** `ok`: done, with `codes` where something of it is amiss. `refused`: one of `codes` says why not. `unknown`: the upstream did not answer; it may have been done. */
  readonly kind: 'ok' | 'refused' | 'unknown';
  readonly codes: readonly string[];
  /** The record or major case that the answer shows; `''`: none. */
  readonly recordId: string;
  /** The case as the answer shows it, as far as it was asked for. */
  readonly shown: Readonly<Record<string, string>> | null;
  readonly text: string;
}
