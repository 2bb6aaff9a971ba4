import type { Row } from './row.ts';
import { formatDateTime, parseDateTime } from './time.ts';

/** Rows of one table hierarchy in the order of one date column; for "since then". Those without a date come first. */
export class DateIndex {
  readonly #column: string;
  readonly #rows: Row[];
  /** Dates of #rows, place by place. */
  readonly #dates: string[];

  constructor(column: string, rows: Iterable<Row>) {
    this.#column = column;
    const dated = [...rows].map((row) => ({ row, date: this.#dateOf(row.values) }));
    dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    this.#rows = dated.map(({ row }) => row);
    this.#dates = dated.map(({ date }) => date);
  }

  #dateOf(values: Readonly<Record<string, string>>): string {
    const time = parseDateTime(values[this.#column] ?? '');
    return time === undefined ? '' : formatDateTime(time);
  }

  /** The first place whose date is not before `date`. */
  #place(date: string): number {
    let low = 0;
    let high = this.#dates.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#dates[middle] ?? '') < date) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Rows at or after `date` (`YYYY-MM-DD HH:MM:SS`). */
  since(date: string): readonly Row[] {
    return this.#rows.slice(this.#place(date));
  }

  add(row: Row): void {
    const date = this.#dateOf(row.values);
    // Nearly always the newest of all: it goes to the end.
    const at = date >= (this.#dates.at(-1) ?? '') ? this.#dates.length : this.#place(date);
    this.#rows.splice(at, 0, row);
    this.#dates.splice(at, 0, date);
  }

  /** `values` are those under which the row was added. */
  remove(row: Row, values: Readonly<Record<string, string>>): void {
    const at = this.#rows.indexOf(row, this.#place(this.#dateOf(values)));
    if (at < 0) return;
    this.#rows.splice(at, 1);
    this.#dates.splice(at, 1);
  }
}
