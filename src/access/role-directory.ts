import { LRUCache } from 'lru-cache';
import type { Viewer } from './viewer.ts';

export interface RoleDirectoryOptions {
  /** Names of the roles that a user has now, by user name. Throws CasegraphError: then nobody is let in by guessing. */
  readonly read: (subject: string) => Promise<readonly string[]>;
  /** Seconds for which an answer is believed. */
  readonly keep: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const KEPT = 20_000;

interface Known {
  readonly roles: Promise<ReadonlySet<string>>;
  readonly until: number;
}

/** Roles as the system of record has them, where tokens do not say them or say them for too long. All who ask for a viewer at once share one look-up. */
export class RoleDirectory {
  readonly #options: RoleDirectoryOptions;
  readonly #known = new LRUCache<string, Known>({ max: KEPT });

  constructor(options: RoleDirectoryOptions) {
    this.#options = options;
  }

  /** The viewer with the roles of the directory in place of the token's. Throws CasegraphError. */
  async withRoles(viewer: Viewer): Promise<Viewer> {
    return { ...viewer, roles: await this.#rolesOf(viewer.subject) };
  }

  #rolesOf(subject: string): Promise<ReadonlySet<string>> {
    const { read, keep, now } = this.#options;
    const known = this.#known.get(subject);
    if (known !== undefined && now() < known.until) return known.roles;
    const roles = read(subject).then((names): ReadonlySet<string> => new Set(names));
    const next = { roles, until: now() + keep * 1000 };
    this.#known.set(subject, next);
    // A failure is not an answer: who asks next asks again.
    roles.catch(() => this.#known.get(subject) === next && this.#known.delete(subject));
    return roles;
  }
}
