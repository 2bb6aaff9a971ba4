import type { ChoiceList, ChoiceOption, Column } from '../../../src/contract/index.ts';

/** A row of sys_choice. */
export interface Entry {
  /** Table. */
  readonly name: string;
  /** Column. */
  readonly element: string;
  readonly value: string;
  readonly label: string;
  readonly inactive: boolean;
  readonly language: string;
  /** Empty: offered whatever the other column holds. */
  readonly dependentValue: string;
  /** NaN: stands behind those that have one. */
  readonly sequence: number;
}

/**
 * The list of each column out of the entries of a table and those above it. The nearest table that offers anything for a column has the whole
 * list; the lists of tables above it do not shine through. Labels are in the language where that table has any in it.
 */
export function listsByColumn(
  columns: readonly Column[],
  lineage: readonly string[],
  language: string,
  entries: readonly Entry[],
): ReadonlyMap<string, ChoiceList> {
  const lists = new Map<string, ChoiceList>();
  for (const { name, upstream } of columns) {
    const own = entries.filter(({ element, value }) => element === upstream && value !== '');
    const nearest = lineage.find((object) => own.some((entry) => entry.name === object && !entry.inactive));
    if (nearest === undefined) continue;
    const options = merge(
      inLanguage(
        own.filter((entry) => entry.name === nearest),
        language,
      ),
    );
    lists.set(name, { options, dependsOn: null });
  }
  return lists;
}

function inLanguage(entries: readonly Entry[], language: string): readonly Entry[] {
  const translated = entries.filter((entry) => entry.language === language);
  return translated.length > 0 ? translated : entries;
}

/** A value that is offered for several values of another column stands in as many rows. */
function merge(entries: readonly Entry[]): readonly ChoiceOption[] {
  const byValue = new Map<string, Entry[]>();
  for (const entry of [...entries].sort(bySequence)) {
    const same = byValue.get(entry.value);
    if (same === undefined) byValue.set(entry.value, [entry]);
    else same.push(entry);
  }
  return [...byValue].map(([value, same]) => {
    const offered = same.filter(({ inactive }) => !inactive);
    const rows = offered.length > 0 ? offered : same;
    const dependent = rows.map(({ dependentValue }) => dependentValue);
    return {
      value,
      label: rows[0]?.label ?? value,
      inactive: offered.length === 0,
      dependentValues: dependent.includes('') ? [] : dependent,
    };
  });
}

function bySequence(left: Entry, right: Entry): number {
  const [a, b] = [left.sequence, right.sequence].map((at) => (Number.isNaN(at) ? Infinity : at)) as [
    number,
    number,
  ];
  return a === b ? 0 : a - b;
}
