import { ColumnIndex } from './column-index.ts';
import { DateIndex } from './date-index.ts';
import type { Row } from './row.ts';

type Index = ColumnIndex | DateIndex;
type Values = Readonly<Record<string, string>>;

/** The indexes of one table hierarchy: each made when first asked for, and kept true by writes. */
export class Indexes {
  readonly #rows: () => Iterable<Row>;
  readonly #byValue = new Map<string, ColumnIndex>();
  readonly #byDate = new Map<string, DateIndex>();

  constructor(rows: () => Iterable<Row>) {
    this.#rows = rows;
  }

  value(column: string): ColumnIndex {
    const index = this.#byValue.get(column) ?? new ColumnIndex(column, this.#rows());
    this.#byValue.set(column, index);
    return index;
  }

  date(column: string): DateIndex {
    const index = this.#byDate.get(column) ?? new DateIndex(column, this.#rows());
    this.#byDate.set(column, index);
    return index;
  }

  #all(): (readonly [column: string, index: Index])[] {
    return [...this.#byValue, ...this.#byDate];
  }

  added(row: Row): void {
    for (const [, index] of this.#all()) index.add(row);
  }

  removed(row: Row): void {
    for (const [, index] of this.#all()) index.remove(row, row.values);
  }

  /** `before` are the values under which the row stands in the indexes. */
  updated(row: Row, before: Values): void {
    for (const [column, index] of this.#all()) {
      if ((row.values[column] ?? '') === (before[column] ?? '')) continue;
      index.remove(row, before);
      index.add(row);
    }
  }
}
