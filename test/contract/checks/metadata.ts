import { expect } from 'vitest';
import type { ChoiceList } from '../../../src/contract/index.ts';
import type { Check, ContractSetup } from '../setup.ts';

/** What adapters tell about tables beside their rows; each part is there or not. */
export const metadata: readonly Check[] = [
  {
    name: 'choice lists are of choice columns, hold each value once, and know the values that rows show',
    unless: ({ adapter }) => (adapter.choices === undefined ? 'it has no choice lists' : null),
    run: async ({ adapter, table, call, rows }) => {
      const lists = (await adapter.choices?.(table, call())) ?? new Map<string, ChoiceList>();
      for (const [name, { options }] of lists) {
        expect({ name, type: table.columns.get(name)?.type }).toEqual({ name, type: 'choice' });
        const values = options.map(({ value }) => value);
        expect(values.length).toBeGreaterThan(0);
        expect(new Set(values).size).toBe(values.length);
        for (const { values: cells } of rows) {
          const cell = cells[name] as { value: string } | null | undefined;
          if (cell) expect(values).toContain(cell.value);
        }
      }
    },
  },
  {
    name: 'what is told beside the rows ends as soon as its signal is aborted',
    unless: ({ adapter }) =>
      adapter.choices === undefined && adapter.layout === undefined
        ? 'it tells nothing beside the rows'
        : null,
    run: async (setup) => {
      for (const told of toldBy(setup)) await expect(told).rejects.toThrow();
    },
  },
];

function toldBy({ adapter, table, call }: ContractSetup): Promise<unknown>[] {
  const hasChoices = [...table.columns.values()].some(({ type }) => type === 'choice');
  const aborted = call(AbortSignal.abort(new Error('gone')));
  return [
    ...(hasChoices && adapter.choices !== undefined ? [adapter.choices(table, aborted)] : []),
    ...(adapter.layout === undefined ? [] : [adapter.layout(table, aborted)]),
  ];
}
