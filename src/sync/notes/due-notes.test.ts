import { describe, expect, it } from 'vitest';
import { associationsOf, type CaseRecords } from './association.ts';
import { dueNotes, type NotedCase } from './due-notes.ts';
import type { AuditLine, RecordHistory } from './history.ts';
import { referenceIn, referenceOf, withReference } from '../reference.ts';

const at = (minute: number): string => `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`;
const label = (_: string, __: string, value: string): string => value;
const line = (key: string, field: string, before: string, after: string, minute: number): AuditLine => ({
  sysId: `${key} ${field} ${minute}`,
  key,
  field,
  before,
  after,
  checkpoint: minute,
  at: at(minute),
});

/** An incident whose state changes in these minutes. */
function incident(key: string, ...minutes: readonly number[]): RecordHistory {
  return {
    object: 'incident',
    key,
    number: key,
    link: null,
    values: {},
    createdAt: at(0),
    updatedAt: at(59),
    lines: minutes.map((minute) => line(key, 'state', '1', '2', minute)),
    said: [],
    articles: [],
  };
}

const histories = new Map([
  ['a', incident('a', 5, 15, 25)],
  ['b', incident('b', 10, 20)],
]);
const always = (key: string) =>
  ({ object: 'incident', key, bond: 'related', from: at(0), until: null }) as const;
const plain: NotedCase = { state: '10', associations: [], ofMajor: null, noted: new Set() };
const quiet = { workNotes: false, followingStates: new Set(['10']) };

/** `a15`: the state of incident a changed in minute 15. */
function due(noted: Partial<NotedCase>, passedOn = quiet): readonly string[] {
  return dueNotes({ ...plain, ...noted }, histories, passedOn, label).map(
    (note) => `${note.key}${Number(note.at.slice(14, 16))}`,
  );
}

describe('notes that a case is due', () => {
  it('are in order over all its records, without those it has', () => {
    const noted = new Set([referenceOf('a state 5'), referenceOf('b state 20')]);
    expect(due({ associations: [always('a'), always('b')] })).toEqual(['a5', 'b10', 'a15', 'b20', 'a25']);
    expect(due({ associations: [always('a'), always('b')], noted })).toEqual(['b10', 'a15', 'a25']);
  });

  it('are about the time that the record belonged to the case', () => {
    expect(due({ associations: [{ ...always('a'), from: at(10), until: at(20) }] })).toEqual(['a15']);
    expect(due({ associations: [{ ...always('a'), from: at(15) }] })).toEqual(['a15', 'a25']);
  });

  it('come once where a case has a record twice', () => {
    const caused = { ...always('a'), bond: 'caused-by' } as const;
    expect(due({ associations: [always('a'), caused] })).toEqual(['a5', 'a15', 'a25']);
  });

  const shared = { associations: [always('a'), always('b')], ofMajor: new Set(['a']) };
  it.each([
    [
      'a record of its own is told of on the child, a shared one on the major case',
      shared,
      quiet,
      ['b10', 'b20'],
    ],
    [
      'a shared one is copied where work notes are passed on',
      shared,
      { ...quiet, workNotes: true },
      ['a5', 'b10', 'a15', 'b20', 'a25'],
    ],
    [
      'not to a child that does not follow any more',
      { ...shared, state: '6' },
      { ...quiet, workNotes: true },
      ['b10', 'b20'],
    ],
  ])('of a child: %s', (_, noted, passedOn, expected) => {
    expect(due(noted, passedOn)).toEqual(expected);
  });
});

describe('which records belong to a case', () => {
  const none = { incident: '', problem: '', change: '', caused_by: '' };
  const spans = (given: Partial<CaseRecords>, since = at(0)) =>
    associationsOf({ createdAt: at(1), columns: none, lines: [], ...given }, since).map(
      ({ key, bond, from, until }) => [key, bond, from, until],
    );

  it.each<[string, Partial<CaseRecords>, unknown]>([
    ['none', {}, []],
    ['one since it was made', { columns: { ...none, incident: 'a' } }, [['a', 'related', at(1), null]]],
    [
      'one since it was associated',
      { columns: { ...none, incident: 'a' }, lines: [line('case', 'incident', '', 'a', 7)] },
      [['a', 'related', at(7), null]],
    ],
    [
      'one until it was removed, and the next',
      {
        columns: { ...none, caused_by: 'b' },
        lines: [line('case', 'caused_by', '', 'b', 9), line('case', 'caused_by', 'a', '', 7)],
      },
      [
        ['a', 'caused-by', at(1), at(7)],
        ['b', 'caused-by', at(9), null],
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(spans(given)).toEqual(expected);
  });

  it('nothing is told of what was before the bound', () => {
    expect(spans({ columns: { ...none, problem: 'p' } }, at(30))).toEqual([['p', 'related', at(30), null]]);
  });
});

describe('the reference of a note', () => {
  it('is its last line, and found there only', () => {
    const reference = referenceOf('x');
    expect(reference).toMatch(/^[0-9a-f]{12}$/);
    expect(referenceIn(withReference('Incident INC1\nState: New', reference))).toBe(reference);
    expect(referenceIn(`[casegraph ${reference}]\nsays somebody else`)).toBeNull();
  });

  it('stays in a note that is too long', () => {
    const text = withReference('😀'.repeat(5_000), referenceOf('x'));
    expect(text.length).toBeLessThanOrEqual(3_900);
    expect(referenceIn(text)).toBe(referenceOf('x'));
    expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
