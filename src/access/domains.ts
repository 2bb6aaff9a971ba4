import type { Viewer } from './viewer.ts';

/** One domain: its path of names from the root (`TOP/ACME`) and the id that rows carry. */
export interface Domain {
  readonly path: string;
  readonly id: string;
}

/** The domain that everybody sees. */
export const GLOBAL = 'global';

/** Who may see what, by where they stand in the tree. Plain and immutable; a change makes a new one. */
export class DomainTree {
  readonly #domains: readonly Domain[];
  readonly #paths: ReadonlySet<string>;

  constructor(domains: readonly Domain[]) {
    this.#domains = domains.filter((domain) => domain.path !== GLOBAL);
    this.#paths = new Set(this.#domains.map((domain) => domain.path));
  }

  has(path: string): boolean {
    return path === GLOBAL || this.#paths.has(path);
  }

  /** Home, granted domains, all below them, and global. Children never see their parent's. */
  visible(viewer: Pick<Viewer, 'domain' | 'domains'>): readonly Domain[] {
    const homes = [viewer.domain, ...viewer.domains];
    const seen = this.#domains.filter((domain) => homes.some((home) => isWithin(domain.path, home)));
    return [{ path: GLOBAL, id: GLOBAL }, ...seen];
  }
}

/** Whether a path is the domain itself or below it. Nothing is below global: it is not the root of the tree. */
export function isWithin(path: string, domain: string): boolean {
  return path === domain || path.startsWith(`${domain}/`);
}

/**
 * The source that a viewer reads, of those whose domain the viewer can see: the home's own, then granted and lower ones (the higher in the tree
 * first), then global. A source placed above the home is not visible, as records there are not; placing it in `global` offers it to all.
 */
export function nearestSource<Source extends { readonly domain: string }>(
  sources: readonly Source[],
  viewer: Pick<Viewer, 'domain'>,
  visible: ReadonlySet<string>,
): Source | null {
  const candidates = sources.filter((source) => visible.has(source.domain));
  const rank = (source: Source): number => {
    if (source.domain === viewer.domain) return 0;
    if (source.domain === GLOBAL) return 1_000;
    return 1 + source.domain.split('/').length;
  };
  return candidates.reduce<Source | null>(
    (best, next) => (best === null || rank(next) < rank(best) ? next : best),
    null,
  );
}
