import { expect, it } from 'vitest';
import { derivedNotes } from './derived-notes.ts';
import type { RecordHistory } from './history.ts';

const label = (_: string, __: string, value: string): string => value;
const incident = (state: string, updatedAt = '2026-11-22T10:00:00Z'): RecordHistory => ({
  object: 'incident',
  key: 'a',
  number: 'INC1',
  link: null,
  values: { state, hold_reason: '4' },
  createdAt: '2026-11-22T09:00:00Z',
  updatedAt,
  lines: [],
  said: [],
  articles: [],
});

it('where the history cannot be read, each new state is told once, also one that comes back', () => {
  const noted = new Set<string>();
  const told = ['2', '2', '3', '3', '2', '3', '3'].flatMap((state) =>
    derivedNotes(incident(state), noted, label, 'related').map(({ text, reference }) => {
      noted.add(reference);
      return text;
    }),
  );
  expect(told).toEqual([
    'Incident INC1\nState: 2 (was unknown)',
    'Incident INC1\nState: 3 (was 2)\nOn-hold reason: 4',
    'Incident INC1\nState: 2 (was 3)',
    'Incident INC1\nState: 3 (was 2)\nOn-hold reason: 4',
  ]);
});

it('a record that has not changed since it was made is not told of', () => {
  expect(derivedNotes(incident('1', '2026-11-22T09:00:00Z'), new Set(), label, 'related')).toEqual([]);
});
