/**
 * Names that a column cannot have: the global id, the words of filters, what a row condition calls the viewer, and what every object of the
 * language has by itself.
 */
const RESERVED = new Set([
  'id', 'and', 'or', 'not', 'viewer', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then',
]); // prettier-ignore

/** Field names of one type: each is given once. */
export class NamePool {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The first of the wanted names that is free, else the last of them with a number. Reserved ones get an ending. */
  take(...wanted: readonly string[]): string {
    const names = wanted.map((name) => (RESERVED.has(name) ? `${name}Value` : name));
    const last = names.at(-1) ?? 'column';
    const free =
      names.find((name) => !this.#taken.has(name)) ?? numbered(last, (name) => this.#taken.has(name));
    this.#taken.add(free);
    return free;
  }

  /** Takes all of them or, where one is taken or would be another name, none. */
  takeAll(...names: readonly string[]): boolean {
    if (names.some((name) => RESERVED.has(name) || this.#taken.has(name))) return false;
    for (const name of names) this.#taken.add(name);
    return true;
  }
}

export function numbered(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number += 1) if (!isTaken(`${name}${number}`)) return `${name}${number}`;
}
