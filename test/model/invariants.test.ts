import { describe, expect, it } from 'vitest';
import { broken } from './invariants.ts';
import type { CaseState, RecordState, World } from './world.ts';

const ON: CaseState = {
  id: 'case',
  number: 'CS1',
  domain: 'acme',
  from: '',
  account: '',
  consumer: '',
  state: '10',
  code: '',
  notes: '',
  major: '',
  impact: '',
  parent: '',
  slots: { incident: 'one', problem: '', change: '', causedBy: '' },
  journal: ['work_notes: Incident INC1 was created from this case.'],
};
const ONE: RecordState = {
  id: 'one',
  number: 'INC1',
  kind: 'incident',
  domain: 'acme',
  from: 'case',
  state: '1',
  closeCode: '',
  closeNotes: '',
  holdReason: '',
  parent: '',
  items: [],
  withdrawn: 0,
};
const OTHER: RecordState = { ...ONE, id: 'other', number: 'INC2' };
const MAJOR: CaseState = { ...ON, id: 'major', number: 'CS2', from: 'case', journal: [] };

function world(cases: readonly CaseState[], records: readonly RecordState[]): World {
  return {
    cases: new Map(cases.map((row) => [row.id, row])),
    records: new Map(records.map((row) => [row.id, row])),
  };
}

describe('The tables are told apart from tables in which', () => {
  it.each<[string, World, readonly string[]]>([
    ['nothing is wrong', world([ON], [ONE]), []],
    ['one that is too many was canceled', world([ON], [ONE, { ...OTHER, state: '8', withdrawn: 1 }]), []],
    [
      'the first was taken off',
      world(
        [{ ...ON, journal: [...ON.journal, 'work_notes: Incident INC2 was removed from this case.'] }],
        [ONE, OTHER],
      ),
      [],
    ],
    [
      'two are open',
      world([ON], [ONE, OTHER]),
      ['CS1 has made INC1 and INC2, all open', 'INC2 is an orphan that nobody was told of'],
    ],
    [
      'one stands alone',
      world([{ ...ON, slots: { ...ON.slots, incident: '' } }], [ONE]),
      ['INC1 is an orphan that nobody was told of'],
    ],
    [
      'a request has no item',
      world([ON], [ONE, { ...OTHER, kind: 'request', number: 'REQ1', parent: 'case' }]),
      ['REQ1 is an orphan that nobody was told of'],
    ],
    ['a major case has no child', world([ON, MAJOR], [ONE]), ['CS2 is an orphan that nobody was told of']],
    [
      'a note stands twice',
      world([{ ...ON, journal: [...ON.journal, ...ON.journal] }], [ONE]),
      ['CS1 says twice "work_notes: Incident INC1 was created from this case."'],
    ],
    ['one was canceled twice', world([ON], [{ ...ONE, withdrawn: 2 }]), ['INC1 was canceled twice']],
    [
      'one stands in another domain',
      world([ON], [{ ...ONE, domain: 'globex' }]),
      ["INC1 is in the domain globex, not in its case's"],
    ],
  ])('%s', (_, tables, problems) => {
    expect(broken(tables, new Set())).toEqual(problems);
  });

  it('what an error has told of is no orphan', () => {
    expect(broken(world([{ ...ON, slots: { ...ON.slots, incident: '' } }], [ONE]), new Set(['one']))).toEqual(
      [],
    );
  });
});
