import type { Config } from '../config/index.ts';
import { checkConnections, createConnections, type ConnectionReport } from '../connections/index.ts';
import type { Adapter } from '../contract/index.ts';
import type { Catalog } from '../engine/scope.ts';
import { healthOptions } from '../gateway/health-options.ts';

export interface CheckOptions {
  /** User to log in as where a connection is read in the viewer's own name. */
  readonly as?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Logs in to every connection and tries its tables; prints what was found. Answers whether all is well: nothing missing, and nothing that could not be
 * tried. Secrets and tokens are never a part of what a report holds.
 */
export async function tryConnections(
  config: Config,
  catalog: Catalog,
  adapters: ReadonlyMap<string, Adapter>,
  { as, json }: CheckOptions,
  print: (text: string) => void,
): Promise<boolean> {
  const connections = createConnections(config.connections, {
    now: Date.now,
    random: Math.random,
    publish: () => undefined,
  });
  try {
    const options = healthOptions({ config, catalog, connections }, adapters);
    const reports = await checkConnections(options, new AbortController().signal, as ?? null);
    print(json ? `${JSON.stringify(reports)}\n` : reports.map(readable).join(''));
    return reports.every(({ status }) => status === 'OK');
  } finally {
    await connections.close();
  }
}

const MARK: Readonly<Record<ConnectionReport['status'], string>> = {
  OK: 'ok',
  DEGRADED: 'DEGRADED',
  FAILED: 'FAILED',
  UNKNOWN: 'not tried',
};

function readable({ name, domain, adapter, status, who, tables, problems }: ConnectionReport): string {
  const alias = domain === null ? name : `${name}, for ${domain}`;
  const as = who === null ? '' : `, as ${printable(who)}`;
  const tried = tables === 1 ? '1 table tried' : `${tables} tables tried`;
  const head = `${alias} (${adapter}): ${MARK[status]}${as}; ${tried}\n`;
  const found = problems.map(({ message, hint, tables: where }) => {
    const place = where.length === 0 ? '' : `${where.join(', ')}: `;
    return `  - ${place}${printable(message)}\n    ${printable(hint)}\n`;
  });
  return head + found.join('');
}

/** A name comes from the upstream: without what a terminal would obey. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}|\p{Cf}/gu, ' ').slice(0, 1000);
}
