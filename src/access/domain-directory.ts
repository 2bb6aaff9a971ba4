import { CasegraphError } from '../contract/index.ts';
import { DomainTree, type Domain } from './domains.ts';

/** A domain as its system stores it. */
export interface DomainRecord {
  readonly id: string;
  readonly name: string;
  /** Id of the domain above; `null` at the top. */
  readonly parent: string | null;
}

/** Paths from the root, for records in any order. A record whose parents form a circle or are missing is left out: nobody is given it by mistake. */
export function domainsFrom(records: readonly DomainRecord[]): readonly Domain[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return records.flatMap((record) => {
    const path = pathOf(record, byId);
    return path === null ? [] : [{ path, id: record.id }];
  });
}

function pathOf(record: DomainRecord, byId: ReadonlyMap<string, DomainRecord>): string | null {
  const names: string[] = [];
  const seen = new Set<string>();
  let at: DomainRecord | undefined = record;
  while (at !== undefined && !seen.has(at.id)) {
    names.unshift(at.name);
    seen.add(at.id);
    if (at.parent === null) return names.join('/');
    at = byId.get(at.parent);
  }
  return null;
}

/** The domain tree as last read: loaded at start, renewed now and then, and kept while it cannot be renewed. */
export class DomainDirectory {
  readonly #load: () => Promise<readonly Domain[]>;
  #tree: DomainTree | null = null;
  /** It has been read here, not taken over. */
  #read = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(load: () => Promise<readonly Domain[]>) {
    this.#load = load;
  }

  /** Throws `upstream-unavailable` until the tree has been read for the first time: nobody is shown anything before that. */
  get tree(): DomainTree {
    if (this.#tree === null)
      throw new CasegraphError(
        'upstream-unavailable',
        'The domains have not been read yet. Try again shortly.',
      );
    return this.#tree;
  }

  get loaded(): boolean {
    return this.#tree !== null;
  }

  async refresh(): Promise<void> {
    this.#tree = new DomainTree(await this.#load());
    this.#read = true;
  }

  /** Takes a tree that was read before, for as long as none can be read. */
  adopt(tree: DomainTree): void {
    this.#tree ??= tree;
  }

  /** Renews every `interval` milliseconds, and every `retry` while it has never been read. `failed` hears of each failure. */
  keepFresh(interval: number, retry: number, failed: (error: unknown) => void): void {
    const again = (): void => {
      if (this.#closed) return;
      this.#timer = setTimeout(
        () => void this.refresh().catch(failed).finally(again),
        this.#read ? interval : retry,
      );
      this.#timer.unref();
    };
    again();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
