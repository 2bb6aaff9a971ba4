/**
 * `OK`: logged in, and every declared table can be read. `DEGRADED`: something is missing. `FAILED`: no login, no answer, or nothing can be
 * read. `UNKNOWN`: there was nothing to try it with.
 */
export type HealthStatus = 'OK' | 'DEGRADED' | 'FAILED' | 'UNKNOWN';

export interface ReportedProblem {
  /** What was seen, as a sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Names of the tables that it was found with; empty where it is about the connection as a whole. */
  readonly tables: readonly string[];
}

/** How one alias is doing. Holds no address and no secret. */
export interface ConnectionReport {
  /** Name of the connection. */
  readonly name: string;
  /** Domain path of the child alias; `null` for the connection itself. */
  readonly domain: string | null;
  /** Kind of system. */
  readonly adapter: string;
  readonly status: HealthStatus;
  /** Who the gateway is there, as the upstream says; `null` where that is not known. For the command line: it can hold an address. */
  readonly who: string | null;
  /** How many tables were tried. */
  readonly tables: number;
  readonly problems: readonly ReportedProblem[];
  /** ISO 8601. */
  readonly checkedAt: string;
}

/** What was found with one table, or with the connection (`null`). */
export interface Found {
  readonly message: string;
  readonly hint: string;
  readonly table: string | null;
}

/** The same thing missing for several tables is told once. */
export function gather(found: readonly Found[]): ReportedProblem[] {
  const byText = new Map<string, { message: string; hint: string; tables: string[] }>();
  for (const { table, message, hint } of found) {
    const key = `${message}\n${hint}`;
    const known = byText.get(key) ?? { message, hint, tables: [] };
    byText.set(key, known);
    if (table !== null && !known.tables.includes(table)) known.tables.push(table);
  }
  return [...byText.values()];
}
