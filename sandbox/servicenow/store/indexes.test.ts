import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDictionary } from '../dictionary/dictionary.ts';
import { bySysId } from './row.ts';
import type { Row } from './row.ts';
import { Store } from './store.ts';

const dictionary = buildDictionary();
const incident = dictionary.get('incident')!;
const task = dictionary.get('task')!;

const second = (at: number): string => `2026-03-10 15:30:${String(at).padStart(2, '0')}`;
const at = fc.integer({ min: 0, max: 9 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), key: at, date: at }),
  fc.record({ kind: fc.constant('update' as const), key: at, date: fc.option(at) }),
  fc.record({ kind: fc.constant('remove' as const), key: at }),
);

function ids(rows: readonly Row[]): string[] {
  return [...rows].sort(bySysId).map(({ values }) => values.sys_id);
}

test('whatever is written, the index by date finds what a look at every record finds', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const store = new Store(dictionary, new Map());
      store.since(task, 'sys_updated_on', '');
      for (const { kind, key, ...more } of steps) {
        const row = store.get(incident, String(key));
        const date = 'date' in more && more.date !== null ? second(more.date) : '';
        if (kind === 'insert' && !row) store.insert(incident, { sys_id: String(key), sys_updated_on: date });
        if (kind === 'update' && row) store.update(row, { sys_updated_on: date });
        if (kind === 'remove' && row) store.remove(row);
      }
      for (let from = 0; from < 10; from += 1) {
        const expected = store
          .rows(task)
          .filter(({ values }) => (values.sys_updated_on ?? '') >= second(from));
        const found = store.since(task, 'sys_updated_on', second(from));
        expect(ids(found)).toEqual(ids(expected));
        const dates = found.map(({ values }) => values.sys_updated_on);
        expect(dates).toEqual([...dates].sort());
      }
    }),
  );
});
