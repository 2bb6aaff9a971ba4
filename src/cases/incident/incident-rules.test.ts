import { describe, expect, it } from 'vitest';
import {
  incidentIsDone,
  refuseIncident,
  refuseIncidentWriter,
  type IncidentAction,
  type IncidentFacts,
  type IncidentInput,
} from './incident-rules.ts';

const FACTS: IncidentFacts = {
  number: 'INC1',
  state: '2',
  closeCode: null,
  closeNotes: null,
  holdReason: null,
};
const NOTHING: IncidentInput = { closeCode: null, closeNotes: null, holdReason: null, comment: null };
const SOLVED = { closeCode: 'Solution provided', closeNotes: 'Restarted.' };
const STATES = ['1', '2', '3', '6', '7', '8'];

describe('An incident', () => {
  it.each<[IncidentAction, Partial<IncidentInput>, string[]]>([
    ['RESOLVE', SOLVED, ['1', '2', '3']],
    ['CLOSE', {}, ['6']],
    ['HOLD', { holdReason: '1' }, ['1', '2']],
    ['RESUME', {}, ['3']],
  ])('%s is possible in the right states, and in no other', (action, input, states) => {
    const possible = STATES.filter(
      (state) => refuseIncident(action, { ...FACTS, state }, { ...NOTHING, ...input }) === null,
    );
    expect(possible).toEqual(states);
  });

  it.each<[IncidentAction, Partial<IncidentInput>, string]>([
    ['RESOLVE', { closeNotes: 'x' }, 'closeCode'],
    ['RESOLVE', { closeCode: 'x' }, 'closeNotes'],
    ['RESOLVE', { closeCode: 'x', closeNotes: ' ' }, 'closeNotes'],
    ['HOLD', {}, 'reason'],
  ])('%s with %j lacks something', (action, input, field) => {
    expect(refuseIncident(action, FACTS, { ...NOTHING, ...input })).toMatchObject({
      code: 'INVALID_INPUT',
      field: [field],
    });
  });

  it.each<[string, string, string[], boolean]>([
    ['an agent who may write incidents', 'agent', ['sn_incident_write'], true],
    ['an agent with itil', 'agent', ['itil'], true],
    ['an administrator', 'agent', ['admin'], true],
    ['a service', 'service', ['sn_incident_write'], true],
    ['an agent who may read incidents', 'agent', ['sn_incident_read'], false],
    ['a customer, whatever the roles', 'contact', ['sn_incident_write', 'admin'], false],
  ])('is changed by %s: %s', (_, kind, roles, may) => {
    expect(refuseIncidentWriter({ kind, roles: new Set(roles) }) === null).toBe(may);
  });

  it('is done when it says what it was to say', () => {
    const resolved = { ...FACTS, state: '6', ...SOLVED };
    expect(incidentIsDone('RESOLVE', resolved, { ...NOTHING, ...SOLVED })).toBe(true);
    expect(incidentIsDone('RESOLVE', resolved, { ...NOTHING, ...SOLVED, closeNotes: 'Other.' })).toBe(false);
    expect(incidentIsDone('RESOLVE', FACTS, { ...NOTHING, ...SOLVED })).toBe(false);
  });
});
