import type { Row } from '../../contract/index.ts';
import type { CaseStore } from '../case-store.ts';
import { held } from '../held.ts';
import type { RecordKind } from './record-kind.ts';
import { slotKey } from './slot.ts';

/** Slots that are looked at together with the case: few cases had more records of a kind taken off them. They cost no request of their own. */
const AT_FIRST = 3;

/** What is looked at of a slot's holder. */
const HOLDER = ['number', 'correlationId', 'state', 'createdAt'] as const;

/** The slots of a case for one kind of record, and who holds them. The first are read at once, as soon as the key of the case is known. */
export class SlotRows {
  readonly #store: CaseStore;
  readonly #kind: RecordKind;
  readonly #caseKey: string;
  readonly #first: readonly Promise<Row | null>[];

  constructor(store: CaseStore, kind: RecordKind, caseKey: string) {
    this.#store = store;
    this.#kind = kind;
    this.#caseKey = caseKey;
    this.#first = Array.from({ length: AT_FIRST }, (_, generation) =>
      held(this.readNow(this.keyOf(generation))),
    );
  }

  keyOf(generation: number): string {
    return slotKey(this.#kind.field, this.#caseKey, generation);
  }

  /** The holder of a slot as it stood when it was first looked at; `null` where there is none. */
  at(generation: number): Promise<Row | null> {
    return this.#first[generation] ?? this.readNow(this.keyOf(generation));
  }

  /** A record of the kind, which most often is the holder of one of the first slots. */
  async find(key: string): Promise<Row | null> {
    const generation = this.#first.findIndex((_, each) => this.keyOf(each) === key);
    return generation < 0 ? this.readNow(key) : this.at(generation);
  }

  readNow(key: string): Promise<Row | null> {
    return this.#store.readRow(this.#kind.type, key, HOLDER);
  }
}
