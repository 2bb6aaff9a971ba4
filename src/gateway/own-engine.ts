import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from 'graphql';
import { DomainTree } from '../access/domains.ts';
import { packageRoot } from '../config/package-root.ts';
import type { Adapter } from '../contract/index.ts';
import type { TableDefinition } from '../engine/definition.ts';
import { Engine } from '../engine/engine.ts';
import type { Upstreams } from '../engine/scope.ts';
import { buildCatalog } from '../graphql/declaration/catalog.ts';
import { parseSources } from '../graphql/declaration/read.ts';

export interface OwnEngineParts {
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly upstreams: Upstreams;
  /** Told of every row that was written, or may have been. */
  readonly wrote: (table: TableDefinition, key: string) => void;
}

/** Declarations that stand nowhere but in the gateway, by what problems with them are said of. */
export type OwnDeclarations = ReadonlyMap<string, string>;

/**
 * An engine for what the gateway does of its own accord, whose tables no schema shows. They may be on these connections only. Throws DeclarationError where a
 * system does not have them.
 */
export function ownEngine(
  { adapters, upstreams, wrote }: OwnEngineParts,
  declarations: OwnDeclarations,
  connections: readonly string[],
): Engine {
  const base = ['directives', 'roots', 'metadata'].map(
    (name) => new Source(readFileSync(join(packageRoot(), 'schema', `${name}.graphql`), 'utf8'), name),
  );
  const own = [...declarations].map(([name, text]) => new Source(text, name));
  const catalog = buildCatalog(
    parseSources([...base, ...own]),
    [...new Set(connections)],
    (bound) => adapters.get(bound.connection)?.check(bound) ?? [],
  );
  const tree = new DomainTree([]);
  return new Engine({
    catalog,
    upstreams,
    domains: () => tree,
    now: Date.now,
    scanRows: 10_000,
    cacheBytes: 1_000_000,
    wrote,
  });
}
