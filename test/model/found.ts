import type { Planned, Step, Trouble } from './sequences.ts';
import type { Verb, Who } from './call.ts';

/** Sequences in which random ones have found a defect once. */

const by = (who: Who, verb: Verb, more: Partial<Exclude<Planned, { again: number }>> = {}): Planned => ({
  verb,
  who,
  on: 0,
  key: 'one',
  relation: 'INCIDENT',
  pick: 0,
  text: 'No.',
  gateway: 0,
  ...more,
});
const quietly = (call: Planned): Step => ({ calls: [call], trouble: [] });
const lost = (call: Planned, method: Trouble['method'], after = 0): Step => ({
  calls: [call],
  trouble: [{ method, after, times: 1, how: 'lost before' }],
});

const AGENT = 'agent-itsm';
const CLOSED = quietly(by('admin', 'closeCase'));

export const FOUND: Readonly<Record<string, readonly Step[]>> = {
  'an incident whose association was lost is canceled by the repeat when the case was closed meanwhile': [
    lost(by(AGENT, 'createIncidentFromCase'), 'PATCH'),
    CLOSED,
  ],
  'and when the case was given another meanwhile': [
    lost(by(AGENT, 'createProblemFromCase'), 'PATCH'),
    quietly(by('admin', 'associateWithCase', { relation: 'PROBLEM' })),
  ],
  'but not when it had been associated and was taken off': [
    lost(by(AGENT, 'createProblemFromCase'), 'PATCH'),
    quietly({ again: 0, gateway: 1 }),
    quietly(by('admin', 'removeFromCase', { relation: 'PROBLEM', pick: 2 })),
    quietly(by('admin', 'associateWithCase', { relation: 'PROBLEM' })),
    quietly(by(AGENT, 'createProblemFromCase')),
  ],
  'who may not accept a solution is not told that it was, on a case that is closed': [
    CLOSED,
    quietly(by('agent', 'acceptSolution')),
  ],
  'a question is not taken for asked because some note holds its words': [
    quietly(by('agent', 'proposeMajorCase', { text: 'No.' })),
    quietly(by('agent', 'requestInfo', { text: 'Again.' })),
    quietly(by('agent', 'requestInfo', { text: 'No.' })),
  ],
  'one key for a normal and for a standard change names two attempts': [
    quietly(by(AGENT, 'createNormalChangeFromCase')),
    quietly(by(AGENT, 'createStandardChangeFromCase')),
  ],
  'a request whose note was lost stands when the case was closed meanwhile': [
    lost(by(AGENT, 'createRequestFromCase'), 'PATCH'),
    CLOSED,
  ],
  'a request whose item was lost is canceled then': [
    lost(by(AGENT, 'createRequestFromCase'), 'POST', 1),
    CLOSED,
  ],
};
