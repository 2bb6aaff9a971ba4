import type { Measured } from './load.ts';

/** One line of the table: both servers under the same load. */
export interface Comparison {
  readonly operation: string;
  readonly connections: number;
  readonly gateway: readonly Measured[];
  readonly naive: readonly Measured[];
}

export interface Requests {
  readonly operation: string;
  readonly gateway: number;
  readonly naive: number;
}

const HEAD = ['operation', 'conns', 'server', 'req/s', 'CPU ms/req', 'p50 ms', 'req/s ratio', 'CPU ratio'];

/** The results as a table for people: medians over the rounds, and the gateway's ratios to the naive server. */
export function table(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ operation, connections, gateway, naive }) => {
    const ours = medians(gateway);
    const theirs = medians(naive);
    const ratios = [
      times(ours.requestsPerSecond / theirs.requestsPerSecond),
      times(theirs.cpuPerRequest / ours.cpuPerRequest),
    ];
    return [
      [operation, String(connections), 'gateway', ...figures(ours), ...ratios],
      ['', '', 'naive', ...figures(theirs), times(1), times(1)],
    ];
  });
  return aligned([HEAD, ...rows]);
}

/** Upstream requests that one operation took, with nothing in any cache. */
export function requestTable(requests: readonly Requests[]): string {
  const rows = requests.map(({ operation, gateway, naive }) => [operation, String(gateway), String(naive)]);
  return aligned([['upstream requests per operation', 'gateway', 'naive'], ...rows]);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function medians(rounds: readonly Measured[]): Measured {
  const of = (figure: keyof Measured): number => median(rounds.map((round) => round[figure]));
  return {
    requestsPerSecond: of('requestsPerSecond'),
    cpuPerRequest: of('cpuPerRequest'),
    latency: of('latency'),
  };
}

function figures({ requestsPerSecond, cpuPerRequest, latency }: Measured): string[] {
  return [requestsPerSecond.toFixed(1), cpuPerRequest.toFixed(2), latency.toFixed(1)];
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}x`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
