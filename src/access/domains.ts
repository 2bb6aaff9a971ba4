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
 * The source that a viewer reads, of those whose domain the viewer can see: the home's own, then one below it, then one of a granted domain, then one below
 * that, then global; of several that stand alike the higher in the tree, and of those the first. A source placed above the home is not visible, as
 * records there are not; placing it in `global` offers it to all. There is one: where it does not answer, no other stands in.
 */
export function nearestSource<Source extends { readonly domain: string }>(
  sources: readonly Source[],
  viewer: Pick<Viewer, 'domain' | 'domains'>,
  visible: ReadonlySet<string>,
): Source | null {
  let nearest: { readonly source: Source; readonly distance: readonly number[] } | null = null;
  for (const source of sources) {
    if (!visible.has(source.domain)) continue;
    const distance = distanceTo(source.domain, viewer);
    if (nearest === null || isShorter(distance, nearest.distance)) nearest = { source, distance };
  }
  return nearest?.source ?? null;
}

/** By way of what it is seen (home, a granted domain, global), then by steps below that, then by its depth in the tree. */
function distanceTo(
  path: string,
  { domain, domains }: Pick<Viewer, 'domain' | 'domains'>,
): readonly [way: number, steps: number, depth: number] {
  const depth = path.split('/').length;
  if (path === GLOBAL) return [2, 0, depth];
  if (isWithin(path, domain)) return [0, depth - domain.split('/').length, depth];
  const steps = domains
    .filter((granted) => isWithin(path, granted))
    .map((granted) => depth - granted.split('/').length);
  return [1, Math.min(...steps), depth];
}

function isShorter(left: readonly number[], right: readonly number[]): boolean {
  const differs = left.findIndex((part, index) => part !== right[index]);
  return differs !== -1 && (left[differs] ?? 0) < (right[differs] ?? 0);
}
