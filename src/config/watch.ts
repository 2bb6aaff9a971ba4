import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Files that are watched together: one by name, or those of a folder, whichever there are now. */
export interface Place {
  /** Tells it apart from other places. */
  readonly name: string;
  /** Where files come and go. */
  readonly folder: string;
  /** Their paths; may reject while the folder is not there. */
  readonly files: () => Promise<readonly string[]>;
}

export interface WatchOptions {
  /** Called when files have changed and are at rest again. What changes from then on is another change. */
  readonly changed: () => void;
  /** Milliseconds without a further change before files count as at rest; default 100. */
  readonly rest?: number;
  /** Milliseconds after which it looks even if the file system has said nothing; default 2,000. */
  readonly interval?: number;
}

/**
 * Sees files being written, made, removed and replaced (editors write another file and rename it; mounted volumes swap a link). What the file
 * system tells is a hint to look only: some tell late, some nothing, and none for certain. A change is what differs between two looks.
 */
export class Watch {
  readonly #options: Required<WatchOptions>;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #poll: NodeJS.Timeout;
  /** By the name of the place: what was there at the last look. */
  #seen = new Map<string, string>();
  #places: readonly Place[] = [];
  #looking: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: WatchOptions) {
    this.#options = { rest: 100, interval: 2_000, ...options };
    this.#poll = setInterval(() => this.#lookSoon(), this.#options.interval).unref();
  }

  /** Watches these places instead of those before. Resolves when a change to any of them from now on will be seen. */
  async follow(places: readonly Place[], anew = false): Promise<void> {
    const seen = new Map<string, string>();
    for (const place of places) {
      // Of a place that is watched already, a change that has not been noticed yet must not be lost.
      const known = anew ? undefined : this.#seen.get(place.name);
      seen.set(place.name, known ?? (await this.#lookAt(place)).text);
    }
    this.#places = places;
    this.#seen = seen;
    await this.#look();
  }

  /** Takes the files as they are now for known: whoever reads them from now on sees at least what this has seen. */
  async mark(): Promise<void> {
    await this.follow(this.#places, true);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#poll);
    clearTimeout(this.#looking);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #lookSoon(): void {
    if (this.#closed) return;
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      void this.#look();
    }, this.#options.rest).unref();
  }

  /** Tells of a change once two looks in a row have found the same. */
  async #look(before: ReadonlyMap<string, string> = this.#seen): Promise<void> {
    const places = this.#places;
    const looks = await Promise.all(places.map((place) => this.#lookAt(place)));
    if (this.#closed || places !== this.#places) return;
    this.#listen(new Map(looks.flatMap(({ folders }) => folders)));
    const now = new Map(places.map(({ name }, index) => [name, looks[index]?.text ?? '']));
    if (same(now, this.#seen)) return;
    if (before === this.#seen || !same(now, before)) {
      await new Promise((resolve) => setTimeout(resolve, this.#options.rest));
      return this.#look(now);
    }
    this.#seen = now;
    this.#options.changed();
  }

  async #lookAt({ folder, files }: Place): Promise<Look> {
    const paths = await files().catch(() => []);
    const marks = await Promise.all(paths.map(mark));
    const around = new Set([folder, ...paths.map((path) => dirname(path))]);
    return { text: marks.join('\n'), folders: await Promise.all([...around].map(identified)) };
  }

  #listen(folders: ReadonlyMap<string, string>): void {
    for (const [identity, watcher] of this.#watchers) {
      if (folders.has(identity)) continue;
      watcher.close();
      this.#watchers.delete(identity);
    }
    for (const [identity, folder] of folders)
      if (!this.#watchers.has(identity)) this.#listenAt(identity, folder);
  }

  #listenAt(identity: string, folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false });
      watcher.on('change', () => this.#lookSoon());
      watcher.on('error', () => {
        watcher.close();
        this.#watchers.delete(identity);
      });
      this.#watchers.set(identity, watcher);
    } catch {
      // Not there, or no more watchers to be had: looking now and then will do.
    }
  }
}

interface Look {
  readonly text: string;
  /** Paths by what tells one folder from another that takes its place. */
  readonly folders: readonly (readonly [identity: string, path: string])[];
}

async function identified(folder: string): Promise<readonly [string, string]> {
  const ino = await stat(folder).then(
    (found) => found.ino,
    () => 0,
  );
  return [`${ino} ${folder}`, folder];
}

/** What changes whenever a file is written, replaced, or made readable. */
async function mark(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    return `${path} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return `${path} -`;
  }
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}
