import type { Viewer } from '../access/viewer.ts';
import type { Row } from '../contract/index.ts';
import { cellText } from './cell-text.ts';
import type { SourceDefinition, TableDefinition } from './definition.ts';
import { columnsOf } from './filter/combine.ts';
import { columnsForWriting } from './may-write.ts';

interface Kept {
  readonly row: Row;
  readonly columns: ReadonlySet<string>;
}

/**
 * Rows as one operation has read them in its last step, from the upstream itself and under all that the viewer may see. Who changes such a row need not read it
 * again to know whether the viewer may. A step is what is read at the same time; with the next one, and with every write, what was read before is old and
 * forgotten. A row stands for one write only.
 */
export class Standing {
  readonly #rows = new Map<TableDefinition, Map<string, Kept>>();
  readonly #wanted = new Map<TableDefinition, ReadonlySet<string>>();
  #underWay = 0;
  #writes = 0;

  /** Runs a read of the step. `keep` takes the rows that it found, unless something was written meanwhile. */
  async reading<T>(
    work: (
      keep: (table: TableDefinition, rows: readonly Row[], columns: Iterable<string>) => void,
    ) => Promise<T>,
  ): Promise<T> {
    if (this.#underWay === 0) this.#rows.clear();
    this.#underWay += 1;
    const writes = this.#writes;
    try {
      return await work((table, rows, columns) => {
        if (writes === this.#writes) this.#keep(table, rows, new Set(columns));
      });
    } finally {
      this.#underWay -= 1;
    }
  }

  #keep(table: TableDefinition, rows: readonly Row[], columns: ReadonlySet<string>): void {
    const known = this.#rows.get(table) ?? new Map<string, Kept>();
    this.#rows.set(table, known);
    for (const row of rows) {
      const key = cellText(row, table.key);
      if (key !== null) known.set(key, { row, columns });
    }
  }

  /** The row of a key, if it was read in this step with all of the columns. */
  take(table: TableDefinition, key: string, columns: readonly string[]): Row | undefined {
    const known = this.#rows.get(table);
    const kept = known?.get(key);
    known?.delete(key);
    return kept !== undefined && columns.every((name) => kept.columns.has(name)) ? kept.row : undefined;
  }

  /** Something was written, or may have been. */
  written(): void {
    this.#writes += 1;
    this.#rows.clear();
  }

  /** What the rules may ask of a row that the viewer changes. Read along with what else is read of it. */
  columnsFor(table: TableDefinition, { where }: SourceDefinition, viewer: Viewer): ReadonlySet<string> {
    const known = this.#wanted.get(table);
    if (known !== undefined) return known;
    const wanted = columnsOf(where, new Set([table.key, ...columnsForWriting(table, viewer)]));
    this.#wanted.set(table, wanted);
    return wanted;
  }
}
