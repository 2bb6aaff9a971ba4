/** A place to look at, because something seems to have happened there. Never what to believe: what happened is read from its owner. */
export interface Hint {
  readonly connection: string;
  /** The upstream's name of the table or collection: `incident`, `sn_customerservice_case`. */
  readonly object: string;
  /** Key of the record there. A journal entry or an audit line is a hint of the record that it belongs to. */
  readonly key: string;
  /** When the gateway heard of it; milliseconds since 1970. */
  readonly at: number;
  readonly via: 'webhook' | 'poll' | 'write';
}

export type HintListener = (hint: Hint) => void;

/** Carries hints from those who hear of changes to those who look. Lives as long as the process; keeps nothing. */
export class Hints {
  readonly #listeners = new Set<HintListener>();

  /** Listeners put a hint aside and return at once; one that throws is a defect. */
  tell(hint: Hint): void {
    for (const listener of [...this.#listeners]) listener(hint);
  }

  /** Ends with the function that it answers. */
  listen(listener: HintListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
