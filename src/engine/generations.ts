import type { BoundTable, Selection } from '../contract/index.ts';
import type { Condition } from './query.ts';
import type { TableDefinition } from './definition.ts';

/**
 * Counts the gateway's own writes per upstream object. The count is part of every read's key, so that what was read before a write ended, or is
 * still being read then, is never found after it. Writes by others, and what a system changes in further objects because of a write, are
 * seen when the ttl is over.
 */
export class Generations {
  readonly #writes = new Map<string, number>();

  /** All sources of the table: which systems and objects a write reached is not asked. */
  written({ sources }: TableDefinition): void {
    for (const { bound } of sources) this.#writes.set(objectOf(bound), this.#of(bound) + 1);
  }

  /** Of the table, of each whose cells come along in the same rows, and of those that decide which rows come. */
  stamp(bound: BoundTable, { joins }: Pick<Selection, 'joins'>, filter: Condition = null): readonly number[] {
    const stamps = [this.#of(bound), ...this.#ofRelated(bound, filter)];
    for (const name of Object.keys(joins).sort()) {
      const target = bound.joins.get(name)?.table();
      const below = joins[name];
      if (target !== undefined && below !== undefined) stamps.push(...this.stamp(target, below));
    }
    return stamps;
  }

  #ofRelated(bound: BoundTable, filter: Condition): readonly number[] {
    if (filter === null || filter === false || 'column' in filter) return [];
    if (filter.op === 'and') return filter.all.flatMap((part) => this.#ofRelated(bound, part));
    if (filter.op === 'or') return filter.any.flatMap((part) => this.#ofRelated(bound, part));
    const target = bound.joins.get(filter.relation)?.table();
    return target === undefined ? [] : [this.#of(target), ...this.#ofRelated(target, filter.filter)];
  }

  #of(bound: BoundTable): number {
    return this.#writes.get(objectOf(bound)) ?? 0;
  }
}

/** Two tables may be declared over one object. */
function objectOf({ connection, object }: BoundTable): string {
  return `${connection}\0${object}`;
}
