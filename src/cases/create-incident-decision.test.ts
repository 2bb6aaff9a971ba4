import { expect, it } from 'vitest';
import type { CaseFacts } from './case-facts.ts';
import { refuseCreateIncident } from './create-incident-decision.ts';

const OPEN: CaseFacts = {
  key: 'k',
  number: 'CS0001001',
  state: '10',
  shortDescription: 'Printer on fire',
  priority: '2',
  contact: null,
  consumerUser: null,
  configurationItem: null,
  incident: null,
  problem: null,
  change: null,
  causedBy: null,
  domain: null,
  majorCaseState: null,
  childOfMajor: false,
};
const WRITER = ['sn_customerservice_agent', 'sn_incident_write'];

it.each<[string, string, string[], Partial<CaseFacts>, string | null]>([
  ['an agent with the role, on an open case', 'agent', WRITER, {}, null],
  ['a new case', 'agent', WRITER, { state: '1' }, null],
  ['a case that waits for the customer', 'agent', WRITER, { state: '18' }, null],
  ['a proposed major case', 'agent', WRITER, { majorCaseState: 'proposed' }, null],
  ['an administrator', 'agent', ['admin'], {}, null],
  ['an agent without the role', 'agent', ['sn_customerservice_agent'], {}, 'FORBIDDEN'],
  ['an agent who may only read incidents', 'agent', ['sn_incident_read'], {}, 'FORBIDDEN'],
  ['a contact, whatever roles the token claims', 'contact', WRITER, {}, 'FORBIDDEN'],
  ['a consumer', 'consumer', WRITER, {}, 'FORBIDDEN'],
  ['a case with an incident', 'agent', WRITER, { incident: 'i' }, 'ALREADY_ASSOCIATED'],
  ['a resolved case', 'agent', WRITER, { state: '6' }, 'INVALID_STATE'],
  ['a closed case', 'agent', WRITER, { state: '3' }, 'INVALID_STATE'],
  ['a canceled case', 'agent', WRITER, { state: '7' }, 'INVALID_STATE'],
  ['the child of a major case', 'agent', WRITER, { childOfMajor: true }, 'INVALID_STATE'],
  ['a major case, without the role itil', 'agent', WRITER, { majorCaseState: 'accepted' }, 'FORBIDDEN'],
  ['a major case, with the role itil', 'agent', [...WRITER, 'itil'], { majorCaseState: 'accepted' }, null],
])('%s', (_, kind, roles, changed, code) => {
  expect(refuseCreateIncident({ kind, roles: new Set(roles) }, { ...OPEN, ...changed })?.code ?? null).toBe(
    code,
  );
});
