import type { SnRecord } from '../../world/world.ts';
import { CHOICES } from '../dictionary/choices.ts';
import type { TableDefinition } from '../dictionary/column.ts';
import { lineage } from '../dictionary/dictionary.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { stableId } from './stable-id.ts';
import type { Store } from './store.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

function builtIn(key: string): SnRecord[] {
  const [name = '', element = ''] = key.split('.');
  return Object.entries(CHOICES[key] ?? {}).map(([value, label], at) => ({
    sys_id: stableId(`sys_choice ${key} ${value}`),
    name,
    element,
    value,
    label,
    sequence: String(at),
    inactive: 'false',
    language: 'en',
  }));
}

/** sys_choice rows for every list that the given rows do not cover. */
export function missingChoices(dictionary: Dictionary, present: readonly SnRecord[]): SnRecord[] {
  const covered = new Set(present.map((row) => `${row.name ?? ''}.${row.element ?? ''}`));
  return Object.keys(CHOICES)
    .filter((key) => !covered.has(key) && dictionary.has(key.split('.')[0] ?? ''))
    .flatMap(builtIn);
}

/** Choice lists of the store, read anew after sys_choice was written. */
export class ChoiceLists {
  readonly #store: Store;
  readonly #lists = new Map<string, readonly Choice[]>();
  #version = -1;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Active choices of the nearest class that has some for the column; empty when none has. */
  of(table: TableDefinition, element: string): readonly Choice[] {
    const version = this.#store.versionOf(['sys_choice']);
    if (this.#version !== version) this.#lists.clear();
    this.#version = version;
    const key = `${table.name}.${element}`;
    const list = this.#lists.get(key) ?? this.#read(table, element);
    this.#lists.set(key, list);
    return list;
  }

  #read(table: TableDefinition, element: string): readonly Choice[] {
    const choices = this.#store.dictionary.get('sys_choice');
    if (!choices) return [];
    const rows = this.#store
      .lookup(choices, 'element', element)
      .filter(({ values }) => values.inactive !== 'true');
    const names = lineage(table).map((ancestor) => ancestor.name);
    const nearest = names.find((name) => rows.some(({ values }) => values.name === name));
    return rows
      .filter(({ values }) => values.name === nearest)
      .sort((a, b) => Number(a.values.sequence ?? 0) - Number(b.values.sequence ?? 0))
      .map(({ values }) => ({ value: values.value ?? '', label: values.label ?? '' }));
  }

  label(table: TableDefinition, element: string, value: string): string {
    return this.of(table, element).find((choice) => choice.value === value)?.label ?? value;
  }
}
