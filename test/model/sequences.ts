import fc from 'fast-check';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import { RELATIONS, VERBS, WHO, type Relation, type Verb, type Who } from './call.ts';

/** What a sequence is made of: numbers stand for turns among what there is when the step comes. */

/** A call that is made up, or one that was made before and is made again. */
export type Planned =
  | { readonly again: number; readonly gateway: number }
  | {
      readonly verb: Verb;
      readonly who: Who;
      readonly on: number;
      readonly key: string | null;
      readonly relation: Relation;
      readonly pick: number;
      readonly text: string;
      readonly gateway: number;
    };

/** What ServiceNow does wrong, and to which request of the step: `after` so many of its kind went well. */
export interface Trouble {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly after: number;
  readonly times: number;
  readonly how:
    | 'error'
    | 'unavailable'
    | 'timeout'
    | 'lost before'
    | 'lost after'
    | 'page'
    | 'half a body'
    | 'broken body';
}

export interface Step {
  /** One, or two at the same time. */
  readonly calls: readonly Planned[];
  readonly trouble: readonly Trouble[];
}

const HOW: Readonly<Record<Trouble['how'], Partial<FaultInput>>> = {
  error: { status: 500 },
  unavailable: { status: 503 },
  timeout: { delayMs: 2_000 },
  'lost before': { drop: 'before' },
  'lost after': { drop: 'after' },
  page: { corrupt: 'html' },
  'half a body': { corrupt: 'truncated' },
  'broken body': { corrupt: 'malformed' },
};

const PATH = '/api/now/table/';

/** The sandbox's faults for it, in the order in which they are to be set. */
export function faultsOf({ method, after, times, how }: Trouble): readonly FaultInput[] {
  // The first that matches is applied: requests that are to go well use up one that does nothing.
  const well = after === 0 ? [] : [{ path: PATH, method, delayMs: 0, times: after }];
  return [...well, { path: PATH, method, times, ...HOW[how] }];
}

/** Seconds that the gateway waits for ServiceNow: less than a timeout takes. */
export const DEADLINE = 1;

/** Objects that print as what they are. */
const record = <T extends object>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record<T>(of, { noNullPrototype: true });

/** Those that change much come more often, and so do those who may do much. */
const verb = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...VERBS) },
  { weight: 3, arbitrary: fc.constantFrom<Verb>('createIncidentFromCase', 'createProblemFromCase', 'createNormalChangeFromCase', 'createStandardChangeFromCase', 'createRequestFromCase') },
  { weight: 2, arbitrary: fc.constantFrom<Verb>('associateWithCase', 'removeFromCase', 'proposeMajorCase', 'acceptMajorCase', 'rejectMajorCase') },
); // prettier-ignore
const who = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...WHO) },
  { weight: 3, arbitrary: fc.constantFrom<Who>('agent-itsm', 'major-issue-manager', 'admin') },
);

const gateway = fc.nat({ max: 1 });
const fresh = record({
  verb,
  who,
  on: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 5 }) }),
  key: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('one', 'other') }, fc.constant(null)),
  relation: fc.constantFrom(...RELATIONS),
  pick: fc.nat({ max: 5 }),
  // One is a part of the other.
  text: fc.constantFrom('Again.', 'Again. And again.', 'No.'),
  gateway,
});
const again = record({ again: fc.nat({ max: 3 }), gateway });
const planned: fc.Arbitrary<Planned> = fc.oneof(
  { weight: 4, arbitrary: fresh },
  { weight: 1, arbitrary: again },
);

const trouble: fc.Arbitrary<Trouble> = record({
  method: fc.constantFrom('POST', 'PATCH', 'PATCH', 'GET'),
  after: fc.nat({ max: 4 }),
  times: fc.integer({ min: 1, max: 3 }),
  how: fc.constantFrom('error', 'unavailable', 'lost before', 'lost after', 'lost before', 'lost after', 'page', 'half a body', 'broken body', 'timeout'),
}); // prettier-ignore

const none = fc.constant<readonly Trouble[]>([]);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: record({ calls: fc.tuple(planned), trouble: none }) },
  { weight: 4, arbitrary: record({ calls: fc.tuple(planned), trouble: fc.array(trouble, { minLength: 1, maxLength: 2 }) }) },
  { weight: 2, arbitrary: record({ calls: fc.tuple(planned, planned), trouble: none }) },
  { weight: 1, arbitrary: record({ calls: fc.tuple(planned, planned), trouble: fc.tuple(trouble) }) },
); // prettier-ignore

/** Steps of several agents on a case, on another one, and on what becomes of them. */
export const sequence = fc.array(step, { minLength: 3, maxLength: 10, size: 'max' });
