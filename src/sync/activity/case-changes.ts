import { CasegraphError } from '../../contract/index.ts';
import { cellText } from '../../engine/cell-text.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import type { Reader } from '../../engine/engine.ts';
import { ROW, type ListArguments, type Select, type Wanted, type WantedFilter } from '../../engine/query.ts';
import { checkReached, readPlace, writePlace, type Reached } from './place.ts';
import { isNew, NOWHERE, reach, since } from './reached.ts';

/** A case that has been made or changed. */
export interface CaseChange {
  /** ISO 8601, by the owner's clock. */
  readonly at: string;
  readonly caseKey: string;
  /** Where to go on from after this event. */
  readonly cursor: string;
}

const PAGE = 100;

/** Follows the cases that a filter lets through, as one viewer: each look tells which have been changed since the one before. */
export class CaseChanges {
  readonly #table: TableDefinition;
  readonly #filter: Wanted;
  #reached: Reached | null;

  /** `after`: cursor of an earlier event; throws `invalid-input` where it is none. `null`: from now on. */
  constructor(table: TableDefinition, filter: Wanted, after: string | null) {
    this.#table = table;
    this.#filter = filter;
    this.#reached = after === null ? null : readPlace('caseChanged', after, checkReached);
  }

  /** Throws CasegraphError: `forbidden` where the viewer may read no cases, any more or at all. */
  async look(reader: Reader): Promise<readonly CaseChange[]> {
    const events: CaseChange[] = [];
    for (;;) {
      const before = this.#reached;
      const { changed, more } = await this.#read(reader, before);
      if (before === null) {
        this.#reached = changed.reduce((place, change) => reach(place, moment(change)), NOWHERE);
        return [];
      }
      let reached = before;
      for (const change of changed.filter((one) => isNew(before, moment(one)))) {
        reached = reach(reached, moment(change));
        events.push({ at: change.at, caseKey: change.key, cursor: writePlace('caseChanged', reached) });
      }
      this.#reached = reached;
      if (!more) return events;
    }
  }

  async #read(reader: Reader, from: Reached | null): Promise<{ changed: readonly Changed[]; more: boolean }> {
    const { nodes, hasNextPage } = await reader.list(this.#table, this.#list(from), MARKS);
    const changed = nodes.map(({ [ROW]: row }) => ({
      key: cellText(row, this.#table.key) ?? '',
      at: cellText(row, 'updatedAt') ?? '',
      version: cellText(row, 'version') ?? '',
    }));
    return { changed, more: hasNextPage };
  }

  /** What changed last where nothing is known yet; else what has changed since, the oldest first. */
  #list(from: Reached | null): ListArguments {
    const direction = from === null ? ('desc' as const) : ('asc' as const);
    const at = from === null ? null : since(from);
    return {
      filter: at === null ? this.#filter : changedFrom(this.#filter, at),
      order: [
        { column: 'updatedAt', direction },
        { column: this.#table.key, direction: 'asc' },
      ],
      first: PAGE + Object.keys(from?.seen ?? {}).length,
      after: null,
      count: false,
    };
  }
}

interface Changed {
  readonly key: string;
  readonly at: string;
  readonly version: string;
}

const MARKS: Select = { columns: new Set(['updatedAt', 'version']), relations: new Map() };

/** Two changes of a case within a second differ by its version. */
function moment({ at, key, version }: Changed) {
  return { at, name: `${key} ${version}` };
}

function changedFrom(filter: Wanted, at: string): Wanted {
  const newer: WantedFilter = { op: 'gte', column: 'updatedAt', value: at };
  if (filter === null) return newer;
  return filter === false ? false : { op: 'and', all: [filter, newer] };
}

/** The table that cases are, or what is wrong with a schema that has none. */
export function caseTable(tables: ReadonlyMap<string, TableDefinition>): TableDefinition {
  const table = tables.get('Case');
  if (table === undefined)
    throw new CasegraphError('internal', 'Following cases needs a table Case, and none is declared.');
  return table;
}
