import type { FaultInput } from './fault-input.ts';

/** A fault that is set: what was asked for, its id, and how often it has been applied. */
export interface Fault extends FaultInput {
  readonly id: string;
  hits: number;
}

interface Entry {
  readonly fault: Fault;
  readonly pattern: RegExp;
}

/**
 * The faults of one service. The first that matches, in the order they were set, is applied; no two are combined.
 * A fault whose `times` are used up stays listed (so that a test can see its hits) and matches no more.
 */
export class Faults {
  readonly #entries: Entry[] = [];
  #made = 0;

  add(input: FaultInput): Fault {
    const fault: Fault = { ...input, id: String(++this.#made), hits: 0 };
    this.#entries.push({ fault, pattern: new RegExp(input.path) });
    return fault;
  }

  list(): readonly Fault[] {
    return this.#entries.map(({ fault }) => fault);
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** False when there is no such fault. */
  remove(id: string): boolean {
    const at = this.#entries.findIndex(({ fault }) => fault.id === id);
    if (at >= 0) this.#entries.splice(at, 1);
    return at >= 0;
  }

  /** The fault to apply to this request, counted as used. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.#entries.find((each) => matches(each, method, path));
    if (entry) entry.fault.hits++;
    return entry?.fault;
  }
}

function matches({ fault, pattern }: Entry, method: string, path: string): boolean {
  if (fault.times !== undefined && fault.hits >= fault.times) return false;
  if (fault.method !== undefined && fault.method !== method) return false;
  return path.startsWith(fault.path) || pattern.test(path);
}
