import type { Adapter, BoundTable } from '../../contract/index.ts';
import type { Alias } from '../alias.ts';
import type { Connections } from '../connections.ts';
import { SingleFlight } from '../single-flight.ts';
import { atMost } from './at-most.ts';
import { checkAlias } from './check-alias.ts';
import type { ConnectionReport, ReportedProblem } from './report.ts';

export interface HealthOptions {
  readonly connections: Pick<Connections, 'aliases' | 'sender' | 'state'>;
  readonly adapter: (connection: string) => Adapter;
  /** What is declared: each source with the domain it is placed in. */
  readonly sources: readonly { readonly domain: string; readonly bound: BoundTable }[];
  readonly now: () => number;
  /** Seconds for one alias. */
  readonly deadline: number;
}

/** Aliases that are tried at the same time. */
const ALIASES_AT_A_TIME = 8;

/** Tries every alias. `as`: the name to log in by where an alias is read in the viewer's own name. */
export function checkConnections(
  options: HealthOptions,
  signal: AbortSignal,
  as: string | null = null,
): Promise<ConnectionReport[]> {
  const { connections, adapter, sources, now, deadline } = options;
  return atMost(ALIASES_AT_A_TIME, connections.aliases(), (alias) => {
    const names = alias.viewerClaim === null || as === null ? {} : { [alias.viewerClaim]: as };
    const caller = { domain: alias.domain ?? '', subject: as, names, requestId: 'connections' };
    const checked = {
      alias,
      adapter: adapter(alias.name),
      tables: tablesOf(alias, sources),
      as,
      now,
      deadline,
      send: (own: AbortSignal) => connections.sender(alias.name, { ...caller, signal: own }),
    };
    return checkAlias(checked, signal);
  });
}

/** The tables that are read through an alias: through a child those of its domain, those below it, and those that are for all. */
function tablesOf({ name, domain }: Alias, sources: HealthOptions['sources']): BoundTable[] {
  const within = (path: string) =>
    domain === null || path === 'global' || path === domain || path.startsWith(`${domain}/`);
  return sources
    .filter((each) => each.bound.connection === name && within(each.domain))
    .map(({ bound }) => bound);
}

/** Milliseconds that a check is good for: whoever asks more often hears the same again. */
const KEPT = 30_000;

/** The state of all connections for those who watch them. However many ask and how often, the systems are asked once in a while. */
export class ConnectionHealth {
  readonly #options: HealthOptions;
  readonly #flights = new SingleFlight<readonly ConnectionReport[]>();
  #latest: { readonly reports: readonly ConnectionReport[]; readonly until: number } | null = null;

  constructor(options: HealthOptions) {
    this.#options = options;
  }

  async reports(signal: AbortSignal): Promise<readonly ConnectionReport[]> {
    const latest = this.#latest;
    const known =
      latest !== null && this.#options.now() < latest.until
        ? latest.reports
        : await this.#flights.run('all', (own) => this.#check(own), signal);
    return known.map((report) => this.#withBreaker(report));
  }

  async #check(signal: AbortSignal): Promise<readonly ConnectionReport[]> {
    const reports = await checkConnections(this.#options, signal);
    if (!signal.aborted) this.#latest = { reports, until: this.#options.now() + KEPT };
    return reports;
  }

  /** What was well half a minute ago may be left alone by now. */
  #withBreaker(report: ConnectionReport): ConnectionReport {
    const state = this.#options.connections.state(report);
    if (state === 'closed' || report.status === 'FAILED') return report;
    const status = state === 'open' ? 'FAILED' : 'DEGRADED';
    return { ...report, status, problems: [BREAKER[state], ...report.problems] };
  }
}

const BREAKER: Readonly<Record<'open' | 'half-open', ReportedProblem>> = {
  open: {
    message: 'It failed several times in a row and is left alone for a moment.',
    hint: 'Look at the system; the gateway tries it again by itself.',
    tables: [],
  },
  'half-open': {
    message: 'It failed several times in a row and has not been tried again yet.',
    hint: 'The next request finds out whether it is back.',
    tables: [],
  },
};
