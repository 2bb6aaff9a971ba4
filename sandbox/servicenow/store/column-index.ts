import type { Row } from './row.ts';

/** Rows of one table hierarchy by the lower-case value of one column; an empty value is a key too. */
export class ColumnIndex {
  readonly #column: string;
  readonly #buckets = new Map<string, Row[]>();

  constructor(column: string, rows: Iterable<Row>) {
    this.#column = column;
    for (const row of rows) this.add(row);
  }

  #key(values: Readonly<Record<string, string>>): string {
    return (values[this.#column] ?? '').toLowerCase();
  }

  get(value: string): readonly Row[] {
    return this.#buckets.get(value.toLowerCase()) ?? [];
  }

  add(row: Row): void {
    const key = this.#key(row.values);
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.push(row);
    else this.#buckets.set(key, [row]);
  }

  /** `values` are those under which the row was added. */
  remove(row: Row, values: Readonly<Record<string, string>>): void {
    const bucket = this.#buckets.get(this.#key(values));
    const at = bucket?.indexOf(row) ?? -1;
    if (at >= 0) bucket?.splice(at, 1);
  }
}
